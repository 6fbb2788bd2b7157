"""When is "four months later" or "on the 14th", once its anchor is known?"""

import re

from thucydides.vocabulary.dates import HistoricalDate
from thucydides.vocabulary.days import Day, days_in, year_figures
from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase

_PARTS = re.compile(r"(\d+)([YMWDH])")
_MONTHS = {"Y": 12, "M": 1}
_DAYS = {"W": 7, "D": 1}
_PRECISION = {"Y": 4, "M": 7, "W": 10, "D": 10, "H": 10}


def resolve(relative: DatePhrase, anchor: HistoricalDate) -> HistoricalDate | None:
    """The date that lies so far after or before the anchor, or is that day of its month, as precise as both allow.

    A set of possible dates where the anchor is vaguer than the length; None for a phrase that is not relative and for
    an anchor that is open or lacks its year.
    """
    if relative.form is not DateForm.RELATIVE or anchor.earliest is None or anchor.latest is None:
        return None
    if relative.day:
        return _day_of_month(relative, anchor.earliest, anchor.latest)
    if relative.duration is None:
        return None
    amounts = [(int(number), unit) for number, unit in _PARTS.findall(relative.duration.iso)]
    direction = 1 if relative.after else -1
    # Some hours later it may be the next day: one end is moved by whole days, the other by begun ones.
    hours = (23, 0) if direction < 0 else (0, 23)
    ends = zip((anchor.earliest, anchor.latest), hours, strict=True)
    first, last = (_moved(day, amounts, direction, spare) for day, spare in ends)
    edtf = _notation(first, last, min(_PRECISION[unit] for _, unit in amounts))
    weeks = any(unit == "W" for _, unit in amounts) and not edtf.startswith("[")
    return HistoricalDate.from_edtf(edtf + "~" * weeks, as_written=relative.duration.as_written)


def _day_of_month(relative: DatePhrase, earliest: Day, latest: Day) -> HistoricalDate | None:
    """That day of the one month in which the anchor lies; None where that is not certain, or has no such day."""
    first, last = (day._replace(day=1).plus_months(relative.months) for day in (earliest, latest))
    if first != last or relative.day > days_in(first.year, first.month):
        return None
    return HistoricalDate.from_edtf(str(first._replace(day=relative.day)), as_written=_ordinal(relative.day))


def _ordinal(day: int) -> str:
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _moved(day: Day, amounts: list[tuple[int, str]], direction: int, spare_hours: int) -> Day:
    for number, unit in amounts:
        if unit in _MONTHS:
            day = day.plus_months(direction * _MONTHS[unit] * number)
        else:
            days = (number + spare_hours) // 24 if unit == "H" else _DAYS[unit] * number
            day = day.plus(direction * days)
    return day


def _notation(first: Day, last: Day, precision: int) -> str:
    """The coarsest notation that the unit asks for; a set where the two ends still differ."""
    one, other = (_cut(day, precision) for day in (first, last))
    if one == other:
        return one
    if (whole := _cut(first, 7)) == _cut(last, 7) and first.day == 1:
        return whole
    return _cut(first, 4) if _is_year(first, last) else f"[{one}..{other}]"


def _is_year(first: Day, last: Day) -> bool:
    return first.year == last.year and first[1:] == (1, 1) and last[1:] == (12, 31)


def _cut(day: Day, precision: int) -> str:
    year = year_figures(day.year)
    return (year, f"{year}-{day.month:02d}", str(day))[(precision - 4) // 3]
