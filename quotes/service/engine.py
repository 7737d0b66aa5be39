"""The work behind the service: processes that hold a model each, and a bounded line before them.

A process and not a thread extracts: it leaves the event loop alone, and one that takes too long
or dies can be replaced.
"""

from __future__ import annotations

import asyncio
import math
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from quotes.errors import QuotesError
from quotes.records import Document, Row
from quotes.workers import Load
from quotes.workers.pool import GONE, Worker

USUAL_SECONDS = 0.5
"""What an article is reckoned to take before one has been seen."""
MEMORY = 0.9
"""How much the articles before count in the reckoning, against the last one."""


class BusyError(Exception):
    """The line is full, or a turn did not come in time."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        """After how many seconds to try again."""
        super().__init__(f"busy; try again in {seconds} s")


class TooSlowError(Exception):
    """An article took longer than it may."""


class Lane:
    """A process that takes one article at a time, and is replaced when it is lost.

    Its methods wait, so they are called in a thread.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._worker: Worker | None = None

    def start(self) -> None:
        """Start the process and wait until it has loaded.

        Raises:
            QuotesError: the model or the rules cannot be loaded.
        """
        worker = Worker(self._load)
        try:
            problem = worker.connection.recv()
        except GONE:
            problem = QuotesError("the process that extracts ended while it was starting")
        if problem is not None:
            worker.stop()
            raise problem
        self._worker = worker

    def extract(self, document: Document, include_other: bool, seconds: float) -> tuple[Row, ...]:
        """Extract one document.

        Raises:
            QuotesError: the document fails, or the process dies of it.
            TooSlowError: there is no answer in time.
        """
        if self._worker is None:
            self.start()
        worker = self._worker
        assert worker is not None
        try:
            worker.connection.send(((document,), include_other))
            if not worker.connection.poll(seconds):
                self.stop()
                raise TooSlowError
            ((rows, error),) = worker.connection.recv()
        except (*GONE, OSError):
            self.stop()
            raise QuotesError("the process that worked on it died") from None
        if error is not None:
            raise error
        return tuple(rows)

    def stop(self) -> None:
        """End the process."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()


class Engine:
    """Extracts for many at once: as many as there are lanes, the others in line.

    Args:
        load: makes an extractor; a function of a module.
        lanes: processes.
        waiting: articles that may be in work or in line.
        timeout: seconds for an article, its wait included.
    """

    def __init__(self, load: Load, *, lanes: int, waiting: int, timeout: float) -> None:
        self._lanes = [Lane(load) for _ in range(lanes)]
        self._waiting = waiting
        self._timeout = timeout
        self._threads = ThreadPoolExecutor(lanes, "lane")
        self._idle: asyncio.Queue[Lane] = asyncio.Queue()
        self._under_way: set[asyncio.Task[tuple[Row, ...]]] = set()
        self._seconds = USUAL_SECONDS
        self.line = 0
        """Articles in work or in line."""

    async def start(self) -> None:
        """Load the model in every process.

        Raises:
            QuotesError: it cannot be loaded.
        """
        loop = asyncio.get_running_loop()
        await asyncio.gather(
            *(loop.run_in_executor(self._threads, lane.start) for lane in self._lanes)
        )
        for lane in self._lanes:
            self._idle.put_nowait(lane)

    async def stop(self) -> None:
        """Let what is in work end, then end the processes."""
        await asyncio.gather(*self._under_way, return_exceptions=True)
        for lane in self._lanes:
            lane.stop()
        self._threads.shutdown()

    async def extract(self, document: Document, *, include_other: bool) -> tuple[Row, ...]:
        """Extract one document when its turn comes.

        Raises:
            BusyError: the line is full, or its turn does not come in time.
            TooSlowError: it takes too long.
            QuotesError: it fails.
        """
        if self.line >= self._waiting:
            raise BusyError(self.patience())
        self.line += 1
        try:
            deadline = monotonic() + self._timeout
            try:
                lane = await asyncio.wait_for(self._idle.get(), self._timeout)
            except TimeoutError:
                raise BusyError(self.patience()) from None
            task = asyncio.create_task(self._work(lane, document, include_other, deadline))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
            # A client that goes away must not take a lane with it that is still at work.
            return await asyncio.shield(task)
        finally:
            self.line -= 1

    async def _work(
        self, lane: Lane, document: Document, include_other: bool, deadline: float
    ) -> tuple[Row, ...]:
        begun = monotonic()
        loop = asyncio.get_running_loop()
        seconds = max(deadline - begun, 0)
        try:
            return await loop.run_in_executor(
                self._threads, lane.extract, document, include_other, seconds
            )
        finally:
            self._seconds = MEMORY * self._seconds + (1 - MEMORY) * (monotonic() - begun)
            self._idle.put_nowait(lane)

    def patience(self) -> int:
        """Return after how many seconds the line will have become shorter."""
        return max(1, math.ceil(self._seconds * self.line / len(self._lanes)))
