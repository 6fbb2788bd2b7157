"""Are losses above a strength, and rival figures, shown with their proportions?"""

import pytest

from tests.checking.pages import Page
from thucydides.checking import check
from thucydides.vocabulary import Count, Counted, Severity, Stance


def rules(page: Page) -> list[str]:
    return [finding.rule for finding in check(page.claims())]


def test_more_lost_than_there_were_is_a_doubt() -> None:
    (finding,) = check(Page().had(1_000, "Ruritania").lost(1_200, "Ruritania", concept="killed").claims())
    assert finding.rule == "losses-above-strength"
    assert finding.severity is Severity.DOUBT
    assert "1,200" in finding.message


@pytest.mark.parametrize("concept", ["killed", "tanks", "horses"])
def test_losses_within_a_strength_or_of_other_things_are_let_be(concept: str) -> None:
    number = 900 if concept == "killed" else 5_000
    assert not rules(Page().had(1_000, "Ruritania").lost(number, "Ruritania", concept=concept))


def test_a_detachment_in_prose_and_two_forces_that_make_up_the_loss_are_let_be() -> None:
    assert not rules(Page().had(50, "Ruritania").lost(155, "Ruritania"))
    assert not rules(Page().had(700, "Ruritania").had(600, "Ruritania").lost(1_200, "Ruritania"))


def test_in_a_box_a_loss_of_many_times_the_strength_is_shown() -> None:
    page = Page().had(50, "Ruritania", side=1).lost(155, "Ruritania", side=1)
    assert rules(page) == ["losses-above-strength"]


def test_more_tanks_lost_than_there_were() -> None:
    page = Page().had(50, "Ruritania", concept="tanks").lost(60, "Ruritania", concept="tanks")
    assert rules(page) == ["losses-above-strength"]


def test_the_losses_of_one_are_not_held_against_the_strength_of_another() -> None:
    assert not rules(Page().had(1_000, "Ruritania").lost(1_200, "Graustark"))
    assert not rules(Page().had(1_000, "Ruritania").lost(1_200, "Ruritania", "Graustark"))


def estimates(enemy: int, dead: int, wounded: int) -> Page:
    page = Page().lost(
        enemy, "Ruritania", concept="dead+wounded+missing+captured", claimant="Graustark", stance=Stance.ENEMY
    )
    return page.lost(dead, "Ruritania", claimant="Ruritania", stance=Stance.OWN).lost(
        wounded, "Ruritania", concept="wounded", claimant="Ruritania", stance=Stance.OWN
    )


def test_147_259_against_29_525_and_8_799_is_3_8_to_1() -> None:
    (finding,) = check(estimates(147_259, 29_525, 8_799).claims())
    assert finding.rule == "own-against-enemy"
    assert finding.severity is Severity.DOUBT
    for words in ("147,259", "29,525", "8,799", "38,324", "3.8", "missing and captured", "Graustark gives"):
        assert words in finding.message


def test_the_same_concept_in_two_mouths_is_a_contradiction() -> None:
    page = Page().lost(900, "Ruritania", claimant="Graustark", stance=Stance.ENEMY)
    (finding,) = check(page.lost(300, "Ruritania", claimant="Ruritania", stance=Stance.OWN).claims())
    assert finding.severity is Severity.CONTRADICTION


def test_figures_that_nearly_agree_or_cannot_be_compared_are_let_be() -> None:
    assert not rules(estimates(40_000, 29_525, 8_799))
    page = Page().lost(900, "Ruritania", concept="wounded", claimant="Graustark", stance=Stance.ENEMY)
    assert not rules(page.lost(100, "Ruritania", concept="killed", claimant="Ruritania", stance=Stance.OWN))
    page = Page().lost(900, "Graustark", claimant="Ruritania", stance=Stance.ENEMY)
    assert not rules(page.lost(100, "Ruritania", claimant="Ruritania", stance=Stance.OWN))


def test_vague_and_open_figures_contradict_nobody() -> None:
    page = Page().lost(900, "Ruritania", claimant="Graustark", stance=Stance.ENEMY)
    for count in (Count.vague(as_written="slight"), Count.at_least(30, as_written="30+")):
        page.says(
            f"{count.as_written} dead of Ruritania", "loss", count, target=("Ruritania",), counted=Counted("dead"),
            claimant="Ruritania", stance=Stance.OWN,
        )  # fmt: skip
    assert not rules(page)
