"""Which two mentions did a person join or part, and under which names does a list know an event?"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thucydides.vocabulary.days import Day
from thucydides.vocabulary.mentions import EventKind


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One event as one document names it: id of the document and label. The ids of events are made from it."""

    document: str
    label: str


class Pairing(StrEnum):
    """What a person can say of two mentions."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """Who decided that two mentions are one event, or are not, when (ISO 8601, UTC) and why.

    It outweighs every feature. `undoes`: the id of a decision that this one takes back.
    """

    one: Mention
    other: Mention
    answer: Pairing
    who: str
    when: str
    why: str = ""
    undoes: str = ""

    @property
    def pair(self) -> frozenset[Mention]:
        """The two mentions, in no order."""
        return frozenset((self.one, self.other))

    @property
    def id(self) -> str:
        """Hash of all that was said."""
        first, second = sorted((self.one, self.other))
        named = (first.document, first.label, second.document, second.label)
        parts = (*named, self.answer, self.who, self.when, self.why, self.undoes)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def standing_pairs(decisions: Iterable[LinkDecision]) -> dict[frozenset[Mention], LinkDecision]:
    """The decision that stands for each pair: the last that was not taken back (which may be taken back itself)."""
    undone: set[str] = set()
    kept: dict[frozenset[Mention], LinkDecision] = {}
    for decision in reversed(tuple(decisions)):
        if decision.id in undone:
            continue
        if decision.undoes:
            undone.add(decision.undoes)
        else:
            kept.setdefault(decision.pair, decision)
    return kept


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """An event as a list of names knows it: `id` there, names in several scripts, and roughly when it was.

    It is no claim and no event of the ledger; it tells only that two names can mean the same.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: EventKind
    begin: Day | None
    end: Day | None
    origin: str
