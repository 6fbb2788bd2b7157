"""When was it, account by account?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thucydides.vocabulary import Day, Duration, HistoricalDate, LinkedClaim
from thucydides.web.accounts import Accounts, Voice
from thucydides.web.dating import told, told_between, told_day
from thucydides.web.drawing import Bar, Tick, TimeAxis
from thucydides.web.margin import Margin
from thucydides.web.wording import actors, label, lasting

_SLOTS = ("start_date", "end_date")


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One account of the time. `opens`: the side on which it is not said how far it goes."""

    what: str
    voice: Voice
    bars: tuple[Bar, ...]
    opens: str
    shown: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Rows on one axis of time."""

    ticks: tuple[Tick, ...]
    rows: tuple[TimeRow, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is to be drawn in one row, before there is an axis."""

    what: str
    claims: tuple[LinkedClaim, ...]
    parts: tuple[tuple[Day, Day, str], ...]
    opens: str
    shown: str


def timeline_of(claims: Sequence[LinkedClaim], accounts: Accounts, margin: Margin) -> Timeline | None:
    """A row for each account's extent, each further date, each duration's implied end; None without any day."""
    stretches = [stretch for stretch in _stretches(claims, accounts) if stretch.parts]
    if not stretches:
        return None
    axis = TimeAxis(day for stretch in stretches for first, last, _ in stretch.parts for day in (first, last))
    rows = (
        TimeRow(
            what=stretch.what,
            voice=accounts.voice(stretch.claims[0]),
            bars=tuple(axis.bar(first, last, sort) for first, last, sort in stretch.parts),
            opens=stretch.opens,
            shown=stretch.shown,
            notes=margin.keys(stretch.claims),
        )
        for stretch in stretches
    )
    return Timeline(axis.ticks, tuple(rows))


def parts_of(
    begin: tuple[Day | None, Day | None], end: tuple[Day | None, Day | None]
) -> tuple[tuple[Day, Day, str], ...]:
    """From a beginning to an end: solid between them, vague where either is only known to lie within some days."""
    first, sure_from = begin
    sure_to, last = end
    if first is None or sure_from is None or sure_to is None or last is None or last < first:
        return tuple(_point(*days) for days in (begin, end) if days[0] and days[1] and days[0] <= days[1])
    vague_begin = () if first == sure_from else ((first, min(sure_from, last), "vague"),)
    vague_end = () if sure_to == last else ((max(sure_to, first), last, "vague"),)
    solid = ((sure_from, sure_to, "solid"),) if sure_from <= sure_to else ()
    return (*vague_begin, *solid, *vague_end)


def _point(first: Day | None, last: Day | None) -> tuple[Day, Day, str]:
    assert first is not None and last is not None
    return first, last, "solid" if first == last else "vague"


def _stretches(claims: Sequence[LinkedClaim], accounts: Accounts) -> Iterator[_Stretch]:
    held: dict[tuple[str, str], list[LinkedClaim]] = defaultdict(list)
    for linked in claims:
        if isinstance(linked.claim.value, HistoricalDate | Duration):
            held[accounts.of(linked).siglum, actors(linked)].append(linked)
    implied: list[_Stretch] = []
    for (_, whose), group in held.items():
        begins, ends = (_once(one for one in group if one.claim.attribute == slot) for slot in _SLOTS)
        yield from _extents(begins, ends, whose)
        implied += _implied(begins, group)
        for linked in group:
            if linked.claim.attribute not in _SLOTS and isinstance(linked.claim.value, HistoricalDate):
                yield _single(linked, whose)
    yield from implied


def _once(claims: Iterable[LinkedClaim]) -> list[LinkedClaim]:
    """One claim for each date: an account may tell its beginning twice, in its prose and in its facts."""
    last: dict[str, LinkedClaim] = {str(linked.claim.value): linked for linked in claims}
    return list(last.values())


def _extents(begins: Sequence[LinkedClaim], ends: Sequence[LinkedClaim], whose: str) -> Iterator[_Stretch]:
    """A beginning and an end of one account are one stretch; where it gives several, each stands alone."""
    if len(begins) == len(ends) == 1:
        first, last = begins[0].claim.value, ends[0].claim.value
        assert isinstance(first, HistoricalDate) and isinstance(last, HistoricalDate)
        shown = told_between(first.edtf, last.edtf)
        yield _Stretch(
            whose,
            (begins[0], ends[0]),
            parts_of((first.earliest, first.latest), (last.earliest, last.latest)),
            "",
            shown,
        )
        return
    for linked in begins:
        yield _single(linked, whose, opens="" if ends else "up", before="from ")
    for linked in ends:
        yield _single(linked, whose, opens="" if begins else "down", before="to ")


def _single(linked: LinkedClaim, whose: str, *, opens: str = "", before: str = "") -> _Stretch:
    date = linked.claim.value
    assert isinstance(date, HistoricalDate)
    first, last = date.earliest, date.latest
    known = first is not None and last is not None and first <= last
    part = (_point(first, last),) if known else ()
    what = "" if linked.claim.attribute in ("date", *_SLOTS) else label(linked.claim.attribute).lower()
    return _Stretch(", ".join(filter(None, (whose, what))), (linked,), part, opens, before + told(date))


def _implied(begins: Sequence[LinkedClaim], group: Iterable[LinkedClaim]) -> Iterator[_Stretch]:
    """Where a stated duration would end, counted from the account's own beginning."""
    for linked in group:
        length = linked.claim.value
        if not isinstance(length, Duration) or length.days is None or len(begins) != 1:
            continue
        begin = begins[0].claim.value
        first = begin.earliest if isinstance(begin, HistoricalDate) and begin.earliest == begin.latest else None
        if first is not None and 0 < length.days < 400_000:
            end = first.plus(length.days)
            yield _Stretch(
                f"“{lasting(length)}”", (linked,), ((first, end, "ghost"),), "", f"would end {told_day(end)}"
            )
