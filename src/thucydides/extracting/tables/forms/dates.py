"""Which dates do cells give, in words, in parts, or between two days?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from thucydides.extracting.tables.forms.answers import Answer, Puzzle, Reading, means
from thucydides.extracting.tables.layouts import Statement
from thucydides.extracting.tables.rows import Cell, Row, run_of
from thucydides.vocabulary import Code, DateForm, HistoricalDate, Unreported, edtf_of, part_of_date, read_dates

_INTEGER = re.compile(r"-?\d{1,4}")
_ISO = re.compile(r"(-?\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].*)?")


def dated(row: Row, statement: Statement, attribute: str) -> Iterator[Answer]:
    """A date in one cell, or in the cells of its year, month and day."""
    if len(statement.columns) > 1:
        yield from _date_in_parts(row, statement.columns, attribute)
    elif cell := row.said(statement.columns[0]):
        yield from _date_in_words(cell, statement, attribute)


def _date_in_words(cell: Cell, statement: Statement, attribute: str) -> Iterator[Answer]:
    column = statement.columns[0]
    if iso := _ISO.fullmatch(cell.words):
        day = iso[1]
        value = _from_edtf(
            day[:-6] if statement.year_only and day.endswith(f"-{statement.year_only}") else day, cell.value
        )
        yield Reading(value, cell.place) if value else Puzzle(cell, column, "a day that exists was expected")
        return
    if year := _ISO.fullmatch(cell.plain):
        yield Reading(HistoricalDate.from_edtf(year[1]), cell.whole().place)
        return
    for phrase in read_dates(cell.value):
        if phrase.form is DateForm.POINT and phrase.date:
            yield Reading(phrase.date, cell.place)
            return
        ends = [date for date in (phrase.begin, phrase.finish) if date]
        if len(ends) == 2 and attribute == "date":
            yield Reading(ends[0], cell.place, attribute="start_date")
            yield Reading(ends[1], cell.place, attribute="end_date")
            return
    yield Puzzle(cell, column, "a date was expected")


def _date_in_parts(row: Row, columns: Sequence[str], attribute: str) -> Iterator[Answer]:
    held = {column: cell.whole() for column in columns if (cell := row.cell(column))}
    cells = {column: cell for column, cell in held.items() if _INTEGER.fullmatch(cell.words)}
    if not cells:
        return
    year = next((cell for column, cell in cells.items() if part_of_date(column) == "year"), None)
    if year and row.missing(year) is Unreported.ONGOING:
        yield Reading(Code(("ongoing",)), year.place, inferred=(means(year, "ongoing"),), attribute="outcome")
    edtf = edtf_of(*(_part(row, cells, part) for part in ("year", "month", "day")))
    if not edtf:
        return
    value = _from_edtf(edtf, edtf)
    if value is None:
        yield Puzzle(next(iter(cells.values())), columns[0], "a day that exists was expected")
        return
    yield Reading(
        value, run_of(list(cells.values())), tuple(cell.place for cell in cells.values()), row.table.units(tuple(cells))
    )


def _part(row: Row, cells: Mapping[str, Cell], part: str) -> int:
    for column, cell in cells.items():
        if part_of_date(column) == part and not row.missing(cell) and re.fullmatch(r"\d{1,4}", cell.words):
            return int(cell.words)
    return 0


def within(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    """A date that lies somewhere between the dates in two cells."""
    found = [
        (cell, said) for name in statement.columns if (cell := row.said(name)) and (said := _ISO.fullmatch(cell.words))
    ]
    days = [said[1] for _, said in found]
    if len(days) != 2:
        return
    value = _from_edtf(days[0] if days[0] == days[1] else f"{days[0]}/{days[1]}", "/".join(days))
    if value is None or days[0] > days[1]:
        yield Puzzle(found[0][0], statement.columns[0], f"a day not after {days[1]} was expected")
        return
    yield Reading(value, run_of([cell for cell, _ in found]), tuple(cell.place for cell, _ in found))


def _from_edtf(edtf: str, words: str) -> HistoricalDate | None:
    try:
        return HistoricalDate.from_edtf(edtf, as_written=words)
    except ValueError:
        return None
