"""Are days counted right through all years?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary.calendars import islamic, islamic_month, islamic_year_of, julian, republican
from thucydides.vocabulary.days import Day, days_in

ordinals = st.integers(-2_000_000, 2_000_000)


@given(ordinals)
def test_a_day_and_its_ordinal_name_each_other(ordinal: int) -> None:
    day = Day.at(ordinal)
    assert day.exists
    assert day.ordinal == ordinal


@given(st.dates())
def test_where_datetime_can_count_we_count_alike(day: date) -> None:
    assert Day(day.year, day.month, day.day).ordinal == day.toordinal()


@given(ordinals, st.integers(-100_000, 100_000))
def test_so_many_days_later_are_so_many_days_between(ordinal: int, days: int) -> None:
    day = Day.at(ordinal)
    assert day.until(day.plus(days)) == days


@given(ordinals, ordinals)
def test_days_compare_as_they_follow_each_other(one: int, other: int) -> None:
    assert (Day.at(one) < Day.at(other)) == (one < other)


@given(ordinals, st.integers(-1200, 1200))
def test_months_later_never_leave_the_calendar(ordinal: int, months: int) -> None:
    assert Day.at(ordinal).plus_months(months).exists


def test_a_year_divisible_by_100_has_no_leap_day_unless_by_400() -> None:
    assert [days_in(year, 2) for year in (1900, 2000, 0, -3, -4)] == [28, 29, 29, 28, 29]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((1917, 10, 25), "1917-11-07"),
        ((1582, 10, 5), "1582-10-15"),
        ((1655, 3, 1), "1655-03-11"),
        ((1900, 2, 29), "1900-03-13"),
        ((-43, 3, 15), "-0043-03-13"),
        ((200, 3, 1), "0200-03-01"),
    ],
)
def test_a_julian_day_has_its_gregorian_one(old: tuple[int, int, int], new: str) -> None:
    assert str(julian(*old)) == new


def test_a_julian_day_that_never_was_is_none() -> None:
    assert julian(1901, 2, 29) is None
    assert julian(1901, 4, 31) is None


def test_the_coup_of_18_brumaire_viii_was_on_9_november_1799() -> None:
    assert str(republican(8, 2, 18)) == "1799-11-09"
    assert republican(15, 1, 1) is None


@given(st.integers(1, 1500), st.integers(1, 12))
def test_islamic_months_follow_each_other_without_a_gap(year: int, month: int) -> None:
    first, last = islamic_month(year, month)
    following = islamic(year, month + 1, 1) if month < 12 else islamic(year + 1, 1, 1)
    assert first.until(last) in (28, 29)
    assert last.plus(1) == following
    assert islamic_year_of(first) == year
