"""Which text is written down from the printed lines?

Its decoded document is the row of characters that pdfium gives, a form feed between pages: raw places count in it.
Lines of one paragraph are joined by a blank, words that were divided for want of room are whole again, a raised mark of
a note stands in brackets, a tab parts the cells of a row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from thucydides.reading.layouts import PLAIN, Line, arranged
from thucydides.reading.layouts.columns import in_cells
from thucydides.reading.pdf.furniture import furniture
from thucydides.reading.pdf.lines import Printed, PrintedLine, printed
from thucydides.reading.pdf.paragraphs import HYPHENS, paragraphs, usual_size
from thucydides.vocabulary import Document, Passage, PassageKind, Segment, Text, Unread

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_FRONT = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")
_REST = re.compile(r"[^\W\d_A-Z]+")
_LARGER = 1.15
_LONGEST_HEADING = 160
_FARTHER = 1.9  # sizes: a gap before a group that stands so much lower than the line above


class Pdf:
    """Reads the words of a PDF; a page that is a picture has none."""

    name = "pdf/1"

    def reads(self, document: Document) -> bool:
        """By the media type."""
        return document.media_type == "application/pdf"

    def read(self, document: Document) -> Text:
        """The words with their passages. Raises CannotRead for what is damaged, locked, or has no words."""
        found = printed(document)
        groups = tuple(_groups(found))
        writing = _Writing(found.characters)
        lines = tuple(writing.line(group) for group in groups)
        passages = arranged(in_cells(lines), dict(_known(groups, lines)), PLAIN)
        return Text(
            document.id, writing.content, passages, segments=tuple(writing.segments), reader=self.name,
            unread=tuple(_wordless(found, groups, lines)),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Group:
    """The lines of one paragraph, heading or row. `gap`: does more white than usual stand above?"""

    lines: tuple[PrintedLine, ...]
    of_the_page: bool = False
    gap: int = 0


def _groups(found: Printed) -> Iterator[_Group]:
    """All groups in the order of the file; what belongs to the page stands behind the paragraph that it interrupts."""
    aside = furniture(found)
    places = [place for place in range(len(found.lines)) if place not in aside]
    waiting = sorted(aside)
    done = 0
    last: PrintedLine | None = None
    for lines in paragraphs([found.lines[place] for place in places]):
        while waiting and waiting[0] < places[done]:
            yield _Group((found.lines[waiting.pop(0)],), of_the_page=True)
        yield _Group(tuple(lines), gap=_gap(last, lines[0]))
        done += len(lines)
        last = lines[-1]
    yield from (_Group((found.lines[place],), of_the_page=True) for place in waiting)


def _wordless(found: Printed, groups: Sequence[_Group], lines: Sequence[Line]) -> Iterator[Unread]:
    """The pages without words, each reported at the line that follows it, or at the last."""
    for page, why in found.wordless.items():
        after = (line for group, line in zip(groups, lines, strict=True) if group.lines[0].page > page)
        line = next(after, lines[-1])
        yield Unread(line.start, line.end, f"page {page + 1} shows no words: {why}")


def _gap(above: PrintedLine | None, line: PrintedLine) -> int:
    if above is None or above.page != line.page:
        return 1
    return int(above.bottom - line.bottom > _FARTHER * line.size or above.bottom < line.bottom)


def _known(groups: Sequence[_Group], lines: Sequence[Line]) -> Iterator[tuple[int, Passage]]:
    """What the place and the size of some groups say: the page's own lines, the title, headings."""
    usual = usual_size([line for group in groups if not group.of_the_page for line in group.lines])
    sizes = sorted(
        {group.lines[0].size for group, line in zip(groups, lines, strict=True) if _heads(group, line, usual)}
    )
    titled = False
    for place, (group, line) in enumerate(zip(groups, lines, strict=True)):
        if group.of_the_page:
            yield place, Passage(PassageKind.FURNITURE, line.start, line.end)
        elif _heads(group, line, usual):
            level = len(sizes) - sizes.index(group.lines[0].size)
            kind = PassageKind.TITLE if level == 1 and not titled else PassageKind.HEADING
            titled = titled or level == 1
            yield place, Passage(kind, line.start, line.end, level=level)


def _heads(group: _Group, line: Line, usual: float) -> bool:
    larger = not group.of_the_page and group.lines[0].size >= _LARGER * usual
    return larger and len(line.words) <= _LONGEST_HEADING and not group.lines[0].is_row


@dataclass
class _Writing:
    """What has been written down so far of the characters of a document."""

    characters: str
    segments: list[Segment] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def content(self) -> str:
        """All of it."""
        return "".join(self._said)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        """Every word of the document, those with a hyphen too."""
        return frozenset(_WORD.findall(self.characters.casefold()))

    def line(self, group: _Group) -> Line:
        """Write a group down as one line of the text."""
        start, said = self._length, len(self._said)
        for one, after in pairwise((*group.lines, None)):
            assert one is not None
            hyphened = one.words[-1] in HYPHENS
            self._put_line(one, short_of=int(hyphened))
            if hyphened:
                self._put("" if after and self._is_divided(one.words, after.words) else "-")
            elif after:
                self._put(" ")
        words = "".join(self._said[said:])
        self._put("\n")
        return Line(start, start + len(words), words, gap=group.gap)

    def _is_divided(self, words: str, after: str) -> bool:
        """Was a word divided for want of room, or has it a hyphen of its own?"""
        front, rest = _FRONT.search(words), _REST.match(after)
        if front is None or rest is None:
            return False
        whole, hyphened = f"{front[1]}{rest[0]}".casefold(), f"{front[1]}-{rest[0]}".casefold()
        return whole in self._spoken or hyphened not in self._spoken

    def _put_line(self, line: PrintedLine, *, short_of: int) -> None:
        for place, part in enumerate(line.parts):
            last = place == len(line.parts) - 1
            if place and not part.mark and not line.parts[place - 1].mark:
                self._put("\t")
            self._put("[" * part.mark)
            self._copy(part.start, part.end - (short_of if last else 0))
            self._put("]" * part.mark)

    def _copy(self, start: int, end: int) -> None:
        if end > start:
            self.segments.append(Segment(self._length, start, end - start))
            self._put(self.characters[start:end])

    def _put(self, words: str) -> None:
        self._said.append(words)
        self._length += len(words)
