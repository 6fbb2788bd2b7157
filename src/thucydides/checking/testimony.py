"""What does each document say of each event, and how do the events lie in each other?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from thucydides.vocabulary import Count, Event, EventKind, HistoricalDate, LinkedClaim

Key = TypeVar("Key")
Item = TypeVar("Item")

EVERY_ACTOR = frozenset({"all"})
"""The actors of a claim about all belligerents together."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says of one event, in the order of its text."""

    event: Event
    document: str
    name: str
    claims: tuple[LinkedClaim, ...]

    def of(self, *attributes: str) -> tuple[LinkedClaim, ...]:
        """The claims of these attributes."""
        return tuple(linked for linked in self.claims if linked.claim.attribute in attributes)

    def own(self, *attributes: str) -> tuple[LinkedClaim, ...]:
        """Those in which the document speaks for itself and not of a part of the time or of the event."""
        return tuple(linked for linked in self.of(*attributes) if _is_plain(linked))


def _is_plain(linked: LinkedClaim) -> bool:
    claim = linked.claim
    return not (claim.attribution.claimant or claim.relation or claim.phase or claim.period)


@dataclass(frozen=True, slots=True)
class Testimony:
    """All accounts, by event and document."""

    accounts: tuple[Account, ...]
    events: Mapping[str, Event]
    by_event: Mapping[str, tuple[Account, ...]] = field(repr=False)
    by_document: Mapping[str, tuple[Account, ...]] = field(repr=False)
    within: Mapping[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, linked: Iterable[LinkedClaim]) -> "Testimony":
        """The claims, sorted out."""
        ordered = sorted(linked, key=_place)
        grouped = groups(ordered, lambda claim: (claim.event.id, claim.claim.document))
        accounts = tuple(
            Account(claims[0].event, document, claims[0].document_name, tuple(claims))
            for (_, document), claims in sorted(grouped.items())
        )
        events = {account.event.id: account.event for account in accounts}
        within: dict[str, list[str]] = groups(sorted(events), lambda event: events[event].part_of)
        return cls(
            accounts,
            events,
            {event: tuple(held) for event, held in groups(accounts, lambda account: account.event.id).items()},
            {document: tuple(held) for document, held in groups(accounts, lambda account: account.document).items()},
            {event: tuple(inside) for event, inside in within.items() if event},
        )

    def of_event(self, event_id: str) -> tuple[Account, ...]:
        """What the documents say of an event, by document."""
        return self.by_event.get(event_id, ())

    def of_document(self, document: str, *attributes: str) -> tuple[LinkedClaim, ...]:
        """The claims of one document with these attributes, on whatever event."""
        return tuple(linked for account in self.by_document.get(document, ()) for linked in account.of(*attributes))

    def children(self, event_id: str) -> tuple[Event, ...]:
        """The events directly within it."""
        return tuple(self.events[child] for child in self.within.get(event_id, ()))

    def kin(self, event: Event) -> Iterator[Event]:
        """The event, the one it belongs to and those directly within it, agreements apart."""
        around = (event, *filter(None, (self.events.get(event.part_of),)), *self.children(event.id))
        return (other for other in around if other.kind is not EventKind.AGREEMENT)


def _place(linked: LinkedClaim) -> tuple[str, int, int, str, str]:
    claim = linked.claim
    return claim.document, claim.span.start, claim.span.end, claim.attribute, claim.id


def groups(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """The items by their key, in the order in which they came."""
    grouped: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        grouped[key(item)].append(item)
    return dict(grouped)


def actors(linked: LinkedClaim) -> frozenset[str]:
    """Whom the claim is about: ids, the names where linking knew no actor, or EVERY_ACTOR."""
    if linked.claim.target.everyone:
        return EVERY_ACTOR
    if linked.targets:
        return frozenset(actor.id for actor in linked.targets)
    return frozenset(linked.claim.target.names)


def date_of(linked: LinkedClaim) -> HistoricalDate | None:
    """The value, if it is a date with a year."""
    value = linked.claim.value
    return value if isinstance(value, HistoricalDate) and (value.earliest or value.latest) else None


def count_of(linked: LinkedClaim) -> Count | None:
    """The value, if it is a count with at least one bound."""
    value = linked.claim.value
    return value if isinstance(value, Count) and (value.low, value.high) != (None, None) else None


def ids(claims: Iterable[LinkedClaim]) -> tuple[str, ...]:
    """The ids of the claims, each once, in their order."""
    return tuple(dict.fromkeys(linked.claim.id for linked in claims))
