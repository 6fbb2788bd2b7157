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


@dataclass(frozen=True)
class Derived:
    """One set of tables.

    `called`: the names of events, folded; sort 0 for the label, 1 for an alias. `linked`: what linking found out about
    a claim, without the claim, its event and its source. `concerns`: which findings are about which claims.
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
    """Another program let a set of its own stand, which was begun later, and took this one away."""


def make_set(connection: Connection) -> int:
    """A new, empty set; its number."""
    number = number_of(connection, "sets") + 1
    note(connection, "sets", number)
    made = derived(number)
    made.event.metadata.create_all(connection)
    words = f"CREATE VIRTUAL TABLE {made.searched} USING fts5(event UNINDEXED, words, tokenize='trigram')"
    connection.execute(text(words))
    return number


def drop_set(connection: Connection, number: int) -> None:
    """Take a set away with all that it holds."""
    made = derived(number)
    made.event.metadata.drop_all(connection)
    connection.execute(text(f"DROP TABLE IF EXISTS {made.searched}"))


def require_set(connection: Connection, number: int) -> None:
    """Raises SetTakenAway where a set that was begun later stands, since that took this one away."""
    if number_of(connection, "stands") > number:
        raise SetTakenAway(number)


def let_stand(connection: Connection, number: int, generation: int) -> None:
    """Let a set take the place of the one before it, unless a newer understanding stands."""
    if understood_generation(connection) > generation:
        drop_set(connection, number)
        return
    before = number_of(connection, "stands")
    note(connection, "stands", number)
    note(connection, "understood", generation)
    # Sets that were begun before this one and are not finished go with the one that stood.
    for older in {before, *range(before + 1, number)} - {0, number}:
        drop_set(connection, older)


def standing_set(connection: Connection) -> Derived:
    """The tables of the set that stands."""
    return derived(number_of(connection, "stands"))


def generation(connection: Connection) -> int:
    """A number that moves on whenever something is kept from which more could be understood."""
    return number_of(connection, "generation")


def understood_generation(connection: Connection) -> int:
    """The generation from which the set that stands was made; -1 if nothing was understood yet."""
    return number_of(connection, "understood", missing=-1)


def note(connection: Connection, key: str, number: int) -> None:
    """Remember a number of the ledger as a whole."""
    if connection.execute(update(META).where(META.c.key == key).values(value=str(number))).rowcount == 0:
        connection.execute(insert(META).values(key=key, value=str(number)))


def number_of(connection: Connection, key: str, *, missing: int = 0) -> int:
    """A number of the ledger as a whole; `missing` if none is kept."""
    kept = connection.scalar(_NUMBER, {"key": key})
    return missing if kept is None else int(kept)


_NUMBER = select(META.c.value).where(META.c.key == bindparam("key"))
