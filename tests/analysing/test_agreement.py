"""Is agreement measured as in the literature, and is chance taken out of it?"""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.analysing import Metric, agreement, alpha

# The example of Krippendorff's "Computing Krippendorff's Alpha-Reliability" (2011): four observers, twelve units.
OBSERVED = (
    "1233 2141 2...",
    "1233 2241 25.3",
    ".333 2342 251.",
    "1233 2441 251.",
)
COLUMNS = zip(*(row.replace(" ", "") for row in OBSERVED), strict=True)
UNITS = [[int(one) for one in column if one != "."] for column in COLUMNS]


@pytest.mark.parametrize(
    ("metric", "expected"), [(Metric.NOMINAL, 0.743), (Metric.INTERVAL, 0.849), (Metric.RATIO, 0.797)]
)
def test_the_published_example_gives_the_published_figures(metric: Metric, expected: float) -> None:
    assert alpha(UNITS, metric) == pytest.approx(expected, abs=5e-4)


def by_pairs(units: list[list[float]]) -> float:
    """Alpha for an interval metric, straight from its definition."""
    paired = [unit for unit in units if len(unit) > 1]
    values = [value for unit in paired for value in unit]
    seen = sum((a - b) ** 2 / (len(unit) - 1) for unit in paired for a, b in permutations(unit, 2)) / len(values)
    chance = sum((a - b) ** 2 for a, b in permutations(values, 2)) / (len(values) * (len(values) - 1))
    return 1 - seen / chance


@given(st.lists(st.lists(st.integers(0, 50), min_size=1, max_size=4), min_size=2, max_size=12))
def test_the_short_way_is_the_definition(units: list[list[int]]) -> None:
    paired = [unit for unit in units if len(unit) > 1]
    if len({value for unit in paired for value in unit}) > 1:
        held = [[float(value) for value in unit] for unit in units]
        assert alpha(units, Metric.INTERVAL) == pytest.approx(by_pairs(held), abs=1e-9)


def test_perfect_agreement_is_one_and_chance_is_about_none() -> None:
    assert alpha([[3, 3], [7, 7], [9, 9, 9]], Metric.RATIO) == 1
    drawn = np.random.default_rng(1).normal(size=(400, 3)).tolist()
    assert alpha(drawn, Metric.INTERVAL) == pytest.approx(0, abs=0.1)


def test_copies_inflate_it() -> None:
    drawn = np.random.default_rng(2).normal(size=(100, 2)).tolist()
    assert alpha([[a, b, b, b] for a, b in drawn], Metric.INTERVAL) > alpha(drawn, Metric.INTERVAL) + 0.2


def test_the_interval_holds_the_figure_and_is_the_same_again() -> None:
    found = agreement(UNITS, Metric.INTERVAL, replicates=200)
    assert found is not None
    assert found.low <= found.alpha <= found.high
    assert (found.units, found.values) == (11, 40)
    assert found == agreement(UNITS, Metric.INTERVAL, replicates=200)


def test_without_two_accounts_of_one_thing_there_is_no_agreement() -> None:
    assert agreement([[1], [2]], Metric.NOMINAL) is None
