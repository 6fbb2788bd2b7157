"""What becomes of files that a browser sends, one after the other, while the pages are looked at?"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue

from thucydides.desk import Desk, Taken
from thucydides.vocabulary import ThucydidesError


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent."""

    name: str
    content: bytes


@dataclass(slots=True)
class Intake:
    """Files that were sent together. `kind`: of the data set, empty for documents."""

    number: int
    kind: str
    files: Sequence[Sent]
    taken: list[Taken] = field(default_factory=list)
    done: bool = False

    @property
    def total(self) -> int:
        """How many files there were."""
        return len(self.files) or len(self.taken)


class Intakes:
    """All that was sent since the program began, and the one thread that takes it in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held: list[Intake] = []
        self._waiting: SimpleQueue[Intake] = SimpleQueue()
        self._guard = threading.Lock()
        self._at_work = False

    def add(self, kind: str, files: Sequence[Sent]) -> Intake:
        """Have files taken in behind the pages."""
        with self._guard:
            intake = Intake(len(self._held) + 1, kind, files)
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
            take: Callable[[Sent], Taken] = self._table_of(intake.kind) if intake.kind else self._document
            for sent in intake.files:
                intake.taken.append(_taken(sent, take))
            intake.files = ()
            intake.done = True

    def _document(self, sent: Sent) -> Taken:
        return self._desk.take(sent.name, sent.content)

    def _table_of(self, kind: str) -> Callable[[Sent], Taken]:
        return lambda sent: self._desk.take_table(sent.name, sent.content, kind=kind)


def _taken(sent: Sent, take: Callable[[Sent], Taken]) -> Taken:
    """Whatever happens to one file, the next is taken in."""
    try:
        return take(sent)
    except ThucydidesError as problem:
        return Taken(sent.name, refused=str(problem))
    except Exception:
        return Taken(sent.name, refused="The program failed at this file. Nothing of it was kept.")
