"""Which state or other actor is meant by a name, at that time?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from thucydides.linking.spelling import slug
from thucydides.linking.times import Extent, extent_of, touched
from thucydides.vocabulary import Actor, Claim, Event, HistoricalDate, Registry

OWN_LIST = "the ledger's own"
_THE_VERY_NAME = 1.0


@dataclass(frozen=True, slots=True)
class Meant:
    """The actor that a name means, and the sentence that says why.

    `doubt`: why that is not certain, in a sentence; `perhaps`: the actors that may be meant instead.
    """

    actor: Actor
    reason: str
    doubt: str = ""
    perhaps: tuple[Actor, ...] = ()


@dataclass(frozen=True)
class Actors:
    """Names to actors, each at the time of its claim."""

    registry: Registry
    times: Mapping[str, Extent]
    _known: dict[tuple[str, HistoricalDate | None], Meant] = field(default_factory=dict, repr=False)

    def meant(self, name: str, claim: Claim) -> Meant:
        """The actor of a name in a claim; a name that no list has gets an identity of the ledger's own."""
        when = self.when(claim)
        if (name, when) not in self._known:
            self._known[name, when] = self._meant(name, when)
        return self._known[name, when]

    def _meant(self, name: str, when: HistoricalDate | None) -> Meant:
        found = self.registry.proposals(name, when)
        dated = f" at {_span(when)}" if when else ""
        if not found or not (found[0].sure or (found[0].score == _THE_VERY_NAME and _is_a_name(name))):
            actor = Actor(f"actor:{slug(name)}", name, origin=OWN_LIST)
            doubt = f"{found[0].reason}: perhaps {found[0].actor.name}{dated}" if found else ""
            reason = f"{name!r} stands in no list of actors"
            return Meant(actor, f"{reason}; {doubt}" if doubt else reason, doubt, tuple(held.actor for held in found))
        best = found[0]
        if best.sure:
            spelled = "" if best.score == _THE_VERY_NAME else f"; {best.reason}"
            return Meant(best.actor, f"{name!r} names {best.actor.name}{dated}, by {best.actor.origin}{spelled}")
        reason = f"{name!r} names {best.actor.name}, by {best.actor.origin}; {best.reason}"
        return Meant(best.actor, reason, best.reason, tuple(held.actor for held in found[1:]))

    def when(self, claim: Claim) -> HistoricalDate | None:
        """When the claim's event was: the time of the claim itself, else of the event, else of what surrounds it."""
        if claim.period is not None:
            return claim.period
        extent = self.times.get(claim.id)
        return extent.date if extent else None


def _is_a_name(name: str) -> bool:
    """Words written small (`royalists`) name whoever were called so there, unless the time tells who."""
    return any(letter.isupper() or not letter.islower() for letter in name[:1])


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
