"""Which figures do cells give: a count with its bounds, days, degrees?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from thucydides.extracting.tables.forms.answers import Answer, FormReader, Puzzle, Reading, means, unlisted
from thucydides.extracting.tables.layouts import Statement
from thucydides.extracting.tables.rows import Cell, Row, run_of
from thucydides.vocabulary import (
    Coordinates,
    Count,
    Duration,
    Inference,
    Qualifier,
    Unreported,
    read_numbers,
    with_margins,
)

_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:[eE]\+?\d\d?)?")


def counted(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    """A figure, by itself, by a code, or with the margins of error in other cells; or that it is unknown."""
    column = statement.columns[0]
    cell = row.cell(column)
    missing = row.missing(cell)
    if cell is None or missing not in (None, Unreported.UNKNOWN):
        return
    if missing is Unreported.UNKNOWN:
        yield Reading(Count.unknown(as_written=cell.value), cell.place, inferred=(means(cell, "unknown"),))
        return
    if statement.codes:
        yield from _coded_count(cell, column, statement.codes)
        return
    margins = [margin for name in statement.margins if (margin := row.said(name)) and _is_signed(margin.words)]
    if margins and _FIGURE.fullmatch(cell.words):
        value = with_margins(cell.words, [margin.words for margin in margins])
        if value.qualifier is Qualifier.RANGE:
            yield Reading(
                value, cell.place, tuple(margin.place for margin in margins),
                inferred=(Inference("value", "margin of error"),),
            )  # fmt: skip
            return
    yield figure(cell, column)


def _coded_count(cell: Cell, column: str, codes: Mapping[str, str]) -> Iterator[Answer]:
    meaning = codes.get(cell.words, codes.get(cell.plain, ""))
    if meaning:
        counts = [phrase.count for phrase in read_numbers(meaning) if phrase.count]
        for count in counts[:1]:
            yield Reading(replace(count, as_written=cell.value), cell.place, inferred=(means(cell, meaning),))
    elif cell.words not in codes:
        yield unlisted(cell, column, codes)


def _is_signed(words: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(?:\.\d+)?", words))


def figure(cell: Cell, column: str) -> Answer:
    """The one figure in the words of a cell."""
    if _FIGURE.fullmatch(cell.words):
        number = float(cell.words)
        exact = Count.exactly(number, as_written=cell.words)
        return Reading(exact if number else Count.none(as_written=cell.words), cell.place)
    counts = [phrase.count for phrase in read_numbers(cell.value) if phrase.count]
    if len(counts) == 1 and counts[0]:
        return Reading(counts[0], cell.place)
    return Puzzle(cell, column, "a number was expected")


def bounded(qualifier: Qualifier) -> FormReader:
    """The reader of a figure of which another cell, or the column itself, says that it is a bound."""

    def read(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
        column = statement.columns[0]
        if not (cell := row.said(column)):
            return
        if not _FIGURE.fullmatch(cell.words):
            yield Puzzle(cell, column, "a number was expected")
            return
        number = float(cell.words)
        low = number if qualifier is not Qualifier.AT_MOST else None
        high = number if qualifier is not Qualifier.AT_LEAST else None
        said = "+".join(value for values in statement.when.values() for value in values) or column
        rule = Inference("qualifier", f"{said} means {qualifier}")
        yield Reading(Count(qualifier, low, high, cell.words), cell.place, inferred=(rule,))

    return read


def ranged(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    """A figure of which two cells give the bounds; one that only one of them gives, or both, is exact."""
    cells = [(column, cell) for column in statement.columns if (cell := row.said(column))]
    for column, cell in cells:
        if not _FIGURE.fullmatch(cell.words):
            yield Puzzle(cell, column, "a number was expected")
            return
    numbers = [float(cell.words) for _, cell in cells]
    if len(cells) == 2 and numbers[0] > numbers[1]:
        yield Puzzle(cells[0][1], cells[0][0], f"at most {cells[1][1].words}, the upper bound, was expected")
    elif len(cells) == 2 and numbers[0] < numbers[1]:
        value = Count.between(numbers[0], numbers[1], as_written=f"{cells[0][1].words}-{cells[1][1].words}")
        yield Reading(value, run_of([cell for _, cell in cells]), tuple(cell.place for _, cell in cells))
    elif cells:
        yield figure(cells[0][1], cells[0][0])


def located(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    """Degrees north and degrees east, in two cells."""
    cells = [cell for column in statement.columns if (cell := row.said(column))]
    if len(cells) != 2:
        return
    degrees = [float_of(cell.words) for cell in cells]
    if degrees[0] is None or degrees[1] is None or abs(degrees[0]) > 90 or abs(degrees[1]) > 180:
        yield Puzzle(cells[0], statement.columns[0], "degrees north (-90 to 90) and east (-180 to 180) were expected")
        return
    value = Coordinates(degrees[0], degrees[1], f"{cells[0].words}, {cells[1].words}")
    yield Reading(value, run_of(cells), tuple(cell.place for cell in cells))


def lasting(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    """A number of days."""
    column = statement.columns[0]
    if not (cell := row.said(column)):
        return
    if not cell.plain.isdigit():
        yield Puzzle(cell, column, "a number of days was expected")
        return
    meaning = f"{cell.plain} days"
    duration = Duration(f"P{int(cell.plain)}D", cell.value, days=int(cell.plain))
    yield Reading(duration, cell.whole().place, inferred=(Inference("value", f"{cell.plain} means {meaning}"),))


def float_of(words: str) -> float | None:
    """The number that all of the words are; None where they are none."""
    try:
        return float(words)
    except ValueError:
        return None
