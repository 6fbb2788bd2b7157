"""Which day is meant where the words use two calendars, or one that is not ours?"""

import re
from dataclasses import replace

from thucydides.vocabulary.calendars import julian, republican
from thucydides.vocabulary.dates import Calendar, HistoricalDate
from thucydides.vocabulary.days import Day
from thucydides.vocabulary.grammar.dates.extents import Reading
from thucydides.vocabulary.grammar.dates.moments import islamic_date, notation_of
from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase
from thucydides.vocabulary.grammar.dates.pieces import MONTH
from thucydides.vocabulary.grammar.dates.shapes import Shaped

_REPUBLICAN = re.compile(r"(?:(?P<d>[do])O?)?(?P<m>P)O?,?T?[gNxU]?(?P<y>[Rd])")
_ISLAMIC = re.compile(r"(?:(?P<d>[do])O?)?(?P<m>Q),?(?P<y>[dy2])(?P<e>e)?")
_ONE = rf"(?:(?P<d1>[do])O?(?P<m1>{MONTH})|(?P<M1>{MONTH})(?P<D1>[do]))"
_OTHER = rf"(?:(?P<d2>[do])O?(?P<m2>{MONTH})|(?P<M2>{MONTH})(?P<D2>[do]))"
_HINT = re.compile(r"[PQ(/]")
# 25 October (7 November) 1917 · 7 November 1917 (25 October O.S.) · November 7 [O.S. October 25], 1917
_DOUBLE = (
    re.compile(rf"{_ONE}(?:,?(?P<y1>y))?\(?k\)?/?{_OTHER}(?:,?(?P<y2>y))?\(?k\)?(?:,?(?P<y3>y))?"),
    re.compile(rf"{_ONE}(?:,?(?P<y1>y))?\(k?,?{_OTHER}(?:,?(?P<y2>y))?,?k?\)(?:,?(?P<y3>y))?"),
    re.compile(rf"{_ONE}/{_OTHER},?(?P<y1>y)"),
    re.compile(rf"(?P<d1>[do])/(?P<d2>[do])O?(?P<m1>{MONTH}),?(?P<y1>y)"),
    re.compile(rf"(?P<m1>{MONTH})(?P<d1>[do])/(?P<d2>[do]),?(?P<y1>y)"),
)


def read_other_calendar(line: Shaped, first: int) -> Reading | None:
    """A date in two styles, of the French Republic or of the Islamic calendar, that begins at this token."""
    if not _HINT.search(line.shape, first, first + 5):
        return None
    return _read_double(line, first) or _read_republican(line, first) or _read_islamic(line, first)


def _said(line: Shaped, found: re.Match[str], *groups: str) -> int:
    """The value of the first of these groups that the words fill; 0 if none does."""
    filled = (group for group in groups if group in found.re.groupindex and found[group])
    return next((int(line.values[found.start(group)]) for group in filled), 0)


def _read_double(line: Shaped, first: int) -> Reading | None:
    """A day in both calendars, if the two are just as far apart as the calendars are."""
    for shape in _DOUBLE:
        if (found := shape.match(line.shape, first)) and (year := _said(line, found, "y1", "y2", "y3")):
            month = _said(line, found, "m1", "M1")
            one = (month, _said(line, found, "d1", "D1"))
            other = (_said(line, found, "m2", "M2") or month, _said(line, found, "d2", "D2"))
            if pair := _pair(year, one, other):
                return found.end(), _in_two_styles(line, found, *pair)
    return None


def _pair(year: int, one: tuple[int, int], other: tuple[int, int]) -> tuple[str, Day] | None:
    """The Julian date and its Gregorian day, whichever of the two was named first."""
    for old, new in ((one, other), (other, one)):
        for old_year in (year, year - 1):
            day = julian(old_year, *old)
            if day is not None and day[1:] == new and year in (old_year, day.year):
                return f"{old_year:04d}-{old[0]:02d}-{old[1]:02d}", day
    return None


def _in_two_styles(line: Shaped, found: re.Match[str], old: str, day: Day) -> DatePhrase:
    return _phrase(line, found, str(day), Calendar.JULIAN, old)


def _phrase(line: Shaped, found: re.Match[str], edtf: str, calendar: Calendar, original: str) -> DatePhrase:
    words = line.text(found.start(), found.end())
    date = replace(HistoricalDate.from_edtf(edtf, as_written=words), calendar=calendar, original=original)
    return _point(line, found, date)


def _point(line: Shaped, found: re.Match[str], date: HistoricalDate) -> DatePhrase:
    return DatePhrase(line.spots[found.start()][0], line.spots[found.end() - 1][1], DateForm.POINT, date=date)


def _read_republican(line: Shaped, first: int) -> Reading | None:
    if not (found := _REPUBLICAN.match(line.shape, first)):
        return None
    year, month, day = (_said(line, found, group) for group in "ymd")
    begin, finish = republican(year, month, day or 1), republican(year, month, day or 30)
    if begin is None or finish is None:
        return None
    original = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    return found.end(), _phrase(line, found, notation_of(begin, finish), Calendar.REPUBLICAN, original)


def _read_islamic(line: Shaped, first: int) -> Reading | None:
    if not (found := _ISLAMIC.match(line.shape, first)):
        return None
    era = str(line.values[found.start("e")]) if found["e"] else ""
    if era == "before" or (not era and line.shape[found.start("y")] != "y"):
        return None
    date = islamic_date(
        line.text(found.start(), found.end()),
        day=_said(line, found, "d"), month=_said(line, found, "m"), number=_said(line, found, "y"),
        # A day with a bare year may be counted in either era; before 1400 the year alone does not tell.
        era=era,
    )  # fmt: skip
    return (found.end(), _point(line, found, date)) if date else None
