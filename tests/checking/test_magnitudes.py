"""Is a magnitude that the dead do not give shown?"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checking.pages import ALL, Page
from thucydides.checking import check
from thucydides.checking.magnitudes import printed


@pytest.mark.parametrize(("deaths", "figure"), [(28_000, "4.4"), (16_440, "4.2"), (8_900, "3.9"), (9_900, "4.0")])
def test_a_magnitude_that_was_cut_or_rounded_is_let_be(deaths: int, figure: str) -> None:
    assert not check(Page().lost(deaths, ALL).scaled(figure).claims())


def test_another_magnitude_is_a_contradiction_that_says_what_it_would_be() -> None:
    (finding,) = check(Page().lost(28_000, ALL).scaled("4.7").claims())
    assert finding.rule == "magnitude-against-deaths"
    assert "28,000" in finding.message
    assert "4.447" in finding.message
    assert finding.suggestions == ("4.4 as magnitude",)


def test_endless_decimals_are_no_trouble() -> None:
    assert check(Page().lost(28_000, ALL).scaled("4." + "7" * 500).claims())


def test_wounded_have_no_magnitude() -> None:
    assert not check(Page().lost(28_000, ALL, concept="wounded").scaled("1.0").claims())


@given(st.integers(1, 10**8), st.integers(0, 4))
def test_what_is_printed_lies_within_one_digit_of_the_logarithm(deaths: int, decimals: int) -> None:
    for reading in printed(deaths, decimals=decimals):
        assert abs(float(reading) - math.log10(deaths)) <= 10**-decimals
