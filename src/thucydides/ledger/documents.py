"""Which documents are kept, under which names, and which is meant?"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.packing import unpacked_all
from thucydides.ledger.schema import DOCUMENT, FOUND, READING, TEXT
from thucydides.vocabulary import Document, LedgerProblem, Passage, Segment, Text, page_title

SHORTEST_PREFIX = 4
"""Fewer hexadecimal digits than this are not taken for the beginning of an id."""
MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document without its bytes. The same bytes may have several `names`; `name` is the first of them.

    `licence`: that on record; where the names were given different ones, all of them, joined by `and`.
    """

    id: str
    name: str
    names: tuple[str, ...]
    media_type: str
    origin: str
    licence: str
    characters: int
    reader: str


def remember(connection: Connection, document: Document) -> None:
    """Keep the bytes, if they are new, and where they were found; a licence that becomes known later is added."""
    connection.execute(
        insert_or_leave(DOCUMENT).values(id=document.id, content=document.content).on_conflict_do_nothing()
    )
    found = {
        "document": document.id,
        "name": document.name,
        "media_type": document.media_type,
        "origin": document.origin,
        "licence": document.licence,
    }
    adding = insert_or_leave(FOUND).values(found)
    connection.execute(
        adding.on_conflict_do_update(
            index_elements=["document", "name"],
            set_={"licence": adding.excluded.licence},
            where=FOUND.c.licence == "",
        )
    )


def summaries(connection: Connection) -> tuple[KeptDocument, ...]:
    """Every document that was read, by name."""
    return tuple(sorted(_summaries(connection), key=lambda document: (document.name, document.id)))


def summaries_from(connection: Connection, first: int, most: int) -> tuple[KeptDocument, ...]:
    """So many documents that were read from a place on, by the names under which they were read."""
    ordered = select(READING.c.document).where(_STANDS).order_by(READING.c.name, READING.c.document)
    ids = tuple(connection.scalars(ordered.offset(first).limit(most)))
    held = some_kept(connection, ids)
    return tuple(held[identity] for identity in ids)


def kept_of(connection: Connection, identity: str) -> KeptDocument:
    """The document of an id. Raises LedgerProblem."""
    if kept := _summaries(connection, {identity}):
        return kept[0]
    raise LedgerProblem(f"no document with the id {identity!r} was read")


def some_kept(connection: Connection, ids: Collection[str]) -> dict[str, KeptDocument]:
    """The documents of some ids that were read."""
    return {kept.id: kept for kept in _summaries(connection, sorted(ids))}


def _summaries(connection: Connection, ids: Collection[str] | None = None) -> list[KeptDocument]:
    found, read = select(FOUND).order_by(FOUND.c.document, FOUND.c.name), select(READING).where(_STANDS)
    if ids is not None:
        found, read = found.where(FOUND.c.document.in_(ids)), read.where(READING.c.document.in_(ids))
    names = defaultdict(list)
    for row in connection.execute(found):
        names[row.document].append(row)
    readings = connection.execute(read.with_only_columns(READING.c.document, READING.c.characters, READING.c.reader))
    return [
        KeptDocument(
            id=reading.document,
            name=first.name,
            names=tuple(row.name for row in names[reading.document]),
            media_type=first.media_type,
            origin=first.origin,
            licence=" and ".join(sorted({row.licence for row in names[reading.document] if row.licence})),
            characters=reading.characters,
            reader=reading.reader,
        )
        for reading in readings
        for first in names[reading.document][:1]
    ]


_LATER = READING.alias("later")
_STANDS = ~(
    select(_LATER.c.number).where(_LATER.c.document == READING.c.document, _LATER.c.number > READING.c.number).exists()
)
"""The reading is the last of its document."""


def meant(connection: Connection, reference: str) -> Document:
    """The document with this id, name, beginning of an id, or last part of a path. Raises LedgerProblem."""
    document = _only(connection, reference)
    content = connection.scalar(select(DOCUMENT.c.content).where(DOCUMENT.c.id == document.id))
    return Document(document.name, bytes(content or b""), document.media_type, document.origin, document.licence)


def _only(connection: Connection, reference: str) -> KeptDocument:
    for tier in (_by_id, _by_name, _by_beginning, _by_last_part):
        found = _summaries(connection, tier(connection, reference))
        if len(found) == 1:
            return found[0]
        if found:
            raise LedgerProblem(f"{reference!r} may be {_listed(found[:MOST_LISTED], len(found))}; name one by its id")
    documents = summaries_from(connection, 0, MOST_LISTED)
    held = connection.scalar(select(func.count(READING.c.document.distinct()))) or 0
    known = f"; there are {_listed(documents, held)}" if documents else "; the ledger is empty"
    raise LedgerProblem(f"no document goes by {reference!r}{known}")


def _by_id(_connection: Connection, reference: str) -> set[str]:
    return {reference} if reference.isascii() else set()


def _by_name(connection: Connection, reference: str) -> set[str]:
    return set(connection.scalars(select(FOUND.c.document).where(FOUND.c.name == reference)))


def _by_beginning(connection: Connection, reference: str) -> set[str]:
    if len(reference) < SHORTEST_PREFIX or not reference.isascii():
        return set()
    begins = FOUND.c.document.between(reference.lower(), f"{reference.lower()}~")
    return set(connection.scalars(select(FOUND.c.document).where(begins)))


def _by_last_part(connection: Connection, reference: str) -> set[str]:
    rows = connection.execute(select(FOUND.c.document, FOUND.c.name))
    return {row.document for row in rows if reference in _short_names(row.name)}


def _short_names(name: str) -> tuple[str, ...]:
    """The last part of a path; of a revision of a page also the title, which several may share."""
    return tuple(filter(None, (Path(name).name, page_title(name))))


def _listed(documents: Sequence[KeptDocument], held: int) -> str:
    shown = ", ".join(f"{document.name} ({document.id[:12]})" for document in documents)
    return shown + (f" and {held - len(documents)} more" if held > len(documents) else "")


def text_of(connection: Connection, document_id: str) -> Text:
    """The text that was last read from a document. Raises LedgerProblem."""
    row = connection.execute(
        select(READING, TEXT.c.content)
        .join(TEXT)
        .where(READING.c.document == document_id)
        .order_by(READING.c.number.desc())
        .limit(1)
    ).first()
    if row is None:
        raise LedgerProblem(f"no document with the id {document_id!r} was read")
    return Text(
        document=row.document,
        content=row.content,
        passages=unpacked_all(Passage, row.passages),
        segments=unpacked_all(Segment, row.segments),
        reader=row.reader,
    )


def words_of(connection: Connection, document_id: str) -> str:
    """The words that were last read from a document. Raises LedgerProblem."""
    last = select(READING.c.text).where(READING.c.document == document_id).order_by(READING.c.number.desc()).limit(1)
    words = connection.scalar(select(TEXT.c.content).where(TEXT.c.id == last.scalar_subquery()))
    if words is None:
        raise LedgerProblem(f"no document with the id {document_id!r} was read")
    return str(words)
