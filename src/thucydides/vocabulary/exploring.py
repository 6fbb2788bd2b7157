"""By what can the events of a ledger be sifted, and what is left of them?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from thucydides.vocabulary.links import EventEntry
from thucydides.vocabulary.places import Place

TRAITS = ("kind", "type", "region", "actor", "status", "contested")
"""The scale of an event, its conflict type, where it was, who fought, how its estimates stand, is it contradicted."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What an event is sifted by. `first`, `last`: ordinals of the days between which it lies, None if not dated."""

    event: str
    first: int | None = None
    last: int | None = None
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """Which events are wanted: by words of their names, between two years, with one of the values of each trait."""

    words: str = ""
    since: int | None = None
    until: int | None = None
    traits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spot:
    """An event on the map."""

    event: str
    label: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is left: so many events in all, of them a page of the list in the order of the index, with what they share.

    `facets`: of each trait its commonest values with the number of events. `years`: how many events began in each
    year, whatever the wished-for time. `spots`: those that have a place, as many as a map can show; `placed`: of how
    many.
    """

    total: int
    entries: tuple[EventEntry, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    years: tuple[tuple[int, int], ...]
    spots: tuple[Spot, ...]
    placed: int
