"""What is kept, and how is it asked for?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.derived import (
    SetTakenAway,
    derived,
    generation,
    left_behind,
    let_stand,
    make_set,
    may_stand,
    note,
    number_of,
    number_of_set,
    require_set,
    tables_of,
    take_further,
    understood_generation,
)
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
from thucydides.ledger.forgetting import engrave, refuse_forgotten, take_away, tombstones
from thucydides.ledger.log import Log, LogInMemory
from thucydides.ledger.merging import Merged, merge
from thucydides.ledger.packing import packed, unpacked
from thucydides.ledger.questions import AT_ONCE
from thucydides.ledger.readings import (
    NothingNew,
    claims_without_persons,
    fingerprint_of_claims,
    insert_all,
    keep_reading,
    standing_claims,
    unread_as_read,
    unread_findings,
)
from thucydides.ledger.recipes import Outcome, known_outcome, note_outcome
from thucydides.ledger.schema import CLAIM, DECISION, READING
from thucydides.ledger.sifting import STATUS, STATUSES_NOTED, SharedInMemory, Sieve, status_rows
from thucydides.ledger.store import Store
from thucydides.ledger.understood import Understood, batches, question_rows
from thucydides.vocabulary import (
    Claim,
    Decision,
    Document,
    Event,
    EventEntry,
    Finding,
    LedgerProblem,
    Link,
    LinkedClaim,
    Question,
    Sifted,
    Source,
    Text,
    Tombstone,
    Wish,
    forgotten,
)

Noun = TypeVar("Noun")


class Ledger:
    """A file in which all is kept. A context manager; every method raises LedgerProblem where the file cannot serve."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._log = LogInMemory()
        self._shared = SharedInMemory()

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
        """Where it lies; of a copy, where that lies of which it is one."""
        return self._store.path

    @property
    def writable(self) -> bool:
        """Can anything be kept in it?"""
        return self._store.writable

    def copied(self) -> "Ledger":
        """A copy that can be written, by several at once, and goes when it is closed; this one is closed."""
        return Ledger(self._store.copied())

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

    def unread(self, *, document: str = "") -> tuple[Finding, ...]:
        """What was not understood in the documents, by document; or in one of them."""
        with self._store.reading() as connection:
            return tuple(unread_findings(connection, document=document))

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
        while not self._written(known):
            with self._store.reading() as connection:
                if not may_stand(connection, known.generation):
                    break
        with self._store.reading() as connection:
            left = left_behind(connection)
        self._take_tables(left)

    def _written(self, known: Understood) -> bool:
        """Write a set and let it stand; False if it is not to stand."""
        with self._store.writing() as connection:
            number = make_set(connection)
        try:
            for statement, rows in batches(known, number):
                with self._store.writing() as connection:
                    require_set(connection, number, known.generation)
                    connection.execute(statement, rows)
            with self._store.writing() as connection:
                require_set(connection, number, known.generation)
                let_stand(connection, number, known.generation)
        except SetTakenAway:
            with self._store.reading() as connection:
                begun = tables_of(connection, number)
            self._take_tables(begun)
            return False
        return True

    def _take_tables(self, names: Iterable[str]) -> None:
        """Take tables away by and by, so that nobody waits long. What is not taken now is so the next time."""
        with suppress(LedgerProblem):
            for name in names:
                while self._taken_further(name):
                    pass

    def _taken_further(self, name: str) -> bool:
        with self._store.writing() as connection:
            return take_further(connection, name)

    def understood_set(self) -> int:
        """A number that is another one whenever all was understood anew."""
        with self._store.reading() as connection:
            return number_of_set(connection)

    def events(self) -> tuple[Event, ...]:
        """The events, in the order in which they were kept."""
        return self._all("event", Event)

    def events_in_turn(self) -> Iterator[Event]:
        """The same, so many at a time."""
        first = 0
        while events := self._events_from(first):
            yield from events
            first += len(events)

    def _events_from(self, first: int) -> tuple[Event, ...]:
        with self._store.asking() as understood:
            return understood.part("event", Event, first=first, most=AT_ONCE)

    def links(self) -> tuple[Link, ...]:
        """The links, by claim."""
        return self._all("link", Link)

    def links_of(self, claim: str) -> tuple[Link, ...]:
        """The links of one claim, with their reasons."""
        with self._store.asking() as understood:
            return understood.links_of(claim)

    def sources(self) -> tuple[Source, ...]:
        """The works, by id."""
        return self._all("source", Source)

    def entries(self, *, first: int = 0, most: int = -1) -> tuple[EventEntry, ...]:
        """So many entries of the index of events, from the given place on; all where `most` is below 0."""
        with self._store.asking() as understood:
            return understood.entries(first=first, most=most)

    def entry(self, event: str) -> EventEntry | None:
        """The entry of the event with this id."""
        with self._store.asking() as understood:
            return understood.entry(event)

    def entries_within(self, event: str) -> tuple[EventEntry, ...]:
        """The entries of the events directly within another."""
        with self._store.asking() as understood:
            return understood.entries_within(event)

    def entries_found(self, words: str, *, most: int) -> tuple[EventEntry, ...]:
        """The entries of events in whose names the words stand, in any script; at most so many."""
        with self._store.asking() as understood:
            return understood.entries_found(words, most=most)

    def sifted(self, wish: Wish, *, first: int = 0, most: int = -1) -> Sifted:
        """What a wish leaves of the index, and so many of its entries from the given place on."""
        with self._store.reading() as connection:
            return self._shared.sifted(Sieve(connection, wish), first=first, most=most)

    def entries_sifted(self, wish: Wish) -> tuple[EventEntry, ...]:
        """All entries that a wish leaves, and nothing else."""
        with self._store.reading() as connection:
            return Sieve(connection, wish).entries(first=0, most=-1)

    def note_statuses(self, statuses: Mapping[str, tuple[str, ...]], *, of: int) -> None:
        """Let the events be sifted by how their estimates stand, if `of` is the set that still stands."""
        with self._store.asking() as understood:
            places = understood.places_of_events(statuses)
        rows = status_rows(statuses, places)
        with self._store.writing() as connection:
            if number_of_set(connection) == of:
                into = derived(of).trait
                connection.execute(delete(into).where(into.c.name == STATUS))
                insert_all(connection, into, rows)
                note(connection, STATUSES_NOTED, number_of(connection, STATUSES_NOTED) + 1)

    def rank(self, questions: Iterable[Question], *, of: int) -> None:
        """Put the questions into a new order, if `of` is the set that still stands."""
        rows = list(question_rows(questions))
        with self._store.writing() as connection:
            if number_of_set(connection) == of:
                into = derived(of).question
                connection.execute(delete(into))
                insert_all(connection, into, rows)

    def questions(self, *, first: int = 0, most: int = -1) -> tuple[tuple[int, Question], ...]:
        """What a person is asked, from a place on, each with its place; all where `most` is below 0."""
        with self._store.asking() as understood:
            return understood.questions(first=first, most=most)

    def questions_at(self, places: Collection[int]) -> tuple[Question, ...]:
        """The questions at some places, in their order."""
        with self._store.asking() as understood:
            return understood.questions_at(places)

    def questions_held(self) -> int:
        """How many questions there are."""
        with self._store.asking() as understood:
            return understood.questions_held()

    def question_about(self, claim: str) -> Question | None:
        """The question about a claim."""
        with self._store.asking() as understood:
            return understood.question_about(claim)

    def places_of(self, claims: Collection[str]) -> dict[str, int]:
        """At which places the questions about some claims stand."""
        with self._store.asking() as understood:
            return understood.places_of(claims)

    def event(self, identity: str) -> Event | None:
        """The event of an id."""
        with self._store.asking() as understood:
            return understood.event(identity)

    def events_beginning(self, beginning: str) -> tuple[Event, ...]:
        """The events whose id, with or without the word before its colon, begins so."""
        with self._store.asking() as understood:
            return understood.events_beginning(beginning)

    def events_called(self, name: str, *, aliases: bool) -> tuple[Event, ...]:
        """The events that have this label or, with `aliases`, this alias, however it is written."""
        with self._store.asking() as understood:
            return understood.events_called(name, aliases=aliases)

    def linked_claims(self, *, event: str = "", document: str = "", attribute: str = "") -> Iterator[LinkedClaim]:
        """The linked claims on an event, of a document, of an attribute; in the order of document id and text."""
        with self._store.asking() as understood:
            events = (event,) if event else ()
            yield from understood.linked_claims(events=events, document=document, attribute=attribute)

    def linked_claims_inside(self, event: str) -> tuple[LinkedClaim, ...]:
        """The linked claims on the events within an event, and on those within them."""
        with self._store.asking() as understood:
            inside = understood.events_inside(event)
            parts = (inside[place : place + AT_ONCE] for place in range(0, len(inside), AT_ONCE))
            return tuple(linked for part in parts for linked in understood.linked_claims(events=part))

    def linked_claim(self, claim: str) -> LinkedClaim | None:
        """The claim of an id with what its links say; None where no such claim stands."""
        return next(iter(self.some_linked((claim,)).values()), None)

    def some_linked(self, claims: Collection[str]) -> dict[str, LinkedClaim]:
        """The claims of some ids that stand, with what their links say, by id."""
        with self._store.asking() as understood:
            return {linked.claim.id: linked for linked in understood.linked_claims(claims=claims)} if claims else {}

    def claims_up_to(self, most: int, *, attribute: str) -> int:
        """How many claims of an attribute were ever kept, counted no further than `most`."""
        with self._store.reading() as connection:
            some = select(CLAIM.c.place).where(CLAIM.c.attribute == attribute).limit(most).subquery()
            return connection.scalar(select(func.count()).select_from(some)) or 0

    def claims_in(self, documents: Collection[str]) -> dict[str, int]:
        """How many linked claims each of some documents has."""
        with self._store.asking() as understood:
            return understood.claims_in(documents)

    def claims_by_document(self) -> dict[str, int]:
        """How many linked claims each document has."""
        with self._store.asking() as understood:
            return understood.claims_by_document()

    def findings(self) -> tuple[Finding, ...]:
        """What was not understood in the documents, then what does not fit between the claims."""
        return (*self.unread(), *self._all("finding", Finding))

    def findings_from(self, first: int, most: int) -> tuple[Finding, ...]:
        """So many findings from a place on: what does not fit, then what was not understood, as it was read."""
        with self._store.asking() as understood:
            found = understood.part("finding", Finding, first=first, most=most)
            before = max(0, first - understood.findings_held())
            return found + tuple(unread_as_read(understood.connection, before, most - len(found)))

    def findings_on(self, event: str) -> tuple[Finding, ...]:
        """What does not fit about an event or one of its claims."""
        with self._store.asking() as understood:
            return understood.findings_on(event)

    def findings_in(self, document: str) -> tuple[Finding, ...]:
        """What was not understood in a document, then what does not fit about its claims."""
        with self.one_moment():
            with self._store.reading() as connection:
                unread = tuple(unread_findings(connection, document=document))
            with self._store.asking() as understood:
                return (*unread, *understood.findings_in(document))

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

    def _all(self, table: str, kind: type[Noun]) -> tuple[Noun, ...]:
        with self._store.asking() as understood:
            return understood.every(table, kind)

    def one_moment(self) -> AbstractContextManager[None]:
        """What is asked within it is asked of the ledger as it stands now, whatever is written meanwhile."""
        return self._store.one_moment()
