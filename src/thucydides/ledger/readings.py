"""What was heard in a document, and does another reading of it say anything new?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.packing import packed, packed_all, unpacked
from thucydides.ledger.schema import CLAIM, READING, STANDING, TEXT, UNREAD
from thucydides.vocabulary import Claim, Document, Finding, Text, sha256

BATCH = 10_000
"""Rows that are handed to the store at once."""


def keep_reading(
    connection: Connection, document: Document, text: Text, claims: Sequence[Claim], findings: Sequence[Finding]
) -> bool:
    """Add a reading with its claims, unless the one that stands says the same or goes before it."""
    heard = [packed(claim) for claim in claims]
    unread = [packed(finding) for finding in findings]
    reading = _reading(document, text, claims)
    whole = "\n".join((*map(str, reading.values()), *heard, *unread))
    reading["fingerprint"] = sha256(whole.encode("utf-8", "surrogatepass"))
    if not _supersedes(reading, standing_reading(connection, document.id)):
        return False
    connection.execute(insert_or_leave(TEXT).values(id=text.id, content=text.content).on_conflict_do_nothing())
    number = connection.scalar(insert(READING).values(reading).returning(READING.c.number))
    rows = zip(claims, heard, strict=True)
    insert_all(connection, CLAIM, (_claim_row(number, place, *row) for place, row in enumerate(rows)))
    insert_all(
        connection, UNREAD, ({"reading": number, "place": place, "packed": row} for place, row in enumerate(unread))
    )
    return True


def _reading(document: Document, text: Text, claims: Sequence[Claim]) -> dict[str, Any]:
    return {
        "document": document.id,
        "text": text.id,
        "name": document.name,
        "media_type": document.media_type,
        "reader": text.reader,
        "readers": " ".join(sorted({claim.reader for claim in claims})),
        "characters": len(text.content),
        "passages": packed_all(text.passages),
        "segments": packed_all(text.segments),
    }


def _supersedes(reading: dict[str, Any], standing: Row[Any] | None) -> bool:
    """A better reader supersedes. The same bytes under two names are read as the first name has them: in any order."""
    if standing is None:
        return True
    if reading["fingerprint"] == standing.fingerprint:
        return False
    better = (reading["reader"], reading["readers"]) != (standing.reader, standing.readers)
    same_kind = reading["media_type"] == standing.media_type
    return (better and same_kind) or bool(reading["name"] <= standing.name)


def standing_reading(connection: Connection, document_id: str) -> Row[Any] | None:
    """The reading of a document that stands: the last."""
    of_document = select(READING).where(READING.c.document == document_id)
    return connection.execute(of_document.order_by(READING.c.number.desc()).limit(1)).first()


def _claim_row(number: int | None, place: int, claim: Claim, words: str) -> dict[str, Any]:
    return {
        "reading": number,
        "place": place,
        "id": claim.id,
        "document": claim.document,
        "attribute": claim.attribute,
        "event": claim.event.label,
        "start": claim.span.start,
        "end": claim.span.end,
        "packed": words,
    }


def insert_all(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Hand rows to the store, so many at once."""
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        connection.execute(insert(table), batch)


def standing_claims(*, document: str = "", attribute: str = "") -> Select[Any]:
    """The claims of the readings that stand, in the order of document and text."""
    wanted = select(CLAIM.c.packed).where(CLAIM.c.reading.in_(STANDING))
    if document:
        wanted = wanted.where(CLAIM.c.document == document)
    if attribute:
        wanted = wanted.where(CLAIM.c.attribute == attribute)
    return wanted.order_by(CLAIM.c.document, CLAIM.c.start, CLAIM.c.end, CLAIM.c.attribute, CLAIM.c.id, CLAIM.c.place)


def unread_findings(connection: Connection, *, document: str = "") -> Iterator[Finding]:
    """What was not understood in the readings that stand, by document and place; or in those of one document."""
    rows = (
        select(UNREAD.c.packed)
        .join(READING)
        .where(READING.c.number.in_(STANDING))
        .order_by(READING.c.document, UNREAD.c.place)
    )
    if document:
        rows = rows.where(READING.c.document == document)
    return (unpacked(Finding, row) for row in connection.scalars(rows))


def fingerprint_of_claims(connection: Connection) -> str:
    """A hash that changes when a claim, or the name of a document, does."""
    rows = connection.execute(
        select(READING.c.document, READING.c.fingerprint)
        .where(READING.c.number.in_(STANDING))
        .order_by(READING.c.document)
    )
    return sha256("\n".join(f"{row.document} {row.fingerprint}" for row in rows).encode())
