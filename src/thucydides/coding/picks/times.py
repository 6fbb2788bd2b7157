"""When did it begin and end, and how long was it?"""

from collections import Counter
from collections.abc import Iterable

from thucydides.coding.picks.about import About, commonest, first_stated, nothing, said
from thucydides.vocabulary import Absence, Cell, Day, Duration, HistoricalDate, LinkedClaim, Variable


def date(about: About, variable: Variable) -> Cell:
    """The date most witnesses state, with the earliest and the latest that any of them admits."""
    claims = first_stated(about, variable.of["attribute"])
    dated = [linked for linked in claims if isinstance(linked.claim.value, HistoricalDate)]
    if not dated:
        return nothing(Absence.SILENT, "no account gives it")
    dates = {linked.claim.id: linked.claim.value for linked in dated}
    kept = [date for date in dates.values() if isinstance(date, HistoricalDate)]
    value = commonest(about, dated)
    early = [date.earliest for date in kept if date.earliest]
    late = [date.latest for date in kept if date.latest]
    return said(
        about, dated, value=value, low=_iso(min(early)) if early else None, high=_iso(max(late)) if late else None,
        rule=f"the date of most witnesses ({len(set(map(str, kept)))} different are given); bounds: the "
        "earliest and the latest day that any of them admits",
    )  # fmt: skip


def days(about: About, variable: Variable) -> Cell:
    """The days that accounts state, else those from the first to the last day, both counted."""
    claims = [linked for linked in about.claims("duration") if isinstance(linked.claim.value, Duration)]
    days = {linked.claim.id: str(linked.claim.value) for linked in claims}
    stated = Counter(int(value[1:-1]) for value in days.values() if value[:1] == "P" and value[1:-1].isdecimal())
    if stated:
        value = max(sorted(stated), key=stated.__getitem__)
        return said(about, claims, value=value, low=min(stated), high=max(stated), rule="the days that accounts state")
    begin, end = first_stated(about, "start_date|date"), first_stated(about, "end_date|date")
    firsts, lasts = map(_exact_days, (begin, end))
    span = [last.ordinal - first.ordinal + 1 for first in firsts for last in lasts if first <= last]
    if not span:
        return nothing(Absence.SILENT, "neither a duration nor its days are stated")
    value = Counter(span).most_common(1)[0][0]
    rule = "from the first to the last day, both counted"
    return said(about, [*begin, *end], value=value, low=min(span), high=max(span), rule=rule)


def _exact_days(claims: Iterable[LinkedClaim]) -> list[Day]:
    values = [linked.claim.value for linked in claims]
    dates = [value for value in values if isinstance(value, HistoricalDate)]
    return [date.earliest for date in dates if date.earliest is not None and date.earliest == date.latest]


def _iso(day: Day) -> str:
    return (
        f"{day.year:05}-{day.month:02}-{day.day:02}" if day.year < 0 else f"{day.year:04}-{day.month:02}-{day.day:02}"
    )
