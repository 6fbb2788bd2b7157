"""Which rows, labels and prohibitions make up a gold table?"""

import csv
from dataclasses import dataclass
from pathlib import Path

from thucydides.evaluating.agreement import Labels, Row
from thucydides.vocabulary import ThucydidesError

NEEDED = ("document", "event", "attribute", "target", "value", "low", "high", "qualifier", "claimant", "start", "end")


@dataclass(frozen=True, slots=True)
class Gold:
    """The rows a careful person found, the labels under which each event may appear, and what must not be found."""

    rows: tuple[Row, ...]
    labels: Labels
    never: tuple[Row, ...] = ()


def read_gold(path: Path) -> Gold:
    """Read a gold table, with `events.csv` and `never.csv` beside it where they are. Raises ThucydidesError."""
    rows = _rows(path)
    if rows and (missing := [column for column in NEEDED if column not in rows[0]]):
        raise ThucydidesError(
            f"{path}: the columns {', '.join(missing)} are missing; a gold table has contract columns"
        )
    blank = dict.fromkeys(("concept", "fate", "level"), "")
    events, never = path.with_name("events.csv"), path.with_name("never.csv")
    labels = {row["key"]: tuple(row["labels"].split("|")) for row in _rows(events)} if events.exists() else {}
    return Gold(tuple(blank | row for row in rows), labels, tuple(_rows(never)) if never.exists() else ())


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return [{column: held or "" for column, held in row.items()} for row in csv.DictReader(stream)]
    except (OSError, UnicodeDecodeError) as problem:
        raise ThucydidesError(f"{path}: the gold table cannot be read: {problem}") from problem
