"""Do our days count as the calendar does, also before year 1?"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from thucydides.checking.days import apart, day_in_words, moved, number, slips
from thucydides.vocabulary import Day

dates = st.dates()
days = st.builds(Day, st.integers(-4000, 4000), st.integers(1, 12), st.integers(1, 28))


def day(of: date) -> Day:
    return Day(of.year, of.month, of.day)


@given(dates, dates)
def test_days_apart_are_those_of_the_calendar(one: date, other: date) -> None:
    assert apart(day(one), day(other)) == (other - one).days


@given(days)
def test_the_last_of_december_is_one_day_before_the_first_of_january(at: Day) -> None:
    assert number(Day(at.year + 1, 1, 1)) - number(Day(at.year, 12, 31)) == 1


@given(days, st.integers(-500, 500))
def test_months_forth_and_back_lead_to_the_same_day(at: Day, months: int) -> None:
    assert moved(moved(at, months=months), months=-months) == at


def test_the_last_day_of_a_month_stands_for_those_it_has_not() -> None:
    assert moved(Day(1939, 1, 31), months=1) == Day(1939, 2, 28)


@given(days)
def test_a_slip_is_a_real_day_and_another_one(at: Day) -> None:
    for slip in slips(at):
        assert slip != at
        assert moved(slip, months=0) == slip


def test_a_day_is_written_as_historians_write_it() -> None:
    assert day_in_words(Day(1939, 5, 11)) == "11 May 1939"
    assert day_in_words(Day(-215, 8, 2)) == "2 August 216 BC"
