"""Where is land within a window of the map?

From the coast of Natural Earth (TopoJSON of world-atlas), as it was built into the program; without it there is none.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from thucydides.web.vendor import FOLDER

LAND = "world-atlas/land-50m.json"
Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the map, in degrees east and north."""

    west: float
    south: float
    east: float
    north: float


def land_within(window: Window) -> tuple[Ring, ...]:
    """The rings of land in the window, cut at its edges; nothing where the coast was not built in."""
    met = (ring for ring, box in _rings() if _meet(box, window))
    return tuple(cut for ring in met if len(cut := _cut(ring, window)) > 2)


@cache
def _rings() -> tuple[tuple[Ring, Window], ...]:
    place = FOLDER / LAND
    if not place.is_file():
        return ()
    held = json.loads(place.read_text(encoding="utf-8"))
    arcs = [_arc(arc, held["transform"]) for arc in held["arcs"]]
    rings = (_ring(indexes, arcs) for polygon in _polygons(held["objects"]["land"]) for indexes in polygon)
    return tuple((ring, _box(ring)) for ring in rings)


def _polygons(shape: dict[str, object]) -> Iterable[list[list[int]]]:
    if shape["type"] == "GeometryCollection":
        for inner in shape["geometries"]:  # type: ignore[attr-defined]
            yield from _polygons(inner)
    elif shape["type"] == "MultiPolygon":
        yield from shape["arcs"]  # type: ignore[misc]
    elif shape["type"] == "Polygon":
        yield shape["arcs"]  # type: ignore[misc]


def _arc(steps: Iterable[Sequence[int]], transform: dict[str, list[float]]) -> list[Point]:
    """The points of an arc: each step is counted from the one before, in units of the transform."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in steps:
        x, y = x + step[0], y + step[1]
        points.append((x * across + west, y * up + south))
    return points


def _ring(indexes: Iterable[int], arcs: Sequence[list[Point]]) -> Ring:
    """Arcs one after another; a negative index is an arc that is walked backwards."""
    points: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def _box(ring: Ring) -> Window:
    easts, norths = [east for east, _ in ring], [north for _, north in ring]
    return Window(min(easts), min(norths), max(easts), max(norths))


def _meet(one: Window, other: Window) -> bool:
    across = one.west <= other.east and one.east >= other.west
    return across and one.south <= other.north and one.north >= other.south


def _cut(ring: Ring, window: Window) -> Ring:
    """The ring within the window, edge by edge (Sutherland and Hodgman, 1974)."""
    edges = ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1))
    for axis, at, side in edges:
        ring = _cut_at(ring, axis, at, side)
    return ring


def _cut_at(ring: Ring, axis: int, at: float, side: int) -> Ring:
    kept: list[Point] = []
    for before, point in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        inside, was_inside = (point[axis] - at) * side >= 0, (before[axis] - at) * side >= 0
        if inside != was_inside:
            share = (at - before[axis]) / (point[axis] - before[axis])
            crossed = [before[i] + share * (point[i] - before[i]) for i in (0, 1)]
            kept.append((crossed[0], crossed[1]))
        if inside:
            kept.append(point)
    return tuple(kept)
