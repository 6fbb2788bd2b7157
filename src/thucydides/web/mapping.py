"""How do places look on a map that is drawn here, so that it needs no script?

Degrees become points of a drawing of fixed width; how exactly a place is known is the radius of a broken circle.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thucydides.vocabulary import Place, Precision, Spot
from thucydides.web.coastline import LAND, Ring, Window, land_within
from thucydides.web.vendor import has

RADII = {
    Precision.EXACT: 5.0,
    Precision.NEAR: 25.0,
    Precision.DISTRICT: 60.0,
    Precision.PROVINCE: 150.0,
    Precision.LINE: 100.0,
    Precision.COUNTRY: 400.0,
    Precision.SEA_OR_AIR: 150.0,
}
"""Kilometres around the point. UCDP gives 25 for its second class and no number for the others, which are ours."""
PRECISIONS = {
    Precision.EXACT: "the place itself",
    Precision.NEAR: "within about 25 km",
    Precision.DISTRICT: "somewhere in the district",
    Precision.PROVINCE: "somewhere in the province",
    Precision.LINE: "along a line or in a vague area",
    Precision.COUNTRY: "somewhere in the country",
    Precision.SEA_OR_AIR: "at sea or in the air",
}
MISSING = "The coast line is missing: this copy of the program was built without npm, which brings it."
_WIDTH = 640.0
_KM = 111.2  # of a degree of latitude
_APART = 26.0  # points of the drawing: nearer ones are shown as one
_NARROWEST = 10.0
_SEEN = 3.0
_NAMED = 5
"""More pins than this are not named on the drawing: their names would cover each other."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One point, or several so near each other that they are one. `circle`: the radius of what is not known."""

    x: float
    y: float
    size: float
    circle: float
    spots: tuple[Spot, ...]

    @property
    def names(self) -> str:
        """Whose place it is; of many the first few."""
        more = f" and {len(self.spots) - 4} more" if len(self.spots) > 4 else ""
        return ", ".join(spot.label for spot in self.spots[:4]) + more


@dataclass(frozen=True, slots=True)
class Map:
    """A drawn map. `land`: one path; `named`: few enough pins to be named; `missing`: what is not drawn, in words."""

    width: float
    height: float
    land: str
    pins: tuple[Pin, ...]
    window: Window
    named: bool
    missing: str


def map_of(spots: Sequence[Spot], *, narrowest: float = _NARROWEST) -> Map | None:
    """The smallest map with every spot on it; None where there is no spot."""
    if not spots:
        return None
    window = _window([spot.place for spot in spots], narrowest)
    paper = _Paper(window)
    pins = paper.pins(spots)
    return Map(
        width=_WIDTH,
        height=paper.height,
        land=" ".join(paper.path(ring) for ring in land_within(window)),
        pins=pins,
        window=window,
        named=len(pins) <= _NAMED,
        missing="" if has(LAND) else MISSING,
    )


def _window(places: Iterable[Place], narrowest: float) -> Window:
    held = list(places)
    air = max(2.4 * max(RADII[place.precision] for place in held) / _KM, narrowest / 2)
    west, east = min(p.longitude for p in held) - air, max(p.longitude for p in held) + air
    south, north = min(p.latitude for p in held) - air * 0.4, max(p.latitude for p in held) + air * 0.4
    return Window(max(west, -180.0), max(south, -85.0), min(east, 180.0), min(north, 85.0))


class _Paper:
    """The drawing of a window: as wide as ever, as high as the window at its middle asks for."""

    def __init__(self, window: Window) -> None:
        self._window = window
        middle = math.radians((window.south + window.north) / 2)
        self._across = _WIDTH / (window.east - window.west)
        self._up = self._across / max(math.cos(middle), 0.2)
        self.height = round((window.north - window.south) * self._up, 1)

    def path(self, ring: Ring) -> str:
        """A ring as a path, without points that would fall on the one before."""
        drawn: list[tuple[float, float]] = []
        for east, north in ring:
            x, y = self._at(east, north)
            if not drawn or abs(x - drawn[-1][0]) + abs(y - drawn[-1][1]) >= 0.8:
                drawn.append((x, y))
        return "M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in drawn) + "Z" if len(drawn) > 2 else ""

    def pins(self, spots: Iterable[Spot]) -> tuple[Pin, ...]:
        """The spots, those that would touch taken together; the fullest are drawn first, so that none is hidden."""
        cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
        for spot in spots:
            x, y = self._at(spot.place.longitude, spot.place.latitude)
            cells[int(x // _APART), int(y // _APART)].append(spot)
        return tuple(sorted((self._pin(held) for held in cells.values()), key=lambda pin: -pin.size))

    def _pin(self, held: Sequence[Spot]) -> Pin:
        points = [self._at(spot.place.longitude, spot.place.latitude) for spot in held]
        circle = RADII[held[0].place.precision] / _KM * self._up if len(held) == 1 else 0.0
        size = 7.0 if len(held) == 1 else min(11 + 3 * math.sqrt(len(held)), 34)
        return Pin(
            x=round(sum(x for x, _ in points) / len(points), 1),
            y=round(sum(y for _, y in points) / len(points), 1),
            size=round(size, 1),
            circle=round(circle, 1) if circle > size + _SEEN else 0.0,
            spots=tuple(held),
        )

    def _at(self, east: float, north: float) -> tuple[float, float]:
        return (east - self._window.west) * self._across, (self._window.north - north) * self._up
