"""How would the publishers of the nineties have put a labelled record on a web page?

Each habit is a function from a record to the bytes of a page, and always gives the same bytes for the same record.
"""

import html
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

_FACT = re.compile(r"(?m)^(?P<label>[A-Z][A-Za-z#() ]{1,40}):[ ](?P<value>.*)$")
_PROSE = "Description"


@dataclass(frozen=True, slots=True)
class Record:
    """A name and what is said under each label, paragraph by paragraph, in the order of the publisher."""

    name: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]


def record_of(text: str) -> Record:
    """The record that a text of `Label: value` lines under a name gives; lines without a label go on with the last."""
    name, _, rest = text.strip().partition("\n")
    facts: list[tuple[str, list[str]]] = []
    for line in filter(str.strip, rest.splitlines()):
        if fact := _FACT.match(line):
            facts.append((fact["label"], [fact["value"]]))
        else:
            facts[-1][1].append(line)
    return Record(name.strip(), tuple((label, tuple(said)) for label, said in facts))


def paragraphs_with_bold_labels(record: Record) -> bytes:
    """A heading and a paragraph for each fact, its label in bold."""
    rows = (f"<p><b>{_safe(label)}:</b> {_safe(said)}</p>" for label, said in _lines(record, "</p>\n<p>"))
    return _page(record, f"<h2>{_safe(record.name)}</h2>", *rows)


def one_paragraph_of_breaks(record: Record) -> bytes:
    """Everything in one paragraph that nothing closes, with line breaks and blanks that must not break."""
    rows = (f"<STRONG>{_safe(label)}:</STRONG>&nbsp;{_safe(said)}<BR>" for label, said in _lines(record, "<P>"))
    return _wrapped("<HTML><HEAD><TITLE>", _safe(record.name), "</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>",
                    f"<H3>{_safe(record.name)}</H3>", "<P>", *rows, "</BODY></HTML>")  # fmt: skip


def table_with_bold_cells(record: Record) -> bytes:
    """Two columns, the labels in bold."""
    rows = (
        f"<tr><td valign=top><b>{_safe(label)}:</b></td><td>{_safe(said)}</td></tr>"
        for label, said in _lines(record, "<p>")
    )
    return _page(record, f"<h1>{_safe(record.name)}</h1><table border=1 cellpadding=4>", *rows, "</table>")


def table_with_heading_cells(record: Record) -> bytes:
    """Two columns, the labels as headings without a colon, the name as the caption of the table's first row."""
    rows = (
        f'<tr><th align="left">{_safe(label)}</th><td>{_safe(said)}</td></tr>'
        for label, said in _lines(record, "<br><br>")
    )
    title = f'<table width="600"><tr><th colspan="2">{_safe(record.name)}</th></tr>'
    return _page(record, title, *rows, "</table>")


def list_of_definitions(record: Record) -> bytes:
    """Terms and what is said of them."""
    rows = (f"<dt>{_safe(label)}:<dd>{_safe(said)}" for label, said in _lines(record, "<p>"))
    return _page(record, f"<h1>{_safe(record.name)}</h1><dl>", *rows, "</dl>")


def bulleted_list(record: Record) -> bytes:
    """A list whose labels are in bold and whose colons are not."""
    rows = (f"<li><b>{_safe(label)}</b>: {_safe(said)}" for label, said in _lines(record, "<p>"))
    return _page(record, f"<h2>{_safe(record.name)}</h2><ul>", *rows, "</ul>")


def plain_breaks(record: Record) -> bytes:
    """No label is marked; only the line breaks tell the facts apart."""
    rows = (f"{_safe(label)}: {_safe(said)}<br>" for label, said in _lines(record, "<br><br>"))
    return _page(record, f"<center><b>{_safe(record.name)}</b></center><p>", *rows)


def labels_above(record: Record) -> bytes:
    """Each label on a line of its own above its fact."""
    rows = (f"<p><b>{_safe(label)}:</b><br>\n{_safe(said)}" for label, said in _lines(record, "<p>"))
    return _page(record, f"<h1>{_safe(record.name)}</h1>", *rows)


def preformatted(record: Record) -> bytes:
    """The text as it stood, between two tags."""
    lines = (f"{label}: {said}" for label, said in _lines(record, "\n\n"))
    return _page(record, f"<h1>{_safe(record.name)}</h1><pre>", *map(_safe, lines), "</pre>")


def within_the_site(record: Record) -> bytes:
    """The facts in the middle cell of a page of menus, Western bytes, the name only in the title and in large type."""
    rows = (f"<b>{_typeset(label)}: </b>{_typeset(said)}<br>" for label, said in _lines(record, "</p><p>"))
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
        f"<title>Parks &amp; Battlefields - {_typeset(record.name)}</title></head><body>",
        '<table width="100%"><tr><td width="150" class="menu"><a href="/">Home</a><br><a href="/map">Maps</a><br>',
        '<a href="/state/">By State</a><br><a href="/help">Help &amp; Contact</a></td><td>',
        '<div id="breadcrumb"><a href="/">Home</a> &gt; <a href="/battles/">Battles</a></div>',
        f'<font face="Arial" size="+2"><b>{_typeset(record.name)}</b></font><p>',
        *rows,
        '</td></tr></table><hr><div id="footer"><a href="/privacy">Privacy</a> | Last updated: June 3, 2004 | &copy;',
        " National Battlefield Register</div></body></html>",
    )
    return "\n".join(page).encode("latin-1")


def named_by_its_title(record: Record) -> bytes:
    """No heading at all: only the title says, after the site's name, of which battle the table is."""
    rows = (f"<tr><td><b>{_safe(label)}:</b><td>{_safe(said)}" for label, said in _lines(record, "<p>"))
    title = f"<TITLE>Register of Battlefields: {_safe(record.name)}</TITLE>"
    return "\n".join((title, "<body><table>", *rows, "</table>")).encode()


def smart_bytes(record: Record) -> bytes:
    """Typographic quotes in the bytes of Windows, labels in bold type of another face, nothing declared."""
    rows = (
        f"<P><FONT SIZE=2><B>{_safe(label)}:</B> {_safe(said)}</FONT>".replace("'", "’")
        for label, said in _lines(record, "</FONT><P><FONT SIZE=2>")
    )
    name = _safe(record.name).replace("'", "’")
    return "\n".join((f"<title>{name}</title><CENTER><H1>{name}</H1></CENTER>", *rows)).encode("cp1252", "replace")


def chapter_of_a_study(record: Record) -> bytes:
    """A numbered heading, links back and forth, labels in bold, lines of a terminal's width, nothing closed."""
    rows = (f"<B>{_safe(label)}:</B> {_safe(said)}<p>" for label, said in _lines(record, "<p><p>"))
    return _wrapped(f"<html> <head> <title>{_safe(record.name)} </title></head> <body>",
                    '<a href="c0.html">Return to contents page</a><p>', '<a href="c6.html">[PREVIOUS]</a>', "<hr>",
                    f"<H1>7. {_safe(record.name)}</H1>", "<p>", "<B>USGS Quadrants:</B> Osterly, Wexler<p>", *rows,
                    '<hr> <a href="c8.html">[NEXT BATTLE]</a> </body></html>')  # fmt: skip


HABITS: tuple[Callable[[Record], bytes], ...] = (
    paragraphs_with_bold_labels,
    one_paragraph_of_breaks,
    table_with_bold_cells,
    table_with_heading_cells,
    list_of_definitions,
    bulleted_list,
    plain_breaks,
    labels_above,
    preformatted,
    within_the_site,
    named_by_its_title,
    smart_bytes,
    chapter_of_a_study,
)


def display_of_archives(record: Record, begins: str, ends: str) -> bytes:
    """Field, value and meaning of one entry of a database, its dates as the file keeps them and in full."""
    facts = {label: said[0] for label, said in record.facts}
    rows = (
        ("Reference Number", facts["CWSAC Reference #"], facts["CWSAC Reference #"]),
        ("Event", record.name, record.name),
        ("Type", "Action", "Action"),
        ("Date1", _american(begins, 2), _american(begins, 4)),
        ("Date2", _american(ends, 2), _american(ends, 4)),
        ("Campaign Code", "Q7", facts.get("Campaign", "")),
        ("Threats", "N", "No"),
    )
    cells = ("<tr><td width=165><a href=x.jsp>" + "</a></td> <td>".join(map(_safe, row)) + "</td></tr>" for row in rows)
    title = "<title>Display Full Records - Events File, 4/12/1861 - 5/13/1865</title>"
    heads = '<h1><a href="/">Archives</a></h1> <table><tr><th>Field Title</th><th>Value</th><th>Meaning</th></tr>'
    return _wrapped(title, heads, *cells, "</table><p>Contact Us</p>")


def _american(date: str, digits: int) -> str:
    year, month, day = date.split("-")
    return f"{month}/{day}/{year}" if digits == 4 else f"{int(month)}/{int(day)}/{year[2:]}"


def _lines(record: Record, between: str) -> Iterator[tuple[str, str]]:
    """Label and words of each fact, its paragraphs parted by a mark that `_safe` lets through."""
    return ((label, f"\0{between}\0".join(said)) for label, said in record.facts)


def _safe(words: str) -> str:
    """Words with what HTML keeps for itself escaped; what stands between zeros is mark-up."""
    return "".join(
        part if place % 2 else html.escape(part, quote=False) for place, part in enumerate(words.split("\0"))
    )


def _typeset(words: str) -> str:
    return _safe(words).replace("'", "&#8217;").encode("latin-1", "xmlcharrefreplace").decode("latin-1")


def _page(record: Record, *body: str) -> bytes:
    head = f"<html>\n<head>\n<title>{_safe(record.name)}</title>\n</head>\n<body>"
    return "\n".join((head, *body, "</body>\n</html>\n")).encode()


def _wrapped(*parts: str) -> bytes:
    """The page broken into lines of a terminal's width, as editors of the time left it."""
    return "\n".join(line for part in parts for line in _broken(part)).encode()


def _broken(part: str) -> Iterable[str]:
    return textwrap.wrap(part, 72, break_long_words=False, break_on_hyphens=False)
