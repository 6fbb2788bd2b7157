import pytest

from tests.extracting.fakes import COUNTRIES, text_of
from thucydides.extracting import Scene, scene_of
from thucydides.extracting.boxes.headings import heading_of
from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import Basis, PassageKind


def _scene(words: str) -> Scene:
    return scene_of(text_of((PassageKind.BOX_LINE, words, "casualties")), "x", COUNTRIES)


@pytest.mark.parametrize(
    ("words", "claimant", "basis"),
    [
        ("Ruritanian archival figures:", "Ruritanian", Basis.ARCHIVAL),
        ("Bordurian estimate:", "Bordurian", Basis.UNKNOWN),
        ("According to Bordurian sources", "Bordurian", Basis.UNKNOWN),
        ("Per Whitlock:", "Whitlock", Basis.UNKNOWN),
        ("Ruritanian official figures", "Ruritanian", Basis.COMMUNIQUE),
    ],
)
def test_a_heading_names_who_speaks(words: str, claimant: str, basis: Basis) -> None:
    heading = heading_of(_scene(words), Piece(0, words))
    assert heading is not None
    assert (heading.attribution.claimant, heading.attribution.basis) == (claimant, basis)


@pytest.mark.parametrize("words", ["Borduria:", "Bordurian losses:", "Bordurian forces"])
def test_a_heading_may_say_whom_the_figures_are_about(words: str) -> None:
    heading = heading_of(_scene(words), Piece(0, words))
    assert heading is not None and heading.about is not None and heading.actor == "borduria"


@pytest.mark.parametrize("words", ["300 dead", "heavy", "Unknown", "scores of horses"])
def test_a_line_of_figures_is_no_heading(words: str) -> None:
    assert heading_of(_scene(words), Piece(0, words)) is None
