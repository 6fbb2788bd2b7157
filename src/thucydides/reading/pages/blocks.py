"""What are the blocks of a page, and what does the mark-up say of each?

No tree is built and nothing calls itself: one pass over the tokens with a list of the open elements, so neither depth
nor disorder can stop it. An end tag that opens nothing is ignored; what is never closed ends with its surroundings.
"""

import re
from collections.abc import Callable

from thucydides.reading.layouts.lines import is_narrative, is_prose
from thucydides.reading.pages.elements import BLOCKS, EMPTY, Context, is_box, with_parts, within
from thucydides.reading.pages.open_elements import CELL, TABLE, OpenElements
from thucydides.reading.pages.scanner import Sort, Token, attributes, tokens
from thucydides.reading.pages.tables import Cell, Table, rows_read
from thucydides.reading.pages.writing import Block, Piece, lines_by_label
from thucydides.vocabulary import PassageKind

ROW_PARTS = frozenset({"tr", "thead", "tbody", "tfoot"})
CELL_PARTS = frozenset({"td", "th"})
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")


def blocks_of(page: str) -> list[Block]:
    """The blocks of a page in their order, those without a word left out."""
    return _Page().read(page)


class _Page:
    """The state of the pass: what is open, the block being filled, the tables being read."""

    def __init__(self) -> None:
        self._open = OpenElements()
        self._tables: list[Table] = []
        self._pieces: list[Piece] = []
        self._gap = 1
        self._rows = 0
        self._works = 0
        self._term = ""
        self._done: list[Block] = []

    def read(self, page: str) -> list[Block]:
        turns: dict[Sort, Callable[[Token], None]] = {
            Sort.WORDS: self._words,
            Sort.ENTITY: self._entity,
            Sort.START: self._start,
            Sort.END: self._end,
        }
        for token in tokens(page):
            turns[token.sort](token)
        while self._tables:
            self._end_table()
        self._flush()
        return self._done

    def _words(self, token: Token) -> None:
        context = self._open.context
        if context.hidden:
            return
        if context.preformatted:
            self._lines(token, context)
        else:
            self._pieces.append(Piece(token.words, token.start, bold=context.bold, link=context.link))

    def _lines(self, token: Token, context: Context) -> None:
        place = token.start
        for line in token.words.splitlines(keepends=True):
            words = line.rstrip("\r\n")
            if words:
                self._pieces.append(Piece(words, place, bold=context.bold, link=context.link))
            if words != line:
                self._break()
            place += len(line)

    def _entity(self, token: Token) -> None:
        context = self._open.context
        if not context.hidden:
            width = token.end - token.start
            self._pieces.append(Piece(token.words, token.start, width, bold=context.bold, link=context.link))

    def _start(self, token: Token) -> None:
        name = token.words
        if self._open.innermost == "title":
            self._flush()
            self._open.end("title")
        if name == "br":
            self._break()
            return
        if name in BLOCKS:
            self._flush()
            self._gap = 0 if name in ("li", "dd") else 1
        if name in EMPTY:
            return
        given = attributes(token.inside) if token.inside.strip(" /") else {}
        self._open.make_room(name)
        self._begin_table_part(name, given)
        context = with_parts(within(self._open.context, name, given), name, given)
        self._open.begin(name, context)

    def _end(self, token: Token) -> None:
        name = token.words
        if name == "br":
            self._break()
            return
        if name in BLOCKS:
            self._flush()
        if name == TABLE:
            self._end_table()
        elif name in CELL_PARTS:
            self._end_cell()
        elif name in ROW_PARTS:
            self._end_row()
        else:
            self._open.end(name)

    def _begin_table_part(self, name: str, given: dict[str, str]) -> None:
        if name == TABLE:
            self._begin_table(given)
        elif name in ROW_PARTS:
            self._end_row()
        elif name in CELL_PARTS and self._tables:
            self._end_cell()
            self._open.enter(CELL)
            self._tables[-1].cells.append(Cell(header=name == "th"))

    def _begin_table(self, given: dict[str, str]) -> None:
        """A table within a table: the outer one arranges the page, and what it holds so far is written as it stands."""
        outer = self._tables[-1] if self._tables else None
        if outer:
            outer.layout = True
            self._write_row(outer)
            outer.cells.append(Cell(header=False))
        self._tables.append(Table(box=is_box(given) or bool(outer and outer.box)))
        self._open.enter(TABLE)

    def _end_cell(self) -> None:
        self._open.leave(CELL)

    def _end_row(self) -> None:
        if self._tables:
            self._end_cell()
            self._write_row(self._tables[-1])

    def _end_table(self) -> None:
        if self._tables:
            self._flush()
            self._end_row()
            self._open.leave(TABLE)
            self._tables.pop()

    def _write_row(self, table: Table) -> None:
        cells, table.cells = table.cells, []
        if any(cell.blocks for cell in cells):
            self._done.extend(rows_read(table, cells, self._rows))
            self._rows += 1

    def _break(self) -> None:
        """A new line, but no new paragraph; two of them are one."""
        gap = 0 if self._flush() else 1
        self._gap = gap

    def _flush(self) -> bool:
        """The block ends. False if it had no words."""
        pieces, self._pieces = self._pieces, []
        if not any(piece.words.strip() for piece in pieces):
            return False
        for line in lines_by_label(pieces):
            self._put(self._block(line, self._open.context))
        return True

    def _put(self, block: Block) -> None:
        if self._open.scope == CELL:
            self._tables[-1].cells[-1].blocks.append(block)
        else:
            self._leave_to_page(block)
        self._gap = 1

    def _leave_to_page(self, block: Block) -> None:
        """Words in a table but in none of its cells stand, as a reader sees them, above what follows."""
        if self._tables:
            self._write_row(self._tables[-1])
        self._done.append(block)

    def _block(self, pieces: list[Piece], context: Context) -> Block:
        block = Block(pieces, context.kind, level=context.level, gap=self._gap, exact=context.preformatted)
        if context.furniture and context.kind is not PassageKind.TITLE:
            block.kind = PassageKind.FURNITURE
        elif context.preformatted and _COLUMNS.search("".join(piece.words for piece in pieces).strip()):
            block.kind, block.row = PassageKind.CELL, self._rows
            self._rows += 1
        elif context.references and context.kind is PassageKind.LIST_LINE:
            self._works += 1
            block.kind, block.mark = PassageKind.REFERENCE, str(self._works)
        elif context.in_definition:
            self._define(block, context.kind)
        elif context.kind is None and not self._tables and block.linked:
            block.kind = PassageKind.FURNITURE
        return block

    def _define(self, block: Block, kind: PassageKind | None) -> None:
        """A term of a list of facts is the label of the facts below it."""
        if kind is PassageKind.FURNITURE:
            self._term = block.words
        elif is_narrative(block.words) or (is_prose(block.words) and self._goes_on()):
            block.kind = PassageKind.PARAGRAPH
        block.label = self._term

    def _goes_on(self) -> bool:
        """Is the value of the term told in paragraphs so far?"""
        above = self._done[-1] if self._done else None
        return bool(above and above.label == self._term and above.kind is PassageKind.PARAGRAPH)
