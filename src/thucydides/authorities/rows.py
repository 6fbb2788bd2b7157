"""Which actors are listed, from when to when, and under which names?

Every table is a CSV file with a header. `actors` tables have one actor of one period a row; lists within a cell are
separated by `|`. A form that begins with `=` is a name only in exactly this spelling (`=Union`), one that begins with
`!` only where it is the whole of the words (`!Corinth`, also the name of many other places).
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from thucydides.vocabulary import Actor, CannotRead, Day, FormSort

TABLES = ("states.csv", "historical.csv", "movements.csv")
NAMES = "names.csv"

SORTS = (
    ("name", FormSort.NAME),
    ("also", FormSort.NAME),
    ("official", FormSort.OFFICIAL),
    ("codes", FormSort.CODE),
    ("adjective", FormSort.ADJECTIVE),
    ("people", FormSort.PEOPLE),
    ("army", FormSort.ARMY),
)


@dataclass(frozen=True, slots=True)
class Form:
    """One name of one actor. `exact`: only in this spelling; `whole`: only as the whole of the words."""

    words: str
    actor: str
    sort: FormSort
    exact: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of one period. `line`: the states that succeed each other under one name share it."""

    key: str
    line: str
    actor: Actor
    licence: str
    forms: tuple[Form, ...]

    @property
    def begin(self) -> Day | None:
        """The first day, None if open."""
        return _day(self.actor.begin, month=1, day=1)

    @property
    def end(self) -> Day | None:
        """The last day, None if open."""
        return _day(self.actor.end, month=12, day=31)


def shipped() -> Iterator[ActorRow]:
    """The rows that come with the program."""
    for table in TABLES:
        yield from _actors(_cells(_table(table)), origin=table)


def shipped_names() -> Iterator[Form]:
    """The names in other scripts that come with the program."""
    yield from _names(_cells(_table(NAMES)))


def own(path: Path) -> tuple[tuple[ActorRow, ...], tuple[Form, ...]]:
    """A user's file: a table of actors (needs `key` and `name`), or of names (`key`, `language`, `name`)."""
    rows = list(_cells(path))
    if missing := {"key", "name"} - set(rows[0] if rows else ()):
        raise CannotRead(f"{path}: an authority table needs the columns key and name; missing: {sorted(missing)}")
    if "language" in rows[0]:
        return (), tuple(_names(rows))
    return tuple(_actors(rows, origin=path.name)), ()


def _table(name: str) -> Traversable:
    return files("thucydides.authorities") / "tables" / name


def _cells(table: Traversable | Path) -> Iterator[dict[str, str]]:
    try:
        lines = table.read_text(encoding="utf-8").removeprefix("\ufeff").splitlines()
        yield from csv.DictReader(lines, restval="")
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise CannotRead(f"{table}: this authority table cannot be read: {problem}") from problem


def _actors(rows: Sequence[dict[str, str]] | Iterator[dict[str, str]], *, origin: str) -> Iterator[ActorRow]:
    for row in rows:
        key = row["key"]
        actor = Actor(
            id=row.get("id") or f"actor:{key}",
            name=row["name"].lstrip("=!"),
            begin=row.get("begin") or "",
            end=row.get("end") or "",
            origin=row.get("origin") or origin,
        )
        yield ActorRow(key, row.get("line") or key, actor, row.get("licence") or "", tuple(_forms(key, row)))


def _forms(key: str, row: dict[str, str]) -> Iterator[Form]:
    for column, sort in SORTS:
        for cell in (row.get(column) or "").split("|"):
            if words := cell.strip().lstrip("=!"):
                code = _is_code(words)
                exact, whole = code or cell.startswith("="), cell.startswith("!")
                yield Form(words, key, FormSort.CODE if code else sort, exact=exact, whole=whole)


def _is_code(words: str) -> bool:
    """Short runs of capitals are codes; in small letters they would be words (us, uk, is)."""
    letters = words.replace(".", "")
    return len(letters) <= 4 and letters.isascii() and letters.isupper()


def _names(rows: Sequence[dict[str, str]] | Iterator[dict[str, str]]) -> Iterator[Form]:
    for row in rows:
        if len(row["name"]) > 1:
            yield Form(row["name"], row["key"], FormSort.NAME)


def _day(written: str, *, month: int, day: int) -> Day | None:
    if not written:
        return None
    sign, digits = (-1, written[1:]) if written.startswith("-") else (1, written)
    year, *rest = (int(part) for part in digits.split("-"))
    return Day(sign * year, *rest) if len(rest) == 2 else Day(sign * year, month, day)
