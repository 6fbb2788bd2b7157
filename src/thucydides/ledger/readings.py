"""What was heard in a document, and does another reading of it say anything new?"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.packing import packed, packed_all, unpacked
from thucydides.ledger.schema import CLAIM, READING, STANDING, TEXT, UNREAD
from thucydides.vocabulary import Claim, Document, Finding, Text, sha256

BATCH = 10_000
"""Rows that are handed to the store at once."""


class NothingNew(Exception):
    """What was heard says what stands already, or goes before it: nothing of it is to be kept."""


def keep_reading(connection: Connection, document: Document, text: Text, heard: Iterable[Claim | Finding]) -> None:
    """Add a reading with its claims as they are heard. Raises NothingNew if it is not to stand, after the last one.

    No more than a batch of claims is held at a time.
    """
    standing = standing_reading(connection, document.id)
    connection.execute(insert_or_leave(TEXT).values(id=text.id, content=text.content).on_conflict_do_nothing())
    reading = _reading(document, text)
    number = connection.scalar(insert(READING).values(reading).returning(READING.c.number))
    rows = _Rows(number, text)
    left = iter(heard)
    while batch := list(islice(left, BATCH)):
        for table, found in ((CLAIM, rows.of_claims(batch)), (UNREAD, rows.of_findings(batch))):
            if found:
                connection.execute(insert(table), found)
    reading["readers"] = " ".join(sorted(rows.readers))
    reading["fingerprint"] = rows.fingerprint(reading)
    if not _supersedes(reading, standing):
        raise NothingNew(document.name)
    said = {name: reading[name] for name in ("readers", "fingerprint")}
    connection.execute(update(READING).where(READING.c.number == number).values(said))


@dataclass(slots=True)
class _Rows:
    """Claims and findings as rows of one reading, counted and hashed as they pass."""

    reading: int | None
    text: Text
    readers: set[str] = field(default_factory=set)
    _claims: int = 0
    _findings: int = 0
    _hashes: tuple[Any, Any] = field(default_factory=lambda: (hashlib.sha256(), hashlib.sha256()))

    def of_claims(self, heard: Iterable[Claim | Finding]) -> list[dict[str, Any]]:
        """The rows of the claims. Raises a ClaimRefused where the words of one do not stand in the text."""
        rows = []
        for claim in heard:
            if isinstance(claim, Claim):
                claim.verify(self.text)
                self.readers.add(claim.reader)
                rows.append(_claim_row(self.reading, self._claims, claim, packed(claim)))
                self._hashes[0].update(_line(rows[-1]))
                self._claims += 1
        return rows

    def of_findings(self, heard: Iterable[Claim | Finding]) -> list[dict[str, Any]]:
        """The rows of the findings."""
        rows = []
        for finding in heard:
            if isinstance(finding, Finding):
                rows.append({"reading": self.reading, "place": self._findings, "packed": packed(finding)})
                self._hashes[1].update(_line(rows[-1]))
                self._findings += 1
        return rows

    def fingerprint(self, reading: dict[str, Any]) -> str:
        """A hash of the whole reading: the same for the same claims and findings, however they were mixed."""
        said = [str(value) for name, value in reading.items() if name != "fingerprint"]
        return sha256("\n".join((*said, *(part.hexdigest() for part in self._hashes))).encode("utf-8", "surrogatepass"))


def _line(row: dict[str, Any]) -> bytes:
    return f"{row['packed']}\n".encode("utf-8", "surrogatepass")


def _reading(document: Document, text: Text) -> dict[str, Any]:
    return {
        "document": document.id,
        "text": text.id,
        "name": document.name,
        "media_type": document.media_type,
        "reader": text.reader,
        "readers": "",
        "characters": len(text.content),
        "passages": packed_all(text.passages),
        "segments": packed_all(text.segments),
        "fingerprint": "",
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
    wanted = select(CLAIM.c.packed).where(CLAIM.c.reading.in_(_standing(document)))
    if document:
        wanted = wanted.where(CLAIM.c.document == document)
    if attribute:
        wanted = wanted.where(CLAIM.c.attribute == attribute)
    return wanted.order_by(CLAIM.c.document, CLAIM.c.start, CLAIM.c.end, CLAIM.c.attribute, CLAIM.c.id, CLAIM.c.place)


def _standing(document: str) -> Select[Any]:
    """The numbers of the readings that stand, or of the one of a document."""
    return select(func.max(READING.c.number)).where(READING.c.document == document) if document else STANDING


def claims_without_persons(document: str) -> Select[Any]:
    """The claims of the last reading of a document that programs alone made; where none is kept, theirs of the last."""
    alone = select(func.max(READING.c.number)).where(
        READING.c.document == document, ~READING.c.readers.contains("person/", autoescape=True)
    )
    last = select(func.max(READING.c.number)).where(READING.c.document == document)
    return (
        select(CLAIM.c.packed)
        .where(CLAIM.c.reading == func.coalesce(alone.scalar_subquery(), last.scalar_subquery()))
        .where(~func.json_extract(CLAIM.c.packed, "$.reader").startswith("person/", autoescape=True))
        .order_by(CLAIM.c.place)
    )


def unread_findings(connection: Connection, *, document: str = "") -> Iterator[Finding]:
    """What was not understood in the readings that stand, by document and place; or in those of one document."""
    rows = (
        select(UNREAD.c.packed)
        .join(READING)
        .where(READING.c.number.in_(_standing(document)))
        .order_by(READING.c.document, UNREAD.c.place)
    )
    return (unpacked(Finding, row) for row in connection.scalars(rows))


def unread_as_read(connection: Connection, first: int, most: int) -> Iterator[Finding]:
    """So many of them from a place on, in the order in which they were kept."""
    later = READING.alias("later")
    superseded = select(later.c.number).where(later.c.document == READING.c.document, later.c.number > READING.c.number)
    rows = select(UNREAD.c.packed).join(READING).where(~superseded.exists()).order_by(UNREAD.c.reading, UNREAD.c.place)
    return (unpacked(Finding, row) for row in connection.scalars(rows.offset(first).limit(most)))


def fingerprint_of_claims(connection: Connection) -> str:
    """A hash that changes when a claim, or the name of a document, does."""
    rows = connection.execute(
        select(READING.c.document, READING.c.fingerprint)
        .where(READING.c.number.in_(STANDING))
        .order_by(READING.c.document)
    )
    return sha256("\n".join(f"{row.document} {row.fingerprint}" for row in rows).encode())
