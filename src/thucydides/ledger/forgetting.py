"""How is a document forgotten, so that none of its words is left in the file?

Its bytes, names, texts, readings and claims go, and so do the decisions on its claims, for they quote it. What was
understood of all claims together quotes them too: it is taken away, and made anew without the document. A tombstone
stays, and the same bytes are not kept again until it is lifted.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Engine, delete, exists, select
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.derived import let_none_stand, note, number_of
from thucydides.ledger.log import TAKEN
from thucydides.ledger.packing import packed, unpacked
from thucydides.ledger.schema import CLAIM, DECISION, DOCUMENT, FOUND, READING, TEXT, TOMBSTONE, UNREAD
from thucydides.vocabulary import Decision, LedgerProblem, Tombstone, forgotten, sha256


class Forgotten(LedgerProblem):
    """The document was forgotten, and stays so until its tombstone is lifted."""

    def __init__(self, stone: Tombstone) -> None:
        super().__init__(
            f"the document {stone.document[:12]} was forgotten by {stone.who} on {stone.when[:10]}: {stone.why}. "
            f"To keep it again, lift its tombstone: thucydides forget --lift {stone.document[:12]} --why …"
        )


def tombstones(connection: Connection) -> tuple[Tombstone, ...]:
    """Every word on forgetting, in order of time."""
    stones = (unpacked(Tombstone, row) for row in connection.scalars(select(TOMBSTONE.c.packed)))
    return tuple(sorted(stones, key=lambda stone: (stone.when, stone.document, stone.lifted)))


def refuse_forgotten(connection: Connection, document: str) -> None:
    """Raise Forgotten if the document is to stay so."""
    if stone := forgotten(tombstones(connection)).get(document):
        raise Forgotten(stone)


def engrave(connection: Connection, stones: Iterable[Tombstone]) -> None:
    """Keep tombstones; one that is there already is left."""
    for stone in stones:
        words = packed(stone)
        row = {"id": sha256(words.encode("utf-8", "surrogatepass"))[:16], "document": stone.document, "packed": words}
        connection.execute(insert_or_leave(TOMBSTONE).values(row).on_conflict_do_nothing())


def take_away(connection: Connection, documents: Iterable[str]) -> int:
    """Delete documents with all that was heard in them and decided on it. Gives the number that were there."""
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    gone = set(documents)
    held = [document for document in sorted(gone) if _is_there(connection, document)]
    for document in held:
        _take_away(connection, document)
    if gone:
        _take_decisions(connection, gone)
    if held:
        let_none_stand(connection)
    return len(held)


def leave_no_trace(engine: Engine) -> None:
    """Write the file anew without the free pages and the journal in which deleted words may linger."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        store = connection.connection.cursor()
        store.execute("VACUUM")
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _is_there(connection: Connection, document: str) -> bool:
    return connection.scalar(select(DOCUMENT.c.id).where(DOCUMENT.c.id == document)) is not None


def _take_away(connection: Connection, document: str) -> None:
    readings = select(READING.c.number).where(READING.c.document == document)
    for table in (CLAIM, UNREAD):
        connection.execute(delete(table).where(table.c.reading.in_(readings)))
    connection.execute(delete(READING).where(READING.c.document == document))
    connection.execute(delete(TEXT).where(~exists().where(READING.c.text == TEXT.c.id)))
    connection.execute(delete(FOUND).where(FOUND.c.document == document))
    connection.execute(delete(DOCUMENT).where(DOCUMENT.c.id == document))


def _take_decisions(connection: Connection, documents: set[str]) -> None:
    """Decisions that quote one of the documents, and those that only take such a decision back."""
    log = [unpacked(Decision, row) for row in connection.scalars(select(DECISION.c.packed))]
    gone = {one.id for one in log if any(anchor.document in documents for anchor in one.anchors)}
    while more := {one.id for one in log if one.undoes in gone} - gone:
        gone |= more
    for identity in sorted(gone):
        connection.execute(delete(DECISION).where(DECISION.c.id == identity))
    if gone:
        note(connection, TAKEN, number_of(connection, TAKEN) + 1)
