"""Which words, names, codes and numbers of a list do cells give?"""

from collections.abc import Callable, Iterator

from thucydides.extracting.tables.forms.answers import Answer, FormReader, Reading, means, unlisted
from thucydides.extracting.tables.layouts import Statement
from thucydides.extracting.tables.rows import Row, parts_of
from thucydides.vocabulary import Code, Identifier, Inference, Said, Value


def said(row: Row, statement: Statement, attribute: str) -> Iterator[Answer]:
    """That something is said at all, by a cell or by the code in it."""
    column = statement.columns[0]
    if cell := row.said(column):
        rule = (Inference("attribute", f"{cell.value} means {attribute}"),) if column in statement.when else ()
        yield Reading(Said(), cell.place, inferred=rule)


def worded(make: Callable[[str], Value]) -> FormReader:
    """The reader of words that are their own value, or stand for it by a code table."""

    def read(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
        column = statement.columns[0]
        if not (cell := row.said(column)):
            return
        if statement.codes:
            meaning = statement.codes.get(cell.words, statement.codes.get(cell.plain))
            if meaning is None:
                yield unlisted(cell, column, statement.codes)
            elif meaning:
                yield Reading(make(meaning), cell.place, inferred=(means(cell, meaning),))
            return
        for part in parts_of(cell, statement.split):
            yield Reading(make(part.value), part.place)

    return read


def coded(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    """One or more codes of ours, for which the code in a cell stands."""
    column = statement.columns[0]
    if not (cell := row.said(column)):
        return
    meaning = statement.codes.get(cell.words, statement.codes.get(cell.plain))
    if meaning is None:
        yield unlisted(cell, column, statement.codes)
    elif meaning:
        yield Reading(Code(tuple(meaning.split("+"))), cell.place, inferred=(means(cell, meaning),))


def numbered(row: Row, statement: Statement, _attribute: str) -> Iterator[Answer]:
    """Numbers by which a list knows something, each under the name of its scheme."""
    for column in statement.columns:
        if cell := row.said(column):
            for part in parts_of(cell, statement.split):
                number = part.plain.rpartition(statement.after)[2] if statement.after else part.plain
                yield Reading(Identifier(statement.scheme, number), part.place)
