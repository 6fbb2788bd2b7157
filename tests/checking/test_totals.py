"""Is a sum that does not come out shown, and only that?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checking.pages import ALL, Page
from thucydides.checking import check


def rules(page: Page) -> list[str]:
    return [finding.rule for finding in check(page.claims())]


def sides(total: int) -> Page:
    page = Page().fought("Ruritania", "Graustark", "Syldavia").lost(total, ALL)
    return page.lost(20_000, "Ruritania").lost(3_000, "Graustark").lost(5_000, "Syldavia")


def test_28_000_is_20_000_and_3_000_and_5_000() -> None:
    assert not rules(sides(28_000))


@pytest.mark.parametrize("total", [27_000, 29_000, 28_700, 30_000])
def test_another_total_is_a_contradiction_that_names_the_sum(total: int) -> None:
    (finding,) = check(sides(total).claims())
    assert finding.rule == "total-against-parts"
    assert f"{total:,}" in finding.message
    assert "28,000" in finding.message
    assert finding.suggestions == ("28,000 as total",)


def test_a_total_may_be_rounded() -> None:
    page = Page().fought("Ruritania", "Graustark").lost(28_000, ALL)
    assert not rules(page.lost(20_126, "Ruritania").lost(7_811, "Graustark"))


def test_a_total_may_hold_more_than_the_sides_that_are_given() -> None:
    page = Page().fought("Ruritania", "Graustark", "Syldavia").lost(28_000, ALL)
    assert not rules(page.lost(20_000, "Ruritania").lost(3_000, "Graustark"))


def test_other_concepts_and_other_mouths_are_not_added_up() -> None:
    page = Page().fought("Ruritania", "Graustark").lost(300, ALL).lost(100, "Ruritania").lost(100, "Graustark")
    assert rules(page) == ["total-against-parts"]
    page = Page().fought("Ruritania", "Graustark").lost(300, ALL).lost(100, "Ruritania")
    assert not rules(page.lost(150, "Graustark", concept="wounded"))
    page = Page().fought("Ruritania", "Graustark").lost(300, ALL).lost(400, "Ruritania", claimant="A chronicler")
    assert not rules(page.lost(100, "Graustark", claimant="A chronicler"))


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6))
def test_a_true_sum_is_never_a_finding(parts: list[int]) -> None:
    names = [f"Land{place}" for place in range(len(parts))]
    page = Page().fought(*names).lost(sum(parts), ALL)
    for name, part in zip(names, parts, strict=True):
        page.lost(part, name)
    assert "total-against-parts" not in rules(page)


def test_717_killed_and_75_missing_are_792() -> None:
    page = Page().lost(717, "Ruritania", concept="killed").lost(75, "Ruritania", concept="missing")
    assert not rules(page.lost(792, "Ruritania", concept="killed+missing"))


def test_717_killed_and_75_missing_are_not_729() -> None:
    page = Page().lost(717, "Ruritania", concept="killed").lost(75, "Ruritania", concept="missing")
    (finding,) = check(page.lost(729, "Ruritania", concept="killed+missing").claims())
    assert finding.rule == "concepts-against-total"
    assert "792" in finding.message


def test_casualties_may_hold_more_than_killed_and_wounded_but_not_less() -> None:
    page = Page().lost(280, "Ruritania", concept="killed").lost(710, "Ruritania", concept="wounded")
    assert not rules(page.lost(1_021, "Ruritania", concept="casualties"))
    page = Page().lost(280, "Ruritania", concept="killed").lost(710, "Ruritania", concept="wounded")
    assert rules(page.lost(911, "Ruritania", concept="casualties")) == ["concepts-against-total"]


def test_prisoners_may_be_counted_among_the_missing() -> None:
    page = Page().lost(95, "Ruritania", concept="killed").lost(373, "Ruritania", concept="wounded")
    page.lost(3_975, "Ruritania", concept="missing").lost(3_000, "Ruritania", concept="captured")
    assert not rules(page.lost(4_443, "Ruritania", concept="casualties"))


def test_material_is_no_part_of_the_losses_of_people() -> None:
    page = Page().lost(280, "Ruritania", concept="killed").lost(710, "Ruritania", concept="tanks")
    assert not rules(page.lost(300, "Ruritania", concept="casualties"))
