"""Are invented chains of copies found again, and independent accounts left apart?"""

import pytest

from tests.linking.lineages.chains import CHANGES, events, score


@pytest.mark.parametrize("seed", [11, 23])
def test_two_hundred_chains_are_found_again(seed: int) -> None:
    found = score(200, seed=seed)
    assert found.wanted > 5_000
    assert found.precision >= 0.9
    assert found.recall >= 0.9


def test_the_chains_hold_every_change_and_independent_accounts() -> None:
    told = [one for event in events(200, seed=11) for one in event]
    assert {one.change for one in told} == set(CHANGES)
    assert len({one.origin for one in told}) > 400
