"""What does one info-box look like as wikitext, as web pages of several ages, on a mirror, and flattened by copying?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entry:
    """A line of a cell: its words, the flag before them, the note behind them. `heading`: printed in bold."""

    words: str
    flag: str = ""
    note: str = ""
    heading: bool = False


@dataclass(frozen=True)
class Dressed:
    """The facts of an info-box. Each row has one list of entries for each side; `joint` losses span them all."""

    name: str
    part_of: str
    date: str
    place: str
    coordinates: tuple[str, str]
    result: str
    combatants: Sequence[Sequence[Entry]]
    commanders: Sequence[Sequence[Entry]]
    strength: Sequence[Sequence[Entry]]
    casualties: Sequence[Sequence[Entry]]
    joint: Sequence[Entry] = field(default=())
    prose: str = ""

    @property
    def notes(self) -> list[str]:
        """The notes in the order in which they are cited."""
        cells = [*self.combatants, *self.commanders, *self.strength, *self.casualties, self.joint]
        return [entry.note for cell in cells for entry in cell if entry.note]

    def rows(self) -> list[tuple[str, str, Sequence[Sequence[Entry]]]]:
        """The rows of sides: parameter, printed heading, cells."""
        return [
            ("combatant", "Belligerents", self.combatants),
            ("commander", "Commanders and leaders", self.commanders),
            ("strength", "Strength", self.strength),
            ("casualties", "Casualties and losses", self.casualties),
        ]


PROSE = (
    "The {name} was fought on the plain below the hills. The days before it had been wet and cold, and the roads were "
    "bad. Nobody who was there wrote of it at once, and what was written afterwards was written for a purpose."
)


def wikitext(box: Dressed) -> str:
    """The source of the page."""
    north, east = box.coordinates
    lines = [
        "{{Infobox military conflict", f"| conflict = {box.name}", f"| partof = the [[{box.part_of}]]",
        f"| date = {box.date}", f"| place = [[{box.place}]]", f"| coordinates = {{{{coord|{_plain(north)}|{_plain(east)}}}}}",
        f"| result = {box.result}",
    ]  # fmt: skip
    for parameter, _, cells in box.rows():
        for side, cell in enumerate(cells, start=1):
            lines.append(f"| {parameter}{side} = " + "<br>".join(map(_in_wikitext, cell)))
    if box.joint:
        lines.append(f"| casualties{len(box.combatants) + 1} = " + "<br />".join(map(_in_wikitext, box.joint)))
    return "\n".join([*lines, "}}", PROSE.format(name=f"'''{box.name}'''"), "", "==Notes==", "{{notelist}}"])


def _plain(angle: str) -> str:
    return angle.replace("°", "|").replace("′", "|").replace("″", "|")


def _in_wikitext(entry: Entry) -> str:
    flag = f"{{{{flagicon|{entry.flag}}}}} " if entry.flag else ""
    words = f"'''{entry.words}'''" if entry.heading else entry.words
    return flag + words + (f"{{{{efn|{entry.note}}}}}" if entry.note else "")


@dataclass
class _Page:
    """A page while it is written: how it writes flags, marks of notes and lists."""

    flag: Callable[[str], str]
    mark: Callable[[int], str]
    cell: Callable[[list[str]], str] = "<br />".join
    cited: int = 0

    def line(self, entry: Entry) -> str:
        words = f"<b>{entry.words}</b>" if entry.heading else entry.words.replace("–", "&ndash;")
        mark = ""
        if entry.note:
            self.cited += 1
            mark = self.mark(self.cited)
        return (self.flag(entry.flag) if entry.flag else "") + words + mark

    def lines(self, entries: Sequence[Entry]) -> str:
        return self.cell([self.line(entry) for entry in entries])


def _letter(number: int) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[number - 1]


def current(box: Dressed) -> str:
    """As the encyclopedia serves its pages now."""
    page = _Page(
        flag=lambda name: (
            '<span class="flagicon"><span class="mw-image-border" typeof="mw:File"><a href="/wiki/X" '
            f'title="{name}"><img alt="{name}" src="//upload.example/thumb/Flag.svg/40px-Flag.svg.png" width="23" '
            'height="15" class="mw-file-element" /></a></span>&#160;</span>'
        ),
        mark=lambda number: (
            f'<sup id="cite_ref-{number}" class="reference"><a href="#cite_note-{number}"><span class="cite-bracket">'
            f'&#91;</span>{_letter(number)}<span class="cite-bracket">&#93;</span></a></sup>'
        ),
        cell=lambda lines: (
            '<div class="plainlist"><ul>' + "".join(f"<li>{line}</li>" for line in lines) + "</ul></div>"
            if len(lines) > 1
            else "".join(lines)
        ),
    )  # fmt: skip
    table = _rows(box, page, 'class="infobox vevent" style="width:25.5em"', _current_opening(box))
    notes = "".join(
        f'<li id="cite_note-{number}"><span class="mw-cite-backlink"><b><a href="#cite_ref-{number}">^</a></b></span> '
        f'<span class="reference-text">{note}</span></li>'
        for number, note in enumerate(box.notes, start=1)
    )
    return (
        '<!DOCTYPE html><html class="client-nojs vector-feature-language-in-header-enabled" lang="en" dir="ltr"><head>'
        f'<meta charset="UTF-8"><title>{box.name} - Wikipedia</title><style>.mw{{color:#fff}}</style></head>'
        '<body class="skin--responsive skin-vector skin-vector-search-vue mediawiki ltr"><a class="mw-jump-link" '
        'href="#bodyContent">Jump to content</a><div class="vector-header-container"><header class="vector-header '
        'mw-header"><nav class="vector-main-menu-landmark"><ul><li><a href="/">Main page</a></li></ul></nav></header></div>'
        '<div class="mw-page-container"><div class="vector-sitenotice-container"></div><main id="content" class="mw-body">'
        f'<header class="mw-body-header vector-page-titlebar"><h1 id="firstHeading" class="firstHeading mw-first-heading">'
        f'<span class="mw-page-title-main">{box.name}</span></h1></header><div id="bodyContent"><div id="contentSub"></div>'
        '<div id="mw-content-text" class="mw-body-content"><div class="mw-content-ltr mw-parser-output" lang="en">'
        '<div class="shortdescription nomobile noexcerpt noprint searchaux" style="display:none">Battle of 1939</div>'
        f"{table}<p>{PROSE.format(name=f'<b>{box.name}</b>')}</p>"
        '<div class="mw-heading mw-heading2"><h2 id="Notes">Notes</h2><span class="mw-editsection"><span>[</span><a '
        'href="/edit">edit</a><span>]</span></span></div><div class="reflist reflist-lower-alpha"><div '
        f'class="mw-references-wrap"><ol class="references">{notes}</ol></div></div>'
        '<div class="navbox" role="navigation"><table class="nowraplinks navbox-inner"><tbody><tr><th>Battles of 1939'
        '</th><td><a href="/a">Other battle</a> 1938</td></tr></tbody></table></div></div></div></main>'
        '<div class="mw-footer-container"><footer id="footer" class="mw-footer"><ul><li>Last edited on 3 May 2024'
        "</li></ul></footer></div></div></body></html>"
    )


def _current_opening(box: Dressed) -> str:
    north, east = box.coordinates
    return (
        f'<tr><th colspan="{len(box.combatants)}" class="summary" style="background:#C3D6EF">{box.name}</th></tr>'
        f'<tr><td colspan="{len(box.combatants)}">Part of the <a href="/wiki/W">{box.part_of}</a></td></tr>'
        f'<tr><td colspan="{len(box.combatants)}" class="infobox-full-data"><table style="width:100%"><tbody>'
        f'<tr><th style="padding-right:1em">Date</th><td>{box.date}<span style="display:none">&#160;(<span class="bday '
        'dtstart published updated">1939-05-11</span>)</span></td></tr>'
        f'<tr><th>Location</th><td><div class="location"><a href="/wiki/P">{box.place}</a><br /><span class="geo-inline">'
        '<span class="plainlinks nourlexpansion"><a class="external text" href="https://geo.example/x"><span '
        f'class="geo-default"><span class="geo-dms" title="Maps"><span class="latitude">{north}</span> <span '
        f'class="longitude">{east}</span></span></span><span class="geo-multi-punct">&#xfeff; / &#xfeff;</span><span '
        'class="geo-nondefault"><span class="geo-dec">47.7°N 118.6°E</span></span></a></span></span></div></td></tr>'
        f'<tr><th>Result</th><td class="status">{box.result}</td></tr></tbody></table></td></tr>'
    )


def _rows(box: Dressed, page: _Page, attributes: str, opening: str, body: str = "tbody") -> str:
    across = len(box.combatants)
    rows = [f"<table {attributes}><{body}>{opening}"]
    for _, heading, cells in box.rows():
        rows.append(f'<tr><th colspan="{across}" style="background-color:#C3D6EF">{heading}</th></tr>')
        rows.append("<tr>" + "".join(f'<td style="width:50%">{page.lines(cell)}</td>' for cell in cells) + "</tr>")
    if box.joint:
        rows.append(f'<tr><td colspan="{across}">{page.lines(box.joint)}</td></tr>')
    return "\n".join(rows) + f"</{body}></table>"


def old(box: Dressed) -> str:
    """As it served them about 2008: no tbody, styles in the tags, notes without brackets of their own."""
    page = _Page(
        flag=lambda name: (
            f'<span class="flagicon"><a href="/wiki/File:F" class="image" title="{name}"><img alt="" '
            f'src="http://upload.example/thumb/a/ae/Flag_of_{name.replace(" ", "_")}.svg/22px-Flag_of_'
            f'{name.replace(" ", "_")}.svg.png" width="22" height="15" class="thumbborder" /></a></span> '
        ),
        mark=lambda number: (
            f'<sup id="cite_ref-{number - 1}" class="reference"><a href="#cite_note-{number - 1}">[note {number}]</a></sup>'
        ),
    )
    across = len(box.combatants)
    north, east = box.coordinates
    opening = (
        f'<tr><th class="summary" colspan="{across}" style="font-size: 110%;">{box.name}</th></tr>'
        f'<tr><td colspan="{across}">Part of <a href="/wiki/W" title="W">the {box.part_of}</a></td></tr><tr><td colspan="'
        f'{across}" style="text-align:center"><a href="/wiki/File:B.jpg" class="image"><img alt="B.jpg" src="b.jpg" /></a>'
        f'<br />The plain</td></tr><tr><td colspan="{across}"><table style="width:100%; margin:0"><tr><th>Date</th><td>'
        f'<span class="dtstart">{box.date}</span></td></tr><tr><th>Location</th><td><span class="location">{box.place}'
        f'</span></td></tr><tr><th>Coordinates</th><td><span class="geo-dms">{north} {east}</span></td></tr><tr><th>Result'
        f"</th><td>{box.result}</td></tr></table></td></tr>"
    ).replace('class="dtstart"', 'class="date"')
    table = _rows(box, page, 'class="infobox vevent" style="width:22em; float:right" cellspacing="5"', opening)
    notes = "\n".join(
        f'<li id="cite_note-{number}"><b><a href="#cite_ref-{number}">^</a></b> {note}</li>'
        for number, note in enumerate(box.notes)
    )
    return (
        (
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>{box.name} - Wikipedia, the free encyclopedia</title></head><body class=mediawiki><div "
            f'id="globalWrapper"><div id="column-content"><div id="content"><h1 id="firstHeading">{box.name}</h1><div '
            'id="bodyContent"><h3 id="siteSub">From Wikipedia, the free encyclopedia</h3><div id="jump-to-nav">Jump to: '
            '<a href="#column-one">navigation</a>, <a href="#searchInput">search</a></div>'
            f'{table}<p>{PROSE.format(name=f"<b>{box.name}</b>")}</p><h2><span class="editsection">[<a href=x>edit</a>]'
            f'</span> <span class="mw-headline">Notes</span></h2><div class="references-small"><ol class="references">{notes}'
            '</ol></div></div></div></div><div id="column-one"><div class="portlet" id="p-navigation"><ul><li><a '
            'href="/">Main Page</a></li></ul></div></div><div id="footer">This page was last modified on 3 May 2008.</div>'
            "</div></body></html>"
        )
        .replace("<tbody>", "")
        .replace("</tbody>", "")
    )


def mobile(box: Dressed) -> str:
    """As it serves them to telephones: sections folded up, pictures that wait to be loaded."""
    page = _Page(
        flag=lambda name: (
            f'<span class="flagicon"><span typeof="mw:File"><a href="/wiki/X"><noscript><img alt="{name}" src="//u/F.png" '
            f'width="23"></noscript><span class="lazy-image-placeholder" style="width: 23px;height: 15px;" data-mw-src='
            f'"//u/F.png" data-alt="{name}" data-width="23">&nbsp;</span></a></span>&nbsp;</span>'
        ),
        mark=lambda number: (
            f'<sup id="cite_ref-{number}" class="reference"><a href="#cite_note-{number}"><span class="cite-bracket">['
            f'</span>{_letter(number)}<span class="cite-bracket">]</span></a></sup>'
        ),
    )
    table = _rows(box, page, 'class="infobox vevent"', _current_opening(box))
    notes = "".join(
        f'<li id="cite_note-{number}"><span class="mw-cite-backlink"><a href="#cite_ref-{number}">↑</a></span> <span '
        f'class="reference-text">{note}</span></li>'
        for number, note in enumerate(box.notes, start=1)
    )
    return (
        f'<!DOCTYPE html><html class="client-js mf-expand-sections-clientpref-0"><head><meta charset="UTF-8"><title>'
        f'{box.name} - Wikipedia</title></head><body class="mediawiki mw-mf skin-minerva"><div id="mw-mf-viewport"><div '
        'id="mw-mf-page-center"><header class="header-container header-chrome"><form class="header"><nav '
        'class="navigation-drawer"><label>Open main menu</label></nav></form></header><main id="content" class="mw-body">'
        f'<div class="pre-content heading-holder"><div class="page-heading"><h1 id="firstHeading">{box.name}</h1></div></div>'
        '<div id="bodyContent" class="content"><div id="mw-content-text"><div class="mw-content-ltr mw-parser-output"><section '
        f'class="mf-section-0" id="mf-section-0"><p>{PROSE.format(name=f"<b>{box.name}</b>")}</p>{table}</section><div '
        'class="mw-heading mw-heading2 section-heading collapsible-heading" onclick="mfTempOpenSection(1)"><span '
        'class="indicator mf-icon mf-icon-expand"></span><h2 id="Notes">Notes</h2></div><section class="mf-section-1 '
        'collapsible-block" id="mf-section-1" hidden="until-found"><div class="mw-references-wrap"><ol class="references">'
        f'{notes}</ol></div></section></div></div></div></main><footer class="mw-footer minerva-footer"><div>Last edited on '
        "3 May 2024</div></footer></div></div></body></html>"
    )


def mirror(box: Dressed) -> str:
    """As a copyist serves them: other names for the styles or none, headings beside their rows, a cookie notice."""
    page = _Page(
        flag=lambda name: f'<img src="/img/ic/{name.lower().replace(" ", "-")}.gif" title="{name}"> ',
        mark=lambda number: f"<a href='#n{number}'><sup>{number}</sup></a>",
        cell="<BR>".join,
    )
    north, east = box.coordinates
    across = len(box.combatants)
    rows = [
        f"<TABLE WIDTH=300 BORDER=1><TR><TD COLSPAN={across + 1} ALIGN=center><B>{box.name}</B>",
        f"<TR><TD COLSPAN={across + 1}>Part of the {box.part_of}",
    ]
    for label, value in (
        ("Date:", box.date), ("Location:", box.place), ("Coordinates:", f"{north} {east}"), ("Result:", box.result)
    ):  # fmt: skip
        rows.append(f"<TR><TD><B>{label}</B><TD COLSPAN={across}>{value}")
    for _, heading, cells in box.rows():
        joint = heading.startswith("Casualties") and box.joint
        span = " ROWSPAN=2" if joint else ""
        rows.append(f"<TR><TD{span}><B>{heading}:</B>" + "".join(f"<TD>{page.lines(cell)}" for cell in cells))
        if joint:
            rows.append(f"<TR><TD COLSPAN={across}>{page.lines(box.joint)}")
    notes = "".join(f"<p id=n{number}>{number}. {note}</p>" for number, note in enumerate(box.notes, start=1))
    return (
        f"<html><head><title>{box.name} | Know It All</title></head><body><div id=cookie-consent class='cookie-banner'>We "
        "use 12 cookies</div><div class='topbar'><ul><li><a href=/>Home</a><li><a href=/w>Wars</a></ul></div><div "
        f"class='content has-sidebar'><h1>{box.name}</h1>\n"
        + "\n".join(rows)
        + f"</TABLE><p>{PROSE.format(name=box.name)}</p>"
        f"<h3>Notes</h3>{notes}<div class='related-posts'><h3>Related</h3><ul><li>10 battles of 1939</ul></div><div "
        "id=comments><p>My uncle lost 300 men there.</p></div></div></body></html>"
    )


def flattened(box: Dressed) -> str:
    """As it stands in a text after copying: columns one after the other, flags as the size of their picture, no notes."""
    lines = [f"{box.name} - Encyclopaedia", "", box.name, f"Part of the {box.part_of}", f"Date {box.date}"]
    lines += [f"Location {box.place}", f"Result {box.result}"]
    for _, heading, cells in box.rows():
        lines += [heading] if heading != "Belligerents" else []
        for cell in cells:
            lines += [("23x15px " if entry.flag else "") + entry.words for entry in cell]
    return "\n".join([*lines, *(entry.words for entry in box.joint), "", PROSE.format(name=box.name), ""])


def copied(box: Dressed) -> str:
    """As a browser puts a table on the clipboard: a tab between cells, a new line between lines and rows."""
    lines = [
        box.name,
        f"Part of the {box.part_of}",
        f"Date\t{box.date}",
        f"Location\t{box.place}",
        f"Result\t{box.result}",
    ]
    for _, heading, cells in box.rows():
        lines += [f"{heading}[edit]", "\t".join("\n".join(entry.words for entry in cell) for cell in cells)]
    joint = [entry.words for entry in box.joint]
    return "\n".join([*lines, *joint, "", PROSE.format(name=box.name), ""])


def barred(box: Dressed) -> str:
    """As a program makes text of a table: a bar between cells, one line for each line of a row."""
    lines = [
        f"| {box.name} |",
        f"| Part of the {box.part_of} |",
        f"| Date | {box.date} |",
        f"| Location | {box.place} |",
    ]
    lines += [f"| Result | {box.result} |", "|---|---|"]
    for _, heading, cells in box.rows():
        lines.append(f"| {heading} |")
        for row in range(max(map(len, cells))):
            words = [cell[row].words if row < len(cell) else "" for cell in cells]
            lines.append("| " + " | ".join(words) + " |")
    return "\n".join([*lines, "", PROSE.format(name=box.name), ""])


FLATTENED: dict[str, Callable[[Dressed], str]] = {"tabs": copied, "bars": barred}

MARKED_UP: dict[str, tuple[Callable[[Dressed], str], str]] = {
    "wikitext": (wikitext, "text/x-wiki"),
    "current page": (current, "text/html"),
    "old page": (old, "text/html"),
    "mobile page": (mobile, "text/html"),
    "mirror": (mirror, "text/html"),
}
