"""Between which days does an EDTF string lie?

Reads level 1 of the Extended Date/Time Format (ISO 8601-2) and of level 2 sets, masked digits and qualified parts;
refuses exponents and significant digits, which no text of ours gives.
"""

import re
from functools import lru_cache

from thucydides.vocabulary.days import Day, days_in

Bounds = tuple[Day | None, Day | None]

UNKNOWN_YEAR = "XXXX"
_MARKS = re.compile(r"[?~%]")
_DATE = re.compile(r"Y?(-?)([\dX]{4,9})(?:-([\dX]{2})(?:-([\dX]{2}))?)?")
# First and last month of a season, counted from the January of its year: winter ends in the next one.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


# A date is read in its sentence, in its quote and where the claim is proved.
@lru_cache(maxsize=512)
def bounds(edtf: str) -> Bounds:
    """The first and last day that the string admits; None where a side is open or the year is not said.

    Approximate dates (`~`, `%`) are widened by one unit of their precision. Raises
    ValueError for what is not EDTF or names a day that does not exist.
    """
    if edtf[:1] in ("[", "{"):
        return _set(edtf)
    if "/" in edtf:
        begin, finish = halves(edtf)
        return _end(begin)[0], _end(finish)[1]
    return _date(edtf)


def _end(half: str) -> Bounds:
    return (None, None) if half in ("", "..") else bounds(half)


def halves(interval: str) -> tuple[str, str]:
    """The begin and the finish of an interval. Raises ValueError if it has not just these two."""
    begin, slash, finish = interval.partition("/")
    if not slash or "/" in finish or begin == finish == "":
        raise ValueError(f"{interval!r} is no EDTF interval: two dates with one slash between them were expected")
    return begin, finish


def _set(edtf: str) -> Bounds:
    if edtf[-1:] != {"[": "]", "{": "}"}[edtf[0]]:
        raise ValueError(f"{edtf!r} is no EDTF set: its bracket is not closed")
    firsts: list[Day | None] = []
    lasts: list[Day | None] = []
    for member in edtf[1:-1].split(","):
        begin, dots, finish = member.strip().partition("..")
        firsts.append(_date(begin)[0] if begin else None)
        lasts.append(_date(finish)[1] if finish else None if dots else _date(begin)[1])
    return _least(firsts), _greatest(lasts)


def _least(days: list[Day | None]) -> Day | None:
    said = [day for day in days if day is not None]
    return min(said) if len(said) == len(days) else None


def _greatest(days: list[Day | None]) -> Day | None:
    said = [day for day in days if day is not None]
    return max(said) if len(said) == len(days) else None


def _date(edtf: str) -> Bounds:
    if not (parts := _DATE.fullmatch(_MARKS.sub("", edtf))):
        raise ValueError(f"{edtf!r} is no EDTF date: year, year-month or year-month-day were expected")
    sign, year, month, day = parts.groups()
    if "X" in (year[0], year[1]) and year.strip("X") == "":
        _require_possible(month, day)
        return None, None
    lowest, highest = _masked(year)
    years = (-highest, -lowest) if sign else (lowest, highest)
    first, last = _within(years, month, day, edtf)
    return _widened(first, last, month, day) if set(edtf) & {"~", "%"} else (first, last)


def _require_possible(month: str | None, day: str | None) -> None:
    """A date without a year must exist in some year; 2000 has a 29 February."""
    if month is not None and "X" not in month:
        _within((2000, 2000), month, day, f"XXXX-{month}-{day}")


def _masked(digits: str) -> tuple[int, int]:
    return int(digits.replace("X", "0")), int(digits.replace("X", "9"))


def _within(years: tuple[int, int], month: str | None, day: str | None, edtf: str) -> tuple[Day, Day]:
    if month is None:
        return Day(years[0], 1, 1), Day(years[1], 12, 31)
    if "X" not in month and int(month) in _SEASONS and day is None:
        opening, closing = _SEASONS[int(month)]
        first = Day(years[0], opening, 1)
        return first, Day.last_of(years[1] + (closing > 12), (closing - 1) % 12 + 1)
    lowest, highest = _masked(month)
    months = min(max(lowest, 1), 12), min(highest, 12)
    if "X" not in month and int(month) not in range(1, 13):
        raise ValueError(f"{edtf!r} has no such month")
    return _days(years, months, day, edtf)


def _days(years: tuple[int, int], months: tuple[int, int], day: str | None, edtf: str) -> tuple[Day, Day]:
    longest = days_in(years[1], months[-1])
    if day is None:
        return Day(years[0], months[0], 1), Day(years[1], months[-1], longest)
    lowest, highest = _masked(day)
    first, last = Day(years[0], months[0], max(lowest, 1)), Day(years[1], months[-1], min(highest, longest))
    if "X" not in day and not (first.exists and last.exists and last.day == highest):
        raise ValueError(f"{edtf!r} names a day that does not exist")
    if not first.exists:
        raise ValueError(f"{edtf!r} names days that do not exist")
    return first, last


def _widened(first: Day, last: Day, month: str | None, day: str | None) -> tuple[Day, Day]:
    if day is not None:
        return first.plus(-1), last.plus(1)
    if month is not None:
        closing = last.plus(1).plus_months(1).plus(-1)
        return first.plus_months(-1), closing
    return Day(first.year - 1, 1, 1), Day(last.year + 1, 12, 31)
