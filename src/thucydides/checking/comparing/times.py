"""How do two dates, or two lengths of time, stand to each other?"""

import re

from thucydides.vocabulary import Duration, HistoricalDate, Relation

Said = tuple[Relation, str]
_MONTH = (28, 31)
_YEAR = (365, 366)
_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")


def compared_dates(one: HistoricalDate, other: HistoricalDate) -> Said:
    """The relation of two dates."""
    if one.edtf == other.edtf and one.part == other.part:
        return Relation.AGREE, f"both say {one}"
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return _compared_open(one, other)
    assert one.earliest and one.latest and other.earliest and other.latest
    if one.latest < other.earliest or other.latest < one.earliest:
        return Relation.CONTRADICT, f"{one} and {other} have no day in common{_apart(one, other)}"
    for fine, coarse in ((one, other), (other, one)):
        assert fine.earliest and fine.latest and coarse.earliest and coarse.latest
        if coarse.earliest <= fine.earliest and fine.latest <= coarse.latest:
            return Relation.ROUNDING, f"{_told(coarse)} is {_told(fine)} said less exactly"
    return Relation.AGREE, f"{_told(one)} and {_told(other)} can both be true"


def _compared_open(one: HistoricalDate, other: HistoricalDate) -> Said:
    early, late = sorted((one, other), key=lambda date: date.earliest is not None)
    apart = (early.latest and late.earliest and early.latest < late.earliest) or (
        late.latest and early.earliest and late.latest < early.earliest
    )
    if apart:
        return Relation.CONTRADICT, f"{_told(one)} and {_told(other)} have no day in common"
    return Relation.AGREE, f"{_told(one)} and {_told(other)} can both be true"


def _apart(one: HistoricalDate, other: HistoricalDate) -> str:
    if one.earliest and one.earliest == one.latest and other.earliest and other.earliest == other.latest:
        days = abs(one.earliest.until(other.earliest))
        return f"; they are {days} day{'s' if days != 1 else ''} apart"
    return ""


def _told(date: HistoricalDate) -> str:
    return f"{date.part} {date}" if date.part else str(date)


def compared_durations(one: Duration, other: Duration) -> Said:
    """The relation of two lengths of time."""
    if one.iso == other.iso:
        return Relation.AGREE, f"both say {one.as_written}"
    a, b = _days(one), _days(other)
    if a is None or b is None:
        return Relation.AGREE, f"{one.as_written} and {other.as_written} cannot be held against each other"
    exact = a[0] == a[1] and b[0] == b[1]
    if a[1] < b[0] or b[1] < a[0]:
        return Relation.CONTRADICT, f"{one.as_written} and {other.as_written} are not the same length of time"
    if exact:
        return Relation.AGREE, f"{one.as_written} and {other.as_written} are the same length of time"
    return Relation.ROUNDING, f"{one.as_written} and {other.as_written} are the same length, said less exactly"


def _days(duration: Duration) -> tuple[float, float] | None:
    """The fewest and the most days; a bare number of months or years is good to half of its unit."""
    found = _LENGTH.match(duration.iso)
    if not found:
        return None
    years, months, weeks, days = (int(group or 0) for group in found.groups())
    plain = weeks * 7 + days
    fewest, most = years * _YEAR[0] + months * _MONTH[0] + plain, years * _YEAR[1] + months * _MONTH[1] + plain
    slack = 0.0 if days else 3.5 if weeks else 15.0 if months else 183.0 if years else 0.0
    return fewest - slack, most + slack
