"""What are the blocks of a page, and what does the mark-up say of each?

No tree is built and nothing calls itself: one pass over the tokens with a list of the open elements, so neither depth
nor disorder can stop it. An end tag that opens nothing is ignored; what is never closed ends with its surroundings.
"""

from collections.abc import Callable
from dataclasses import replace

from thucydides.reading.layouts.columns import SIDED
from thucydides.reading.pages.elements import BLOCKS, EMPTY, LEVELS, Context, is_box, is_value, with_parts, within
from thucydides.reading.pages.grid import Cell, cell_of
from thucydides.reading.pages.kinds import Kinds
from thucydides.reading.pages.notes import Notes
from thucydides.reading.pages.open_elements import CELL, TABLE, OpenElements
from thucydides.reading.pages.pictures import shown
from thucydides.reading.pages.scanner import Sort, Token, attributes, tokens
from thucydides.reading.pages.tables import Table, rows_read
from thucydides.reading.pages.unnamed_boxes import unnamed_boxes
from thucydides.reading.pages.writing import LONGEST_LABEL, Block, Piece, lines_by_label

ROW_PARTS = frozenset({"tr", "thead", "tbody", "tfoot"})
CELL_PARTS = frozenset({"td", "th"})


def blocks_of(page: str) -> list[Block]:
    """The blocks of a page in their order, those without a word left out."""
    return _Page(page).read()


class _Page:
    """The state of the pass: what is open, the block being filled, the tables being read."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._boxes = unnamed_boxes(page)
        self._open = OpenElements()
        self._tables: list[Table] = []
        self._lists_in_cell = 0
        self._pieces: list[Piece] = []
        self._flag = ""
        self._notes = Notes()
        self._link = 0
        self._gap = 1
        self._rows = 0
        self._kinds = Kinds(self._notes)
        self._done: list[Block] = []

    def read(self) -> list[Block]:
        turns: dict[Sort, Callable[[Token], None]] = {
            Sort.WORDS: self._words,
            Sort.ENTITY: self._entity,
            Sort.START: self._start,
            Sort.END: self._end,
        }
        for token in tokens(self._page):
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
        given = attributes(token.inside) if token.inside.strip(" /") else {}
        if self._lists_in_cell and self._begins_in_cell(name):
            return
        if name in BLOCKS:
            self._flush()
            self._gap = 0 if name in ("li", "dd") else 1
        self._picture(name, given)
        if name in EMPTY:
            return
        self._open.make_room(name)
        if self._begin_table_part(token, given):
            return
        self._begin(name, given)

    def _begin(self, name: str, given: dict[str, str]) -> None:
        context = with_parts(within(self._open.context, name, given), name, given)
        if name == "a":
            self._link = len(self._pieces)
            self._notes.link(given)
        elif name == "sup":
            self._notes.raise_words(len(self._pieces))
        if is_value(name, given):
            self._end_label()
        if mark := self._notes.marks.get(given.get("id", "")):
            context = replace(context, note=mark)
        if context.placed != self._open.context.placed and name not in BLOCKS:
            self._break()
        self._open.begin(name, context)

    def _end_label(self) -> None:
        """What stands on the line so far is the label of the value that begins."""
        label = "".join(piece.words for piece in self._pieces).strip()
        if label and len(label) <= LONGEST_LABEL:
            self._pieces = [piece._replace(bold=True) for piece in self._pieces]
            self._pieces.append(Piece(" " if label.endswith(":") else ": ", -1, bold=True))

    def _picture(self, name: str, given: dict[str, str]) -> None:
        """A picture at the beginning of a line says whose the line is."""
        pictured = name == "img" or "data-alt" in given
        if pictured and self._tables and not any(piece.words.strip() for piece in self._pieces):
            self._flag = self._flag or shown(given, self._open.context.link_title)

    def _end(self, token: Token) -> None:
        name = token.words
        if name == "br":
            self._break()
            return
        if name == "a":
            self._notes.linked(self._pieces, self._link)
        elif name == "sup":
            self._notes.lower_words(self._pieces)
        elif self._lists_in_cell and self._ends_in_cell(name):
            return
        if name in BLOCKS:
            self._flush()
        elif name == "span" and self._open.context.placed:
            self._end_placed(name)
            return
        if name == TABLE:
            self._end_table()
        elif name in CELL_PARTS:
            self._end_cell()
        elif name in ROW_PARTS:
            self._end_row()
        else:
            self._open.end(name)

    def _end_placed(self, name: str) -> None:
        """Coordinates end their line where the words around them go on."""
        pieces, context = self._pieces, self._open.context
        self._open.end(name)
        if pieces and not self._open.context.placed:
            self._flush_as(context)

    def _begins_in_cell(self, name: str) -> bool:
        """Is it a part of a table that stands within a cell of a side, where its rows are only lines?"""
        if name in LEVELS:
            self._lists_in_cell = 0
        elif name == TABLE:
            self._lists_in_cell += 1
        elif name in CELL_PARTS:
            self._pieces.append(Piece(" ", -1))
        return bool(self._lists_in_cell) and self._ends_a_line(name)

    def _ends_in_cell(self, name: str) -> bool:
        if name == TABLE:
            self._lists_in_cell -= 1
        return self._ends_a_line(name)

    def _ends_a_line(self, name: str) -> bool:
        if name == TABLE or name in ROW_PARTS:
            self._break()
        return name == TABLE or name in ROW_PARTS or name in CELL_PARTS

    def _begin_table_part(self, token: Token, given: dict[str, str]) -> bool:
        """A part of a table begins. True if it is only the list of one side, and no element of its own."""
        name = token.words
        if name == TABLE:
            if self._in_side_of_box(given):
                self._lists_in_cell = 1
                return True
            self._begin_table(token, given)
        elif name in ROW_PARTS:
            self._end_row()
        elif name in CELL_PARTS and self._tables:
            self._end_cell()
            self._open.enter(CELL)
            table = self._tables[-1]
            cell = cell_of(name, given)
            cell.column = table.grid.begun(table.cells)
            table.cells.append(cell)
        return False

    def _in_side_of_box(self, given: dict[str, str]) -> bool:
        """Does what begins stand in the cell of one side of a box, in a row of sides?"""
        if self._open.scope != CELL or is_box(given):
            return False
        table = self._tables[-1]
        whole = len(table.cells) == 1 and (len(table.sides) < 2 or table.cells[0].width >= len(table.sides))
        return table.box and table.section in SIDED and not whole

    def _begin_table(self, token: Token, given: dict[str, str]) -> None:
        """A table within a table: the outer one arranges the page, and what it holds so far is written as it stands."""
        outer = self._tables[-1] if self._tables else None
        box = is_box(given) or token.start in self._boxes or bool(outer and outer.box)
        begun = Table(box=box)
        if outer:
            outer.layout = True
            self._write_row(outer)
            outer.cells.append(Cell(header=False))
            if outer.box:
                begun.section, begun.named = outer.section, outer.named
        self._tables.append(begun)
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
        return self._flush_as(self._open.context)

    def _flush_as(self, context: Context) -> bool:
        pieces, self._pieces = self._pieces, []
        self._notes.end_line()
        self._link = 0
        if not any(piece.words.strip() for piece in pieces):
            return False
        flag, self._flag = self._flag, ""
        for line in lines_by_label(pieces):
            self._put(self._block(line, context, flag))
            flag = ""
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

    def _block(self, pieces: list[Piece], context: Context, flag: str) -> Block:
        block = Block(pieces, context.kind, level=context.level, gap=self._gap, exact=context.preformatted, flag=flag)
        columns = self._kinds.decide(
            block, context, self._done[-1] if self._done else None, in_table=bool(self._tables)
        )
        if columns:
            block.row, self._rows = self._rows, self._rows + 1
        return block
