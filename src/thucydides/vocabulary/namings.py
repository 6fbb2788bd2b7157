"""How does one document name an event, and under which names does a list know it?"""

from dataclasses import dataclass

from thucydides.vocabulary.days import Day
from thucydides.vocabulary.mentions import EventKind


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One event as one document names it: id of the document and label. The ids of events are made from it."""

    document: str
    label: str


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
