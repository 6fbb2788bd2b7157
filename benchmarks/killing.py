"""Killed at any moment, is every acknowledged decision kept, no document half read, and the ledger fit for use?

`python -m benchmarks.killing 200` kills so often while it is decided and read, and a quarter as often while all is
understood anew.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.desk.deciding import main as work_on

from benchmarks.large_ledger import fill
from thucydides.desk import Desk, demo_documents

KILLS = 200
OF_ONE_LEDGER = 10
"""So often one ledger is used; it grows, and the next begins anew."""
LONGEST = 0.5
UNDERSTOOD = 2_000
"""Claims of the ledger that is understood anew."""
FIGURES = 40
"""Of each page that the worker reads."""


def killing(kills: int = KILLS) -> list[str]:
    """SIGKILL at random moments while a program decides, reads and understands: what is lost, what is half there"""
    with TemporaryDirectory() as folder:
        return [*_while_deciding(Path(folder), kills), *_while_understanding(Path(folder), kills // 4)]


def _while_deciding(folder: Path, kills: int) -> Iterator[str]:
    chance = random.Random(1939)
    fresh = folder / "fresh.db"
    with Desk.at(fresh) as desk:
        list(desk.read(demo_documents()))
        desk.refresh()
    acknowledged = lost = documents = halves = 0
    for first in range(0, kills, OF_ONE_LEDGER):
        path = folder / f"{first}.db"
        shutil.copy(fresh, path)
        told: set[str] = set()
        for _ in range(min(OF_ONE_LEDGER, kills - first)):
            told |= _killed(path, chance.uniform(0, LONGEST), "reading")
        with Desk.over(path) as desk:
            lost += len(told - {decision.id for decision in desk.review.log()})
            entries = [entry for entry in desk.documents() if entry.name[0].isdigit()]
            figures = [len(desk.claims(document=entry.id, attribute="loss")) for entry in entries]
            _verified(desk)
        acknowledged += len(told)
        documents += len(figures)
        halves += sum(number != FIGURES for number in figures)
    yield (
        f"{kills} kills while deciding and reading: {acknowledged:,} decisions acknowledged, {lost} lost; "
        f"{documents:,} documents read, {halves} of them by half"
    )


def _while_understanding(folder: Path, kills: int) -> Iterator[str]:
    chance = random.Random(1941)
    path = folder / "understood.db"
    fill(path, UNDERSTOOD)
    with Desk.over(path) as desk:
        began = time.perf_counter()
        desk.refresh()
        longest = 2 * (time.perf_counter() - began)
    acknowledged = lost = unfit = left = swept = 0
    for _ in range(kills):
        told = _killed(path, chance.uniform(0, longest), "understanding")
        left += _sets(path) > 1
        with Desk.over(path) as desk:
            shown = desk.index(most=5)
            desk.understand_anew()
            unfit += not shown or not desk.following().current or not desk.record(shown[0].event.id).claims
            lost += len(told - {decision.id for decision in desk.review.log()})
        acknowledged += len(told)
        swept += _sets(path) == 1
    yield (
        f"{kills} kills while {UNDERSTOOD:,} claims were understood anew: {acknowledged:,} decisions acknowledged, "
        f"{lost} lost; {unfit} times the ledger was unfit for use; {left} times tables were left half made, and "
        f"{swept} of {kills} times the next understanding left one set"
    )


def _killed(path: Path, seconds: float, work: str) -> set[str]:
    """Let a process of its own work for so long, kill it; the decisions that it was told are kept."""
    heard, said = os.pipe()
    process = os.fork()
    if not process:
        os.dup2(said, 1)
        with open(1, "w", closefd=False) as sys.stdout:
            work_on(str(path), work)
        os._exit(0)
    os.close(said)
    with os.fdopen(heard) as told:
        assert told.readline() == "ready\n"
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        lines = told.readlines()
    os.waitpid(process, 0)
    return {line.strip() for line in lines if line.endswith("\n")}


def _verified(desk: Desk) -> None:
    """Raise a ClaimRefused where the words of a claim do not stand in its document."""
    for entry in desk.documents():
        page = desk.page(entry.id)
        for linked in page.claims:
            linked.claim.verify(page.text)


def _sets(path: Path) -> int:
    with closing(sqlite3.connect(path)) as store:
        named = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name GLOB 'linked_[0-9]*'"
        return int(store.execute(named).fetchone()[0])


if __name__ == "__main__":
    print("\n".join(killing(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)))
