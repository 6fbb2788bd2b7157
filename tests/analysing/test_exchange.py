"""Are ratios made draw by draw?"""

import numpy as np
import pytest

from thucydides.analysing import magnitude, ratio


def test_a_ratio_of_draws_that_move_together_is_narrow() -> None:
    shared = np.random.default_rng(1).lognormal(8, 1, 4_000)
    together = ratio(shared * 0.85, shared)
    apart = ratio(shared * 0.85, np.random.default_rng(2).lognormal(8, 1, 4_000))
    assert (together.low, together.high) == pytest.approx((0.85, 0.85))
    assert apart.high / apart.low > 10
    assert apart.lowest < apart.low < apart.median < apart.high < apart.highest


def test_draws_that_do_not_belong_together_are_refused() -> None:
    with pytest.raises(ValueError, match="not joint"):
        ratio(np.ones(3), np.ones(4))


def test_magnitude_is_the_logarithm_of_the_dead() -> None:
    assert magnitude(np.full(10, 28_000.0)).median == pytest.approx(4.447, abs=1e-3)
    assert str(magnitude(np.full(10, 1000.0))) == "3.00 (80% interval 3.00 to 3.00)"
