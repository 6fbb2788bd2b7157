"""What is kept, and of whom is it asked?"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.derived import generation, number_of_set, understood_generation
from thucydides.ledger.digesting import digest_of
from thucydides.ledger.documents import (
    KeptDocument,
    kept_of,
    meant,
    remember,
    some_kept,
    summaries,
    summaries_from,
    text_of,
    words_of,
)
from thucydides.ledger.events import Events
from thucydides.ledger.findings import Findings
from thucydides.ledger.forgetting import engrave, refuse_forgotten, take_away, tombstones
from thucydides.ledger.index import Index
from thucydides.ledger.linked import Linked
from thucydides.ledger.log import Log, LogInMemory
from thucydides.ledger.merging import Merged, merge
from thucydides.ledger.packing import packed, unpacked
from thucydides.ledger.questions import Questions
from thucydides.ledger.readings import (
    NothingNew,
    claims_without_persons,
    fingerprint_of_claims,
    keep_reading,
    standing_claims,
)
from thucydides.ledger.recipes import Outcome, known_outcome, note_outcome
from thucydides.ledger.replacing import replace_understood
from thucydides.ledger.schema import CLAIM, DECISION, READING
from thucydides.ledger.store import Store
from thucydides.ledger.understood import Understood
from thucydides.vocabulary import Claim, Decision, Document, Finding, LedgerProblem, Text, Tombstone, forgotten


class Ledger:
    """A file in which all is kept. A context manager; every method raises LedgerProblem where the file cannot serve.

    What is kept as it was read or decided is asked of the ledger itself; what was understood of all of it together, of
    `events`, their `index`, what is `linked`, `findings` (those of the readings among them) and `questions`.
    """

    def __init__(self, store: Store) -> None:
        self.events = Events(store)
        self.index = Index(store)
        self.linked = Linked(store)
        self.findings = Findings(store)
        self.questions = Questions(store)
        self._store = store
        self._log = LogInMemory()

    @classmethod
    def open(cls, path: Path) -> "Ledger":
        """A ledger that can be written; made if it is not there."""
        return cls(Store.open(path))

    @classmethod
    def open_existing(cls, path: Path) -> "Ledger":
        """A ledger that must be there; one that can only be read will do."""
        return cls(Store.open_existing(path))

    @property
    def path(self) -> Path:
        """Where it lies, or where that lies of which it works in a copy."""
        return self._store.path

    @property
    def writable(self) -> bool:
        """Can anything be kept in it?"""
        return self._store.writable

    def move_to_copy(self) -> None:
        """From now on work in a copy that can be written, by several at once, and goes when the ledger is closed."""
        self._store.move_to_copy()

    def close(self) -> None:
        """Let go of the file. What was kept is kept, closed or not."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def keep(self, document: Document, text: Text, *heard: Iterable[Claim | Finding]) -> bool:
        """Keep a document with the claims and findings heard in it, whole or not at all. False if nothing is new.

        They are kept as they come, so they need never be held together; nobody else can write meanwhile.

        Claims of an earlier reading are superseded, not deleted. Raises a ClaimRefused, and keeps nothing, where a
        claim's words do not stand in the text, or Forgotten where the document is to stay forgotten.
        """
        if text.document != document.id:
            raise LedgerProblem(f"the text was read from {text.document[:12]}, not from {document.name}")
        with self._store.writing() as connection:
            refuse_forgotten(connection, document.id)
            remember(connection, document)
            try:
                with connection.begin_nested():
                    keep_reading(connection, document, text, chain.from_iterable(heard))
            except NothingNew:
                return False
        return True

    def known_outcome(self, document: Document, recipe: str) -> Outcome | None:
        """What reading the document by a recipe gave, where nothing has changed since; where it was found is kept."""
        with self._store.writing() as connection:
            if outcome := known_outcome(connection, document, recipe):
                remember(connection, document)
            return outcome

    def note_outcome(self, document: Document, recipe: str, outcome: Outcome) -> None:
        """Note what reading a document by a recipe gave, so that it need not be read so again."""
        with self._store.writing() as connection:
            note_outcome(connection, document, recipe, outcome)

    def holds(self, document_id: str) -> bool:
        """Was the document with these bytes read?"""
        with self._store.reading() as connection:
            return connection.scalar(select(READING.c.number).where(READING.c.document == document_id)) is not None

    def documents(self) -> tuple[KeptDocument, ...]:
        """Every document that was read, without its bytes, by name."""
        with self._store.reading() as connection:
            return summaries(connection)

    def documents_from(self, first: int, most: int) -> tuple[KeptDocument, ...]:
        """So many documents from a place on, by name."""
        with self._store.reading() as connection:
            return summaries_from(connection, first, most)

    def kept(self, document_id: str) -> KeptDocument:
        """The document of an id, without its bytes. Raises LedgerProblem."""
        with self._store.reading() as connection:
            return kept_of(connection, document_id)

    def some_kept(self, documents: Collection[str]) -> dict[str, KeptDocument]:
        """The documents of some ids, without their bytes, by id."""
        with self._store.reading() as connection:
            return some_kept(connection, documents)

    def document(self, reference: str) -> Document:
        """The document of this name, id, or beginning of an id (4 digits or more)."""
        with self._store.reading() as connection:
            return meant(connection, reference)

    def words(self, document_id: str) -> str:
        """The words that were last read from a document."""
        with self._store.reading() as connection:
            return words_of(connection, document_id)

    def text(self, document_id: str) -> Text:
        """What was last read from a document, with passages and segments."""
        with self._store.reading() as connection:
            return text_of(connection, document_id)

    def claims(self, *, document: str = "", attribute: str = "") -> Iterator[Claim]:
        """The claims that stand, one after the other in the order of document id and text."""
        with self._store.reading() as connection:
            wanted = standing_claims(document=document, attribute=attribute)
            for row in connection.execution_options(yield_per=1000).scalars(wanted):
                yield unpacked(Claim, row)

    def claims_of_programs(self, document: str) -> tuple[Claim, ...]:
        """The claims of the last reading of a document in which none of a person's stand."""
        with self._store.reading() as connection:
            return tuple(unpacked(Claim, row) for row in connection.scalars(claims_without_persons(document)))

    def generation(self) -> int:
        """A number that moves on whenever a reading or a decision is kept or forgotten."""
        with self._store.reading() as connection:
            return generation(connection)

    def understood_generation(self) -> int:
        """The generation from which the events were made; -1 if none were made."""
        with self._store.reading() as connection:
            return understood_generation(connection)

    def is_understood(self) -> bool:
        """Were the events made from all that is kept?"""
        with self._store.reading() as connection:
            return understood_generation(connection) == generation(connection)

    def state(self) -> str:
        """A word that changes whenever something is kept, decided, forgotten or understood."""
        with self._store.reading() as connection:
            decided = connection.scalar(select(func.max(DECISION.c.number))) or 0
            return f"{generation(connection)}-{understood_generation(connection)}-{decided}"

    def replace_understood(self, known: Understood) -> None:
        """Put a new understanding of all claims for the one that was there, in one moment.

        Where another program's set takes this one away meanwhile, it is written again, if it is still the newer. Where
        a document was forgotten of which it speaks, it is let go.
        """
        replace_understood(self._store, known)

    def understood_set(self) -> int:
        """A number that is another one whenever all was understood anew."""
        with self._store.reading() as connection:
            return number_of_set(connection)

    def claims_up_to(self, most: int, *, attribute: str) -> int:
        """How many claims of an attribute were ever kept, counted no further than `most`."""
        with self._store.reading() as connection:
            some = select(CLAIM.c.place).where(CLAIM.c.attribute == attribute).limit(most).subquery()
            return connection.scalar(select(func.count()).select_from(some)) or 0

    def claims_fingerprint(self) -> str:
        """A hash that changes when the claims, or the names of their documents, do."""
        with self._store.reading() as connection:
            return fingerprint_of_claims(connection)

    def decide(self, decision: Decision) -> None:
        """Add a decision. Nothing is ever taken from the log: what takes a decision back is a decision itself."""
        row = {"id": decision.id, "claim": decision.claim, "packed": packed(decision)}
        with self._store.writing() as connection:
            connection.execute(insert_or_leave(DECISION).values(row).on_conflict_do_nothing())

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, in the order in which they were taken."""
        return tuple(self.log().decisions)

    def log(self) -> Log:
        """The decisions by document, by claim and by reader, as they stand now."""
        with self._store.reading() as connection:
            return self._log.current(connection)

    def forget(self, stone: Tombstone) -> None:
        """Delete a document with all its words, and keep the tombstone. Raises LedgerProblem if it is not there."""
        with self._store.writing() as connection:
            if not take_away(connection, [stone.document]):
                raise LedgerProblem(f"no document has the id {stone.document!r}")
            engrave(connection, [stone])
        self._store.leave_no_trace()

    def lift(self, stone: Tombstone) -> None:
        """Let a forgotten document be read again. Raises LedgerProblem if none of that id is forgotten."""
        with self._store.writing() as connection:
            if stone.document not in forgotten(tombstones(connection)):
                raise LedgerProblem(f"no document with the id {stone.document!r} is forgotten")
            engrave(connection, [stone])

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Every word on forgetting, in order of time."""
        with self._store.reading() as connection:
            return tombstones(connection)

    def merge(self, other: "Ledger") -> Merged:
        """Take over documents, readings, decisions and tombstones of another ledger, whole or not at all."""
        with other._store.reading() as theirs, self._store.writing() as connection:
            merged = merge(connection, theirs)
        if merged.forgotten:
            self._store.leave_no_trace()
        return merged

    def digest(self) -> str:
        """The hash of all that stands, sorted, without times and row numbers: the same for any order of reading."""
        with self._store.reading() as connection:
            return digest_of(connection)

    def one_moment(self) -> AbstractContextManager[None]:
        """What is asked within it is asked of the ledger as it stands now, whatever is written meanwhile."""
        return self._store.one_moment()
