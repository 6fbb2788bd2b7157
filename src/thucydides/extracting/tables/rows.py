"""What stands in one row of a table, under which header?"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from thucydides.extracting.tables.layouts import Layout
from thucydides.vocabulary import (
    CannotRead,
    Cells,
    Evidence,
    Role,
    Span,
    Text,
    Unreported,
    delimiter_of,
    rows_of,
)

Place = tuple[int, int]
_WHOLE = re.compile(r"(-?\d+)\.0+")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell, where they stand, and in which column of the file."""

    words: str
    place: Place
    column: int

    @property
    def value(self) -> str:
        """The words without the doubling of quotation marks."""
        return self.words.replace('""', '"')

    @property
    def plain(self) -> str:
        """A number that was written as `750.0` is 750."""
        whole = _WHOLE.fullmatch(self.words)
        return whole[1] if whole else self.value

    def whole(self) -> "Cell":
        """The cell without a needless `.0`."""
        words = self.plain if _WHOLE.fullmatch(self.words) else self.words
        return Cell(words, (self.place[0], self.place[0] + len(words)), self.column)


class Table:
    """A text as a table of one layout. Raises CannotRead where its columns are not the layout's."""

    def __init__(self, text: Text, layout: Layout, *, name: str) -> None:
        self.text, self.layout, self.name = text, layout, name
        self._rows = rows_of(text.content, delimiter_of(text.content))
        self.header = next(self._rows, Cells(0, 0, ()))
        self.width = len(self.header.places)
        self._columns = columns_of(text, self.header, layout, name)

    def rows(self) -> Iterator["Row"]:
        """Every row below the header."""
        return (Row(self, cells) for cells in self._rows)

    def column(self, name: str) -> int | None:
        """Which column of the file the layout's column is; None where the file has none of that name."""
        return self._columns.get(name)

    def evidence(self, role: Role, place: Place) -> Evidence:
        """The words at a place, as evidence."""
        return Evidence(role, Span(self.text.id, *place), self.text.content[place[0] : place[1]])

    def header_of(self, column: str) -> Evidence | None:
        """The header of a column as evidence for what is counted; None where it is empty."""
        return self._headers.get(column)

    @cached_property
    def _headers(self) -> Mapping[str, Evidence]:
        places = {name: self.header.places[column] for name, column in self._columns.items()}
        return {name: self.evidence(Role.CONCEPT, place) for name, place in places.items() if place[0] < place[1]}

    def units(self, columns: Sequence[str]) -> tuple[Evidence, ...]:
        """The headers of columns as evidence for the unit of what stands in them."""
        headers = (self.header_of(column) for column in columns)
        return tuple(Evidence(Role.UNIT, header.span, header.words) for header in headers if header)

    def line_of(self, offset: int) -> int:
        """The line of the file in which a character stands, counted from 1."""
        return bisect_left(self._breaks, offset) + 1

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text.content)]


class Row:
    """One row of a table."""

    __slots__ = ("_cells", "table")

    def __init__(self, table: Table, cells: Cells) -> None:
        self.table, self._cells = table, cells

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self._cells.start, self._cells.end

    @property
    def fits(self) -> bool:
        """Has it as many cells as the header? Empty cells too many at the end do no harm."""
        places, width = self._cells.places, self.table.width
        return len(places) >= width and all(start == end for start, end in places[width:])

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self._cells.places)

    def cell(self, column: str) -> Cell | None:
        """The cell in a column of the layout; None where the file has no such column or the cell is empty."""
        number = self.table.column(column)
        if number is None:
            return None
        start, end = self._cells.places[number]
        return Cell(self.table.text.content[start:end], (start, end), number) if start < end else None

    def missing(self, cell: Cell | None) -> Unreported | None:
        """Why a cell holds no value; None where it holds one."""
        if cell is None:
            return Unreported.SILENT
        return self.table.layout.missing.get(cell.words) or self.table.layout.missing.get(cell.plain)

    def said(self, column: str) -> Cell | None:
        """The cell in a column, if it holds a value."""
        cell = self.cell(column)
        return None if self.missing(cell) else cell

    def filled(self, template: str) -> str:
        """Words with the values of columns in place of `{column}`."""
        return re.sub(r"\{([^{}]+)\}", lambda found: self._value(found[1]), template)

    def _value(self, column: str) -> str:
        """The value as it stands in a label or number: of an address, its last part."""
        cell = self.cell(column)
        return cell.plain.rpartition("/")[2] if cell and "://" in cell.plain else cell.plain if cell else ""


def parts_of(cell: Cell, separator: str) -> Iterator[Cell]:
    """The parts of a cell that holds a list, each with its own place; the cell itself where nothing separates."""
    if not separator or separator not in cell.words:
        yield cell
        return
    at = cell.place[0]
    for words in cell.words.split(separator):
        bare = words.strip()
        if bare:
            start = at + len(words) - len(words.lstrip())
            yield Cell(bare, (start, start + len(bare)), cell.column)
        at += len(words) + len(separator)


def run_of(cells: Sequence[Cell]) -> Place:
    """From the first to the last of cells that stand side by side; else the place of the first."""
    columns = sorted(cell.column for cell in cells)
    if columns[-1] - columns[0] == len(columns) - 1:
        return min(cell.place[0] for cell in cells), max(cell.place[1] for cell in cells)
    return cells[0].place


def columns_of(text: Text, header: Cells, layout: Layout, name: str) -> dict[str, int]:
    """Which column of the file each column of the layout is. Raises CannotRead for missing and doubled ones."""
    named = [_folded(text.content[start:end]) for start, end in header.places]
    found = {}
    for column in layout.columns:
        wanted = [_folded(each) for each in (column, *layout.also.get(column, ()))]
        places = [place for place, said in enumerate(named) if said in wanted]
        if len(places) > 1:
            raise CannotRead(
                f"{name}, line 1: one column {column!r} was expected, but columns "
                f"{_listed(place + 1 for place in places)} are called so; rename all but one."
            )
        if places:
            found[column] = places[0]
    missing = [column for column in layout.needed if column not in found]
    if missing:
        shown = ", ".join(text.content[start:end] for start, end in header.places[:12]) or "nothing"
        more = f" and {len(header.places) - 12} more" if len(header.places) > 12 else ""
        raise CannotRead(
            f"{name}, line 1: the columns of {layout.kind} were expected, but {_listed(map(repr, missing[:8]))} "
            f"{'is' if len(missing) == 1 else 'are'} missing; the header has {shown}{more}. "
            "Name the kind that fits (`thucydides import --list`), or write a mapping."
        )
    return found


def _listed(words: Iterable[object]) -> str:
    return ", ".join(map(str, words))


def _folded(header: str) -> str:
    return " ".join(header.replace('""', '"').strip("\ufeff").split()).casefold()
