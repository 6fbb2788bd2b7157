"""Which pages of a dump are read, and what becomes of each?

A page is known to be about armed conflict by its title, its info-box or its categories, at a glance. One that was read
in the same way before is not read again, so a reading that was broken off goes on where it was.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from thucydides.archive import Dump, PassedOver, Refusal
from thucydides.desk.answers import Taken
from thucydides.desk.taking_in import take_in
from thucydides.extracting import heads_armed_conflict
from thucydides.ledger import Ledger, Outcome
from thucydides.reading import glance
from thucydides.vocabulary import Document, Registry, page_title

EVERY = 10_000
"""After so many revisions it is told how far the reading is."""


class Pages(StrEnum):
    """Which articles of a dump are wanted."""

    ABOUT_CONFLICT = "about armed conflict"
    ALL = "all"


@dataclass(slots=True)
class _Counts:
    """How many revisions of a dump were met, and what became of them."""

    passed: Counter[PassedOver] = field(default_factory=Counter)
    unconcerned: int = 0
    read: int = 0
    new: int = 0
    refused: int = 0

    @property
    def met(self) -> int:
        return self.passed.total() + self.unconcerned + self.read + self.refused

    def told(self, *, whole: bool) -> str:
        """As a sentence."""
        asides = [f"{self.passed[why]:,} {why}" for why in PassedOver if self.passed[why]]
        asides += [f"{self.unconcerned:,} that show no sign of armed conflict"] if self.unconcerned else []
        over = f" Passed over: {', '.join(asides)}." if asides else ""
        broken = f" Left out: {self.refused:,} that could not be read." if self.refused else ""
        seen = f"{self.met:,} revisions of pages{'' if whole else ' so far'}"
        return f"{seen}, {self.read:,} read, {self.new:,} of them with something new.{over}{broken}"


def read_dump(dump: Dump, wanted: Pages, recipe: str, *, ledger: Ledger, registry: Registry) -> Iterator[Taken]:
    """Take in the pages of a dump that are wanted, one after the other; now and then, and at the end, tell how many."""
    counts = _Counts()
    for found in dump.pages():
        if isinstance(found, PassedOver):
            counts.passed[found] += 1
        elif isinstance(found, Document) and wanted is Pages.ABOUT_CONFLICT and not concerns_conflict(found):
            counts.unconcerned += 1
        else:
            taken = _taken(found, recipe, ledger=ledger, registry=registry)
            counts.refused += bool(taken.refused)
            counts.read += not taken.refused
            counts.new += taken.new
            yield taken
        if counts.met % EVERY == 0:
            yield Taken(dump.name, told=counts.told(whole=False))
    if counts.met > counts.refused:
        yield Taken(dump.name, told=counts.told(whole=True))


def concerns_conflict(page: Document) -> bool:
    """Is a page in wikitext about armed conflict, as its title, its info-box or its categories show?"""
    if heads_armed_conflict(page_title(page.name)):
        return True
    seen = glance(page.content.decode())
    return seen.has_conflict_box or any(map(heads_armed_conflict, seen.categories))


def _taken(found: Document | Refusal, recipe: str, *, ledger: Ledger, registry: Registry) -> Taken:
    """What became of a page; one that was read by the same recipe is not read again."""
    if isinstance(found, Refusal):
        return take_in(found, ledger=ledger, registry=registry)
    if known := ledger.known_outcome(found, recipe):
        return Taken(found.name, found.id, known.claims, known.findings)
    taken = take_in(found, ledger=ledger, registry=registry)
    if not taken.refused:
        ledger.note_outcome(found, recipe, Outcome(taken.claims, taken.unread))
    return taken
