# Each target does all the set-up it needs, in .venv; redone only when what is to be installed changes.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
BIN := .venv/bin
READY := .venv/.ready

# The benchmark's folder, which is not part of this repository.
BENCH ?= ../shared/bench

.PHONY: demo test lint format types bench bench-dev bench-whole bench-held-out bench-speed measure clean

demo: $(READY)
	$(BIN)/quotes extract fixtures/*.txt --format table

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: $(READY)
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m tests.bench $(BENCH)

bench-dev: $(READY)
	$(BIN)/python -m tests.bench $(BENCH) --dev

# What parsing whole paragraphs in place of frames would give.
bench-whole: $(READY)
	$(BIN)/python -m tests.bench.whole $(BENCH)

# What the figures are without the rules that one article alone confirms.
bench-held-out: $(READY)
	$(BIN)/python -m tests.bench.held_out $(BENCH)

# Takes about half an hour. SPEED="--only start" measures a part of it again, --large ten times more.
bench-speed: $(READY)
	$(BIN)/python -m tests.bench.speed $(BENCH) $(SPEED)

# Refreshes the counts behind the ledger's column `confidence`.
measure: $(READY)
	$(BIN)/python -m tests.bench.measure $(BENCH)

$(READY): pyproject.toml constraints.txt
	@if [ -z "$(PYTHON)" ]; then \
		echo "quotes needs Python 3.11 or newer, and there is none: install it, or name it:" >&2; \
		echo "    make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; fi
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "quotes needs Python 3.11 or newer; $(PYTHON) is older or does not run" >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear .venv || { \
		echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu:" >&2; \
		echo "    apt install python3-venv" >&2; rm -rf .venv; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' --constraint constraints.txt
	@touch $@

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
