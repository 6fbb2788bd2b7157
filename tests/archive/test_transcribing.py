"""Does a transcription keep its words and say where they are from?"""

import pytest

from thucydides.archive import transcription
from thucydides.vocabulary import CannotRead


def test_its_bytes_are_a_form_with_the_source_and_the_words() -> None:
    document = transcription(source="War  diary\n6th Army", page="p. 9", words="Lost: 12 guns.\n")
    assert document.content == b"Source: War diary 6th Army\nPage: p. 9\n\nLost: 12 guns.\n"
    assert document.origin == "transcribed from War diary 6th Army, p. 9"


def test_the_same_words_from_two_works_are_two_documents() -> None:
    first, second = (transcription(source=work, page="", words="Lost: 12 guns.") for work in ("Diary A", "Diary B"))
    assert first.id != second.id
    assert first.name != second.name


def test_two_notes_from_one_page_have_two_names() -> None:
    first, second = (transcription(source="Diary", page="1", words=words) for words in ("12 guns.", "13 guns."))
    assert first.name != second.name


@pytest.mark.parametrize(("source", "words"), [("  ", "Words."), ("Diary", "half a \ud800 character")])
def test_what_cannot_be_kept_is_refused_with_a_sentence(source: str, words: str) -> None:
    with pytest.raises(CannotRead, match=r"; type it anew\.$|: name the work"):
        transcription(source=source, page="", words=words)
