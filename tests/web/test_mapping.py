"""Do places stand where they are, and is land cut at the window's edge?"""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import Place, Precision, Spot
from thucydides.web.coastline import Ring, Window, _cut
from thucydides.web.mapping import MISSING, map_of

DEGREES = st.floats(-50, 50, allow_nan=False)
SQUARE = Window(-10, -10, 10, 10)


def spot(name: str, north: float, east: float, precision: Precision = Precision.EXACT) -> Spot:
    return Spot(f"event:{name}", name, Place(f"place:{name}", name, north, east, precision=precision))


@given(st.lists(st.tuples(DEGREES, DEGREES), min_size=3, max_size=12))
def test_what_is_cut_lies_within_the_window(ring: list[tuple[float, float]]) -> None:
    for east, north in _cut(tuple(ring), SQUARE):
        assert -10.001 <= east <= 10.001
        assert -10.001 <= north <= 10.001


def test_a_ring_around_the_window_becomes_the_window() -> None:
    around: Ring = ((-20, -20), (20, -20), (20, 20), (-20, 20))
    assert set(_cut(around, SQUARE)) == {(-10, -10), (10, -10), (10, 10), (-10, 10)}


def test_north_is_up_and_east_is_right() -> None:
    drawn = map_of([spot("south-west", 40, 10), spot("north-east", 50, 30)])
    assert drawn is not None
    places = {pin.names: (pin.x, pin.y) for pin in drawn.pins}
    assert places["south-west"][0] < places["north-east"][0]
    assert places["south-west"][1] > places["north-east"][1]
    assert all(0 < x < drawn.width and 0 < y < drawn.height for x, y in places.values())


def test_a_vaguer_place_has_a_wider_circle_and_an_exact_one_none() -> None:
    circles = []
    for precision in (Precision.EXACT, Precision.NEAR, Precision.DISTRICT, Precision.PROVINCE):
        drawn = map_of([spot("a", 40, 10, precision), spot("far", 40, 30)])
        assert drawn is not None
        circles.append(next(pin.circle for pin in drawn.pins if pin.names == "a"))
    assert circles[0] == 0
    assert circles == sorted(circles)
    assert circles[-1] > circles[-2]


def test_spots_that_would_touch_are_one_pin_and_none_is_lost() -> None:
    drawn = map_of([spot(f"raid {n}", 40 + n / 100, 10) for n in range(7)] + [spot("far", 45, 40)])
    assert drawn is not None
    assert sum(len(pin.spots) for pin in drawn.pins) == 8
    assert len(drawn.pins) < 8
    assert any(pin.names.endswith("more") for pin in drawn.pins)


def test_without_the_coast_the_map_says_what_is_missing() -> None:
    with patch("thucydides.web.mapping.has", return_value=False):
        drawn = map_of([spot("a", 40, 10)])
    assert drawn is not None
    assert drawn.missing == MISSING
    assert map_of([]) is None
