"""Who brings the understanding up to date while pages are being looked at?

Linking a large ledger takes minutes. Behind the pages another process does it, so that they are shown at once, from
what was last understood.
"""

import multiprocessing
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Lock

from thucydides.authorities import listed_events, load
from thucydides.desk.understanding import is_current, understand
from thucydides.ledger import Ledger

PAUSE = 20.0
"""Seconds before it is tried again after it failed."""


class Follower:
    """Understands a ledger anew in a process of its own, whenever it is told that the ledger has moved on."""

    def __init__(self, path: Path, authorities: tuple[Path, ...]) -> None:
        self._path = path
        self._authorities = authorities
        self._turn = Lock()
        self._begun = 0.0
        self._workers = _worker()
        self._at_work: Future[None] | None = None

    @property
    def busy(self) -> bool:
        """Is it at work?"""
        return self._at_work is not None and not self._at_work.done()

    @property
    def problem(self) -> str:
        """Why the last attempt failed, in a sentence; empty if it did not."""
        if self._at_work is None or not self._at_work.done():
            return ""
        failed = self._at_work.exception()
        return str(failed) if failed else ""

    def follow(self) -> None:
        """Begin, unless it is at work already; what comes in meanwhile is seen at the next call."""
        with self._turn:
            if self.busy or (self.problem and time.monotonic() < self._begun + PAUSE):
                return
            self._begun = time.monotonic()
            try:
                self._at_work = self._submitted()
            except BrokenProcessPool:  # the process was killed, by hand or for want of memory
                self._workers = _worker()
                self._at_work = self._submitted()

    def _submitted(self) -> "Future[None]":
        return self._workers.submit(_understand_at, self._path, self._authorities)

    def wait(self) -> None:
        """Until it has finished what it is at."""
        if self._at_work is not None:
            self._at_work.exception()

    def close(self) -> None:
        """Let it go; what is half done is begun anew the next time."""
        self._workers.shutdown(wait=False, cancel_futures=True)


def _worker() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


def _understand_at(path: Path, authorities: tuple[Path, ...]) -> None:
    with Ledger.open(path) as ledger:
        if not is_current(ledger):
            understand(ledger, load(*authorities), listed_events(*authorities))
