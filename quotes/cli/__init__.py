"""The command `quotes`: options, printing and exit codes, and nothing else."""

from quotes.cli.app import main

__all__ = ["main"]
