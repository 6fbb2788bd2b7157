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


def _lines(page: str) -> list[tuple[str, int, str, str]]:
    return [
        (p.label, p.side, p.flag, t.words(p))
        for t in [_read(page)]
        for p in t.passages
        if p.kind.value == "info-box line"
    ]


SIDES = "<tr><th colspan=3>Belligerents<tr><td>North<td>South<td>East<tr><th colspan=3>Strength"


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ("<tr><td>300<td>400<td>500", [(1, "300"), (2, "400"), (3, "500")]),
        ("<tr><td colspan=2>700<td>500", [(1, "700"), (3, "500")]),
        ("<tr><td colspan=3>1,200", [(0, "1,200")]),
        ("<tr><td><td><td>500", [(3, "500")]),
        (
            "<tr><td rowspan=2>300<td>400<td>500<tr><td>20<td>30",
            [(1, "300"), (2, "400"), (3, "500"), (2, "20"), (3, "30")],
        ),
        (
            "<tr><td>300<td><table><tr><td>Foot<td>400<tr><td>Horse<td>50</table><td>500",
            [(1, "300"), (2, "Foot 400"), (2, "Horse 50"), (3, "500")],
        ),
        ("<tr><td>300<hr>400<td>500<td>", [(1, "300"), (1, "400"), (2, "500")]),
    ],
)  # fmt: skip
def test_a_figure_belongs_to_the_side_in_whose_column_it_stands(row: str, lines: list[tuple[int, str]]) -> None:
    page = f'<table class="infobox"><tr><th colspan=3>Siege{SIDES}{row}</table><p>Words that follow.'
    assert [(side, words) for label, side, _, words in _lines(page) if label == "strength"] == lines


def test_a_table_that_calls_itself_nothing_is_a_box_if_it_reads_as_one() -> None:
    rows = (
        "<tr><td>Date<td colspan=2>May 1702<tr><td>Combatants<td>North<td>South"
        "<tr><td rowspan=2>Losses<td>300<td>700<tr><td colspan=2>9 drowned"
    )
    assert [line[:2] + line[3:] for line in _lines(f"<table><tr><td colspan=3>Siege{rows}</table>")] == [
        ("title", 0, "Siege"), ("date", 0, "May 1702"), ("combatants", 1, "North"), ("combatants", 2, "South"),
        ("casualties", 1, "300"), ("casualties", 2, "700"), ("casualties", 0, "9 drowned"),
    ]  # fmt: skip


def test_columns_called_strength_and_losses_make_no_box() -> None:
    page = "<table><tr><th>Army<th>Combatants<th>Strength<th>Losses<tr><td>North<td>4<td>4,000<td>300</table>"
    assert ("table cell", "Losses", 0, "300") in _rows(_read(page))


@pytest.mark.parametrize(
    ("picture", "flag"),
    [
        ('<img alt="Ruritania" src="x.png">', "Ruritania"),
        ('<a title="Ruritania"><img alt="" src="x.png"></a>', "x"),
        ('<a href="/r" title="Ruritania"><img alt="Flag"></a>', "Ruritania"),
        ('<img alt="" src="//u/a/a2/Flag_of_the_Ruritania.svg/23px-Flag_of_the_Ruritania.svg.png">', "Ruritania"),
        ('<noscript><img alt="Ruritania"></noscript><span data-alt="Ruritania">&nbsp;</span>', "Ruritania"),
        ('<span style="display:none">x</span><img title="Ruritania" src="/spacer.gif">', "Ruritania"),
        ("", ""),
    ],
)
def test_the_picture_before_a_figure_says_what_it_shows(picture: str, flag: str) -> None:
    page = f'<table class="infobox">{SIDES}<tr><td>{picture} 300<td>400<td>500</table>'
    assert [line[2] for line in _lines(page) if line[3] == "300"] == [flag]


@pytest.mark.parametrize(
    ("cited", "note", "words", "mark"),
    [
        (
            '<sup class="reference"><a href="#n1">[a]</a></sup>',
            '<ol class="references"><li id="n1">Orlo gives 9.</ol>',
            "300[a]",
            "a",
        ),
        ("<a href='#n1'><sup>1</sup></a>", "<p id=n1>1. Orlo gives 9.", "300[1]", "1"),
        ("<sup><a href='#n1'>*</a></sup>", "<div id=n1>* Orlo gives 9.</div>", "300[*]", "*"),
        ('<sup><a href="x.html#n1">[note 2]</a></sup>', '<ul><li id="n1">Orlo gives 9.</ul>', "300[note 2]", "note 2"),
    ],
)
def test_a_mark_leads_to_its_note_however_the_page_writes_both(cited: str, note: str, words: str, mark: str) -> None:
    text = _read(f"<p>They lost 300{cited} in all.</p>{note}")
    (passage,) = [passage for passage in text.passages if passage.mark]
    assert words in text.content
    assert (passage.kind.value, passage.mark) == ("footnote", mark)
    assert text.words(passage).endswith("Orlo gives 9.")


@pytest.mark.parametrize(
    ("page", "words"),
    [("20,000<sup>1</sup> men", "20,000[1] men"), ("9 km<sup>2</sup>", "9 km2"), ("3<sup>rd</sup>", "3rd")],
)
def test_a_raised_number_behind_a_figure_is_the_mark_of_a_note(page: str, words: str) -> None:
    assert _read(f"<p>{page}").content.strip() == words


def test_what_is_folded_up_is_read_and_what_is_hidden_is_not() -> None:
    page = (
        '<section hidden="until-found">One.</section><div class="NavContent" style="display:none">Two.</div>'
        "<p hidden>Three."
    )
    assert _read(page).content.split() == ["One.", "Two."]


def test_coordinates_stand_on_a_line_of_their_own() -> None:
    place = (
        '<td>Oldford <span class="geo-inline"><span class="geo-dms">50°N 4°E</span><span class="geo-nondefault">50; 4'
        "</span></span> (near it)"
    )
    lines = _lines(f'<table class="infobox"><tr><th>Location{place}<td></table>')
    assert [(line[0], line[3]) for line in lines] == [
        ("place", "Oldford"),
        ("coordinates", "50°N 4°E"),
        ("place", "(near it)"),
    ]


FACTS = [("Place", "Oldford"), ("Date", "May 1702"), ("Result", "Truce")]


@pytest.mark.parametrize(
    "fact",
    [
        "<tr><th>{}</th><td>{}</td></tr>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
        "<p><strong>{}:</strong> {}</p>",
        '<div class="row"><span class="label">{}</span><span class="value">{}</span></div>',
        '<div class="pi-item"><h3 class="pi-data-label">{}</h3><div class="pi-data-value">{}</div></div>',
    ],
)
def test_facts_have_their_labels_however_a_site_sets_them(fact: str) -> None:
    body = "".join(fact.format(*each) for each in FACTS)
    body = f"<table>{body}</table>" if "<tr>" in fact else body
    menus = "<nav><a href=/>Wars of 1702</a></nav><div class='cookie-banner'>12 cookies</div><h1>Old Ford</h1>"
    rows = _rows(_read(menus + body + "<div id=comments>My uncle lost 300 men.</div><footer>Page of 2019</footer>"))
    assert [(label, words) for kind, label, _, words in rows if kind in ("fact line", "table cell")] == FACTS
    assert all(
        kind == "furniture" for kind, _, _, words in rows if any(sign in words for sign in ("12", "300", "2019"))
    )
