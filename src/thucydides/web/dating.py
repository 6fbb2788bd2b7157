"""How does a date read in English?

From the EDTF of the ledger, as vague as it is; notation that is not known here is shown as it stands.
"""

import re

from thucydides.vocabulary import Day, HistoricalDate

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_RESERVE = {"~": "about ", "?": "perhaps ", "%": "perhaps about ", "": ""}

_POINT = re.compile(r"(-?[\dX]{4,8})(?:-([\dX]{2}))?(?:-([\dX]{2}))?([~?%]?)", re.ASCII)
_OF_SEVERAL = re.compile(r"([\[{])(.*?)(?:\.\.|,)(.*)[\]}]", re.ASCII)


def told(date: HistoricalDate | str) -> str:
    """The date in English, as vague as it is: `11 May 1939`, `between December 1935 and March 1936`."""
    part = f"{date.part} " if isinstance(date, HistoricalDate) and date.part else ""
    return part + _told(str(date))


def _told(edtf: str) -> str:
    if several := _OF_SEVERAL.fullmatch(edtf):
        return _several(*several.groups())
    if "/" in edtf:
        return _stretch(*edtf.split("/", 1))
    return _point(edtf)


def told_day(day: Day) -> str:
    """A day in English."""
    return f"{day.day} {MONTHS[day.month - 1]} {_year(day.year)}"


def bounds(edtf: str) -> tuple[Day | None, Day | None]:
    """The first and the last day that the date admits; None on a side that is open, or that cannot be read."""
    try:
        date = HistoricalDate.from_edtf(edtf)
    except ValueError:
        return None, None
    return date.earliest, date.latest


def _several(bracket: str, first: str, last: str) -> str:
    if not first or not last:
        return f"{_point(first)} or later" if first else f"{_point(last)} or earlier"
    if bracket == "{":
        return f"{_point(first)} and {_point(last)}"
    return f"between {_point(first)} and {_point(last)}"


def _stretch(first: str, last: str) -> str:
    if last in ("", ".."):
        return f"from {_point(first)}" + ("" if last else ", end unknown")
    if first in ("", ".."):
        return f"until {_point(last)}" + ("" if first else ", beginning unknown")
    return told_between(first, last)


def told_between(first: str, last: str) -> str:
    """From one to another; the year once if it is the same: `3 May to 20 August 1911`."""
    if first == last:
        return _told(first)
    shared = _POINT.fullmatch(first), _POINT.fullmatch(last)
    begin = _told(first)
    if shared[0] and shared[1] and shared[0][1] == shared[1][1] and shared[0][2] and shared[1][2]:
        begin = begin.removesuffix(f" {_years(shared[0][1])}")
    return f"{begin} to {_told(last)}"


def _point(edtf: str) -> str:
    parts = _POINT.fullmatch(edtf.strip())
    if parts is None:
        return edtf
    year, month, day, reserve = parts.groups(default="")
    return _RESERVE[reserve] + " ".join(filter(None, (_day(day), _month(month), _years(year))))


def _day(day: str) -> str:
    return "" if not day or "X" in day else str(int(day))


def _month(month: str) -> str:
    if not month or "X" in month:
        return ""
    number = int(month)
    return MONTHS[number - 1] if 1 <= number <= 12 else SEASONS.get(number, month)


def _years(year: str) -> str:
    if year.strip("-X") == "":
        return "of a year not said"
    if year.endswith("XX"):
        return f"the {year[:-2]}00s"
    if "X" in year:
        return f"the {year.replace('X', '0')}s"
    return _year(int(year))


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
