"""Which day is it of a month that is named elsewhere, or seen from the day of writing?

*On the 22nd* is a day of the month that was spoken of, *the 22nd inst.* one of the month of writing, *yesterday* the
day before. They are read as relative dates, which stay open until their anchor is known.
"""

import re

from thucydides.vocabulary.dates import Duration
from thucydides.vocabulary.grammar.dates.extents import Reading
from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase
from thucydides.vocabulary.grammar.dates.shapes import Shaped

# On the, by the, until the; with `of`, a part of the day stands before.
_BEFORE = re.compile(r"(?:[nBAufYSt]|(?P<of>O))T$")
_PARTS_OF_DAY = frozenset(
    {"morning", "afternoon", "evening", "night", "noon", "dawn", "daybreak", "dusk", "midnight", "day"}
)
# What may follow, so that the ordinal belongs to no noun: the 14th, was; not the 14th Division, the 16th century,
# the 2nd and 3rd Foot.
_AFTER = re.compile(r"(?:[.;:)¶TginBAYuft_]|[,&](?!T?o)|$)")
_PAST = re.compile(r"[^\W\d_]{2,}ed")


def read_day_of_month(line: Shaped, first: int) -> Reading | None:
    """`On the 14th`, `on the night of the 3rd ult.`: the day; its month is that of the anchor, or one seen from it."""
    if line.shape[first] != "o" or not _stands_for_a_day(line, first):
        return None
    begin, day = line.spots[first][0], line.values[first]
    if line.shape[first + 1 : first + 2] == "r":
        end, months = first + 2, line.values[first + 1]
        return end, DatePhrase(
            begin, line.spots[end - 1][1], DateForm.RELATIVE, day=day, months=months, of_writing=True
        )
    if not _is_alone(line, first + 1):
        return None
    return first + 1, DatePhrase(begin, line.spots[first][1], DateForm.RELATIVE, day=day)


def _stands_for_a_day(line: Shaped, first: int) -> bool:
    before = _BEFORE.search(line.shape[max(0, first - 2) : first])
    if line.shape[first + 1 : first + 2] == "r":
        return True
    if before is None:
        return False
    return before["of"] is None or (first > 2 and line.text(first - 3, first - 2).lower() in _PARTS_OF_DAY)


def _is_alone(line: Shaped, place: int) -> bool:
    if _AFTER.match(line.shape, place):
        return True
    return line.shape[place] == "x" and _PAST.fullmatch(line.text(place, place + 1)) is not None


def read_yesterday(line: Shaped, first: int) -> Reading | None:
    """The day before that of writing."""
    if line.shape[first] != "Z" or line.shape[max(0, first - 1) : first] == "B":
        return None
    start, end = line.spots[first]
    length = Duration("P1D", line.text(first, first + 1), days=1)
    return first + 1, DatePhrase(start, end, DateForm.RELATIVE, duration=length, after=False, of_writing=True)
