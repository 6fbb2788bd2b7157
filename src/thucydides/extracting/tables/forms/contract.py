"""Which value stands in the claims table's own columns?"""

import re
from collections.abc import Callable, Iterator, Mapping

from thucydides.extracting.tables.forms.answers import Answer, Puzzle, Reading
from thucydides.extracting.tables.forms.figures import figure, float_of
from thucydides.extracting.tables.layouts import Statement
from thucydides.extracting.tables.rows import Cell, Row
from thucydides.vocabulary import (
    ATTRIBUTES,
    Code,
    Coordinates,
    Count,
    Duration,
    HistoricalDate,
    Identifier,
    Inference,
    Magnitude,
    Name,
    Party,
    Qualifier,
    Said,
    Wording,
)


def in_contract(row: Row, statement: Statement, attribute: str) -> Iterator[Answer]:
    """A value in the claims table's own columns: value, low, high, qualifier."""
    value, low, high, qualifier = (row.said(column) for column in statement.columns)
    kind = ATTRIBUTES[attribute].value if attribute in ATTRIBUTES else ""
    cells = tuple(cell for cell in (value, low, high) if cell)
    if kind == "Said":
        if named := row.said("target") or value:
            yield Reading(Said(), named.place)
    elif kind == "Count" and qualifier:
        yield from _qualified(cells, low, high, qualifier)
    elif value:
        try:
            yield _VALUES[kind](value)
        except (KeyError, ValueError):
            yield Puzzle(value, "value", f"a value for {attribute or 'an attribute'} was expected")


def _qualified(cells: tuple[Cell, ...], low: Cell | None, high: Cell | None, qualifier: Cell) -> Iterator[Answer]:
    bounds = [float_of(cell.words) if cell else None for cell in (low, high)]
    if not cells:
        return
    try:
        count = Count(Qualifier(qualifier.words), bounds[0], bounds[1], cells[0].value)
    except ValueError as problem:
        yield Puzzle(qualifier, "qualifier", f"bounds that suit it were expected ({problem})")
        return
    exact = count.qualifier in (Qualifier.EXACT, Qualifier.NONE, Qualifier.RANGE, Qualifier.VAGUE, Qualifier.UNKNOWN)
    rule = () if exact else (Inference("qualifier", f"{qualifier.words} means {count.qualifier}"),)
    yield Reading(count, cells[0].place, tuple(cell.place for cell in cells), inferred=rule)


def _contract_date(cell: Cell) -> Reading:
    return Reading(HistoricalDate.from_edtf(cell.value, as_written=cell.value), cell.place)


def _contract_duration(cell: Cell) -> Reading:
    days = re.fullmatch(r"P(\d+)D", cell.value)
    if not re.fullmatch(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T\d+H)?", cell.value):
        raise ValueError
    return Reading(Duration(cell.value, cell.value, days=int(days[1]) if days else None), cell.place)


def _contract_identifier(cell: Cell) -> Reading:
    scheme, colon, number = cell.value.partition(":")
    if not colon:
        raise ValueError
    return Reading(Identifier(scheme, number), cell.place)


def _contract_coordinates(cell: Cell) -> Reading:
    latitude, _, longitude = cell.value.partition(",")
    return Reading(Coordinates(float(latitude), float(longitude), cell.value), cell.place)


def _contract_count(cell: Cell) -> Reading:
    read = figure(cell, "value")
    if isinstance(read, Puzzle):
        raise ValueError
    return read


_VALUES: Mapping[str, Callable[[Cell], Reading]] = {
    "Name": lambda cell: Reading(Name(cell.value), cell.place),
    "Wording": lambda cell: Reading(Wording(cell.value), cell.place),
    "Party": lambda cell: Reading(Party(cell.value), cell.place),
    "Code": lambda cell: Reading(Code(tuple(cell.value.split("+"))), cell.place),
    "Magnitude": lambda cell: Reading(Magnitude(cell.value), cell.place),
    "HistoricalDate": _contract_date,
    "Duration": _contract_duration,
    "Identifier": _contract_identifier,
    "Coordinates": _contract_coordinates,
    "Count": _contract_count,
}
