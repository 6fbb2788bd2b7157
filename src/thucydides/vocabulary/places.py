"""Where is it, and how exactly is that known?"""

import math
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Protocol

_EARTH = 6371.0  # km, mean radius


class PlaceKind(StrEnum):
    """What kind of place a name belongs to: a river and the town that is called after it are two places."""

    BATTLEFIELD = "battlefield"
    TOWN = "town"
    FORT = "fort"
    RIVER = "river"
    LAKE = "lake"
    SEA = "sea"
    ISLAND = "island"
    MOUNTAIN = "mountain"
    REGION = "region"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class Precision(IntEnum):
    """How exactly the coordinates stand for the place, in the seven classes of UCDP's `where_prec`."""

    EXACT = 1
    NEAR = 2  # within about 25 km
    DISTRICT = 3
    PROVINCE = 4
    LINE = 5  # a river, a front, a fuzzy area
    COUNTRY = 6
    SEA_OR_AIR = 7


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a list, in degrees north and east (WGS 84).

    `within`: names of what it lies in, or near, from the list (`Mongolia`); `origin`: the list. `id`: `geonames:…`,
    `wikidata:Q…` or `place:…`.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    kind: PlaceKind = PlaceKind.UNKNOWN
    precision: Precision = Precision.NEAR
    within: tuple[str, ...] = ()
    origin: str = ""

    def distance(self, latitude: float, longitude: float) -> float:
        """Kilometres to a point, along a great circle."""
        here, there = math.radians(self.latitude), math.radians(latitude)
        across = math.radians(longitude - self.longitude)
        chord = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
        return 2 * _EARTH * math.asin(math.sqrt(min(1.0, chord)))


class Atlas(Protocol):
    """Which places go by a name? Filled by the authorities, handed to linking by the desk."""

    def places_named(self, words: str) -> tuple[Place, ...]:
        """Every place of the lists that goes by these words, accents and words like River or Lake apart."""
