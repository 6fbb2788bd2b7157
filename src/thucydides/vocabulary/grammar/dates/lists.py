"""Which days or years does a list of three or more name?

*July 1, 2, and 3, 1863* and *in 1935, 1936 and 1937*: neighbours are a stretch that may be an extent, others are all of
its members, in the braces that EDTF has for them.
"""

import re
from itertools import pairwise
from typing import Any

from thucydides.vocabulary.dates import HistoricalDate
from thucydides.vocabulary.days import days_in, year_figures
from thucydides.vocabulary.edtf import UNKNOWN_YEAR
from thucydides.vocabulary.grammar.dates.extents import Reading
from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase
from thucydides.vocabulary.grammar.dates.pieces import LAST_YEAR
from thucydides.vocabulary.grammar.dates.shapes import Shaped

_DAYS = r"(?P<days>[do](?:,T?[do]){1,9},?&T?[do])"
_AFTER_MONTH = re.compile(rf"(?P<m>[ma]){_DAYS}(?:,(?P<y>y)(?![xqN])|(?P<y2>y)(?![xqN])|(?![,y]|-))")
_BEFORE_MONTH = re.compile(rf"{_DAYS}O?(?P<m>[ma])(?:,?(?P<y>y)(?![xq]))?")
_YEARS = re.compile(r"(?<=i)(?P<years>y(?:,y){1,9},?&y)(?![xq,])")
_A_LEAP_YEAR = 2000


def read_list(line: Shaped, first: int) -> Reading | None:
    """The days of one month, or the years, of a list that begins at this token."""
    if "," not in line.shape[first + 1 : first + 4]:
        return None
    if found := _YEARS.match(line.shape, first):
        return _read(line, found, [(year,) for year in _values(line, found, "years", "y")])
    if found := _AFTER_MONTH.match(line.shape, first) or _BEFORE_MONTH.match(line.shape, first):
        year = next((line.values[found.start(name)] for name in ("y", "y2") if found.groupdict().get(name)), None)
        month = line.values[found.start("m")]
        return _read(line, found, [(year, month, day) for day in _values(line, found, "days", "do")])
    return None


def _values(line: Shaped, found: re.Match[str], group: str, letters: str) -> list[int]:
    return [line.values[place] for place in range(*found.span(group)) if line.shape[place] in letters]


def _read(line: Shaped, found: re.Match[str], members: list[tuple[Any, ...]]) -> Reading:
    end = found.end()
    if not all(_exists(*member) for member in members) or any(one[-1] >= two[-1] for one, two in pairwise(members)):
        return end, None
    start, stop = line.spots[found.start()][0], line.spots[end - 1][1]
    words = line.words[start:stop]
    dates = [HistoricalDate.from_edtf(_edtf(*member), as_written=words) for member in members]
    if members[-1][-1] - members[0][-1] == len(members) - 1:
        whole = HistoricalDate.from_edtf(f"{dates[0].edtf}/{dates[-1].edtf}", as_written=words)
        return end, DatePhrase(
            start, stop, DateForm.BETWEEN, whole, begin=dates[0], finish=dates[-1], lacks_year=whole.lacks_year
        )
    every = ",".join(date.edtf for date in dates)
    date = HistoricalDate.from_edtf(f"{{{every}}}", as_written=words)
    return end, DatePhrase(start, stop, DateForm.POINT, date, dates[0], dates[-1], lacks_year=date.lacks_year)


def _exists(year: int | None, month: int = 1, day: int = 1) -> bool:
    return (year is None or 1 <= year <= LAST_YEAR) and day <= days_in(_A_LEAP_YEAR if year is None else year, month)


def _edtf(year: int | None, month: int = 0, day: int = 0) -> str:
    figures = UNKNOWN_YEAR if year is None else year_figures(year)
    return f"{figures}-{month:02d}-{day:02d}" if month else figures
