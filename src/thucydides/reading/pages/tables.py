"""What does a row of a table say about the words in its cells?

A cell gets the label of its row or column and, where several cells of a row are on the same matter, its side. The cell
that is the label becomes furniture which carries the label. In an info-box the labels are those of labels.toml, and a
heading over the sides holds for the rows below it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thucydides.reading.layouts.columns import SIDED
from thucydides.reading.layouts.lines import is_narrative, is_prose
from thucydides.reading.layouts.lists import PAGE_PARTS, box_row, folded
from thucydides.reading.pages.grid import Cell, Grid
from thucydides.reading.pages.unnamed_boxes import BELLIGERENTS
from thucydides.reading.pages.writing import Block
from thucydides.vocabulary import PassageKind

MOST_SIDES = 5
LONGEST_LABEL = 60
# A cell with more lines than this, or with headings, is a part of a page laid out as a table.
MOST_LINES = 40
# A cell with as many labels, or with a whole paragraph among as many lines, is a text and no datum.
FEWEST_OF_A_TEXT = 3
COORDINATES = "coordinates"


@dataclass(slots=True)
class Table:
    """A table while its rows are read. `layout`: it only arranges the page (a table stands in one of its cells).

    `sides`: the columns in which the sides of a box begin, once its belligerents have been read.
    """

    box: bool = False
    layout: bool = False
    cells: list[Cell] = field(default_factory=list)
    grid: Grid = field(default_factory=Grid)
    sides: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    section: str = ""
    named: bool = False


def rows_read(table: Table, written: Sequence[Cell], row: int) -> list[Block]:
    """The lines of a row, in order, with what the row says of them."""
    cells = table.grid.placed(written)
    filled = [cell for cell in cells if cell.words]
    if table.box:
        _box_row(table, filled, list(cells))
    elif not (table.layout or _lays_out(cells) or _holds_a_text(table, cells)):
        _data_row(table, list(cells))
    blocks = [block for cell in cells for block in cell.blocks]
    for block in blocks:
        block.row = row if block.kind in (PassageKind.CELL, PassageKind.BOX_LINE) or block.label else -1
    return blocks


def _lays_out(cells: Sequence[Cell]) -> bool:
    """Is the row a part of the page's arrangement, with a whole text or a heading in one cell?"""
    kinds = {block.kind for cell in cells for block in cell.blocks}
    alone = len(cells) == 1 and not cells[0].header
    return alone or PassageKind.HEADING in kinds or any(len(cell.blocks) > MOST_LINES for cell in cells)


def _holds_a_text(table: Table, cells: Sequence[Cell]) -> bool:
    """Does a row that nothing names have a whole text in one of its cells, with menus beside it?"""
    return not (table.columns or _names_the_row(table, cells)) and any(_is_text(cell) for cell in cells)


def _is_text(cell: Cell) -> bool:
    if len(cell.blocks) < FEWEST_OF_A_TEXT:
        return False
    labels = sum(1 for block in cell.blocks if block.opens_with_label)
    return labels >= FEWEST_OF_A_TEXT or any(is_narrative(block.words) for block in cell.blocks)


def _marked(cell: Cell, kind: PassageKind, label: str, side: int = 0) -> None:
    for block in cell.blocks:
        if block.kind is not PassageKind.FURNITURE:
            block.kind, block.side = kind, side
            block.label = label if block.label != COORDINATES else block.label


def _sided(cells: Sequence[Cell], kind: PassageKind, label: str) -> None:
    """Cells of one row: sides where there are several, as many as a conflict can have."""
    several = 1 < len(cells) <= MOST_SIDES
    for place, cell in enumerate(cells, start=1):
        _marked(cell, kind, label, place if several else 0)


def _box_row(table: Table, filled: Sequence[Cell], cells: Sequence[Cell]) -> None:
    if not filled:
        return
    first = filled[0]
    known = box_row(first.words)
    if len(filled) == 1 and len(cells) == 1 and _spans(table, first):
        _box_line(table, first, known.label if known else "")
    elif first is cells[0] and (known or (first.header and not all(cell.header for cell in cells))):
        label = known.label if known else first.words[:LONGEST_LABEL]
        table.section = label if known and known.headed else table.section
        _marked(first, PassageKind.FURNITURE, label)
        _on_their_sides(table, cells[1:], label)
    else:
        _on_their_sides(table, cells, table.section)


def _spans(table: Table, cell: Cell) -> bool:
    """Does a cell that is alone in its row reach over more than the first of several sides?"""
    return len(table.sides) < 2 or cell.column + cell.width > table.sides[1] or cell.column > table.sides[0]


def _on_their_sides(table: Table, cells: Sequence[Cell], label: str) -> None:
    """The cells of a row of a box, each on the side in whose column it begins; on none where it reaches over all."""
    if label == BELLIGERENTS and len(cells) > max(1, len(table.sides)):
        table.sides = tuple(cell.column for cell in cells)
    if label not in SIDED or len(table.sides) < 2:
        _sided(cells, PassageKind.BOX_LINE, label)
        return
    for cell in cells:
        first, behind = (bisect_right(table.sides, place) for place in (cell.column, cell.column + cell.width - 1))
        everyone = first <= 1 and behind == len(table.sides)
        _marked(cell, PassageKind.BOX_LINE, label, 0 if everyone else min(max(first, 1), MOST_SIDES))


def _box_line(table: Table, cell: Cell, known: str) -> None:
    """A cell that spans the box: a heading, the box's name, a picture's caption, or a line for all sides."""
    if known:
        table.section, table.named = known, True
        _marked(cell, PassageKind.FURNITURE, known)
    elif not table.named:
        table.named = True
        _marked(cell, PassageKind.BOX_LINE, "title")
    elif not table.section:
        _marked(cell, PassageKind.BOX_LINE, "part_of" if folded(cell.words).startswith("part of") else "caption")
    else:
        _marked(cell, PassageKind.BOX_LINE, table.section)


def _data_row(table: Table, cells: Sequence[Cell]) -> None:
    if len(cells) > 1 and all(cell.header for cell in cells):
        table.columns = tuple(cell.words[:LONGEST_LABEL] for cell in cells for _ in range(cell.width))
        for cell in cells:
            _marked(cell, PassageKind.FURNITURE, cell.words[:LONGEST_LABEL])
    elif cells and _names_the_row(table, cells):
        label = cells[0].words[:LONGEST_LABEL]
        _marked(cells[0], PassageKind.FURNITURE, label)
        _sided(cells[1:], PassageKind.CELL, label)
        if len(cells) == 2:
            _told(cells[1])
    elif table.columns:
        for cell, label in _under(table.columns, cells):
            _marked(cell, PassageKind.CELL, label)
    else:
        _sided(cells, PassageKind.CELL, "")


def _told(cell: Cell) -> None:
    """The sentences of a value that is told in paragraphs."""
    if any(is_narrative(block.words) for block in cell.blocks):
        for block in cell.blocks:
            if block.kind is PassageKind.CELL and is_prose(block.words):
                block.kind = PassageKind.PARAGRAPH


def _names_the_row(table: Table, cells: Sequence[Cell]) -> bool:
    """Is the first cell the label of the row: said by the page, by the heading above, or by being one of two?"""
    first, others = cells[0], cells[1:]
    if not others or any(cell.header for cell in others):
        return False
    if first.header or (table.columns and folded(table.columns[0]) in PAGE_PARTS["keys"] | {""}):
        return True
    brief = len(first.blocks) < 2 and len(first.words) <= LONGEST_LABEL and not is_prose(first.words)
    return not table.columns and len(others) == 1 and brief and not any(block.linked for block in first.blocks)


def _under(columns: Sequence[str], cells: Sequence[Cell]) -> Iterator[tuple[Cell, str]]:
    for cell in cells:
        yield cell, columns[cell.column] if cell.column < len(columns) else ""
