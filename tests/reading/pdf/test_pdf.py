"""Is a PDF read as it is meant: paragraphs whole, the page's own lines apart, no mark of a note in a figure?"""

import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.pdf.making import LOCKED, Print, pdf, set_in_lines, width
from thucydides.authorities import load
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.reading.pdf.lines import printed
from thucydides.vocabulary import CannotRead, Document, PassageKind, Text

PROSE = (
    "The column left the ford at dawn and reached the village of Dhok by noon, where the garrison had dug itself in "
    "behind the mill. Two attacks failed. The third, led by the grenadiers, carried the mill and the bridge behind it."
)
MORE = (
    "On the following morning the defenders asked for terms. They had lost 340 killed and 1,120 wounded of the 4,000 "
    "who had marched out a week before, and their guns stood without horses on the far bank of the river Zlip."
)


def _document(content: bytes) -> Document:
    return Document("book.pdf", content, media_type="application/pdf")


def _read(*pages: list[Print]) -> Text:
    return read(_document(pdf(pages)))


def _words(text: Text, *kinds: PassageKind) -> list[str]:
    return [text.words(passage) for passage in text.passages if not kinds or passage.kind in kinds]


def test_lines_broken_for_want_of_room_are_one_paragraph_and_the_next_one_begins_by_its_gap() -> None:
    first = set_in_lines(PROSE)
    second = set_in_lines(MORE, top=first[-1].y - 26)
    assert _words(_read([*first, *second]), PassageKind.PARAGRAPH) == [PROSE, MORE]


def test_an_indent_begins_a_paragraph_too() -> None:
    first = set_in_lines(PROSE)
    second = set_in_lines(MORE, top=first[-1].y - 13)
    indented = [Print(84, second[0].y, second[0].words), *second[1:]]
    assert _words(_read([*first, *indented]), PassageKind.PARAGRAPH) == [PROSE, MORE]


def test_two_columns_are_read_one_after_the_other() -> None:
    one = set_in_lines(PROSE, room=200)
    other = set_in_lines(MORE, room=200, left=320)
    assert _words(_read([*one, *other]), PassageKind.PARAGRAPH) == [PROSE, MORE]


def test_a_paragraph_goes_on_over_the_page_and_heads_feet_and_page_numbers_stand_apart() -> None:
    lines = set_in_lines(f"{PROSE} {MORE}")
    cut = len(lines) // 2
    pages = [
        [Print(72, 815, "A HISTORY OF THE ZLIP WAR", 9), *lines[:cut], Print(290, 30, "11", 9)],
        [
            Print(72, 815, "A HISTORY OF THE ZLIP WAR", 9),
            *(Print(line.x, line.y + 13 * cut, line.words) for line in lines[cut:]),
            Print(290, 30, "12", 9),
        ],
    ]
    text = _read(*pages)
    assert _words(text, PassageKind.PARAGRAPH) == [f"{PROSE} {MORE}"]
    assert sorted(_words(text, PassageKind.FURNITURE)) == ["11", "12", *["A HISTORY OF THE ZLIP WAR"] * 2]


def test_a_divided_word_is_whole_again_and_a_hyphen_of_its_own_stays() -> None:
    lines = [
        Print(72, 700, "The grena-"), Print(72, 687, "diers stormed"), Print(72, 674, "the river-"),
        Print(72, 661, "bank with a"), Print(72, 648, "river-bank gun."),
    ]  # fmt: skip
    assert _words(_read(lines)) == ["The grenadiers stormed the river-bank with a river-bank gun."]


def test_a_raised_mark_of_a_note_stands_in_brackets_and_never_in_the_figure() -> None:
    end = 72 + width("They lost 1,029")
    line = [Print(72, 700, "They lost 1,029"), Print(end, 705, "3", 6), Print(end + 7, 700, "killed and 12 guns.")]
    (words,) = _words(_read(line))
    assert words == "They lost 1,029[3] killed and 12 guns."
    claims = extract(_read(line), document_name="book.pdf", gazetteer=load()).claims
    assert all("10293" not in str(claim.value) for claim in claims)


def test_wide_white_parts_the_cells_of_a_row() -> None:
    rows = [Print(72 + 150 * x, 700 - 14 * y, f"cell {x}{y}") for y in range(3) for x in range(3)]
    assert _words(_read(rows))[0] == "cell 00\tcell 10\tcell 20"


def test_the_largest_line_is_the_title_and_larger_ones_are_headings() -> None:
    page = [
        Print(72, 790, "The War on the Zlip", 20), Print(72, 750, "The ford", 14), *set_in_lines(PROSE, top=730),
        Print(72, 640, "The terms", 14), *set_in_lines(MORE, top=620),
    ]  # fmt: skip
    text = _read(page)
    assert _words(text, PassageKind.TITLE) == ["The War on the Zlip"]
    assert _words(text, PassageKind.HEADING) == ["The ford", "The terms"]
    assert _words(text, PassageKind.PARAGRAPH) == [PROSE, MORE]


def test_a_page_that_is_a_picture_is_reported_where_it_is_missing() -> None:
    text = _read(set_in_lines(PROSE), [], set_in_lines(MORE))
    (missing,) = text.unread
    assert text.content[missing.start : missing.end] == MORE
    assert missing.why.startswith("page 2 shows no words")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf([[]]), "OCR"),
        (pdf([[Print(72, 700, "words")]], trailer=LOCKED), "password"),
        (b"%PDF-1.4\nnothing of the kind", "damaged"),
        (b"%PDF-1.7", "damaged"),
    ],
)
def test_what_has_no_words_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(CannotRead, match=said):
        read(_document(content))


_WORDS = st.lists(st.text(string.ascii_letters + string.digits + ",.-()’é", min_size=1, max_size=9), max_size=6)
_PRINTS = st.builds(
    lambda x, y, words, size: Print(x, y, " ".join(words), size),
    st.integers(0, 500), st.integers(0, 830), _WORDS, st.sampled_from([6, 9, 11, 11, 11, 16]),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_PRINTS, max_size=12), min_size=1, max_size=3))
def test_every_word_of_a_text_stands_where_its_segments_say(pages: list[list[Print]]) -> None:
    document = _document(pdf(pages))
    try:
        text = read(document)
    except CannotRead:
        return
    characters = printed(document).characters
    for segment in text.segments:
        said = text.content[segment.start : segment.start + segment.length]
        assert said == characters[segment.raw : segment.raw + segment.length]
    for passage in text.passages:
        assert text.words(passage).strip()
        assert text.raw_range(text.span(passage.start, passage.end)) is not None


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_damage_anywhere_ends_in_a_text_or_a_sentence(noise: bytes, place: int) -> None:
    whole = pdf([set_in_lines(PROSE)])
    try:
        read(_document(whole[:place] + noise + whole[place + len(noise) :]))
    except CannotRead as problem:
        assert str(problem).startswith("book.pdf: ")


WITNESSES = Path(__file__).parents[2] / "passages"


@pytest.mark.parametrize("name", ["article-chosin", "reference-winter-war", "commission-antietam"])
def test_a_page_set_as_a_pdf_says_what_it_says_as_plain_text(name: str) -> None:
    plain = (WITNESSES / f"{name}.txt").read_text(encoding="utf-8")
    prints, top = [], 800.0
    for line in plain.split("\n"):
        set_line = set_in_lines(line, top=top, step=11, room=450) if line else []
        prints += set_line
        top -= 11 * len(set_line) if line else 12
    gazetteer = load()
    said = [
        {
            (claim.attribute, str(claim.target), str(claim.value), claim.quote)
            for claim in extract(text, document_name=name, gazetteer=gazetteer).claims
        }
        for text in (_read(prints), read(Document(f"{name}.txt", plain.encode())))
    ]
    assert said[0] == said[1]
