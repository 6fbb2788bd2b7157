"""How many days lie between two days, and which day is it then?

In the proleptic Gregorian calendar, before year 1 as well, where Python's own dates end.
"""

from calendar import month_name
from collections.abc import Iterator

from thucydides.vocabulary import Day, Duration, HistoricalDate

_MONTHS = tuple(month_name)


def number(day: Day) -> int:
    """Days since 1 January of year 0, so that days can be subtracted."""
    years = day.year - 1
    leap_days = years // 4 - years // 100 + years // 400
    return 365 * years + leap_days + sum(_length(day.year, month) for month in range(1, day.month)) + day.day


def apart(begin: Day, finish: Day) -> int:
    """Days from one to the other; counting both ends it is one more."""
    return number(finish) - number(begin)


def moved(day: Day, *, months: int) -> Day:
    """The same day some months later or earlier; the last of the month where there is no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Day(years, month + 1, min(day.day, _length(years, month + 1)))


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def exact(date: HistoricalDate) -> Day | None:
    """The day, if the date is one."""
    return date.earliest if date.earliest == date.latest else None


def slips(day: Day) -> Iterator[Day]:
    """The days that differ in one digit of the day or of the year, or in the month: how printers and typists err."""
    written = f"{day.day:02d}"
    for other in _one_digit_off(written):
        if 1 <= int(other) <= _length(day.year, day.month):
            yield Day(day.year, day.month, int(other))
    for month in range(1, 13):
        if month != day.month and day.day <= _length(day.year, month):
            yield Day(day.year, month, day.day)
    for year in _one_digit_off(f"{max(day.year, 0):04d}"):
        if int(year) and day.day <= _length(int(year), day.month):
            yield Day(int(year), day.month, day.day)


def _one_digit_off(written: str) -> Iterator[str]:
    for place, digit in enumerate(written):
        for other in "0123456789":
            if other != digit:
                yield written[:place] + other + written[place + 1 :]


def day_in_words(day: Day) -> str:
    """Day, month and year as a historian writes them: 11 May 1939, 2 August 216 BC."""
    return f"{day.day} {_MONTHS[day.month]} {day.year if day.year > 0 else f'{1 - day.year} BC'}"


def in_words(date: HistoricalDate) -> str:
    """The day, or for what is vaguer the words of the source."""
    day = exact(date)
    return day_in_words(day) if day else date.as_written


def days_in_words(days: int) -> str:
    """One day, or several."""
    return "1 day" if days == 1 else f"{days:,} days"


def length_in_words(duration: Duration) -> str:
    """The words of the source, without the brackets around them."""
    return duration.as_written.strip(" ()[]")
