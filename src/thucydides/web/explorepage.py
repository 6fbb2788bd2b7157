"""Which events are looked at, how did one come to them, and what else is there?

A view is its address: every choice stands in the query, and nothing else does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from thucydides.desk import EventEntry
from thucydides.vocabulary import CODES, TRAITS, EventKind, Sifted, Wish
from thucydides.web.indexpage import IndexView, index_view
from thucydides.web.mapping import Map, map_of
from thucydides.web.vendor import has
from thucydides.web.wording import kind, readable

PAGE = 100
"""Rows of the list on one page."""
TITLES = {
    "kind": "Kind of event",
    "type": "Type of conflict",
    "region": "Region",
    "actor": "Actor",
    "status": "Estimates",
    "contested": "Contested",
}
_LIBRARY = "maplibre-gl/maplibre-gl.mjs"
_MOST_BARS = 40
_STEPS = (1, 5, 10, 25, 50, 100, 500)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet with the number of events that have it."""

    value: str
    shown: str
    events: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A trait by which one can sift."""

    name: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice that was made, with the address of the view without it."""

    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """The events begun in some years, as a column. `href`: the view of these years alone."""

    x: float
    width: float
    height: float
    said: str
    href: str
    inside: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """Events begun in each stretch of years."""

    stretches: tuple[Stretch, ...]
    labels: tuple[tuple[float, str], ...]
    years: int


@dataclass(frozen=True, slots=True)
class ExploreView:
    """The explore page, ready for its template."""

    title: str
    wish: Wish
    total: int
    first: int
    last: int
    index: IndexView
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]
    overview: Overview | None
    map: Map | None
    placed: int
    spots: int
    movable: bool
    query: str
    before: str
    after: str


def wish_of(asked: Mapping[str, Sequence[str]]) -> Wish:
    """The wish that a query spells; what cannot be understood of it is left out."""
    words = next(iter(asked.get("q", ())), "").strip()[:400]
    return Wish(
        words=words,
        since=_year(asked.get("since", ())),
        until=_year(asked.get("until", ())),
        traits={name: tuple(v[:400] for v in asked[name] if v)[:50] for name in TRAITS if any(asked.get(name, ()))},
    )


def query_of(wish: Wish, *, page: int = 1) -> str:
    """The query that spells a wish: `?kind=battle&since=1939`, empty for none."""
    pairs = [("q", wish.words)] if wish.words else []
    pairs += [(name, str(year)) for name, year in (("since", wish.since), ("until", wish.until)) if year is not None]
    pairs += [(name, value) for name in TRAITS for value in wish.traits.get(name, ())]
    pairs += [("page", str(page))] if page > 1 else []
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""


def explore_view(wish: Wish, sifted: Sifted, page: int) -> ExploreView:
    """The view of a wish."""
    first = (page - 1) * PAGE
    last = first + len(sifted.entries)
    return ExploreView(
        title=title_of(wish),
        wish=wish,
        total=sifted.total,
        first=first + 1 if sifted.entries else 0,
        last=last,
        index=index_view(_from_the_top(sifted.entries)),
        facets=tuple(_facet(name, sifted.facets.get(name, ()), wish) for name in TRAITS),
        chips=tuple(_chips(wish)),
        overview=_overview(sifted.years, wish),
        map=map_of(sifted.spots),
        placed=sifted.placed,
        spots=len(sifted.spots),
        movable=has(_LIBRARY),
        query=query_of(wish),
        before=f"/explore{query_of(wish, page=page - 1)}" if page > 1 else "",
        after=f"/explore{query_of(wish, page=page + 1)}" if last < sifted.total else "",
    )


def title_of(wish: Wish) -> str:
    """What is looked at, in words."""
    values = [shown(name, value) for name in TRAITS for value in wish.traits.get(name, ())]
    parts = [f"“{wish.words}”"] if wish.words else []
    return ", ".join([*parts, *values, *filter(None, [_span(wish)])]) or "All events"


def shown(trait: str, value: str) -> str:
    """A value as the page says it."""
    if trait == "kind" and value in tuple(EventKind):
        return kind(EventKind(value))
    return value if trait in ("actor", "region") and value not in CODES.get("region", {}) else readable(value)


def _span(wish: Wish) -> str:
    begin, end = (_said(year) if year is not None else "" for year in (wish.since, wish.until))
    if begin and end:
        return begin if begin == end else f"{begin} to {end}"
    return f"from {begin} on" if begin else f"until {end}" if end else ""


def _said(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _year(asked: Sequence[str]) -> int | None:
    try:
        year = int(next(iter(asked), ""))
    except ValueError:
        return None
    return year if -9999 <= year <= 9999 else None


def _facet(name: str, values: Iterable[tuple[str, int]], wish: Wish) -> Facet:
    chosen = wish.traits.get(name, ())
    return Facet(
        name,
        TITLES[name],
        tuple(Choice(value, shown(name, value), events, value in chosen) for value, events in values),
    )


def _chips(wish: Wish) -> Iterable[Chip]:
    if wish.words:
        yield Chip(f"“{wish.words}”", f"/explore{query_of(replace(wish, words=''))}")
    if span := _span(wish):
        yield Chip(span, f"/explore{query_of(replace(wish, since=None, until=None))}")
    for name, values in wish.traits.items():
        for value in values:
            rest = {**wish.traits, name: tuple(other for other in values if other != value)}
            yield Chip(shown(name, value), f"/explore{query_of(replace(wish, traits=rest))}")


def _from_the_top(entries: Sequence[EventEntry]) -> tuple[EventEntry, ...]:
    """The entries, as deep as what is shown of those around them: nothing hangs under a row that is not there."""
    depths: dict[str, int] = {}
    placed = []
    for entry in entries:
        depth = depths.get(entry.event.part_of, -1) + 1
        depths[entry.event.id] = depth
        placed.append(replace(entry, depth=depth))
    return tuple(placed)


def _overview(years: Sequence[tuple[int, int]], wish: Wish) -> Overview | None:
    """The events by stretches of so many years that few columns do."""
    if len(years) < 2:
        return None
    span = years[-1][0] - years[0][0] + 1
    step = next((step for step in _STEPS if span / step <= _MOST_BARS), 1000)
    begin = years[0][0] // step * step
    columns = (years[-1][0] - begin) // step + 1
    counts = [0] * columns
    for year, events in years:
        counts[(year - begin) // step] += events
    width = 100 / columns
    return Overview(
        tuple(
            _stretch(begin + place * step, step, events, max(counts), place * width, width, wish)
            for place, events in enumerate(counts)
            if events
        ),
        tuple(
            (round(place * width, 2), _said(begin + place * step))
            for place in range(0, columns, max(1, -(-columns // 8)))
        ),
        step,
    )


def _stretch(year: int, step: int, events: int, most: int, x: float, width: float, wish: Wish) -> Stretch:
    last = year + step - 1
    within = (wish.since is None or last >= wish.since) and (wish.until is None or year <= wish.until)
    span = _said(year) if step == 1 else f"{_said(year)} to {_said(last)}"
    return Stretch(
        x=round(x + width * 0.08, 2),
        width=round(width * 0.84, 2),
        height=round(3 + 29 * events / most, 1),
        said=f"{span}: {events:,} event{'s' if events != 1 else ''}",
        href=f"/explore{query_of(replace(wish, since=year, until=last))}",
        inside=within,
    )
