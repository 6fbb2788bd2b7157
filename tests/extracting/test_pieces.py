from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting.pieces import Piece


def test_a_lost_picture_is_no_part_of_the_words_behind_it() -> None:
    piece, pictured = Piece(10, "23x15px\u00a0Borduria").without_flag()
    assert (piece, pictured) == (Piece(18, "Borduria"), True)


def test_marks_of_notes_are_left_out_at_the_end_only() -> None:
    assert Piece(0, "Borduria: 20,000[1][note 2]").without_marks().words == "Borduria: 20,000"
    assert Piece(0, "[1] a note").without_marks().words == "[1] a note"


def test_separators_in_brackets_and_quotation_marks_do_not_part() -> None:
    parts = Piece(0, 'Ames (ed.; 1912), 4; "War; a history", 12; Bell').parts(";")
    assert [part.words for part in parts] == ["Ames (ed.; 1912), 4", '"War; a history", 12', "Bell"]


@given(st.text(alphabet='ab;,\n "()[]', max_size=60), st.sampled_from([";", ",", "\n", ";\n"]))
def test_every_part_stands_where_it_says(words: str, separators: str) -> None:
    whole = Piece(7, words)
    for part in (*whole.parts(separators), whole.trimmed(), whole.without_marks(), whole.without_flag()[0]):
        assert words[part.start - 7 : part.end - 7] == part.words
