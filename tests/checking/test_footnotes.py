"""Does a dissenting figure say what would follow from it?"""

from tests.checking.pages import ALL, Page
from thucydides.checking import check


def record() -> Page:
    page = Page().lost(28_000, ALL).lost(20_000, "Ruritania")
    return page.lost(3_000, "Graustark").lost(5_000, "Syldavia").scaled("4.4")


def test_with_8_440_the_total_would_be_16_440_and_the_magnitude_4_2() -> None:
    page = record().lost(8_440, "Ruritania", concept="battle_deaths", claimant="A chronicler", relation="disputes")
    (finding,) = check(page.claims())
    assert finding.rule == "footnote-against-value"
    for words in ("A chronicler", "Ruritania", "8,440", "20,000", "11,560", "16,440", "28,000", "4.2", "4.4"):
        assert words in finding.message
    assert "16,440" in finding.suggestions[0]
    assert len(finding.claims) == 4


def test_without_a_total_only_the_difference_is_told() -> None:
    page = Page().lost(20_000, "Ruritania")
    (finding,) = check(page.lost(8_440, "Ruritania", claimant="A chronicler", relation="disputes").claims())
    assert "11,560" in finding.message
    assert finding.suggestions == ()


def test_a_note_that_agrees_says_nothing() -> None:
    assert not check(record().lost(20_000, "Ruritania", claimant="A chronicler", relation="disputes").claims())


def test_a_figure_beside_another_is_no_dispute() -> None:
    assert not check(record().lost(8_440, "Ruritania", claimant="A chronicler").claims())
