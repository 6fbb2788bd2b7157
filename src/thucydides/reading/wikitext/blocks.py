"""What are the lines of a page in wikitext, and what is each of them?

The parts are written down as they come. Notes wait until the box that cites them ends, or the page.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from thucydides.reading.layouts.lists import SECTIONS, folded
from thucydides.reading.pages.grid import Cell
from thucydides.reading.pages.tables import Table, rows_read
from thucydides.reading.pages.writing import Block, Piece
from thucydides.reading.wikitext.marks import Source
from thucydides.reading.wikitext.parts import Noted, NotRead, Part, Pictured, PlaceBegins, Turn, Turning
from thucydides.reading.wikitext.speaking import spoken
from thucydides.vocabulary import PassageKind

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DEEPEST_HEADING = 6
_MARKS = re.compile(r"(?:\s{0,9}\[\w{1,9}\]){1,40}\s{0,9}")


@dataclass(slots=True)
class Page:
    """The lines of a page, and what of it was not read: the block and piece that stand for it, or the next ones."""

    blocks: list[Block] = field(default_factory=list)
    unread: list[tuple[NotRead, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """Where words go: the kind, label and side of their lines."""

    kind: PassageKind = PassageKind.PARAGRAPH
    label: str = ""
    side: int = 0
    row: int = -1
    mark: str = ""
    level: int = 0


@dataclass(slots=True)
class _Note:
    mark: str
    kind: PassageKind
    parts: tuple[Part, ...]


def page_of(source: Source, whole: Sequence[Part]) -> Page:
    """The lines of a page."""
    return _Writer(source).write(whole)


class _Writer:
    """The state of the pass: where words go, the line being filled, the tables and notes that wait."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._page = Page()
        self._places = [_Place()]
        self._pieces: list[Piece] = []
        self._flag = ""
        self._item = False
        self._heading = 0
        self._section = ""
        self._gap = 1
        self._ruled = False
        self._tables: list[Table] = []
        self._rows = 0
        self._boxes: dict[int, int] = {}
        self._marks: dict[tuple[str, str], _Note] = {}
        self._counts: dict[bool, int] = {}
        self._waiting: list[_Note] = []
        self._writing_notes = False
        self._turns: dict[Turn, Callable[[Turning], None]] = {
            Turn.NEW_LINE: self._new_line, Turn.PARAGRAPH: self._paragraph, Turn.RULE: self._rule,
            Turn.ITEM: self._list_item, Turn.HEADING: self._begin_heading, Turn.HEADING_END: self._end_heading,
            Turn.TABLE: self._begin_table, Turn.TABLE_END: self._end_table, Turn.CAPTION: self._cell,
            Turn.ROW: self._row, Turn.CELL: self._cell, Turn.HEADER_CELL: self._cell,
            Turn.STYLE_END: self._style_end, Turn.BOX_END: self._end_box, Turn.PLACE_END: self._end_place,
        }  # fmt: skip
        self._takers: dict[type, Callable[[Any], None]] = {
            Turning: self._turn, PlaceBegins: self._begin_place, Pictured: self._picture, Noted: self._cite,
            NotRead: self._not_read,
        }  # fmt: skip

    def write(self, whole: Sequence[Part]) -> Page:
        self._take(whole)
        while self._tables:
            self._end_table(Turning(Turn.TABLE_END))
        self._flush()
        self._write_notes()
        return self._page

    def _take(self, parts: Sequence[Part]) -> None:
        for part in spoken(self._source, parts, self._places[-1].kind):
            if isinstance(part, Piece):
                self._pieces.append(part)
            else:
                self._takers[type(part)](part)

    def _turn(self, part: Turning) -> None:
        self._turns[part.turn](part)

    def _not_read(self, part: NotRead) -> None:
        if part.shown:
            self._pieces.append(Piece(part.shown.replace(" ", "\u00a0"), part.start, part.end - part.start))
        self._page.unread.append((part, part.start))

    def _picture(self, part: Pictured) -> None:
        if not any(piece.words.strip() for piece in self._pieces):
            self._flag = self._flag or part.shows[:200]

    def _new_line(self, _turn: Turning) -> None:
        self._flush()
        self._gap = 0

    def _paragraph(self, _turn: Turning) -> None:
        self._flush()
        self._item = False
        self._gap = 1

    def _rule(self, turn: Turning) -> None:
        """What follows stands apart, an item of a list too."""
        self._paragraph(turn)
        self._ruled = True

    def _list_item(self, _turn: Turning) -> None:
        self._flush()
        self._item = True
        self._gap = 0

    def _begin_heading(self, turn: Turning) -> None:
        self._paragraph(turn)
        self._heading = min(turn.level, _DEEPEST_HEADING)

    def _end_heading(self, _turn: Turning) -> None:
        """A line ends: that of a heading, or of an item of a list."""
        if self._heading:
            self._section = folded("".join(piece.words for piece in self._pieces))
            self._flush()
            self._heading = 0
        elif self._item:
            self._flush()
            self._item = False
            self._gap = 0

    def _begin_place(self, part: PlaceBegins) -> None:
        of_a_box = part.box >= 0
        if of_a_box or part.kind is PassageKind.FURNITURE:
            self._flush()
        row, box = -1, 0
        if of_a_box:
            row, self._rows = self._rows, self._rows + 1
            box = self._boxes.setdefault(part.box, len(self._boxes) + 1)
        self._places.append(_Place(part.kind, part.label, part.side, row, level=box))

    def _end_place(self, _turn: Turning) -> None:
        self._flush()
        self._item = False
        if len(self._places) > 1:
            self._places.pop()

    def _end_box(self, _turn: Turning) -> None:
        self._paragraph(_turn)
        self._write_notes()

    def _cite(self, part: Noted) -> None:
        lettered = part.kind is PassageKind.FOOTNOTE
        key = (part.group, part.name)
        note = self._marks.get(key) if part.name else None
        if note is None:
            note = _Note(self._mark(lettered=lettered), part.kind, part.parts)
            self._waiting.append(note)
            if part.name:
                self._marks[key] = note
        elif part.parts and not note.parts:
            note.parts = part.parts
        self._pieces.append(Piece(f"[{note.mark}]", part.raw, part.written))

    def _mark(self, *, lettered: bool) -> str:
        """The next mark: a letter for what explains, a number for what the page rests on."""
        count = self._counts[lettered] = self._counts.get(lettered, 0) + 1
        if not lettered:
            return str(count)
        first, second = divmod(count - 1, len(_LETTERS))
        return (_LETTERS[(first - 1) % len(_LETTERS)] if first else "") + _LETTERS[second]

    def _write_notes(self) -> None:
        if self._writing_notes:
            return
        self._writing_notes = True
        while self._waiting:
            waiting, self._waiting = self._waiting, []
            for note in waiting:
                self._places = [*self._places[:1], _Place(note.kind, mark=note.mark)]
                self._gap = 0
                self._take(note.parts)
                self._flush()
                self._places = self._places[:1]
        self._writing_notes = False

    def _begin_table(self, turn: Turning) -> None:
        self._paragraph(turn)
        place = self._places[-1]
        if place.kind is PassageKind.PARAGRAPH:
            self._tables.append(Table())
        self._places.append(replace(place))

    def _row(self, _turn: Turning) -> None:
        self._flush()
        if self._tables:
            self._write_row(self._tables[-1])

    def _cell(self, turn: Turning) -> None:
        self._flush()
        if self._tables:
            self._tables[-1].cells.append(Cell(header=turn.turn is Turn.HEADER_CELL))

    def _style_end(self, _turn: Turning) -> None:
        """What stood before a single bar in a cell was its style."""
        self._pieces = []

    def _write_row(self, table: Table) -> None:
        cells, table.cells = table.cells, []
        if any(cell.blocks for cell in cells):
            self._page.blocks.extend(rows_read(table, cells, self._rows))
            self._rows += 1

    def _end_table(self, _turn: Turning) -> None:
        self._flush()
        if len(self._places) > 1:
            self._places.pop()
        if self._tables and self._places[-1].kind is PassageKind.PARAGRAPH:
            self._write_row(self._tables.pop())

    def _flush(self) -> None:
        """The line ends."""
        pieces, self._pieces = self._pieces, []
        for piece in pieces:
            if piece.words.strip(" \t\r\n\u00a0"):
                break
        else:
            return
        place = self._places[-1]
        if place.kind is PassageKind.BOX_LINE and self._marks_line_before(pieces, place):
            return
        block = Block(
            pieces, place.kind, gap=int(self._ruled) or self._gap, label=place.label, side=place.side, mark=place.mark,
            row=place.row, flag=self._flag, level=place.level,
        )  # fmt: skip
        self._flag, self._ruled = "", False
        self._gap = 1
        if place.kind is PassageKind.PARAGRAPH:
            self._of_the_page(block)
        if self._tables and self._tables[-1].cells and place.kind is PassageKind.PARAGRAPH:
            self._tables[-1].cells[-1].blocks.append(block)
        else:
            self._page.blocks.append(block)

    def _marks_line_before(self, pieces: list[Piece], place: _Place) -> bool:
        """Nothing but marks of notes behind a list: they are those of its last line."""
        last = self._page.blocks[-1] if self._page.blocks else None
        if last is None or last.row != place.row or not _MARKS.fullmatch("".join(piece.words for piece in pieces)):
            return False
        last.pieces.extend(pieces)
        return True

    def _of_the_page(self, block: Block) -> None:
        """What a line outside boxes and notes is, by its mark-up and by its section."""
        if self._heading:
            block.kind, block.level = PassageKind.HEADING, self._heading
        elif self._section in SECTIONS["links"]:
            block.kind = PassageKind.FURNITURE
        elif self._item:
            block.kind = PassageKind.REFERENCE if self._section in SECTIONS["works"] else PassageKind.LIST_LINE
