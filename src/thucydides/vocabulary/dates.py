"""When was it, and how sure are the words?"""

from dataclasses import dataclass, replace
from enum import StrEnum

from thucydides.vocabulary.days import Day, days_in, year_figures
from thucydides.vocabulary.edtf import UNKNOWN_YEAR, Bounds, bounds, halves

__all__ = ["Calendar", "Day", "Duration", "HistoricalDate", "Part"]


class Calendar(StrEnum):
    """The calendar in which the words give the date."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"
    ISLAMIC = "islamic"
    REPUBLICAN = "republican"
    OTHER = "other"


class Part(StrEnum):
    """Which part of a month, season, year, decade or century the words mean; EDTF has no sign for it."""

    WHOLE = ""
    EARLY = "early"
    MIDDLE = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


# From which to which fraction of the whole each part reaches.
_FRACTIONS = {
    Part.WHOLE: (0, 1, 1),
    Part.EARLY: (0, 1, 3),
    Part.MIDDLE: (1, 2, 3),
    Part.LATE: (2, 3, 3),
    Part.FIRST_HALF: (0, 1, 2),
    Part.SECOND_HALF: (1, 2, 2),
}


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date or a stretch of time, as vague as its words.

    `edtf`: Extended Date/Time Format, levels 1 and 2, Gregorian. `earliest`, `latest`: the bounds it admits, both
    included; None where that side is open or where the year is not said. `original`: the EDTF in the calendar of the
    words, if that is not the Gregorian one. `part`: "early", "late" and the like, which narrow the bounds but have no
    sign in EDTF.
    """

    edtf: str
    earliest: Day | None
    latest: Day | None
    as_written: str
    calendar: Calendar = Calendar.GREGORIAN
    original: str = ""
    part: Part = Part.WHOLE

    @classmethod
    def from_edtf(cls, edtf: str, *, as_written: str = "", part: Part = Part.WHOLE) -> "HistoricalDate":
        """The date that an EDTF string gives. Raises ValueError for what is not EDTF or a day that does not exist."""
        earliest, latest = _narrowed(bounds(edtf), part)
        return cls(edtf, earliest, latest, as_written or edtf, part=part)

    @property
    def lacks_year(self) -> bool:
        """Do the words give no year?"""
        return UNKNOWN_YEAR in self.edtf

    @property
    def begin(self) -> "HistoricalDate | None":
        """The begin of an interval; None if it is open or this is no interval."""
        return self._half(0)

    @property
    def finish(self) -> "HistoricalDate | None":
        """The finish of an interval; None if it is open or this is no interval."""
        return self._half(1)

    def _half(self, which: int) -> "HistoricalDate | None":
        half = halves(self.edtf)[which] if "/" in self.edtf else ""
        return HistoricalDate.from_edtf(half, as_written=self.as_written) if half not in ("", "..") else None

    def in_year(self, year: int) -> "HistoricalDate":
        """This date, if it lacks a year, in that year (astronomical).

        An interval that would end before it begins ends in the next. Unchanged where it has a year, or where the year
        has no such day (29 February).
        """
        if not self.lacks_year:
            return self
        filled = self.edtf.replace(UNKNOWN_YEAR, year_figures(year))
        try:
            dated = self._read_again(filled)
            if dated.earliest and dated.latest and dated.latest < dated.earliest:
                following = halves(self.edtf)[1].replace(UNKNOWN_YEAR, year_figures(year + 1))
                dated = self._read_again(f"{halves(filled)[0]}/{following}")
        except ValueError:
            return self
        return dated

    def _read_again(self, edtf: str) -> "HistoricalDate":
        return HistoricalDate.from_edtf(edtf, as_written=self.as_written, part=self.part)

    def written(self, words: str) -> "HistoricalDate":
        """The same date in other words."""
        return replace(self, as_written=words)

    def __str__(self) -> str:
        return self.edtf


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: `iso` is ISO 8601 (`P3M26D`); `days` where it can be told exactly, else None."""

    iso: str
    as_written: str
    days: int | None = None
    approximate: bool = False

    def __str__(self) -> str:
        return self.iso


def _narrowed(whole: Bounds, part: Part) -> Bounds:
    """The bounds of a part: thirds or halves of the months, and of the days (1-10, 11-20, 21-) of a single month."""
    first, last = whole
    if part is Part.WHOLE or first is None or last is None or first == last:
        return whole
    opening, closing, of = _FRACTIONS[part]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        until = days_in(first.year, first.month) if closing == of else 30 * closing // of
        return Day(first.year, first.month, 30 * opening // of + 1), Day(first.year, first.month, until)
    return first.plus_months(months * opening // of), first.plus_months(months * closing // of).plus(-1)
