"""Do two ledgers keep the same?"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from thucydides.ledger.derived import standing_set
from thucydides.ledger.packing import packed, unpacked
from thucydides.ledger.readings import standing_claims
from thucydides.ledger.schema import DECISION, FOUND, READING, STANDING, UNREAD
from thucydides.vocabulary import Decision, in_force


def digest_of(connection: Connection) -> str:
    """SHA-256 of a dump, sorted within each kind, without times and row numbers; only what stands."""
    whole = hashlib.sha256()
    for kind, lines in _dump(connection):
        for line in sorted(lines):
            whole.update(f"{kind}\t{line}\n".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def _dump(connection: Connection) -> Iterator[tuple[str, Iterator[str]]]:
    found = connection.execute(select(FOUND))
    yield "found", (f"{row.document}\t{row.name}\t{row.media_type}\t{row.licence}" for row in found)
    stands = READING.c.number.in_(STANDING)
    readings = connection.execute(select(READING).where(stands))
    yield "reading", ("\t".join((r.document, r.text, r.reader, r.passages, r.segments)) for r in readings)
    yield "claim", iter(connection.scalars(standing_claims()))
    unread = select(UNREAD.c.packed, READING.c.document).join(READING).where(stands)
    yield "unread", (f"{row.document}\t{row.packed}" for row in connection.execute(unread))
    stands_now = standing_set(connection)
    for name in ("event", "link", "source", "finding"):
        table = getattr(stands_now, name)
        yield name, iter(connection.scalars(select(table.c.packed)))
    yield "decision", _decided(connection)


def _decided(connection: Connection) -> Iterator[str]:
    """The decisions that stand, without their times: what was decided and taken back leaves no trace."""
    log = (unpacked(Decision, row) for row in connection.scalars(select(DECISION.c.packed)))
    return (packed(replace(decision, when="")) for decision in in_force(log))
