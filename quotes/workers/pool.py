"""Processes that share the batches, one batch each at a time.

Written on pipes and not on `concurrent.futures`: there, one process that dies breaks the
whole pool, and nothing tells which document it died of.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from quotes.errors import ModelError, QuotesError, RuleError
from quotes.records import Row
from quotes.workers.batches import Batch, Extraction, Load, attempt, weight

AHEAD = 4_000_000
"""Characters per process that may be in work or done ahead of the document whose turn it is."""

Answer = list[tuple[tuple[Row, ...], QuotesError | None]]
"""What a worker says of a batch: the rows of each document, or the error it failed with."""

GONE = (EOFError, BrokenPipeError, ConnectionResetError)


def serve(connection: Connection, load: Load) -> None:
    """Work in a process of its own: say how loading went, then answer each batch.

    A batch is a pair of documents and whether what is nobody's speech is wanted, too.
    """
    # Ctrl-C reaches all processes of the terminal; the one that reads it stops the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(*GONE):
        try:
            extractor = load()
        except Exception as error:
            connection.send(_load_failure(error))
            return
        connection.send(None)
        while True:
            documents, include_other = connection.recv()
            done = attempt(extractor, documents, include_other)
            # The texts are where they came from; only what was found goes back.
            connection.send([(one.rows, one.error) for one in done])


def _load_failure(error: Exception) -> QuotesError:
    if isinstance(error, QuotesError):
        # A subclass may be made of parts that do not survive the way between processes.
        kind = next(
            (kind for kind in (ModelError, RuleError) if isinstance(error, kind)), QuotesError
        )
        return kind(str(error))
    detail = f"{type(error).__name__}: {error}".removesuffix(": ")
    return QuotesError(f"the extractor cannot be loaded: {detail}", remedy="please report it")


class Worker:
    """A process and the batch it works on."""

    def __init__(self, load: Load) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, load), daemon=True)
        self.process.start()
        theirs.close()
        self.loaded = False
        self.batch: Batch | None = None

    @property
    def idle(self) -> bool:
        """Whether it can take a batch."""
        return self.loaded and self.batch is None

    def take(self, batch: Batch, include_other: bool) -> None:
        """Give it a batch to work on."""
        self.batch = batch
        # If it has died, waiting for its answer will tell.
        with suppress(*GONE):
            self.connection.send((batch.documents, include_other))

    def stop(self, patience: float = 0) -> str:
        """End the process.

        Args:
            patience: seconds to wait for it to end by itself.

        Returns:
            how it ended, in words.
        """
        self.connection.close()
        self.process.join(patience)
        code = self.process.exitcode
        self.process.terminate()
        self.process.join()
        return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


class Pool:
    """The processes, the batches that wait for one and the results that wait for their turn."""

    def __init__(self, load: Load, processes: int, include_other: bool) -> None:
        self._load = load
        self._processes = processes
        self._include_other = include_other
        self._workers: list[Worker] = []
        self._waiting: deque[Batch] = deque()
        self._results: dict[int, Extraction] = {}
        self._ahead = 0

    def run(self, batches: Iterator[Batch]) -> Iterator[Extraction]:
        """Yield the results of all batches in the order of their documents."""
        turn = 0
        try:
            while True:
                self._read(batches)
                self._assign()
                if turn in self._results:
                    self._collect(timeout=0)
                    result = self._results.pop(turn)
                    self._ahead -= weight(result.document)
                    turn += 1
                    yield result
                elif any(worker.batch for worker in self._workers) or self._waiting:
                    self._collect(timeout=None)
                else:
                    return
        finally:
            for worker in self._workers:
                worker.stop()

    def _read(self, batches: Iterator[Batch]) -> None:
        """Take batches until there is one for every process or too much is under way."""
        while len(self._waiting) < self._processes and self._ahead < AHEAD * self._processes:
            batch = next(batches, None)
            if batch is None:
                return
            self._waiting.append(batch)
            self._ahead += sum(map(weight, batch.documents))

    def _assign(self) -> None:
        for worker in self._workers:
            if worker.idle and self._waiting:
                worker.take(self._waiting.popleft(), self._include_other)
        starting = sum(not worker.loaded for worker in self._workers)
        room = self._processes - len(self._workers)
        for _ in range(min(room, len(self._waiting) - starting)):
            self._workers.append(Worker(self._load))

    def _collect(self, timeout: float | None) -> None:
        """Take in what the workers have to say; wait for it unless told how long at most."""
        busy = {worker.connection: worker for worker in self._workers if not worker.idle}
        for connection in wait(list(busy), timeout):
            worker = busy[connection]  # type: ignore[index]  # wait returns what it was given
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
            else:
                self._hear(worker, answer)

    def _hear(self, worker: Worker, answer: Answer | QuotesError | None) -> None:
        if isinstance(answer, QuotesError):
            raise answer
        if answer is not None and worker.batch is not None:
            batch, worker.batch = worker.batch, None
            pairs = zip(batch.documents, answer, strict=True)
            for number, (document, (rows, error)) in enumerate(pairs, batch.first):
                self._results[number] = Extraction(document, rows, error)
        worker.loaded = True

    def _bury(self, worker: Worker) -> None:
        """Blame the document that a process died of, or try those of its batch one by one."""
        self._workers.remove(worker)
        end = worker.stop(patience=5)
        if not worker.loaded:
            raise QuotesError(
                f"a worker process ended while it was starting ({end})",
                remedy="work with one process (-j 1); in a script of your own, start under "
                'if __name__ == "__main__":',
            )
        if worker.batch is None:
            return
        if len(worker.batch.documents) > 1:
            self._waiting.extendleft(reversed(worker.batch.singly()))
            return
        (document,) = worker.batch.documents
        error = QuotesError(
            f"the process that worked on it died ({end})",
            where=document.id,
            remedy="leave it out, or give the machine more memory",
        )
        self._results[worker.batch.first] = Extraction(document, error=error)
