"""Do dates and figures stand in order, and inside the plot?"""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import Count, Day
from thucydides.web.drawing import LogAxis, TimeAxis

days = st.integers(-200_000, 900_000).map(Day.at)


@given(st.lists(days, min_size=1, max_size=8))
def test_days_stand_inside_the_plot_and_in_their_order(held: list[Day]) -> None:
    axis = TimeAxis(held)
    places = [axis.x(day) for day in sorted(held)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


@given(days, days)
def test_an_axis_has_few_ticks_and_all_inside(first: Day, last: Day) -> None:
    ticks = TimeAxis([first, last]).ticks
    assert len(ticks) <= 16
    assert all(0 <= tick.x <= 100 for tick in ticks)


def test_a_summer_is_told_in_months() -> None:
    labels = [tick.label for tick in TimeAxis([Day(1939, 5, 11), Day(1939, 9, 16)]).ticks]
    assert labels == ["Jun 1939", "Jul", "Aug", "Sep"]


def test_a_label_that_would_run_into_the_one_before_is_left_out() -> None:
    labels = [tick.label for tick in TimeAxis([Day(1939, 5, 1), Day(1939, 10, 31)]).ticks]
    assert labels == ["May 1939", "", "Jul", "Aug", "Sep", "Oct"]


@given(st.lists(st.floats(0.5, 1e9), min_size=1, max_size=10))
def test_figures_stand_inside_the_plot_and_in_their_order(figures: list[float]) -> None:
    axis = LogAxis(figures)
    places = [axis.x(figure) for figure in sorted(figures)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


def test_a_vague_count_is_not_drawn_and_a_lower_bound_is_open() -> None:
    axis = LogAxis([300, 9000])
    assert axis.dot(Count.vague(as_written="slight")).x is None
    assert axis.dot(Count.at_least(300, as_written="300+")).opens == "up"
    assert axis.dot(Count.between(300, 9000, as_written="300 to 9,000")).right is not None


def test_nought_stands_at_the_edge_because_it_has_no_logarithm() -> None:
    assert LogAxis([300, 9000]).dot(Count.none(as_written="no")).x == 0
