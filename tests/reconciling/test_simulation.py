"""Do the intervals hold what they promise, where the truth is known?"""

import pytest
from benchmarks.reconciliation import scored


@pytest.mark.parametrize(("scenario", "worlds"), [("base", 2), ("adversary_only", 2), ("few", 8), ("noisier", 2)])
def test_eight_in_ten_truths_lie_within_eighty_per_cent(scenario: str, worlds: int) -> None:
    result = scored(scenario, worlds)
    assert result.cells > 90
    assert 0.70 <= result.coverage[1] <= 0.93
    assert 0.88 <= result.coverage[2] <= 0.995


def test_estimates_are_nearer_to_the_truth_than_the_mean_of_the_claims() -> None:
    result = scored("hard", 2)
    assert result.error < 0.75 * result.mean_error
