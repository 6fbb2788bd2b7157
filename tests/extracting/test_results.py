import pytest

from tests.extracting.fakes import COUNTRIES, text_of
from thucydides.extracting import scene_of
from thucydides.extracting.pieces import Piece
from thucydides.extracting.results import outcomes
from thucydides.vocabulary import Claim, PassageKind


def _said(words: str) -> list[tuple[str, str, str]]:
    text = text_of((PassageKind.FACT_LINE, words))
    heard = outcomes(scene_of(text, "x", COUNTRIES), Piece(0, words), "test")
    return [(said.attribute, str(said.target), str(said.value)) for said in heard if isinstance(said, Claim)]


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (
            "Decisive Ruritanian and Syldavian victory",
            [
                ("outcome", "Ruritanian + Syldavian", "victory"),
                ("winner", "Ruritanian + Syldavian", ""),
            ],
        ),
        ("Bordurian defeat", [("outcome", "", "victory"), ("loser", "Bordurian", "")]),
        (
            "Victory of Ruritania over Borduria",
            [("outcome", "Ruritania", "victory"), ("winner", "Ruritania", "")],
        ),
        (
            "Inconclusive; Treaty of Klow",
            [("outcome", "", "stalemate"), ("outcome", "", "treaty")],
        ),
        ("Inconclusive (Ruritanian strategic victory)", [("outcome", "", "stalemate")]),
        ("Revolt defeated, Ruritanian troops stay", [("outcome", "", "victory")]),
        ("Ruritania completes the annexation of Klow", []),
        ("Despite a Ruritanian victory at Klow, the convoy came through", []),
        (
            "Initial Bordurian victory followed by Ruritanian victory",
            [("outcome", "Ruritanian", "victory"), ("winner", "Ruritanian", "")],
        ),
        ("See aftermath", []),
    ],
)
def test_a_result_tells_the_outcome_and_who_won(words: str, claims: list[tuple[str, str, str]]) -> None:
    assert _said(words) == claims
