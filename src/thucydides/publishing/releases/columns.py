"""Which columns does a table of rows have, and what stands in each field?

A variable that has bounds gives three columns: `killed`, `killed_low`, `killed_high`. A field without a value holds the
code of the reason, as statistical packages write missing values: `.a` where all accounts are silent, never a zero.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from thucydides.vocabulary import Absence, Cell, Release, Row, Variable, plain

MISSING: Mapping[Absence, str] = MappingProxyType(
    {
        Absence.SILENT: ".a",
        Absence.UNKNOWN: ".b",
        Absence.VAGUE: ".c",
        Absence.NOT_APPLICABLE: ".d",
        Absence.OUTSIDE: ".e",
        Absence.INSUFFICIENT: ".f",
    }
)
MEANS: Mapping[Absence, str] = MappingProxyType(
    {
        Absence.SILENT: "no account says anything",
        Absence.UNKNOWN: "an account says that it is not known, or accounts are equally divided",
        Absence.VAGUE: "said in words that carry no number",
        Absence.NOT_APPLICABLE: "the question does not arise for this row",
        Absence.OUTSIDE: "outside the time that the accounts cover",
        Absence.INSUFFICIENT: "too few accounts, or too far apart, for a figure",
    }
)
BOUNDED = ("number", "date")
NUMERIC = ("number", "count", "measure")
PARTS = ("", "_low", "_high")
_LABELS = {"": "", "_low": ", lower bound", "_high": ", upper bound"}

Field = str | int | float


@dataclass(frozen=True, slots=True)
class Column:
    """One column: of which variable, and which part of its cells."""

    name: str
    label: str
    variable: Variable
    part: str = ""

    @property
    def numeric(self) -> bool:
        """Does it hold numbers?"""
        return self.variable.kind in NUMERIC

    def field(self, row: Row) -> Field:
        """The value, or the code of the reason why there is none; empty for a bound that is not given."""
        cell = row.cells[self.variable.name]
        if self.part:
            bound = cell.low if self.part == "_low" else cell.high
            return "" if bound is None else bound
        return MISSING[cell.absence] if cell.absence is not None else _present(cell)


def _present(cell: Cell) -> Field:
    return "" if cell.value is None else cell.value


BELONGS = Variable(
    name="belongs",
    label="Probability of belonging",
    definition="How surely the event belongs by the rule set, given the estimates.",
    pick="rule set",
    kind="number",
)


def columns_of(release: Release) -> tuple[Column, ...]:
    """The columns of a release's table, in order; the probability of belonging is written by itself."""
    return tuple(
        Column(variable.name + part, variable.label + _LABELS[part], variable, part)
        for variable in release.unit.variables
        for part in (PARTS if variable.kind in BOUNDED else ("",))
    )


def written(field: Field) -> str:
    """A field as text: numbers without separators."""
    return field if isinstance(field, str) else plain(field)


def row_name(row: Row) -> str:
    """What tells a row from every other, as one word."""
    return "|".join(row.key)


def absences(release: Release, variable: Variable) -> Iterator[tuple[Absence, int]]:
    """How often each kind of nothing stands in a column."""
    held = [row.cells[variable.name].absence for row in release.rows]
    yield from ((absence, held.count(absence)) for absence in Absence if absence in held)
