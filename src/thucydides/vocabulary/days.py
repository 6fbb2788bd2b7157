"""Which day is it, counted through all years?

Years are astronomical (year 0 is 1 BC) and the calendar is the Gregorian one, carried back before its invention;
`datetime` stops at the year 1, so the counting is our own.
"""

from typing import NamedTuple

_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_OF_400_YEARS = 146_097
# 1 March of the year 0 lies 305 days before 1 January of the year 1, which has ordinal 1.
_FIRST_OF_MARCH_0 = -305


def is_leap(year: int) -> bool:
    """Has the year 29 days in February, by the Gregorian rule?"""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; years are astronomical (year 0 is 1 BC). Days compare by time."""

    year: int
    month: int
    day: int

    @classmethod
    def at(cls, ordinal: int) -> "Day":
        """The day with this ordinal; 1 is 1 January of the year 1.

        Counts years from March, so that the leap day comes last (the usual era arithmetic, in eras of 400 years).
        """
        era, day_of_era = divmod(ordinal - _FIRST_OF_MARCH_0, _DAYS_OF_400_YEARS)
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        month_from_march = (5 * day_of_year + 2) // 153
        month = month_from_march + 3 if month_from_march < 10 else month_from_march - 9
        year = era * 400 + year_of_era + (month <= 2)
        return cls(year, month, day_of_year - (153 * month_from_march + 2) // 5 + 1)

    @classmethod
    def last_of(cls, year: int, month: int) -> "Day":
        """The last day of a month."""
        return cls(year, month, days_in(year, month))

    @property
    def exists(self) -> bool:
        """Is there such a day?"""
        return 1 <= self.month <= 12 and 1 <= self.day <= days_in(self.year, self.month)

    @property
    def ordinal(self) -> int:
        """The number of the day; 1 is 1 January of the year 1, as `datetime.date.toordinal` counts."""
        year, from_march = (self.year, self.month - 3) if self.month > 2 else (self.year - 1, self.month + 9)
        days = 365 * year + year // 4 - year // 100 + year // 400 + (153 * from_march + 2) // 5 + self.day - 1
        return days + _FIRST_OF_MARCH_0

    def plus(self, days: int) -> "Day":
        """The day so many days later."""
        return Day.at(self.ordinal + days)

    def plus_months(self, months: int) -> "Day":
        """The same day so many months later, or the last of that month where it is shorter."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Day(year, month + 1, min(self.day, days_in(year, month + 1)))

    def until(self, later: "Day") -> int:
        """How many days lie between: 0 for the same day, negative for an earlier one."""
        return later.ordinal - self.ordinal

    def __str__(self) -> str:
        return f"{year_figures(self.year)}-{self.month:02d}-{self.day:02d}"


def year_figures(year: int) -> str:
    """A year as EDTF writes it: four digits at least, `-0479` for 480 BC."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"
