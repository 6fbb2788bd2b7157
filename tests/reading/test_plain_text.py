"""Is the text exactly the document, and does every line have its passage?"""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.reading import read
from thucydides.vocabulary import Document, Text

lines = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "The army crossed the river at dawn and lost 300 men.",
            "Result Northern victory",
            "24x16px Northland",
            "Strength",
            "Total: 28",
            "[1] Orlo counts 12.",
            "  1. ^ Orlo, Memoirs",
            "File:Bridge.jpg",
            "See also",
            "• one",
            "May 3, 1702",
            "Place: Oldford",
            "\u3000事件",
            "x" * 300,
        ]
    )
    | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30)
)


def _read(content: str) -> Text:
    return read(Document("page.txt", content.encode()))


@given(lines=lines, ending=st.sampled_from(["\n", "\r\n"]))
def test_the_text_is_the_document_with_its_line_ends_and_nothing_else_changed(lines: list[str], ending: str) -> None:
    written = ending.join(["Begun.", *lines])
    assert _read(written).content == written.replace("\r\n", "\n")


@given(lines)
def test_every_line_with_words_lies_in_one_passage_or_is_its_label(lines: list[str]) -> None:
    text = _read("\n".join(["Begun.", *lines]))
    ends = [0]
    for passage in text.passages:
        assert ends[-1] <= passage.start < passage.end <= len(text.content)
        assert text.words(passage) == text.words(passage).strip()
        ends.append(passage.end)
    holding = {_bare(line) for passage in text.passages for line in text.words(passage).splitlines()} - {""}
    assert all(any(line.endswith(held) for held in holding) for line in map(_bare, text.content.split("\n")) if line)


def _bare(line: str) -> str:
    """Without the marks of a heading."""
    return line.strip(" \t=#").strip()


@given(lines=lines, data=st.data())
def test_the_raw_range_of_a_span_holds_its_words(lines: list[str], data: st.DataObject) -> None:
    written = "\r\n".join(["Begun.", *lines])
    text = _read(written)
    start = data.draw(st.integers(0, len(text.content) - 1))
    span = text.span(start, data.draw(st.integers(start + 1, len(text.content))))
    first, last = text.raw_range(span) or (0, 0)
    assert written[first:last].replace("\r\n", "\n") == text.quote(span)


def test_where_nothing_was_changed_the_text_needs_no_map() -> None:
    assert _read("One line.\nAnother.\n").segments == ()


def test_a_bare_carriage_return_stays_and_still_ends_a_line() -> None:
    text = _read("Old Ford\rThe army crossed the river at the old ford.\rIt lost 300 of its men there.")
    assert "\r" in text.content
    assert len(text.passages) == 3
