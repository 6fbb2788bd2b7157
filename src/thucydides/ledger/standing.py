"""How are nouns taken from the tables of the understanding that stands?"""

from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, Table, func, select

from thucydides.ledger.derived import standing_set
from thucydides.ledger.packing import unpacked

Noun = TypeVar("Noun")

AT_ONCE = 500
"""So many rows are looked up by one question."""


class Standing:
    """The understanding that stands, within one transaction: its `tables`, and how nouns come out of them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.tables = standing_set(connection)

    def nouns(self, kind: type[Noun], wanted: Select[Any]) -> tuple[Noun, ...]:
        """The nouns that a question gives, which asks for what is packed."""
        return tuple(unpacked(kind, row) for row in self.connection.scalars(wanted))

    def one(self, kind: type[Noun], wanted: Select[Any]) -> Noun | None:
        """The first of them."""
        row = self.connection.scalar(wanted)
        return None if row is None else unpacked(kind, row)

    def part(self, kind: type[Noun], table: Table, *, first: int = 0, most: int = -1) -> tuple[Noun, ...]:
        """So many nouns of one table from a place on, in their order; all where `most` is below 0."""
        wanted = select(table.c.packed).where(table.c.place >= first)
        return self.nouns(kind, wanted.order_by(table.c.place).limit(most))

    def held(self, table: Table) -> int:
        """How many nouns a table has; their places have no gaps."""
        last = self.connection.scalar(select(func.max(table.c.place)))
        return 0 if last is None else last + 1

    def places(self, table: Table, named: Column[Any], names: Collection[str]) -> dict[str, int]:
        """At which places of a table some names stand in a column, by name."""
        wanted, found = sorted(names), dict[str, int]()
        for first in range(0, len(wanted), AT_ONCE):
            part = select(named, table.c.place).where(named.in_(wanted[first : first + AT_ONCE]))
            found |= {row[0]: row[1] for row in self.connection.execute(part)}
        return found
