"""How long does our own scanner of web pages take, against a parser written in C?"""

from tests.extracting.boxes.clothes import current
from tests.extracting.boxes.test_clothes import TWO_SIDES

from benchmarks.timing import in_turn
from thucydides.reading import read
from thucydides.vocabulary import Document, PassageKind

ROUNDS = 15
SECTIONS = 60
_PARAGRAPH = (
    '<p>On the <a href="/wiki/Day" title="Day">{day} day</a> the <i>third company</i> held the ford against some '
    '{number},000 men<sup id="cite_ref-x{day}" class="reference"><a href="#cite_note-x{day}">[{day}]</a></sup> &mdash; '
    "what it lost is told in two ways, and neither teller was there. The rain went on, the carts stood to the axle, "
    "and the surgeons had no lint.</p>"
)
_TABLE = (
    '<table class="wikitable"><tbody><tr><th>Company</th><th>Killed</th><th>Wounded</th></tr>'
    + "<tr><td>First</td><td>{day}</td><td>{number}</td></tr>" * 4
    + "</tbody></table>"
)


def web_pages() -> list[str]:
    """an encyclopedia page: text, passages, notes and box with spans, against a tree, main text and box rows"""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        return ["selectolax is not installed: pip install '.[bench]'"]

    def theirs(page: str) -> tuple[str, list[list[str]]]:
        tree = LexborHTMLParser(page)
        main = tree.css_first("main")
        rows = tree.css("table.infobox tr")
        return main.text(separator="\n"), [[cell.text() for cell in row.css("th, td")] for row in rows]

    lines = []
    for copies in (1, 4):
        page = _page(SECTIONS * copies)
        document = Document("page.html", page.encode(), media_type="text/html")
        ours, peer = in_turn(lambda given=document: read(given), lambda given=page: theirs(given), rounds=ROUNDS)
        text = read(document)
        box = sum(1 for _ in text.passages_of(PassageKind.BOX_LINE))
        lines.append(
            f"{len(page) / 1000:,.0f} kB: ours {ours * 1000:.1f} ms ({len(text.passages)} passages, {box} lines of the "
            f"box, {len(text.segments)} spans back to the page), selectolax {peer * 1000:.1f} ms: "
            f"{ours / peer:.0f} times its time; {len(page) / ours / 1e6:.1f} MB a second"
        )
    return lines


def _page(sections: int) -> str:
    body = "".join(
        f"<h2>Day {day}</h2>" + (_PARAGRAPH * 3 + _TABLE).format(day=day, number=day % 9 + 1)
        for day in range(1, sections + 1)
    )
    return current(TWO_SIDES).replace('<div class="mw-heading', body + '<div class="mw-heading', 1)
