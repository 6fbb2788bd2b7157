"""Are events counted as surely as they reach a size?"""

import numpy as np
import pytest

from thucydides.analysing import reaching

DRAWS = {f"war {number}": np.where(np.arange(400) % 4 < 1, 2_000.0, 500.0) for number in range(40)}


def test_the_expected_number_is_the_sum_of_the_probabilities() -> None:
    low, high = reaching(DRAWS, [400, 1_000])
    assert (low.expected, low.low, low.high) == (40, 40, 40)
    assert high.expected == pytest.approx(10)


def test_wars_are_independent_of_each_other_though_their_draws_are_numbered_alike() -> None:
    (found,) = reaching(DRAWS, [1_000])
    # A binomial with 40 trials at a quarter: standard deviation 2.7.
    assert 5 <= found.low <= 8
    assert 12 <= found.high <= 15
    assert found.lowest <= found.low <= found.high <= found.highest


def test_an_event_that_belongs_in_part_counts_in_part() -> None:
    weights = dict.fromkeys(DRAWS, 0.5)
    assert reaching(DRAWS, [400], weights=weights)[0].expected == 20


def test_the_same_draws_give_the_same_numbers_in_any_order() -> None:
    assert reaching(dict(reversed(DRAWS.items())), [1_000]) == reaching(DRAWS, [1_000])
    assert reaching({}, [5])[0].expected == 0
