"""Are the words of a page, their passages and their places right, whatever the page looks like?"""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.reading import read
from thucydides.vocabulary import CannotRead, Document, Text

BOX = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Battle of the Fords - Free Reference</title></head>
<body>
<div id="mainMenu"><ul><li><a href="/">Main page</a></ul></div>
<h1>Battle of the Fords</h1>
<table class="infobox vevent">
<tr><th colspan="2" class="summary">Battle of the Fords</th></tr>
<tr><td colspan="2">Part of the <a href="w">River War</a></td></tr>
<tr><td colspan="2"><img src="a.jpg" alt="x"><br>Bridge in 1702</td></tr>
<tr><td colspan="2"><table><tr><th>Date</th><td>3&ndash;5 May 1702</td></tr>
<tr><th>Result</th><td><b>Northern</b> victory</td></tr></table></td></tr>
<tr><th colspan="2">Belligerents</th></tr>
<tr><td><span class="flagicon"><img alt="N"></span>&#160;Northland</td><td>Southland<br>Eastmark</td></tr>
<tr><th colspan="2">Strength</th></tr>
<tr><td>4,000 men<br/>12 guns</td><td><div class="plainlist"><ul><li>5,000 men</li><li>20 guns</li></ul></div></td></tr>
<tr><th colspan="2">Casualties and losses</th></tr>
<tr><td>300 killed</td><td>900 killed or wounded</td></tr>
<tr><td colspan="2">40 civilians killed</td></tr>
</table>
<p>The <b>Battle of the Fords</b> was fought on 3&nbsp;May&#32;1702.<sup class="reference"><a href="#1">[1]</a></sup>
<h2>Aftermath<span class="mw-editsection">[edit]</span></h2>
<p>The army withdrew.
<dl><dt>Dead</dt><dd>300</dd></dl>
<table><tr><th></th><th>North</th><th>South</th></tr><tr><th>Killed</th><td>300</td><td>700</td></tr></table>
<table><tr><th>Army</th><th>Killed</th></tr><tr><td>North</td><td>300</td></tr></table>
<h2>References</h2>
<ol class="references"><li><span>^ <a>a</a> <a>b</a></span> Orlo, Memoirs, p. 3</li></ol>
<footer>Text is free</footer>"""

# Pieces of pages, whole and broken, in any order.
SCRAPS = """<p> </p> <b> </b> <i> <div> </div> <table> </table> <tr> <td> </td> <th> <li> <ul> </ul> <br> <h2> </h2>
<pre> </pre> <script> </script> <!-- --> &amp; &eacute; &#8211; &nbsp; &bogus; &ampx < > & </title> <title>
<dl> <dt> <dd> <!doctype> <?xml <header> <ol> <a> </a> </b> "x" 'y' 300 killed Oldford,"""
scraps = st.lists(
    st.sampled_from([*SCRAPS.split(), "<a href='x", "<table class=infobox>", "\n", "\r\n"])
    | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=5),
    max_size=60,
)


def _read(page: str) -> Text:
    return read(Document("page.html", page.encode(), media_type="text/html"))


def _rows(text: Text) -> list[tuple[str, str, int, str]]:
    return [(passage.kind.value, passage.label, passage.side, text.words(passage)) for passage in text.passages]


@pytest.mark.parametrize(
    "row",
    [
        ("title", "", 0, "Battle of the Fords"),
        ("furniture", "", 0, "Main page"),
        ("info-box line", "title", 0, "Battle of the Fords"),
        ("info-box line", "part_of", 0, "Part of the River War"),
        ("info-box line", "caption", 0, "Bridge in 1702"),
        ("info-box line", "date", 0, "3–5 May 1702"),
        ("info-box line", "result", 0, "Northern victory"),
        ("furniture", "combatants", 0, "Belligerents"),
        ("info-box line", "combatants", 1, "Northland"),
        ("info-box line", "combatants", 2, "Eastmark"),
        ("info-box line", "strength", 1, "12 guns"),
        ("info-box line", "strength", 2, "20 guns"),
        ("info-box line", "casualties", 1, "300 killed"),
        ("info-box line", "casualties", 2, "900 killed or wounded"),
        ("info-box line", "casualties", 0, "40 civilians killed"),
        ("paragraph", "", 0, "The Battle of the Fords was fought on 3\xa0May 1702.[1]"),
        ("heading", "", 0, "Aftermath"),
        ("fact line", "Dead", 0, "300"),
        ("table cell", "Killed", 1, "300"),
        ("table cell", "Killed", 2, "700"),
        ("table cell", "Army", 0, "North"),
        ("table cell", "Killed", 0, "300"),
        ("reference", "", 0, "Orlo, Memoirs, p. 3"),
        ("furniture", "", 0, "Text is free"),
    ],
)
def test_a_saved_encyclopedia_page_has_the_passage(row: tuple[str, str, int, str]) -> None:
    assert row in _rows(_read(BOX))


def test_a_record_page_with_labels_in_bold_has_its_values() -> None:
    page = (
        "<title>OLD FORD</title><a href=x>Return</a><hr><h1>PART ONE</h1>Words.<p><h1>1. OLD FORD</h1><p>"
        "<B>County:</B> Oldshire<p><B>Dates</B>: 3 May\n1702<p><b>Losses:</b> <i>[n]</i> 300;\n<i>[s]</i> 700<p>"
        "<b>Phase One.</b> The foot crossed the river at dawn and was thrown back.<p>"
    )
    rows = _rows(_read(page))
    assert ("title", "", 0, "1. OLD FORD") in rows
    assert ("fact line", "County", 0, "Oldshire") in rows
    assert ("fact line", "Dates", 0, "3 May 1702") in rows
    assert ("fact line", "Losses", 0, "[n] 300; [s] 700") in rows
    assert rows[-1][:2] == ("fact line", "Phase One")


def test_a_table_of_fields_names_its_rows_by_their_first_cell() -> None:
    page = "<table><tr><th>Field<th>Value<th>Meaning<tr><td>State<td>OS<td>Oldshire<tr><td>Park<td>&nbsp;<td></table>"
    rows = _rows(_read(page))
    assert ("table cell", "State", 1, "OS") in rows
    assert ("table cell", "State", 2, "Oldshire") in rows
    assert rows[-1] == ("furniture", "Park", 0, "Park")


def test_facts_and_labels_without_mark_up_are_found_in_a_page_as_in_a_text() -> None:
    rows = _rows(_read("<h2>Old Ford</h2>Place: Oldford<br>Date: May 1702<br>Result: Truce<br>"))
    assert rows[1:] == [
        ("fact line", "Place", 0, "Oldford"),
        ("fact line", "Date", 0, "May 1702"),
        ("fact line", "Result", 0, "Truce"),
    ]


def test_a_text_beside_a_menu_is_no_table() -> None:
    page = (
        "<table><tr><td class=menu><a href=/>Home</a><br>Maps<td><font size=5>Old Ford</font><br>"
        "<b>Place:</b> Oldford<br><b>Date:</b> May 1702<br><b>Result:</b> Truce</table>"
    )
    assert _rows(_read(page)) == [
        ("furniture", "", 0, "Home"),
        ("furniture", "", 0, "Maps"),
        ("paragraph", "", 0, "Old Ford"),
        ("fact line", "Place", 0, "Oldford"),
        ("fact line", "Date", 0, "May 1702"),
        ("fact line", "Result", 0, "Truce"),
    ]


STORY = "The foot crossed the river at dawn, lost its way among the mills, and was thrown back before noon. " * 3


@pytest.mark.parametrize(
    "page",
    [
        f"<dl><dt>Date<dd>May 1702<dt>Story:<dd>{STORY}<p>They went home and slept.</dl>",
        f"<table><tr><td>Date<td>May 1702<tr><td>Story<td>{STORY}<p>They went home and slept.</table>",
    ],
)
def test_a_value_that_is_told_in_paragraphs_is_prose(page: str) -> None:
    rows = _rows(_read(page))
    assert [(kind, words) for kind, label, _, words in rows if label.startswith("Story")][1:] == [
        ("paragraph", STORY.strip()),
        ("paragraph", "They went home and slept."),
    ]


def test_a_label_in_bold_begins_a_line_where_the_page_forgot_to() -> None:
    rows = _rows(_read("<h1>Old Ford</h1>\n<b>Place:</b> Oldford\n<b>Date:</b> May 1702\n<b>Result</b>: Truce<p>"))
    assert rows[1:] == [
        ("fact line", "Place", 0, "Oldford"),
        ("fact line", "Date", 0, "May 1702"),
        ("fact line", "Result", 0, "Truce"),
    ]


def test_right_below_a_label_in_bold_another_is_a_part_of_the_value() -> None:
    rows = _rows(_read("<h1>Old Ford</h1><b>Losses:</b><br>North: 300<br>South: 700<p><b>Date:</b> May 1702"))
    assert ("fact line", "Losses", 0, "North: 300") in rows
    assert ("fact line", "Losses", 0, "South: 700") in rows


def test_lines_and_columns_of_typewriter_text_stay() -> None:
    rows = _rows(_read("<h1>Losses</h1><pre>\nNorth     300   700\nSouth     400   900\n</pre>"))
    assert rows[1:] == [("table cell", "", 0, "North     300   700"), ("table cell", "", 0, "South     400   900")]


@pytest.mark.parametrize("tail", ["", "</td>", "<p", "<!-- cut", "<script>x", '<a href="x', "&am", "</html></body>"])
def test_a_page_that_is_not_closed_loses_no_word(tail: str) -> None:
    assert "died of wounds" in _read(f"<html><body><table><tr><td><div><b>300 died of wounds {tail}").content


def test_signs_of_comparison_are_words() -> None:
    assert _read("<p>losses < 300 & > 200</p>").content.strip() == "losses < 300 & > 200"


def test_a_declared_encoding_is_used() -> None:
    page = '<meta charset="koi8-r"><p>Потери составили 300 человек.'.encode("koi8-r")
    assert "Потери" in read(Document("page", page, media_type="text/html")).content


@given(scraps)
def test_passages_stand_in_order_inside_the_text(page: list[str]) -> None:
    text = _read("begun " + " ".join(page))
    end = 0
    for passage in text.passages:
        assert end <= passage.start < passage.end <= len(text.content)
        end = passage.end
    assert end == len(text.content.rstrip())


@given(page=scraps, data=st.data())
def test_the_raw_range_of_a_span_reads_as_its_words(page: list[str], data: st.DataObject) -> None:
    source = "begun " + " ".join(page)
    text = _read(source)
    passage = data.draw(st.sampled_from(text.passages))
    start = data.draw(st.integers(passage.start, passage.end - 1))
    span = text.span(start, data.draw(st.integers(start + 1, passage.end)))
    first, last = text.raw_range(span) or (0, 0)
    words = "".join(text.quote(span).split())
    assert words in "".join(_shown(source[first:last]).split())


@given(page=scraps, data=st.data())
def test_each_character_with_a_place_stands_there(page: list[str], data: st.DataObject) -> None:
    source = "begun " + " ".join(page)
    text = _read(source)
    segment = data.draw(st.sampled_from(text.segments))
    words = text.content[segment.start : segment.start + segment.length]
    raw = source[segment.raw : segment.raw + (segment.written or segment.length)]
    assert words == (html.unescape(raw) if segment.written else raw)


def _shown(raw: str) -> str:
    """A stretch of a page by the plainest means: silent parts and tags out, entities decoded."""
    silent = re.sub(r"(?s)<!--.*?-->|<script.*?</script>|<[!?/a-zA-Z][^>]*>", "", raw)
    return html.unescape(silent)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "end" + "</div>" * 100_000,
        "<table><tr><td>" * 50_000 + "end",
        "<b><i>" * 50_000 + "end" + "</b>" * 50_000,
        "<div><b>" * 50_000 + "end" + "</u></a></p>" * 50_000,
        "end" + "<" * 500_000,
        "end " + '<b " "> ' * 60_000,
        "end" + "<!-- >" * 100_000,
        "end" + "<a" * 300_000,
        "end" + "&" * 500_000,
        "end" + "&aaaaaaaaaaaaaaaaaaaa" * 20_000,
        "<a " + "b=c " * 200_000 + ">end",
        "end " + "1" * 1_000_000,
        "<p>end" * 50_000,
        "<ul><li>" * 50_000 + "end" + "</li>" * 50_000,
    ],
)
def test_no_page_however_broken_stalls_the_reader(page: str) -> None:
    assert _read(page).content.startswith("end")


@given(st.text(max_size=80))
def test_no_page_brings_more_than_a_refusal(page: str) -> None:
    try:
        _read(page)
    except CannotRead as refusal:
        assert str(refusal).endswith(".")
