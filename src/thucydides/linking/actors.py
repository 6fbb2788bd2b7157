"""Which state or other actor is meant by a name, at that time?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thucydides.linking.spelling import slug
from thucydides.linking.times import Extent, extent_of, touched
from thucydides.vocabulary import Actor, Claim, Event, HistoricalDate, Registry

OWN_LIST = "the ledger's own"


@dataclass(frozen=True, slots=True)
class Meant:
    """The actor that a name means, and the sentence that says why."""

    actor: Actor
    reason: str


@dataclass(frozen=True)
class Actors:
    """Names to actors, each at the time of its claim."""

    registry: Registry
    times: Mapping[str, Extent]

    def meant(self, name: str, claim: Claim) -> Meant:
        """The actor of a name in a claim; a name that no list has gets an identity of the ledger's own."""
        if not (key := self.registry.actor_named(name)):
            actor = Actor(f"actor:{slug(name)}", name, origin=OWN_LIST)
            return Meant(actor, f"{name!r} stands in no list of actors")
        when = self.when(claim)
        actor = self.registry.actor_on(key, when)
        dated = f" at {_span(when)}" if when else ""
        return Meant(actor, f"{name!r} names {actor.name}{dated}, by {actor.origin}")

    def when(self, claim: Claim) -> HistoricalDate | None:
        """When the claim's event was: the time of the claim itself, else of the event, else of what surrounds it."""
        if claim.period is not None:
            return claim.period
        extent = self.times.get(claim.id)
        return extent.date if extent else None


def times(claims: Iterable[Claim], event_of: Mapping[str, str], events: Mapping[str, Event]) -> dict[str, Extent]:
    """An extent for each claim: of its event in its document, of its event, of a larger event, of its document."""
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    held = tuple(claims)
    for claim in held:
        event = event_of[claim.id]
        for group in ((event, claim.document), (event,), ("", claim.document)):
            groups[group].append(claim)
    extents = {group: extent_of(about) or touched(about) for group, about in groups.items()}
    found: dict[str, Extent] = {}
    for claim in held:
        event = event_of[claim.id]
        above: list[tuple[str, ...]] = [(larger,) for larger in _above(event, events)]
        near: list[tuple[str, ...]] = [(event, claim.document), (event,), *above, ("", claim.document)]
        known = next(filter(None, map(extents.get, near)), None)
        if known is not None:
            found[claim.id] = known
    return found


def _above(event: str, events: Mapping[str, Event]) -> Iterable[str]:
    seen = {event}
    while (known := events.get(event)) and known.part_of and known.part_of not in seen:
        event = known.part_of
        seen.add(event)
        yield event


def _span(when: HistoricalDate) -> str:
    years = [str(day.year) for day in (when.earliest, when.latest) if day is not None]
    return " to ".join(dict.fromkeys(years)) or "an unknown time"
