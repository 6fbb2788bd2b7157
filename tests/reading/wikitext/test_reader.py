"""Are the words of a page in wikitext, their lines and their places right, whatever its mark-up looks like?"""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.reading import read
from thucydides.vocabulary import CannotRead, Document, Passage, PassageKind, Text

FOLDER = Path(__file__).parents[2] / "cases" / "infobox"
CASES = [
    pytest.param(case, id=case["name"])
    for case in tomllib.loads((FOLDER / "cells.toml").read_text(encoding="utf-8"))["case"]
]
BOX = """{{Infobox military conflict
| conflict = Battle of the Fords
| combatant1 = {{flag|Norland}}
| combatant2 = {{flagicon|Sudland}} [[Kingdom of Sudland|Sudland]]
| casualties1 = %s
| casualties2 = 12 killed
}}
The '''Battle of the Fords''' was fought at [[Oldford|the old ford]].
"""

# Pieces of pages, whole and broken, in any order.
SCRAPS = """{{ }} {{{ }}} [[ ]] | = '' ''' <ref> </ref> <ref/> <ref name=a> <!-- --> <nowiki> </nowiki> <br> <s>
</s> &amp; {{small| {{efn| {{sfn|Orlo|1901}} {{plainlist| {{circa| {{nosuch| {{flagicon|USSR}} {{MNG}} [https://a.org
__TOC__ 300 killed [[File:A.svg|20px]] {{Infobox military conflict| casualties1= casualties3= combatant2= {{ubl|a|b}}
{{convert|3|km|mi}} {{coord|4|5|N|6|7|E}} &ndash;"""
scraps = st.lists(
    st.sampled_from(
        [*SCRAPS.split(), "\n", "\n*", "\n{|", "\n|-", "\n|", "\n!", "\n|}", "\n== ", "==\n", " ", "\u202e"]
    )
    | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=5),
    max_size=60,
).map("".join)


def _read(page: str) -> Text:
    return read(Document("page.wikitext", page.encode(), media_type="text/x-wiki"))


def _cell(mark_up: str) -> Text:
    return _read(BOX % mark_up)


def _lines(text: Text, side: int = 1) -> list[str]:
    return [text.words(line) for line in text.passages if line.label == "casualties" and line.side == side]


def _notes(text: Text) -> list[tuple[str, str, str]]:
    notes = text.passages_of(PassageKind.FOOTNOTE, PassageKind.REFERENCE)
    return [(note.kind.value, note.mark, text.words(note)) for note in notes]


@pytest.mark.parametrize("case", CASES)
def test_a_cell_reads_line_by_line_as_the_page_shows_it(case: dict[str, Any]) -> None:
    text = _cell(case["cell"])
    assert _lines(text) == case["lines"]
    assert [list(note) for note in _notes(text)] == case.get("notes", [])
    assert bool(text.unread) == case.get("unread", False)


def test_rows_carry_their_labels_and_sides() -> None:
    rows = [(line.label, line.side, line.flag) for line in _cell("300 killed").passages_of(PassageKind.BOX_LINE)]
    assert rows == [
        ("title", 0, ""),
        ("combatants", 1, ""),
        ("combatants", 2, "Sudland"),
        ("casualties", 1, ""),
        ("casualties", 2, ""),
    ]


def test_what_is_numbered_above_the_sides_belongs_to_all_of_them() -> None:
    text = _read("{{Infobox military conflict|combatant1=A|combatant2=B|casualties3=40 civilians killed}}")
    assert [line.side for line in text.passages if line.label == "casualties"] == [0]


def test_a_third_belligerent_makes_a_third_side() -> None:
    text = _read("{{Infobox military conflict|combatant1=A|combatant2=B|combatant3b=C|casualties3=40 killed}}")
    assert [line.side for line in text.passages if line.label == "casualties"] == [3]


def test_a_status_takes_the_place_of_the_result() -> None:
    text = _read("{{Infobox military conflict|result=Norland victory|status=Ongoing}}")
    said = [(line.kind, text.words(line)) for line in text.passages if line.label == "result"]
    assert said == [(PassageKind.FURNITURE, "Norland victory"), (PassageKind.BOX_LINE, "Ongoing")]


@pytest.mark.parametrize(
    ("opening", "casualties"),
    [
        ("{{#invoke:Infobox military conflict|main|", "casualties1"),
        ("{{Warbox|", "casualties1"),
        ("{{Battlebox|", "casualties1"),
        ("{{infobox_Military_Conflict|", "casualties1"),
        ("{{Вооружённый конфликт|", "потери1"),
        ("{{전쟁 정보|", "사상자1"),
        ("{{戦闘|", "損害1"),
        ("{{Infobox Militärischer Konflikt|", "VERLUSTE1"),
    ],
)
def test_a_box_is_known_under_its_other_names(opening: str, casualties: str) -> None:
    assert _lines(_read(f"{opening}{casualties}=300 killed}}}}")) == ["300 killed"]


def test_prose_headings_lists_tables_and_captions_are_told_apart() -> None:
    page = (
        "[[File:Ford.jpg|thumb|The ford in 1901]]\nOne line\nruns on.\n\n== Losses ==\n* 300 killed\n* 20 missing\n"
        '{| class="wikitable"\n! Army !! Killed\n|-\n| Norland || align="right" | 300\n|}\n[[Category:Battles]]\n'
    )
    text = _read(page)
    assert [(line.kind.value, line.label, text.words(line)) for line in text.passages] == [
        ("caption", "", "The ford in 1901"),
        ("paragraph", "", "One line runs on."),
        ("heading", "", "Losses"),
        ("list line", "", "300 killed"),
        ("list line", "", "20 missing"),
        ("furniture", "Army", "Army"),
        ("furniture", "Killed", "Killed"),
        ("table cell", "Army", "Norland"),
        ("table cell", "Killed", "300"),
    ]


def test_a_named_note_is_written_once_and_keeps_its_mark() -> None:
    text = _cell('300 killed<ref name="orlo">Orlo, Memoirs</ref><br>20 missing<ref name=orlo />')
    assert _lines(text) == ["300 killed[1]", "20 missing[1]"]
    assert _notes(text) == [("reference", "1", "Orlo, Memoirs")]


def test_a_template_that_is_not_known_is_shown_by_its_name_and_reported_with_what_it_holds() -> None:
    text = _cell("{{No such template|4,321 killed}}")
    (finding,) = text.unread
    assert text.content[finding.start : finding.end] == "{{no\xa0such\xa0template}}"
    assert "4,321 killed" in finding.why


def test_an_unclosed_link_does_not_swallow_the_rows_after_it() -> None:
    text = _cell("[[Oldford|300 killed")
    assert "12 killed" in _lines(text, side=2)
    assert text.unread


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(CannotRead, match=r"page\.wikitext"):
        _read("<!-- nothing is said here -->")


@pytest.mark.parametrize(
    "mark_up",
    [
        "{{small|" * 10_000 + "300 killed" + "}}" * 10_000,
        "{{Infobox military conflict|casualties1=" * 10_000 + "300 killed" + "}}" * 10_000,
        "300 killed{{efn|" * 10_000 + "}}" * 10_000,
        "{{a|[[b|" * 10_000,
        "[[a|b " * 20_000,
        "300 <ref>" * 20_000,
        "{|\n" + "|-\n| a || 300 killed\n" * 20_000,
        "\u202e300 killed " * 10_000,
        "\n" * 100_000 + "300 killed",
    ],
    ids=["nested", "boxes", "notes", "crossed", "links", "references", "rows", "bidi", "lines"],
)
def test_hostile_mark_up_is_read_to_its_end(mark_up: str) -> None:
    assert "300" in _read(mark_up + " 300 killed").content


@given(scraps)
def test_every_run_stands_in_the_page_where_its_segment_says(page: str) -> None:
    try:
        text = _read("Words. " + page)
    except CannotRead:
        return
    raw = "Words. " + page
    for run in text.segments:
        if run.written:
            assert 0 <= run.raw < run.raw + run.written <= len(raw)
        else:
            assert text.content[run.start : run.start + run.length] == raw[run.raw : run.raw + run.length]


@given(scraps)
def test_passages_are_in_order_and_none_is_empty(page: str) -> None:
    try:
        text = _read("Words. " + page)
    except CannotRead:
        return
    assert all(text.words(line).strip() == text.words(line) != "" for line in text.passages)
    assert _ordered(text.passages)
    assert all(0 <= part.start < part.end <= len(text.content) for part in text.unread)


def _ordered(lines: tuple[Passage, ...]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(lines))
