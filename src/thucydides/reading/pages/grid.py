"""Which columns of its table does a cell cover, when cells above reach down and cells beside reach across?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thucydides.reading.pages.writing import Block

# As browsers have it; nothing wider or longer was ever meant.
WIDEST, LONGEST = 100, 10_000
# Cells that reach down are remembered for as many columns.
MOST_REMEMBERED = 40


@dataclass(slots=True)
class Cell:
    """A cell with its lines. `header`: the page says that it is a heading (th). `named`: the words of one from above.

    `column` is the first of `width` columns that it covers, counted from 0; it reaches down over `height` rows.
    """

    header: bool
    blocks: list[Block] = field(default_factory=list)
    column: int = 0
    width: int = 1
    height: int = 1
    named: str = ""

    @property
    def words(self) -> str:
        """The words of all its lines."""
        return self.named or " ".join(block.words for block in self.blocks)


def cell_of(name: str, given: Mapping[str, str]) -> Cell:
    """The cell that a tag begins."""
    width = _number(given.get("colspan", ""), WIDEST)
    return Cell(header=name == "th", width=width, height=_number(given.get("rowspan", ""), LONGEST))


def _number(written: str, most: int) -> int:
    digits = written.strip()
    if not digits.isdecimal() or len(digits) > 9:
        return 1
    return min(int(digits), most) or most


@dataclass(slots=True)
class Grid:
    """The cells that reach down from rows above, by their first column."""

    _reaching: dict[int, Cell] = field(default_factory=dict)

    def begun(self, cells: Sequence[Cell]) -> int:
        """The column in which the next cell of a row begins."""
        return self._free(cells[-1].column + cells[-1].width if cells else 0)

    def placed(self, cells: Sequence[Cell]) -> list[Cell]:
        """The cells of a finished row with those that reach into it from above, each in its column."""
        column = 0
        for cell in cells:
            cell.column = column = self._free(column)
            column += cell.width
        above = [
            Cell(cell.header, column=cell.column, width=cell.width, named=cell.words[:200])
            for cell in self._reaching.values()
        ]
        self._reaching = {at: cell for at, cell in self._reaching.items() if self._goes_on(cell)}
        for cell in cells:
            if cell.height > 1 and len(self._reaching) < MOST_REMEMBERED:
                self._reaching[cell.column] = Cell(
                    cell.header, column=cell.column, width=cell.width, height=cell.height - 1, named=cell.words[:200]
                )
        return sorted([*cells, *above], key=lambda cell: cell.column)

    @staticmethod
    def _goes_on(cell: Cell) -> bool:
        cell.height -= 1
        return cell.height > 0

    def _free(self, column: int) -> int:
        while column in self._reaching:
            column += self._reaching[column].width
        return column
