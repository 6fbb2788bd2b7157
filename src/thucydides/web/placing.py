"""Where was it, how exactly is that known, and who says so?"""

from collections.abc import Iterable
from dataclasses import dataclass

from thucydides.vocabulary import Event, LinkedClaim, Place, Spot
from thucydides.web.accounts import Accounts, Voice
from thucydides.web.mapping import PRECISIONS, Map, map_of
from thucydides.web.wording import reading

_LOCAL = 44.0  # degrees: as much around a place as shows in which part of the world it lies


@dataclass(frozen=True, slots=True)
class Stated:
    """What an account says of the place, and which place of the lists is meant by it."""

    words: str
    voice: Voice
    meant: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where an event stands on the map, and by whose words."""

    place: Place | None
    exactness: str
    reason: str
    stated: tuple[Stated, ...]
    map: Map | None


def location_of(
    event: Event, children: Iterable[Event], claims: Iterable[LinkedClaim], accounts: Accounts
) -> Location | None:
    """The place of an event with those of the events within it; None where nothing tells it."""
    stated = tuple(
        Stated(reading(linked.claim.value), accounts.voice(linked), linked.place.name if linked.place else "")
        for linked in claims
        if linked.claim.attribute in ("place", "coordinates")
    )
    spots = [Spot(one.id, one.label, one.place) for one in (event, *children) if one.place]
    if not stated and not spots:
        return None
    return Location(
        place=event.place,
        exactness=PRECISIONS[event.place.precision] if event.place else "",
        reason=event.place_reason,
        stated=stated,
        map=map_of(spots, narrowest=_LOCAL),
    )
