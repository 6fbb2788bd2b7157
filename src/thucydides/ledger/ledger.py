"""What is kept, and how is it asked for?"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine, Table, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.digesting import digest_of
from thucydides.ledger.documents import KeptDocument, meant, remember, summaries, text_of
from thucydides.ledger.opening import engine_of_existing, engine_of_new_or_existing, explained, for_writing
from thucydides.ledger.packing import packed, unpacked
from thucydides.ledger.readings import fingerprint_of_claims, keep_reading, standing_claims, unread_findings
from thucydides.ledger.schema import DECISION, EVENT, FINDING, LINK, META, READING, SOURCE
from thucydides.vocabulary import Claim, Decision, Document, Event, Finding, LedgerProblem, Link, Source, Text

Noun = TypeVar("Noun")


class Ledger:
    """A file in which all is kept. A context manager; every method raises LedgerProblem where the file cannot serve."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path) -> "Ledger":
        """A ledger that can be written; made if it is not there."""
        return cls(path, engine_of_new_or_existing(path))

    @classmethod
    def open_existing(cls, path: Path) -> "Ledger":
        """A ledger that must be there; one that can only be read will do."""
        return cls(path, engine_of_existing(path))

    def close(self) -> None:
        """Let go of the file. What was kept is kept, closed or not."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keep(self, document: Document, text: Text, claims: Sequence[Claim], findings: Sequence[Finding] = ()) -> bool:
        """Keep a document with what was heard in it, whole or not at all. False if nothing of it is new.

        Claims of an earlier reading are superseded, not deleted. Raises a ClaimRefused, and keeps nothing, where a
        claim's words do not stand in the text.
        """
        if text.document != document.id:
            raise LedgerProblem(f"the text was read from {text.document[:12]}, not from {document.name}")
        for claim in claims:
            claim.verify(text)
        with self._writing() as connection:
            remember(connection, document)
            return keep_reading(connection, document, text, claims, findings)

    def holds(self, document_id: str) -> bool:
        """Was the document with these bytes read?"""
        with self._reading() as connection:
            return connection.scalar(select(READING.c.number).where(READING.c.document == document_id)) is not None

    def documents(self) -> tuple[KeptDocument, ...]:
        """Every document that was read, without its bytes, by name."""
        with self._reading() as connection:
            return summaries(connection)

    def document(self, reference: str) -> Document:
        """The document of this name, id, or beginning of an id (4 digits or more)."""
        with self._reading() as connection:
            return meant(connection, reference)

    def text(self, document_id: str) -> Text:
        """What was last read from a document, with passages and segments."""
        with self._reading() as connection:
            return text_of(connection, document_id)

    def claims(self, *, document: str = "", attribute: str = "") -> Iterator[Claim]:
        """The claims that stand, one after the other in the order of document id and text."""
        with self._reading() as connection:
            wanted = standing_claims(document=document, attribute=attribute)
            for row in connection.execution_options(yield_per=1000).scalars(wanted):
                yield unpacked(Claim, row)

    def unread(self) -> tuple[Finding, ...]:
        """What was not understood in the documents, by document."""
        with self._reading() as connection:
            return tuple(unread_findings(connection))

    def replace_linking(self, events: Iterable[Event], links: Iterable[Link], sources: Iterable[Source]) -> None:
        """Put new events, links and sources for all that were there, and note the claims they were made from."""
        with self._writing() as connection:
            _replace(connection, EVENT, sorted(events, key=attrgetter("id")))
            _replace(connection, LINK, sorted(links, key=attrgetter("subject", "role", "place", "object")))
            _replace(connection, SOURCE, sorted(sources, key=attrgetter("id")))
            noted = insert_or_leave(META).values(key="linked", value=fingerprint_of_claims(connection))
            connection.execute(
                noted.on_conflict_do_update(index_elements=["key"], set_={"value": noted.excluded.value})
            )

    def events(self) -> tuple[Event, ...]:
        """The events, by id."""
        return self._all(EVENT, Event)

    def links(self) -> tuple[Link, ...]:
        """The links, by claim."""
        return self._all(LINK, Link)

    def sources(self) -> tuple[Source, ...]:
        """The works, by id."""
        return self._all(SOURCE, Source)

    def replace_findings(self, findings: Iterable[Finding]) -> None:
        """Put new findings for those that were drawn from the claims; what was not understood in a document stays."""
        with self._writing() as connection:
            _replace(connection, FINDING, findings)

    def findings(self) -> tuple[Finding, ...]:
        """What was not understood in the documents, then what does not fit between the claims."""
        return (*self.unread(), *self._all(FINDING, Finding))

    def claims_fingerprint(self) -> str:
        """A hash that changes when the claims, or the names of their documents, do."""
        with self._reading() as connection:
            return fingerprint_of_claims(connection)

    def linked_fingerprint(self) -> str:
        """The fingerprint of the claims that the events were made from; empty if none were made."""
        with self._reading() as connection:
            return connection.scalar(select(META.c.value).where(META.c.key == "linked")) or ""

    def decide(self, decision: Decision) -> None:
        """Add a decision. Nothing is ever taken from the log: what takes a decision back is a decision itself."""
        row = {"id": decision.id, "claim": decision.claim, "packed": packed(decision)}
        with self._writing() as connection:
            connection.execute(insert_or_leave(DECISION).values(row).on_conflict_do_nothing())

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, in the order in which they were taken."""
        with self._reading() as connection:
            rows = connection.scalars(select(DECISION.c.packed).order_by(DECISION.c.number))
            return tuple(unpacked(Decision, row) for row in rows)

    def digest(self) -> str:
        """The hash of all that stands, sorted, without times and row numbers: the same for any order of reading."""
        with self._reading() as connection:
            return digest_of(connection)

    def _all(self, table: Table, kind: type[Noun]) -> tuple[Noun, ...]:
        with self._reading() as connection:
            rows = connection.scalars(select(table.c.packed).order_by(table.c.place))
            return tuple(unpacked(kind, row) for row in rows)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self.path), for_writing(self._engine).begin() as connection:
            yield connection


def _replace(connection: Connection, table: Table, nouns: Iterable[object]) -> None:
    connection.execute(delete(table))
    rows = [{"place": place, "packed": packed(noun)} for place, noun in enumerate(nouns)]
    if rows:
        connection.execute(insert(table), rows)
