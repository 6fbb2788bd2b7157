"""Is the threshold found where a power law begins, and the exponent that it has?"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.analysing import Measure, fit


def power_law(alpha: float, xmin: float, count: int, seed: int = 1) -> np.ndarray:
    return xmin * (1 - np.random.default_rng(seed).random(count)) ** (-1 / (alpha - 1))


@pytest.mark.parametrize("alpha", [1.5, 2.0, 2.8])
def test_the_exponent_of_a_drawn_power_law_comes_back(alpha: float) -> None:
    tail = fit(power_law(alpha, 100, 1_500))
    assert tail.alpha == pytest.approx(alpha, abs=4 * tail.standard_error)


def test_the_threshold_is_found_above_a_body_that_is_no_power_law() -> None:
    body = np.random.default_rng(2).uniform(10, 1_000, 600)
    tail = fit(np.concatenate([body, power_law(2.2, 1_000, 400)]))
    assert 700 < tail.xmin < 1_700
    assert tail.alpha == pytest.approx(2.2, abs=0.25)


def test_whole_numbers_are_fitted_as_such() -> None:
    drawn = np.floor(power_law(2.5, 19.5, 1_500) + 0.5)
    assert fit(drawn, Measure.DISCRETE).alpha == pytest.approx(2.5, abs=0.2)


def test_the_distance_is_that_of_every_threshold_tried_by_hand() -> None:
    sizes = np.sort(power_law(1.7, 50, 60, seed=5))
    found = fit(sizes)
    distances = []
    for start in range(len(sizes) - 2):
        above = sizes[start:]
        alpha = 1 + len(above) / np.sum(np.log(above / above[0]))
        model = 1 - (above / above[0]) ** (1 - alpha)
        distances.append(np.max(np.abs(model - np.arange(len(above)) / len(above))))
    assert found.ks == pytest.approx(min(distances))
    assert found.xmin == sizes[int(np.argmin(distances))]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(1, 1e7), min_size=5, max_size=60, unique=True), st.floats(0.1, 1e4))
def test_the_unit_of_measure_changes_the_threshold_and_nothing_else(sizes: list[float], unit: float) -> None:
    held = np.array(sizes)
    one, other = fit(held), fit(held * unit)
    assert other.alpha == pytest.approx(one.alpha, rel=1e-3) or other.ks == pytest.approx(one.ks, abs=1e-6)


def test_the_order_of_events_does_not_matter() -> None:
    sizes = power_law(1.9, 10, 200)
    assert fit(sizes) == fit(sizes[::-1])
