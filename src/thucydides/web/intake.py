"""What becomes of files that a browser sends, one after the other, while the pages are looked at?"""

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue

from thucydides.desk import Desk, Pages, Taken
from thucydides.vocabulary import ThucydidesError


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent."""

    name: str
    content: bytes


@dataclass(slots=True)
class Intake:
    """Files that were sent together, of which so many were read so far; a dump holds several documents.

    `kind`: of the data set, empty for documents; `pages`: which articles of a dump are wanted.
    """

    number: int
    kind: str
    files: Sequence[Sent]
    total: int
    pages: Pages = Pages.ABOUT_CONFLICT
    taken: list[Taken] = field(default_factory=list)
    read: int = 0
    done: bool = False


class Intakes:
    """All that was sent since the program began, and the one thread that takes it in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held: list[Intake] = []
        self._waiting: SimpleQueue[Intake] = SimpleQueue()
        self._guard = threading.Lock()
        self._at_work = False

    def add(self, kind: str, files: Sequence[Sent], pages: Pages = Pages.ABOUT_CONFLICT) -> Intake:
        """Have files taken in behind the pages."""
        with self._guard:
            intake = Intake(len(self._held) + 1, kind, files, len(files), pages)
            self._held.append(intake)
            self._waiting.put(intake)
            if not self._at_work:
                self._at_work = True
                threading.Thread(target=self._work, name="taking files in", daemon=True).start()
        return intake

    def numbered(self, number: int) -> Intake | None:
        """What was sent as the so-manieth."""
        return self._held[number - 1] if 1 <= number <= len(self._held) else None

    def all(self) -> tuple[Intake, ...]:
        """All, the last one first."""
        return tuple(reversed(self._held))

    def _work(self) -> None:
        while True:
            with self._guard:
                if self._waiting.empty():
                    self._at_work = False
                    return
            intake = self._waiting.get()
            take = self._table_of(intake.kind) if intake.kind else self._documents(intake.pages)
            for sent in intake.files:
                _take(sent, take, intake.taken)
                intake.read += 1
            intake.files = ()
            intake.done = True

    def _documents(self, pages: Pages) -> "Take":
        return lambda sent: self._desk.take_each(sent.name, sent.content, pages=pages)

    def _table_of(self, kind: str) -> "Take":
        return lambda sent: [self._desk.take_table(sent.name, sent.content, kind=kind)]


Take = Callable[[Sent], Iterable[Taken]]


def _take(sent: Sent, take: Take, taken: list[Taken]) -> None:
    """Whatever happens to one file, the next is taken in."""
    try:
        for one in take(sent):
            taken.append(one)
    except ThucydidesError as problem:
        taken.append(Taken(sent.name, refused=str(problem)))
    except Exception:
        taken.append(Taken(sent.name, refused="The program failed here. Of this file only what stands above was kept."))
