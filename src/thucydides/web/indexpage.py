"""Which events are there, and when were they?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thucydides.desk import EventEntry
from thucydides.vocabulary import Day
from thucydides.web.dating import bounds, told, told_between
from thucydides.web.drawing import Bar, Tick, TimeAxis
from thucydides.web.timeline import parts_of
from thucydides.web.wording import kind

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An entry of the index, with what is said of it in words and drawn on the axis."""

    entry: EventEntry
    kind: str
    when: str
    bars: tuple[Bar, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index page, ready for its template."""

    ticks: tuple[Tick, ...]
    rows: tuple[IndexRow, ...]


def index_view(entries: Sequence[EventEntry]) -> IndexView:
    """The events on one axis of time; those without a date have none of it."""
    parts = [_parts(entry) for entry in entries]
    days = [day for held in parts for first, last, _ in held for day in (first, last)]
    axis = TimeAxis(days) if days else None
    rows = (_row(entry, held, axis) for entry, held in zip(entries, parts, strict=True))
    return IndexView(axis.ticks if axis else (), tuple(rows))


def _parts(entry: EventEntry) -> tuple[tuple[Day, Day, str], ...]:
    begin = bounds(entry.began) if entry.began else (None, None)
    end = bounds(entry.ended) if entry.ended and entry.ended != entry.began else begin
    return parts_of(begin, end) if begin != end else _whole(begin)


def _whole(days: tuple[Day | None, Day | None]) -> tuple[tuple[Day, Day, str], ...]:
    first, last = days
    if first is None or last is None or last < first:
        return ()
    return ((first, last, "solid" if first == last else "vague"),)


def _row(entry: EventEntry, parts: Iterable[tuple[Day, Day, str]], axis: TimeAxis | None) -> IndexRow:
    return IndexRow(
        entry=entry,
        kind=kind(entry.event.kind),
        when=_when(entry.began, entry.ended),
        bars=tuple(axis.bar(*part) for part in parts) if axis else (),
        depth=min(entry.depth, _DEEPEST),
    )


def _when(began: str, ended: str) -> str:
    if began and ended and began != ended:
        return told_between(began, ended)
    return told(began or ended) if began or ended else "date silent"
