"""How do rows, cells and claims stand in comma-separated files?"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from thucydides.publishing.claims_table import COLUMNS, claim_row
from thucydides.publishing.releases.columns import MISSING, columns_of, row_name, written
from thucydides.vocabulary import Release


def rows_csv(release: Release) -> bytes:
    """The table itself: one row a row, UTF-8, with a header."""
    columns = columns_of(release)
    header = ["row", *(column.name for column in columns), "belongs"]
    return _csv(
        header,
        (
            [row_name(row), *(written(column.field(row)) for column in columns), written(row.belonging.probability)]
            for row in release.rows
        ),
    )


CELL_COLUMNS = ("row", "variable", "value", "low", "high", "absence", "status", "witnesses", "claims", "rule")


def cells_csv(release: Release) -> bytes:
    """One line a cell: what it was made of and by which rule. `claims` are ids of claims.csv, separated by spaces."""
    return _csv(CELL_COLUMNS, _cells(release))


def _cells(release: Release) -> Iterator[list[str]]:
    for row in release.rows:
        for variable in release.unit.variables:
            cell = row.cells[variable.name]
            bounds = ("" if bound is None else written(bound) for bound in (cell.value, cell.low, cell.high))
            absence = "" if cell.absence is None else MISSING[cell.absence]
            yield [
                row_name(row), variable.name, *bounds, absence, cell.status, str(cell.witnesses),
                " ".join(cell.claims), cell.rule,
            ]  # fmt: skip


def claims_csv(release: Release) -> bytes:
    """The claims that cells name, as the claims table."""
    claims = (claim_row(release.claims[identity]) for identity in sorted(release.claims))
    return _csv(COLUMNS, ([str(row[name]) for name in COLUMNS] for row in claims))


DECISION_COLUMNS = ("claim", "answer", "about", "correction", "who", "when", "why", "quote")


def decisions_csv(release: Release) -> bytes:
    """What people decided about the claims of these events, as it stands."""
    decisions = sorted(release.decisions, key=lambda decision: (decision.claim, decision.when, decision.id))
    return _csv(DECISION_COLUMNS, ([str(getattr(each, name)) for name in DECISION_COLUMNS] for each in decisions))


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(header)
    table.writerows(rows)
    return stream.getvalue().encode("utf-8", "replace")
