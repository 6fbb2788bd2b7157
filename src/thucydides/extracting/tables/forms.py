"""How does a cell, or do several, give the value of a claim?

One function a form, in `READERS`. Each yields what the cells say: the value, the words that are its quote, the cells
that prove it, and the rule for whatever no cell says by itself. A cell that should hold a value and cannot be read is
a `Puzzle`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thucydides.extracting.tables.layouts import Statement
from thucydides.extracting.tables.rows import Cell, Place, Row
from thucydides.vocabulary import (
    ATTRIBUTES,
    Code,
    Coordinates,
    Count,
    DateForm,
    Duration,
    Evidence,
    HistoricalDate,
    Identifier,
    Inference,
    Magnitude,
    Name,
    Party,
    Qualifier,
    Said,
    Unreported,
    Value,
    Wording,
    edtf_of,
    part_of_date,
    read_dates,
    read_numbers,
    with_margins,
)

_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:[eE]\+?\d\d?)?")
_INTEGER = re.compile(r"-?\d{1,4}")
_ISO = re.compile(r"(-?\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].*)?")


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


def _said(row: Row, statement: Statement, attribute: str) -> Iterator[Answer]:
    if cell := row.said(statement.columns[0]):
        coded = statement.columns[0] in statement.when
        rule = (Inference("attribute", f"{cell.value} means {attribute}"),) if coded else ()
        yield Reading(Said(), cell.place, inferred=rule)


def _count(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    column = statement.columns[0]
    cell = row.cell(column)
    missing = row.missing(cell)
    if cell is None or missing not in (None, Unreported.UNKNOWN):
        return
    if missing is Unreported.UNKNOWN:
        yield Reading(Count.unknown(as_written=cell.value), cell.place, inferred=(_means(cell, "unknown"),))
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
    yield _figure(cell, column)


def _coded_count(cell: Cell, column: str, codes: Mapping[str, str]) -> Iterator[Answer]:
    meaning = codes.get(cell.words, codes.get(cell.plain, ""))
    if meaning:
        counts = [phrase.count for phrase in read_numbers(meaning) if phrase.count]
        for count in counts[:1]:
            yield Reading(replace(count, as_written=cell.value), cell.place, inferred=(_means(cell, meaning),))
    elif cell.words not in codes:
        yield _unlisted(cell, column, codes)


def _figure(cell: Cell, column: str) -> Answer:
    if _FIGURE.fullmatch(cell.words):
        number = float(cell.words)
        exact = Count.exactly(number, as_written=cell.words)
        return Reading(exact if number else Count.none(as_written=cell.words), cell.place)
    counts = [phrase.count for phrase in read_numbers(cell.value) if phrase.count]
    if len(counts) == 1 and counts[0]:
        return Reading(counts[0], cell.place)
    return Puzzle(cell, column, "a number was expected")


def _bounded(qualifier: Qualifier) -> FormReader:
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


def _range(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
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
        yield Reading(value, _run([cell for _, cell in cells]), tuple(cell.place for _, cell in cells))
    elif cells:
        yield _figure(cells[0][1], cells[0][0])


def _date(row: Row, statement: Statement, attribute: str) -> Iterator[Answer]:
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
        yield Reading(Code(("ongoing",)), year.place, inferred=(_means(year, "ongoing"),), attribute="outcome")
    edtf = edtf_of(*(_part(row, cells, part) for part in ("year", "month", "day")))
    if not edtf:
        return
    value = _from_edtf(edtf, edtf)
    if value is None:
        yield Puzzle(next(iter(cells.values())), columns[0], "a day that exists was expected")
        return
    yield Reading(
        value, _run(list(cells.values())), tuple(cell.place for cell in cells.values()), row.table.units(tuple(cells))
    )


def _part(row: Row, cells: Mapping[str, Cell], part: str) -> int:
    for column, cell in cells.items():
        if part_of_date(column) == part and not row.missing(cell) and re.fullmatch(r"\d{1,4}", cell.words):
            return int(cell.words)
    return 0


def _within(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
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
    yield Reading(value, _run([cell for cell, _ in found]), tuple(cell.place for cell, _ in found))


def _words(make: Callable[[str], Value]) -> FormReader:
    """The reader of words that are their own value, or stand for it by a code table."""

    def read(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
        column = statement.columns[0]
        if not (cell := row.said(column)):
            return
        if statement.codes:
            meaning = statement.codes.get(cell.words, statement.codes.get(cell.plain))
            if meaning is None:
                yield _unlisted(cell, column, statement.codes)
            elif meaning:
                yield Reading(make(meaning), cell.place, inferred=(_means(cell, meaning),))
            return
        for part in parts_of(cell, statement.split):
            yield Reading(make(part.value), part.place)

    return read


def _code(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    column = statement.columns[0]
    if not (cell := row.said(column)):
        return
    meaning = statement.codes.get(cell.words, statement.codes.get(cell.plain))
    if meaning is None:
        yield _unlisted(cell, column, statement.codes)
    elif meaning:
        yield Reading(Code(tuple(meaning.split("+"))), cell.place, inferred=(_means(cell, meaning),))


def _number(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    for column in statement.columns:
        if cell := row.said(column):
            for part in parts_of(cell, statement.split):
                number = part.plain.rpartition(statement.after)[2] if statement.after else part.plain
                yield Reading(Identifier(statement.scheme, number), part.place)


def _coordinates(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    cells = [cell for column in statement.columns if (cell := row.said(column))]
    if len(cells) != 2:
        return
    degrees = [_float(cell.words) for cell in cells]
    if degrees[0] is None or degrees[1] is None or abs(degrees[0]) > 90 or abs(degrees[1]) > 180:
        yield Puzzle(cells[0], statement.columns[0], "degrees north (-90 to 90) and east (-180 to 180) were expected")
        return
    value = Coordinates(degrees[0], degrees[1], f"{cells[0].words}, {cells[1].words}")
    yield Reading(value, _run(cells), tuple(cell.place for cell in cells))


def _days(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    column = statement.columns[0]
    if not (cell := row.said(column)):
        return
    if not cell.plain.isdigit():
        yield Puzzle(cell, column, "a number of days was expected")
        return
    meaning = f"{cell.plain} days"
    duration = Duration(f"P{int(cell.plain)}D", cell.value, days=int(cell.plain))
    yield Reading(duration, cell.whole().place, inferred=(Inference("value", f"{cell.plain} means {meaning}"),))


def _contract(row: Row, statement: Statement, attribute: str) -> Iterator[Answer]:
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
            yield _CONTRACT_VALUES[kind](value)
        except (KeyError, ValueError):
            yield Puzzle(value, "value", f"a value for {attribute or 'an attribute'} was expected")


def _qualified(cells: tuple[Cell, ...], low: Cell | None, high: Cell | None, qualifier: Cell) -> Iterator[Answer]:
    bounds = [_float(cell.words) if cell else None for cell in (low, high)]
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
    read = _figure(cell, "value")
    if isinstance(read, Puzzle):
        raise ValueError
    return read


_CONTRACT_VALUES: Mapping[str, Callable[[Cell], Reading]] = {
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


def _run(cells: Sequence[Cell]) -> Place:
    """From the first to the last of cells that stand side by side; else the place of the first."""
    columns = sorted(cell.column for cell in cells)
    if columns[-1] - columns[0] == len(columns) - 1:
        return min(cell.place[0] for cell in cells), max(cell.place[1] for cell in cells)
    return cells[0].place


def _means(cell: Cell, meaning: str) -> Inference:
    return Inference("value", f"{cell.words} means {meaning}")


def _unlisted(cell: Cell, column: str, codes: Mapping[str, str]) -> Puzzle:
    return Puzzle(cell, column, f"one of {', '.join(list(codes)[:12])} was expected")


def _from_edtf(edtf: str, words: str) -> HistoricalDate | None:
    try:
        return HistoricalDate.from_edtf(edtf, as_written=words)
    except ValueError:
        return None


def _is_signed(words: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(?:\.\d+)?", words))


def _float(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return None


READERS: Mapping[str, FormReader] = {
    "said": _said,
    "count": _count,
    "at_least": _bounded(Qualifier.AT_LEAST),
    "at_most": _bounded(Qualifier.AT_MOST),
    "about": _bounded(Qualifier.ABOUT),
    "range": _range,
    "date": _date,
    "within": _within,
    "name": _words(Name),
    "words": _words(Wording),
    "party": _words(Party),
    "code": _code,
    "number": _number,
    "coordinates": _coordinates,
    "days": _days,
    "contract": _contract,
}
