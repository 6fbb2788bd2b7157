import pytest

from tests.extracting.fakes import text_of
from thucydides.extracting.pieces import Piece
from thucydides.extracting.titles import subject_of
from thucydides.vocabulary import PassageKind


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        ("3. KLOW (13-15 June 1911)", "KLOW"),
        ("KLOW or Old Mill (3 May 1911)", "KLOW"),
        ("Register of Battlefields: Klow", "Klow"),
        ("Klow | The Bordurian Encyclopedia", "Klow"),
        ("Corner of the Brave - Klow", "Klow"),
        ("Zlip - Flum", "Zlip - Flum"),
        ("Klow", "Klow"),
    ],
)
def test_a_heading_names_its_subject(heading: str, subject: str) -> None:
    text = text_of((PassageKind.TITLE, heading), (PassageKind.PARAGRAPH, "The hill of Klow was stormed twice."))
    assert subject_of(Piece.of(text, text.passages[0]), text).words == subject
