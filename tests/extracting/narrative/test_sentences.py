from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting.narrative.sentences import LONGEST, sentences_of
from thucydides.extracting.pieces import Piece


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("They fought. They fled.", ["They fought.", "They fled."]),
        ("Gen. J. B. Orr led. Col. Ames fell.", ["Gen. J. B. Orr led.", "Col. Ames fell."]),
        ("He came from the U.S. The men cheered.", ["He came from the U.S.", "The men cheered."]),
        ("The U.S. Navy came. It left.", ["The U.S. Navy came.", "It left."]),
        ("The U.S.S.R. and Japan met. Both left.", ["The U.S.S.R. and Japan met.", "Both left."]),
        ("It cost 1.5 million. Nobody paid.", ["It cost 1.5 million.", "Nobody paid."]),
        ("It fell.[1] Scores ran.[2][3] All rested.", ["It fell.[1]", "Scores ran.[2][3]", "All rested."]),
        (
            "A raid (in May. Others say June.) began. It failed.",
            ["A raid (in May. Others say June.) began.", "It failed."],
        ),
        ("Was it lost? No!", ["Was it lost?", "No!"]),
        ("The war ended in 1905. Peace came.", ["The war ended in 1905.", "Peace came."]),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(paragraph: str, sentences: list[str]) -> None:
    assert [piece.words for piece in sentences_of(Piece(0, paragraph))] == sentences


@given(st.text(max_size=300), st.integers(0, 1000))
def test_sentences_stand_where_they_say_in_order_and_lose_no_letter(words: str, start: int) -> None:
    found = list(sentences_of(Piece(start, words)))
    assert all(words[piece.start - start : piece.end - start] == piece.words for piece in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    letters = [letter for piece in found for letter in piece.words if letter.isalnum()]
    assert letters == [letter for letter in words if letter.isalnum()]


def test_a_sentence_that_never_ends_is_cut() -> None:
    assert all(len(piece.words) <= LONGEST for piece in sentences_of(Piece(0, "and so on " * 2_000)))
