"""Do spans find their way back to the document?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import Passage, PassageKind, QuoteNotInText, Segment, SpanOutsideText, Text


@given(st.text(min_size=1), st.data())
def test_a_span_of_a_text_quotes_its_own_characters(content: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start + 1, len(content)))
    text = Text("d", content, ())
    assert text.quote(text.span(start, end)) == content[start:end]


def test_a_span_of_another_text_is_refused() -> None:
    one, other = Text("d", "one text", ()), Text("d", "another text", ())
    with pytest.raises(QuoteNotInText):
        one.quote(other.span(0, 3))


def test_no_span_is_empty_or_runs_backwards() -> None:
    text = Text("d", "words", ())
    for start, end in ((2, 2), (3, 2), (-1, 2), (0, 6)):
        with pytest.raises(SpanOutsideText):
            text.span(start, end)


def test_the_raw_range_is_the_smallest_that_yields_the_words() -> None:
    raw = "<p>Lost: <b>300</b> men</p>"
    text = Text("d", "Lost: 300 men", (), segments=(Segment(0, 3, 6), Segment(6, 12, 3), Segment(9, 19, 4)))
    for words in ("Lost", "300", "300 men", "men", "Lost: 300 men"):
        start = text.content.index(words)
        found = text.raw_range(text.span(start, start + len(words)))
        assert found is not None
        assert raw[found[0] : found[1]].replace("<b>", "").replace("</b>", "") == words


def test_the_passage_of_an_offset_is_found_or_there_is_none() -> None:
    text = Text("d", "Title\n\nProse.", (Passage(PassageKind.TITLE, 0, 5), Passage(PassageKind.PARAGRAPH, 7, 13)))
    assert text.passage_at(4) == text.passages[0]
    assert text.passage_at(5) is None
    assert text.passage_at(12) == text.passages[1]
