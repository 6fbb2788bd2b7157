"""What else does a row say of a claim: whose word it is, what is counted, for which time?"""

from collections.abc import Iterator
from functools import cached_property

from thucydides.extracting.tables.forms import Reading
from thucydides.extracting.tables.layouts import Read, Statement
from thucydides.extracting.tables.rows import Row
from thucydides.vocabulary import (
    CONCEPTS,
    Attribution,
    Basis,
    Count,
    Counted,
    Evidence,
    HistoricalDate,
    Role,
    dates_composed,
)

_ROLES = {"claimant": Role.CLAIMANT, "cites": Role.CITES, "concept": Role.CONCEPT, "fate": Role.CONCEPT}


def field_of(row: Row, read: Read) -> str:
    """A field's value: the constant, or what stands in the column, by the code table if there is one."""
    if not read.column:
        return row.filled(read.constant) if "{" in read.constant else read.constant
    cell = row.said(read.column)
    if cell is None:
        return ""
    return read.codes.get(cell.value, read.codes.get(cell.plain, "")) if read.codes else cell.plain


class Details:
    """The fields of a claim that a statement takes from a row beside its value."""

    def __init__(self, row: Row, statement: Statement) -> None:
        self._row, self._statement = row, statement

    def of(self, name: str) -> str:
        """The field of that name; empty where the statement does not say it."""
        read = self._statement.fields.get(name)
        return field_of(self._row, read) if read else ""

    @property
    def side(self) -> int:
        """The side that the statement gives, 0 if it gives none."""
        said = field_of(self._row, self._statement.side)
        return int(said) if said in {"1", "2", "3", "4", "5"} else 0

    def counted(self, reading: Reading) -> Counted:
        """What a count counts, with the concept's own measure where none is given."""
        if not isinstance(reading.value, Count):
            return Counted()
        concept = self.of("concept")
        known = CONCEPTS.get(concept.partition("+")[0])
        measure = self.of("measure") or (known.measure if known else "")
        return Counted(concept, self.of("fate"), self.of("population"), measure)

    @property
    def attribution(self) -> Attribution:
        """Who says it and what is cited; a data set speaks for itself where no column names another."""
        basis = self.of("basis")
        return Attribution(
            self.of("claimant"), Basis(basis) if basis in set(Basis) else Basis.DATASET, self.of("cites")
        )

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The cells from which claimant, citation and concept are read, and the time."""
        return (*self._fields(), *(self._row.table.evidence(Role.TIME, place) for place in self._times))

    @cached_property
    def units(self) -> tuple[Evidence, ...]:
        """The headers of the parts of the time."""
        return self._row.table.units(tuple(self._statement.period)) if len(self._times) > 1 else ()

    @cached_property
    def period(self) -> HistoricalDate | None:
        """The time that the claim covers, where the statement gives one and it can be read."""
        words = [self._row.table.text.content[start:end] for start, end in self._times]
        headers = [unit.words for unit in self.units] or ["year"]
        said = list(dates_composed(words, headers)) or words[:1]
        try:
            return HistoricalDate.from_edtf(said[-1]) if said else None
        except ValueError:
            return None

    def _fields(self) -> Iterator[Evidence]:
        for name, role in _ROLES.items():
            read = self._statement.fields.get(name)
            if read and read.column and (cell := self._row.said(read.column)):
                yield self._row.table.evidence(role, cell.place)

    @cached_property
    def _times(self) -> tuple[tuple[int, int], ...]:
        cells = [self._row.cell(column) for column in self._statement.period]
        return tuple(cell.whole().place for cell in cells if cell)
