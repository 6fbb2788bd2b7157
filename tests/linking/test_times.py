"""From when to when, as far as the claims say?"""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.linking.times import Extent, year_extent
from thucydides.vocabulary import Day

DAYS = st.builds(Day, st.integers(-3000, 2100), st.integers(1, 12), st.integers(1, 28))
EXTENTS = st.tuples(DAYS, DAYS).map(lambda ends: Extent(min(ends), max(ends)))


@given(EXTENTS, EXTENTS)
def test_a_gap_is_the_same_from_both_sides_and_none_within_the_hull(one: Extent, other: Extent) -> None:
    assert one.gap(other) == other.gap(one)
    assert one.together(other).gap(one) == 0


def test_a_month_and_a_decade_are_of_another_order_a_month_and_a_summer_are_not() -> None:
    month = Extent(Day(1939, 5, 1), Day(1939, 5, 31))
    decade = Extent(Day(1932, 1, 1), Day(1945, 12, 31))
    summer = Extent(Day(1939, 5, 11), Day(1939, 9, 16))
    assert month.is_of_another_order(decade)
    assert not month.is_of_another_order(summer)


def test_a_year_in_a_name_is_an_extent() -> None:
    assert year_extent(["", "1866"]) == Extent(Day(1866, 1, 1), Day(1866, 12, 31))
    assert year_extent([""]) is None
