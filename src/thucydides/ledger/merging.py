"""What does a ledger take over from another one?

Documents, names, readings, decisions and tombstones; what was understood is made anew. Either ledger taking over the
other comes to the same, and taking over twice changes nothing. Where the two differ on one document, this decides:

- a tombstone wins over the document, and the latest word on a document over earlier ones;
- of two readings the one of the newer readers stands; of the same readers, the one under the first name;
- of two descriptions of one name, the first in alphabetical order stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.forgetting import engrave, take_away, tombstones
from thucydides.ledger.packing import unpacked
from thucydides.ledger.readings import insert_all, standing_reading
from thucydides.ledger.schema import CLAIM, DECISION, DOCUMENT, FOUND, READING, TEXT, UNREAD
from thucydides.vocabulary import Decision, forgotten

_FIGURES = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Merged:
    """What came over: documents that were not there, readings that now stand, decisions, and what was forgotten."""

    documents: int
    readings: int
    decisions: int
    forgotten: int


def merge(into: Connection, other: Connection) -> Merged:
    """Take over what the other ledger keeps."""
    engrave(into, tombstones(other))
    gone = set(forgotten(tombstones(into)))
    forgotten_here = take_away(into, gone)
    documents = readings = 0
    for identity in sorted(set(other.scalars(select(READING.c.document).distinct())) - gone):
        documents += _take_document(into, other, identity)
        readings += _take_reading(into, other, identity)
    return Merged(documents, readings, _take_decisions(into, other, gone), forgotten_here)


def _take_document(into: Connection, other: Connection, identity: str) -> bool:
    content = other.scalar(select(DOCUMENT.c.content).where(DOCUMENT.c.id == identity))
    added = into.execute(
        insert_or_leave(DOCUMENT).values(id=identity, content=content).on_conflict_do_nothing()
    ).rowcount
    for row in other.execute(select(FOUND).where(FOUND.c.document == identity)):
        _take_name(into, row)
    return bool(added)


def _take_name(into: Connection, row: Row[Any]) -> None:
    here = (FOUND.c.document == row.document) & (FOUND.c.name == row.name)
    known = into.execute(select(FOUND).where(here)).first()
    if known is None:
        into.execute(insert(FOUND).values(**row._mapping))
    elif _described(row) < _described(known):
        into.execute(update(FOUND).where(here).values(**row._mapping))


def _described(row: Row[Any]) -> tuple[str, ...]:
    return row.media_type, row.origin, row.licence


def _take_reading(into: Connection, other: Connection, identity: str) -> bool:
    theirs, ours = standing_reading(other, identity), standing_reading(into, identity)
    if theirs is None or (ours is not None and not _stands_before(theirs, ours)):
        return False
    content = other.scalar(select(TEXT.c.content).where(TEXT.c.id == theirs.text))
    into.execute(insert_or_leave(TEXT).values(id=theirs.text, content=content).on_conflict_do_nothing())
    row = {name: value for name, value in theirs._mapping.items() if name != "number"}
    number = into.scalar(insert(READING).values(row).returning(READING.c.number))
    for table in (CLAIM, UNREAD):
        insert_all(into, table, _rows(other, table, theirs.number, number))
    return True


def _rows(other: Connection, table: Table, of: int, number: int | None) -> Iterator[dict[str, Any]]:
    for row in other.execute(select(table).where(table.c.reading == of)):
        yield dict(row._mapping) | {"reading": number}


def _stands_before(one: Row[Any], other: Row[Any]) -> bool:
    """Does the one reading stand, whichever ledger it comes from?"""
    if one.fingerprint == other.fingerprint:
        return False
    if one.media_type != other.media_type and one.name != other.name:
        return bool(one.name < other.name)
    newer, older = _age(one), _age(other)
    if newer != older:
        return newer > older
    return (one.name, one.fingerprint) < (other.name, other.fingerprint)


def _age(reading: Row[Any]) -> list[tuple[int, str]]:
    """The readers with their versions, so that 10 comes after 9."""
    parts = _FIGURES.split(f"{reading.reader} {reading.readers}")
    return [(int(part), "") if part.isdigit() else (0, part) for part in parts]


def _take_decisions(into: Connection, other: Connection, gone: set[str]) -> int:
    taken = 0
    for row in other.execute(select(DECISION).order_by(DECISION.c.number)):
        decision = unpacked(Decision, row.packed)
        if gone.isdisjoint(anchor.document for anchor in decision.anchors):
            values = {"id": row.id, "claim": row.claim, "packed": row.packed}
            taken += into.execute(insert_or_leave(DECISION).values(values).on_conflict_do_nothing()).rowcount
    return taken
