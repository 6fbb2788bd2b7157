"""From when to when, as far as the claims say?"""

from collections.abc import Iterable
from dataclasses import dataclass

from thucydides.vocabulary import Claim, Day, HistoricalDate

# Which claims bound an event, the best first: its extent, then a date of it, then days that only touch it.
_BOUNDS = (("start_date", "end_date"), ("date",))
_TOUCHING = ("joined", "left", "denounced_date", "expiry_date")
_A_YEAR = 12 * 31  # every month counted as 31 days
_TWO_MONTHS = 2 * 31


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last day that a document gives, both included."""

    first: Day
    last: Day

    @property
    def days(self) -> int:
        """How long, in days, roughly."""
        return _number(self.last) - _number(self.first) + 1

    @property
    def is_short(self) -> bool:
        """Is it a matter of a year at most?"""
        return self.days <= _A_YEAR

    @property
    def is_exact(self) -> bool:
        """Is it known to two months or better?"""
        return self.days <= _TWO_MONTHS

    def gap(self, other: "Extent") -> int:
        """Days between two extents; 0 where they touch."""
        return max(0, _number(self.first) - _number(other.last), _number(other.first) - _number(self.last))

    def is_of_another_order(self, other: "Extent") -> bool:
        """Does one last more than a year and thrice as long as the other?"""
        short, long = sorted((self.days, other.days))
        return long > _A_YEAR and long > 3 * short

    def holds(self, other: "Extent") -> bool:
        """Does the other lie within this one?"""
        return self.first <= other.first and other.last <= self.last

    def beyond(self, other: "Extent") -> int:
        """By how many days the other sticks out of this one; 0 where it lies within."""
        before = _number(self.first) - _number(other.first)
        return max(0, before, _number(other.last) - _number(self.last))

    def together(self, other: "Extent") -> "Extent":
        """From the first day of both to the last."""
        return Extent(min(self.first, other.first), max(self.last, other.last))

    @property
    def date(self) -> HistoricalDate:
        """The extent as a date, for whoever asks what was valid then."""
        return HistoricalDate("", self.first, self.last, "")

    def __str__(self) -> str:
        first, last = (f"{day.year:04d}-{day.month:02d}-{day.day:02d}" for day in (self.first, self.last))
        return first if first == last else f"{first} to {last}"


def extent_of(claims: Iterable[Claim]) -> Extent | None:
    """The extent that the dates of an event's claims give; None if they give none."""
    dated = [(claim.attribute, claim.value) for claim in claims if isinstance(claim.value, HistoricalDate)]
    for attributes in _BOUNDS:
        if extent := hull(value for attribute, value in dated if attribute in attributes):
            return extent
    return None


def touched(claims: Iterable[Claim]) -> Extent | None:
    """The hull of every date that the claims mention, also those that do not bound their event."""
    attributes = {attribute for bounds in _BOUNDS for attribute in bounds} | set(_TOUCHING)
    return hull(
        claim.value for claim in claims if claim.attribute in attributes and isinstance(claim.value, HistoricalDate)
    )


def hull(dates: Iterable[HistoricalDate]) -> Extent | None:
    """From the earliest to the latest day of several dates; None if none has both bounds."""
    bounded = [(date.earliest, date.latest) for date in dates]
    whole = [(first, last) for first, last in bounded if first is not None and last is not None]
    if not whole:
        return None
    return Extent(min(first for first, _ in whole), max(last for _, last in whole))


def year_extent(years: Iterable[str]) -> Extent | None:
    """The extent of years that stand in names."""
    numbers = [int(year) for year in years if year]
    return Extent(Day(min(numbers), 1, 1), Day(max(numbers), 12, 31)) if numbers else None


def _number(day: Day) -> int:
    """Days, counted so that every month has 31: enough to tell near from far."""
    return day.year * 372 + day.month * 31 + day.day
