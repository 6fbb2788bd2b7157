"""In which tables stands what was understood of all claims together?

It is made anew as a whole, in a set of tables of its own that takes the place of the one before in a single moment: who
reads meanwhile reads the old set, and who decides meanwhile waits for no more than one batch of rows.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    insert,
    select,
    text,
    update,
)

from thucydides.ledger.schema import META, Words

UNDERSTOOD = "understood"
"""Under this name stands the generation that was understood."""
TAKEN_AT_ONCE = 5_000
"""So many rows of a set that serves nobody any more are taken at once: all of a million would take half a minute."""
FORGOTTEN = "forgotten"
"""Under this name stands the generation since which a document is forgotten."""


@dataclass(frozen=True)
class Derived:
    """One set of tables.

    `called`: the names of events, folded; sort 0 for the label, 1 for an alias. `linked`: what linking found out about
    a claim, without the claim, its event and its source. `concerns`: which findings are about which claims. `question`:
    what a person is asked, the weightiest first.
    `sifted`: an event's place in the index, its days and its place on the map; `trait`: what else it is sifted by.
    `searched`: the names again, cut into runs of three characters, so that any part of one is found in any script.
    """

    number: int
    event: Table
    entry: Table
    link: Table
    source: Table
    finding: Table
    called: Table
    linked: Table
    concerns: Table
    question: Table
    sifted: Table
    trait: Table
    searched: str

    @property
    def tables(self) -> tuple[Table, ...]:
        """All but the search, which is no plain table."""
        return tuple(value for part in fields(self) if isinstance(value := getattr(self, part.name), Table))


@lru_cache(16)
def derived(number: int) -> Derived:
    """The tables of a set."""
    schema = MetaData()

    def table(name: str, *columns: Any) -> Table:
        return Table(f"{name}_{number}", schema, *columns, sqlite_strict=True)

    def nouns(name: str, *keys: Any) -> Table:
        return table(name, Column("place", Integer, primary_key=True), *keys, Column("packed", Text, nullable=False))

    return Derived(
        number=number,
        event=nouns("event", _key("id"), _key("part_of")),
        entry=nouns("entry", _key("event")),
        link=nouns("link", _key("subject")),
        source=nouns("source", _key("id")),
        finding=nouns("finding", _key("event")),
        called=table(
            "called",
            _key("event"),
            Column("sort", Integer, nullable=False),
            Column("folded", Words, nullable=False, index=True),
        ),
        linked=table(
            "linked",
            Column("claim", Text, primary_key=True),
            _key("event"),
            _key("document"),
            Column("source", Text, nullable=False),
            Column("packed", Text, nullable=False),
        ),
        concerns=table("concerns", Column("finding", Integer, nullable=False), _key("claim")),
        question=nouns("question", _key("claim")),
        sifted=table(
            "sifted",
            Column("place", Integer, primary_key=True),
            _key("event"),
            Column("first", Integer, index=True),
            Column("last", Integer),
            Column("year", Integer, index=True),
            Column("located", Integer, nullable=False),
            Index(f"located_{number}", "located", "place"),
        ),
        trait=table(
            "trait",
            Column("name", Text, nullable=False),
            Column("value", Words, nullable=False),
            Column("place", Integer, nullable=False),
            Index(f"trait_by_value_{number}", "name", "value", "place"),
            Index(f"trait_by_place_{number}", "place", "name"),
        ),
        searched=f"searched_{number}",
    )


def _key(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False, index=True)


class SetTakenAway(Exception):
    """A set is not to stand: another did meanwhile, or what it was made of was forgotten."""


def make_set(connection: Connection) -> int:
    """A new, empty set; its number."""
    number = number_of(connection, "sets") + 1
    note(connection, "sets", number)
    made = derived(number)
    made.event.metadata.create_all(connection)
    words = f"CREATE VIRTUAL TABLE {made.searched} USING fts5(event UNINDEXED, words, tokenize='trigram')"
    connection.execute(text(words))
    return number


def require_set(connection: Connection, number: int, generation: int) -> None:
    """Raises SetTakenAway where a set that was begun later stands, or something was forgotten since."""
    if number_of_set(connection) > number or number_of(connection, FORGOTTEN) > generation:
        raise SetTakenAway(number)


def may_stand(connection: Connection, generation: int) -> bool:
    """Is an understanding of a generation newer than the one that stands, and of nothing that was forgotten?"""
    return understood_generation(connection) < generation and number_of(connection, FORGOTTEN) <= generation


def let_stand(connection: Connection, number: int, generation: int) -> None:
    """Let a set take the place of the one before it, unless a newer understanding stands.

    What is older than the set that stands is then for `left_behind` to find; a set that nobody finishes, too.
    """
    if understood_generation(connection) > generation:
        raise SetTakenAway(number)
    note(connection, "stands", number)
    note(connection, UNDERSTOOD, generation)


def let_none_stand(connection: Connection) -> None:
    """Take every set away, and let none stand that is being made of what was kept until now."""
    for name in tuple(_tables(connection)):
        connection.execute(text(f"DROP TABLE {name}"))
    note(connection, "stands", make_set(connection))
    note(connection, UNDERSTOOD, -1)
    note(connection, FORGOTTEN, generation(connection))


def left_behind(connection: Connection) -> tuple[str, ...]:
    """The tables of sets that were begun before the one that stands: whatever is left of them serves nobody."""
    stands = number_of_set(connection)
    return tuple(name for name, number in _tables(connection).items() if number < stands)


def tables_of(connection: Connection, number: int) -> tuple[str, ...]:
    """The tables of a set that are there."""
    return tuple(name for name, of in _tables(connection).items() if of == number)


def take_further(connection: Connection, name: str) -> bool:
    """Take a table of a set away by one more step, for which nobody waits long; False once it is gone."""
    kinds = {row.name: row.type for row in connection.execute(_PARTS, {"table": name})}
    indexes = [part for part, kind in kinds.items() if kind == "index"]
    if indexes:
        connection.execute(text(f"DROP INDEX {indexes[0]}"))
        return True
    searched = derived(0).searched.rpartition("_")[0]
    if name in kinds and not name.startswith(searched) and _rows_taken(connection, name):
        return True
    connection.execute(text(f"DROP TABLE IF EXISTS {name}"))
    return False


_PARTS = text("SELECT name, type FROM sqlite_master WHERE tbl_name = :table AND sql IS NOT NULL")


def _rows_taken(connection: Connection, name: str) -> int:
    """Take so many rows of a table away as are taken at once; how many there were."""
    first = f"SELECT rowid FROM {name} ORDER BY rowid LIMIT {TAKEN_AT_ONCE}"
    return connection.execute(text(f"DELETE FROM {name} WHERE rowid IN ({first})")).rowcount


def _tables(connection: Connection) -> dict[str, int]:
    """Every table of a set that there is, with the number of its set."""
    kinds = {table.name.rpartition("_")[0] for table in derived(0).tables} | {derived(0).searched.rpartition("_")[0]}
    named = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
    parts = ((name, *name.rpartition("_")) for name in named)
    return {name: int(number) for name, kind, _, number in parts if kind in kinds and number.isdecimal()}


def number_of_set(connection: Connection) -> int:
    """The number of the set that stands."""
    return number_of(connection, "stands")


def standing_set(connection: Connection) -> Derived:
    """The tables of the set that stands."""
    return derived(number_of_set(connection))


def generation(connection: Connection) -> int:
    """A number that moves on whenever something is kept from which more could be understood."""
    return number_of(connection, "generation")


def understood_generation(connection: Connection) -> int:
    """The generation from which the set that stands was made; -1 if nothing was understood yet."""
    return number_of(connection, UNDERSTOOD, missing=-1)


def note(connection: Connection, key: str, number: int) -> None:
    """Remember a number of the ledger as a whole."""
    if connection.execute(update(META).where(META.c.key == key).values(value=str(number))).rowcount == 0:
        connection.execute(insert(META).values(key=key, value=str(number)))


def number_of(connection: Connection, key: str, *, missing: int = 0) -> int:
    """A number of the ledger as a whole; `missing` if none is kept."""
    kept = connection.scalar(_NUMBER, {"key": key})
    return missing if kept is None else int(kept)


_NUMBER = select(META.c.value).where(META.c.key == bindparam("key"))
