"""What stands in a table, and which kind of table is it?

Every table is a CSV file with a header; lists within a cell are separated by `|`. A user's own file is told by its
columns, so that one option serves for all kinds.
"""

import csv
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import zip_longest
from pathlib import Path

from thucydides.vocabulary import CannotRead, Day

ACTORS = ("states.csv", "historical.csv", "movements.csv")
NAMES = ("names.csv",)
NAMES_ABROAD = ("names_abroad.csv",)  # only whole strings are looked up there, and only where nothing else fits
IDENTIFIERS = ("identifiers.csv",)
TIES = ("ties.csv",)
EVENTS = ("events.csv",)
PLACES = ("places.csv", "towns.csv")

# Which columns make a file a table of that kind, the most telling first.
_KINDS = (
    ("places", {"name", "latitude", "longitude"}),
    ("events", {"id", "name", "names"}),
    ("ties", {"actor", "relation", "other"}),
    ("identifiers", {"key", "identifier"}),
    ("names", {"key", "language", "name"}),
    ("actors", {"key", "name"}),
)


def shipped(name: str) -> list[dict[str, str]]:
    """The rows of a table that comes with the program."""
    return list(_cells(files("thucydides.authorities") / "tables" / name))


def own(path: Path) -> tuple[str, list[dict[str, str]]]:
    """The kind of a user's table, and its rows. Raises CannotRead for a file that is none."""
    rows = list(_cells(path))
    columns = set(rows[0] if rows else ())
    kind = next((kind for kind, needed in _KINDS if needed <= columns), "")
    if not kind:
        wanted = "; or ".join(f"{', '.join(sorted(needed))} ({kind})" for kind, needed in _KINDS)
        raise CannotRead(f"{path}: an authority table needs the columns {wanted}; seen: {', '.join(sorted(columns))}")
    return kind, rows


def listed(cell: str | None) -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def first_day(written: str) -> Day | None:
    """The first day of a date in a table (`1939`, `1939-05`, `-0331`); None where it is open."""
    return _day(written, month=1, day=1)


def last_day(written: str) -> Day | None:
    """The last day of a date in a table; None where it is open."""
    return _day(written, month=12, day=31)


def _day(written: str, *, month: int, day: int) -> Day | None:
    if not written:
        return None
    sign, digits = (-1, written[1:]) if written.startswith("-") else (1, written)
    year, *rest = (int(part) for part in digits.split("-"))
    return Day(sign * year, rest[0] if rest else month, rest[1] if len(rest) > 1 else day)


def _cells(table: Traversable | Path) -> Iterator[dict[str, str]]:
    try:
        lines = table.read_text(encoding="utf-8").removeprefix("\ufeff").splitlines()
        listed = csv.reader(lines)
        header = next(listed, [])
        yield from (dict(zip_longest(header, row[: len(header)], fillvalue="")) for row in listed if row)
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise CannotRead(f"{table}: this authority table cannot be read: {problem}") from problem
