"""What does a cell answer when it is asked for a value?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from thucydides.extracting.tables.layouts import Statement
from thucydides.extracting.tables.rows import Cell, Place, Row
from thucydides.vocabulary import Evidence, Inference, Value


@dataclass(frozen=True, slots=True)
class Reading:
    """A value as cells give it. `quote`: where its words stand; `cells`: the places that prove it, in their order."""

    value: Value
    quote: Place
    cells: tuple[Place, ...] = ()
    units: tuple[Evidence, ...] = ()
    inferred: tuple[Inference, ...] = ()
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A cell that should hold a value, and why it could not be read."""

    cell: Cell
    column: str
    why: str


Answer = Reading | Puzzle
FormReader = Callable[[Row, Statement, str], Iterator[Answer]]
"""What one form does: from a row, the statement of the layout and the attribute, what the cells say."""


def means(cell: Cell, meaning: str) -> Inference:
    """The rule by which what a cell says stands for its value."""
    return Inference("value", f"{cell.words} means {meaning}")


def unlisted(cell: Cell, column: str, codes: Mapping[str, str]) -> Puzzle:
    """A cell that holds none of the codes of its column."""
    return Puzzle(cell, column, f"one of {', '.join(list(codes)[:12])} was expected")
