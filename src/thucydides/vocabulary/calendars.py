"""Which Gregorian day is meant by a date of another calendar?"""

from thucydides.vocabulary.days import Day

# Sources: Reingold and Dershowitz, Calendrical Calculations, for the epochs and the tabular Islamic cycle.
_JULIAN_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISLAMIC_EPOCH = 227_015  # 16 July 622 Julian
_REPUBLICAN_EPOCH = 654_415  # 22 September 1792
_REPUBLICAN_LEAP_YEARS = (3, 7, 11)  # as observed from 1793 to 1805
# The tabular month can differ from the one that was seen by a day or two.
MOON_SIGHTING = 2


def julian(year: int, month: int, day: int) -> Day | None:
    """The Gregorian day of a Julian date (astronomical year), None if there is no such date."""
    length = 29 if month == 2 and year % 4 == 0 else _JULIAN_LENGTHS[month - 1]
    if not 1 <= day <= length:
        return None
    before = year - 1 if month <= 2 else year
    gap = before // 100 - before // 400 - 2
    if month == 2 and day == 29:
        return Day(year, 2, 28).plus(1 + gap)
    return Day(year, month, day).plus(gap)


def islamic(year: int, month: int, day: int) -> Day:
    """The Gregorian day of a date AH by the tabular calendar, right to a day or two."""
    return Day.at(_ISLAMIC_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1)


def islamic_month(year: int, month: int) -> tuple[Day, Day]:
    """The first and last Gregorian day of an Islamic month, tabular."""
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return islamic(year, month, 1), islamic(*following, 1).plus(-1)


def islamic_year_of(day: Day) -> int:
    """The year AH in which a day lies, tabular."""
    return (30 * (day.ordinal - _ISLAMIC_EPOCH) + 10_646) // 10_631


def republican(year: int, month: int, day: int) -> Day | None:
    """The Gregorian day of a date of the French Republic (years 1 to 14), None if there is no such date."""
    if not (1 <= year <= 14 and 1 <= day <= 30):
        return None
    leap_days = sum(1 for leap in _REPUBLICAN_LEAP_YEARS if leap < year)
    return Day.at(_REPUBLICAN_EPOCH + (year - 1) * 365 + leap_days + 30 * (month - 1) + day - 1)
