"""Does each document find its reader, or a sentence?"""

import pytest

from thucydides.reading import READERS, read
from thucydides.vocabulary import CannotRead, Document


def test_the_readers_in_their_order() -> None:
    assert [type(reader).__name__ for reader in READERS] == ["Html", "Wikitext", "Transcription", "Pdf", "PlainText"]


@pytest.mark.parametrize("kind", ["application/json", "text/csv", "image/png", "application/zip"])
def test_a_format_without_a_reader_is_refused_with_advice(kind: str) -> None:
    with pytest.raises(CannotRead, match=rf"^scan: plain text, HTML or PDF was expected, but this is {kind}; .*\.$"):
        read(Document("scan", b"...", media_type=kind))


def test_the_words_of_a_transcription_are_its_text() -> None:
    form = b"Source: Diary\nPage: 9\n\nLost: 12 guns.\r\n\nAll else was saved that day."
    text = read(Document("Diary, 9", form, media_type="text/x-transcription"))
    assert text.content == "Lost: 12 guns.\n\nAll else was saved that day."
    first, last = text.raw_range(text.span(0, 4)) or (0, 0)
    assert form[first:last] == b"Lost"


def test_a_transcription_without_words_is_refused() -> None:
    with pytest.raises(CannotRead, match="below the source"):
        read(Document("Diary", b"Source: Diary\n\n ", media_type="text/x-transcription"))


@pytest.mark.parametrize("page", [b"", b"<html><body></body></html>", b"<script>let a = 1", b"<!-- nothing", b"\0\0"])
def test_a_page_without_words_is_refused(page: bytes) -> None:
    with pytest.raises(CannotRead):
        read(Document("page", page, media_type="text/html"))
