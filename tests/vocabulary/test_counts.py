"""Does a count never say more than its words, and do the four kinds of nothing stay apart?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import Count, Qualifier, Unreported


def test_300_plus_is_not_300() -> None:
    count = Count.at_least(300, as_written="300+")
    assert (count.low, count.high, count.as_written) == (300, None, "300+")
    assert count != Count.exactly(300, as_written="300+")


def test_four_kinds_of_nothing_are_four() -> None:
    nothings = {
        Count.none(as_written="none"),
        Count.unknown(as_written="unknown"),
        Count.vague(as_written="slight"),
        Unreported.SILENT,
    }
    assert len(nothings) == 4


@given(st.sampled_from(Qualifier), st.none() | st.floats(-9, 9), st.none() | st.floats(-9, 9))
def test_a_count_has_the_bounds_its_qualifier_allows_or_is_none(
    qualifier: Qualifier, low: float | None, high: float | None
) -> None:
    try:
        count = Count(qualifier, low, high, "words")
    except ValueError:
        return
    assert (count.low is None) == (qualifier in ("at_most", "under", "vague", "unknown"))
    assert (count.high is None) == (qualifier in ("at_least", "over", "vague", "unknown"))
    assert count.low is None or count.high is None or 0 <= count.low <= count.high


def test_a_negative_or_backward_count_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        Count.exactly(-1, as_written="-1")
    with pytest.raises(ValueError, match="backwards"):
        Count.between(3, 2, as_written="3-2")
