"""What does a ledger keep, and in which tables?

Rows are only ever added to document, found, text, reading, claim, unread and decision. A later reading of a document
supersedes an earlier one by coming after it. What was understood of all claims together is derived, and has tables of
its own (`derived.py`).
"""

from typing import Any

from sqlalchemy import (
    DDL,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    event,
    func,
    select,
)

SCHEMA_VERSION = 5
"""Moves on whenever a table, of what is kept or of what is understood, or a name in `meta` becomes another."""
# "Thuc": by this number SQLite files are told apart.
APPLICATION_ID = 0x54687563


class Words(TypeDecorator[str]):
    """Text that may hold what UTF-8 has no place for: half a surrogate pair in a file name or a broken page."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """As bytes."""
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """As words."""
        return None if value is None else bytes(value).decode("utf-8", "surrogatepass")


_schema = MetaData()


def _table(name: str, *columns: Any) -> Table:
    return Table(name, _schema, *columns, sqlite_strict=True)


def _of(other: str) -> Column[Any]:
    return Column(other.partition(".")[0], ForeignKey(other), nullable=False)


META = _table("meta", Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

DOCUMENT = _table("document", Column("id", Text, primary_key=True), Column("content", LargeBinary, nullable=False))
FOUND = _table(
    "found",
    _of("document.id"),
    Column("name", Words, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("origin", Words, nullable=False),
    Column("licence", Words, nullable=False),
    UniqueConstraint("document", "name"),
    Index("found_by_name", "name"),
)
TEXT = _table("text", Column("id", Text, primary_key=True), Column("content", Words, nullable=False))
READING = _table(
    "reading",
    Column("number", Integer, primary_key=True),
    _of("document.id"),
    _of("text.id"),
    Column("name", Words, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("readers", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("passages", Text, nullable=False),
    Column("segments", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Index("reading_of_document", "document", "number"),
    Index("reading_by_name", "name", "document", "number"),
)
CLAIM = _table(
    "claim",
    _of("reading.number"),
    Column("place", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("attribute", Text, nullable=False),
    Column("event", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("packed", Text, nullable=False),
    UniqueConstraint("reading", "place"),
    Index("claim_in_order", "document", "start", "end", "attribute", "id"),
    Index("claim_by_attribute", "attribute", "document", "start"),
    Index("claim_by_event", "event"),
    Index("claim_by_id", "id"),
)
UNREAD = _table(
    "unread",
    _of("reading.number"),
    Column("place", Integer, nullable=False),
    Column("packed", Text, nullable=False),
    UniqueConstraint("reading", "place"),
)
DECISION = _table(
    "decision",
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("claim", Text, nullable=False, index=True),
    Column("packed", Text, nullable=False),
)


TOMBSTONE = _table(
    "tombstone",
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("packed", Text, nullable=False),
)

STANDING = select(func.max(READING.c.number)).group_by(READING.c.document)
"""The numbers of the readings that stand: the last of each document."""

_COUNTED = "UPDATE meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'generation'"
_MOVING = (("reading", ""), ("found", ""), ("decision", "WHEN json_extract({row}.packed, '$.about') IS NOT NULL"))
"""What may change what is understood. A decision on what one claim says does not: it stands beside the claim."""


def _triggers() -> list[Any]:
    """Whatever may change what is understood moves the ledger on by one generation."""
    made = []
    for table, condition in _MOVING:
        for what, row in (("insert", "NEW"), ("delete", "OLD")):
            when = condition.format(row=row)
            made.append(
                f"CREATE TRIGGER IF NOT EXISTS {table}_{what} AFTER {what} ON {table} {when} BEGIN {_COUNTED}; END"
            )
    return [DDL(words) for words in made]  # type: ignore[no-untyped-call]


for statement in _triggers():
    event.listen(_schema, "after_create", statement)

TABLES = _schema
