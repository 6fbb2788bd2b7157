"""What does a web page say, and what is each line of it?

Simple pages, saved encyclopedia pages and the record pages of twenty years ago. Where the mark-up says what a line is,
that holds; where it does not, the line is looked at as in a plain text.
"""

import re
from collections.abc import Sequence

from thucydides.reading.decoding import decoded
from thucydides.reading.layouts import MARKED_UP, Line, arranged
from thucydides.reading.layouts.lists import folded
from thucydides.reading.layouts.notes import behind_back_links, of_the_site
from thucydides.reading.pages import Block, Place, blocks_of, written
from thucydides.vocabulary import CannotRead, Document, Passage, PassageKind, Text

_DECLARED = re.compile(rb"(?:charset\s{0,9}=|<\?xml[^>]{0,99}encoding\s{0,9}=)\s{0,9}[\"']?\s{0,9}([\w:-]{1,40})", re.I)
_HEAD = 4_096
_NOTES = (PassageKind.REFERENCE, PassageKind.FOOTNOTE)


class Html:
    """Reads HTML, closed or not."""

    name = "html/1"

    def reads(self, document: Document) -> bool:
        """By the media type."""
        return document.media_type in ("text/html", "application/xhtml+xml")

    def read(self, document: Document) -> Text:
        """The words of the page as they read. Raises CannotRead for a page that cannot be decoded or has no words."""
        blocks = blocks_of(decoded(document, declared=_declared(document.content)))
        if not blocks:
            raise CannotRead(
                f"{document.name}: words were expected, but the page shows none; save it again when it has loaded."
            )
        _entitled(blocks)
        content, segments, places = written(blocks)
        lines = [_line(content, block, place) for block, place in zip(blocks, places, strict=True)]
        found = arranged(lines, _known(blocks, lines), MARKED_UP)
        return Text(document.id, content, found, segments=segments, reader=self.name)


def _declared(content: bytes) -> str:
    found = _DECLARED.search(content[:_HEAD])
    return found[1].decode("ascii", "ignore") if found else ""


def _entitled(blocks: Sequence[Block]) -> None:
    """Which heading is the page's title: one that the page calls itself by, else the first of level one."""
    named = [block for block in blocks if block.kind is PassageKind.TITLE]
    headings = [block for block in blocks if block.kind is PassageKind.HEADING]
    first = [block for block in headings if block.level == 1]
    called = folded(named[0].words) if named else ""
    agreed = [block for block in first or headings if _agree(folded(block.words), called)]
    best = next(iter(agreed or first or named or headings), None)
    for block in named:
        block.kind = PassageKind.FURNITURE
    if best:
        best.kind, best.level = PassageKind.TITLE, 1


def _agree(heading: str, called: str) -> bool:
    return len(heading) > 3 < len(called) and (called in heading or called.startswith(heading))


def _line(content: str, block: Block, place: Place) -> Line:
    words = content[place.start : place.end]
    start = place.start + len(words) - len(words.lstrip())
    stripped = words.strip()
    label = max(0, place.label - (start - place.start))
    return Line(start, start + len(stripped), stripped, gap=block.gap, label=label)


def _known(blocks: Sequence[Block], lines: Sequence[Line]) -> dict[int, Passage]:
    return {
        place: _passage(block, _kind(block.kind, line), line)
        for place, (block, line) in enumerate(zip(blocks, lines, strict=True))
        if block.kind is not None
    }


def _kind(kind: PassageKind, line: Line) -> PassageKind:
    """Pages of their time put the date of their last change in small headings."""
    return PassageKind.FURNITURE if kind is PassageKind.HEADING and of_the_site(line.words) else kind


def _passage(block: Block, kind: PassageKind, line: Line) -> Passage:
    start = line.start + (behind_back_links(line.words) if kind in _NOTES else 0)
    return Passage(
        kind,
        start,
        line.end,
        level=block.level,
        label=block.label,
        side=block.side,
        mark=block.mark,
        row=block.row,
        flag=block.flag,
    )
