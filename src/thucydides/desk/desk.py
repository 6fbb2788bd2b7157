"""How does a door reach the use cases?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import BinaryIO, Self

from thucydides.archive import Dump, Found, collect, transcription, uploaded
from thucydides.authorities import listed_events, load
from thucydides.desk.analyst import Analyst
from thucydides.desk.answers import DocumentEntry, DocumentPage, Following, NotFound, Record, Taken, TreeEntry
from thucydides.desk.asking import Agenda, questions_of
from thucydides.desk.dumps import Pages, read_dump
from thucydides.desk.estimating import (
    MOST_AT_ONCE,
    Estimates,
    Explained,
    Why,
    estimates_of,
    explained,
    held_out,
    statuses_of,
    why,
)
from thucydides.desk.following import Follower
from thucydides.desk.importing import import_table, import_tables, layouts_meant
from thucydides.desk.looking_up import event_meant
from thucydides.desk.publisher import Publisher
from thucydides.desk.recipes import recipe_of_document
from thucydides.desk.records import entry_of, record_of, record_with_pairs
from thucydides.desk.reviewing import Review, decided_in, now, statuses_in, whoever
from thucydides.desk.taking_in import take_in
from thucydides.desk.taking_up import mark
from thucydides.desk.tracing import compared, traced
from thucydides.desk.understanding import Understanding, is_current, understand, whole_understanding
from thucydides.evaluating import Evaluation, evaluate, read_gold
from thucydides.ledger import Ledger, Merged
from thucydides.publishing import claim_row
from thucydides.reconciling import HoldOut
from thucydides.reviewing import Marked
from thucydides.vocabulary import (
    Comparison,
    Decision,
    Event,
    EventEntry,
    Finding,
    LedgerProblem,
    Lineage,
    LinkedClaim,
    Sifted,
    Tombstone,
    Wish,
    forgotten,
)

MOST_RANKED = 50_000
"""Of more claims the agenda is not put in order anew once estimates are made."""


class Desk:
    """One ledger with everything a person can ask of it. A context manager; closes the ledger."""

    def __init__(self, ledger: Ledger, *, authorities: Iterable[Path] = ()) -> None:
        self._ledger = ledger
        self._authorities = tuple(authorities)
        self._registry = load(*self._authorities)
        self._known: Understanding | None = None
        self._estimates: tuple[tuple[int, int], Estimates] | None = None
        self._agenda = Agenda(ledger)
        self._ranked = -1
        self._turn = RLock()
        self._follower: Follower | None = None

    @classmethod
    def at(cls, path: Path, *, authorities: Iterable[Path] = ()) -> "Desk":
        """The desk of a ledger that is made if it is not there yet. Raises LedgerProblem."""
        return cls(Ledger.open(path), authorities=authorities)

    @classmethod
    def over(cls, path: Path, *, authorities: Iterable[Path] = ()) -> "Desk":
        """The desk of a ledger that must be there; one that can only be read will do. Raises LedgerProblem."""
        return cls(Ledger.open_existing(path), authorities=authorities)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._follower is not None:
            self._follower.close()
        self._ledger.close()

    def read(
        self, paths: Iterable[str | Path], *, stdin: BinaryIO | None = None, pages: Pages = Pages.ABOUT_CONFLICT
    ) -> Iterator[Taken]:
        """Take in files and folders, one after the other; what was taken in stays, whatever happens to the next.

        A dump is several documents. `pages`: which of its articles are read.
        """
        for found in collect(paths, stdin=stdin):
            yield from self._taken(found, pages)

    def _taken(self, found: Found, pages: Pages) -> Iterator[Taken]:
        if isinstance(found, Dump):
            recipe = recipe_of_document(self._authorities)
            yield from read_dump(found, pages, recipe, ledger=self._ledger, registry=self._registry)
        else:
            yield take_in(found, ledger=self._ledger, registry=self._registry)

    def note(self, words: str, *, source: str, page: str = "") -> Taken:
        """Take in a transcription from a printed work or an archive."""
        document = transcription(source=source, page=page, words=words)
        return take_in(document, ledger=self._ledger, registry=self._registry)

    def import_tables(
        self, paths: Sequence[str | Path], *, kind: str = "", mapping: Path | None = None
    ) -> Iterator[Taken]:
        """Import tables of data, of a kind or by a user's mapping. Raises CannotRead for an unknown kind or mapping."""
        return import_tables(paths, layouts_meant(kind, mapping), ledger=self._ledger)

    def take(self, name: str, content: bytes) -> Taken:
        """Take in a document that came as bytes; of a dump, what is said of the whole."""
        *_, last = self.take_each(name, content)
        return last

    def take_each(self, name: str, content: bytes, *, pages: Pages = Pages.ABOUT_CONFLICT) -> Iterator[Taken]:
        """Take in a document that came as bytes, or the pages of a dump, one after the other."""
        return self._taken(uploaded(name, content), pages)

    def take_table(self, name: str, content: bytes, *, kind: str) -> Taken:
        """Import a table of a kind that came as bytes. Raises CannotRead for an unknown kind."""
        return import_table(uploaded(name, content), layouts_meant(kind, None), ledger=self._ledger)

    def mark(self, document: str, marked: Marked, *, who: str, why: str = "") -> Decision:
        """Keep a claim that a person read in a document. Raises a ClaimRefused where the words do not carry it."""
        identity = self._ledger.document(document).id
        return mark(identity, marked, ledger=self._ledger, who=who, why=why)

    def refresh(self) -> None:
        """Link and check all claims, or have it done behind, if the ledger has moved on since that was last done."""
        if is_current(self._ledger):
            return
        if self._follower is not None:
            self._follower.follow()
            return
        with self._turn:
            if not is_current(self._ledger):
                self.understand_anew()

    def follow_behind(self) -> None:
        """From now on answer at once from what was last understood; another process brings it up to date."""
        self.refresh()
        if self._ledger.writable and self._follower is None:
            self._follower = Follower(self._ledger.path, self._authorities)

    def following(self) -> Following:
        """Is what is shown up to date, and if not, is it being worked on?"""
        follower = self._follower
        return Following(
            current=is_current(self._ledger),
            busy=follower is not None and follower.busy,
            problem=follower.problem if follower else "",
        )

    def understand_anew(self) -> None:
        """Link and check all claims again, even if none has changed: a newer program may understand them better."""
        if not self._ledger.writable:
            self._ledger = self._ledger.copied()  # what may only be read is understood in a copy
            self._agenda = Agenda(self._ledger)
        understand(self._ledger, self._registry, listed_events(*self._authorities))

    def understanding(self) -> Understanding:
        """All events, linked claims and findings at once, as of now: for questions that are about the whole."""
        self.refresh()
        if self._known is None or self._known.generation != self._ledger.understood_generation():
            self._known = whole_understanding(self._ledger)
        return self._known

    def index(self, *, first: int = 0, most: int = -1) -> tuple[EventEntry, ...]:
        """The events as a tree: so many from the given place on, all where `most` is below 0."""
        self.refresh()
        return self._ledger.entries(first=first, most=most)

    def search(self, words: str, *, most: int = 50) -> tuple[EventEntry, ...]:
        """The events in whose names the words stand, in any script; those named exactly so first."""
        self.refresh()
        return self._ledger.entries_found(words, most=most) if words.strip() else ()

    def explore(self, wish: Wish, *, first: int = 0, most: int = 100) -> Sifted:
        """The events that a wish leaves, a page of them from the given place on, and what they share."""
        self.refresh()
        return self._ledger.sifted(wish, first=first, most=most)

    def explored(self, wish: Wish) -> tuple[EventEntry, ...]:
        """All events that a wish leaves, in the order of the index."""
        self.refresh()
        return self._ledger.entries_sifted(wish)

    def tree(self) -> tuple[TreeEntry, ...]:
        """Every event with the names of its documents, by id."""
        self.refresh()
        names = {document.id: document.name for document in self._ledger.documents()}
        events = sorted(self._ledger.events(), key=lambda event: event.id)
        return tuple(TreeEntry(event, tuple(names[document] for document in event.documents)) for event in events)

    def record(self, reference: str) -> Record:
        """All that is said of one event. Raises NotFound or Ambiguous."""
        self.refresh()
        with self._ledger.one_moment():
            return record_of(event_meant(reference, self._ledger), self._ledger)

    def record_with_pairs(self, reference: str) -> tuple[Record, tuple[Comparison, ...]]:
        """All that is said of one event, and each pair of its claims on one slot. Raises NotFound or Ambiguous."""
        self.refresh()
        with self._ledger.one_moment():
            return record_with_pairs(event_meant(reference, self._ledger), self._ledger)

    def documents(self) -> tuple[DocumentEntry, ...]:
        """Every document that was read, by name."""
        self.refresh()
        counts = self._ledger.claims_by_document()
        return tuple(entry_of(kept, counts.get(kept.id, 0)) for kept in self._ledger.documents())

    def documents_from(self, first: int, most: int) -> tuple[DocumentEntry, ...]:
        """So many documents from a place on, by name."""
        self.refresh()
        with self._ledger.one_moment():
            held = self._ledger.documents_from(first, most)
            counts = self._ledger.claims_in([kept.id for kept in held])
            return tuple(entry_of(kept, counts.get(kept.id, 0)) for kept in held)

    def page(self, reference: str) -> DocumentPage:
        """One document with all that was heard in it. Raises LedgerProblem for an unknown or ambiguous name."""
        self.refresh()
        with self._ledger.one_moment():
            document = self._ledger.document(reference)
            claims = tuple(self._ledger.linked_claims(document=document.id))
            return DocumentPage(
                entry=entry_of(self._ledger.kept(document.id), len(claims)),
                text=self._ledger.text(document.id),
                claims=claims,
                findings=self._ledger.findings_in(document.id),
            )

    def text(self, reference: str) -> str:
        """Exactly the text of a document, no character more."""
        return self._ledger.text(self._ledger.document(reference).id).content

    def claims(self, *, event: str = "", attribute: str = "", document: str = "") -> tuple[LinkedClaim, ...]:
        """The claims on an event, of an attribute, of a document; all where nothing is asked."""
        self.refresh()
        about = event_meant(event, self._ledger).id if event else ""
        within = self._ledger.document(document).id if document else ""
        return tuple(self._ledger.linked_claims(event=about, attribute=attribute, document=within))

    def check(self) -> tuple[Finding, ...]:
        """Every finding, those about the text (what was not understood) among them."""
        self.refresh()
        return self._ledger.findings()

    def findings_from(self, first: int, most: int) -> tuple[Finding, ...]:
        """So many findings from a place on: what does not fit, then what was not understood, as it was read."""
        self.refresh()
        return self._ledger.findings_from(first, most)

    def compare(self, reference: str = "") -> Iterator[tuple[Event, Comparison]]:
        """Each pair of claims on one slot of an event, of every event where none is named. Raises ThucydidesError."""
        self.refresh()
        events = (event_meant(reference, self._ledger),) if reference else self._ledger.events_in_turn()
        return ((event, pair) for event in events for pair in compared(event, self._ledger))

    def some_claims(self, ids: Collection[str]) -> Mapping[str, LinkedClaim]:
        """The claims of some ids that stand, by id."""
        self.refresh()
        return self._ledger.some_linked(ids)

    def words(self, document: str) -> str:
        """The words of the document of an id. Raises LedgerProblem."""
        return self._ledger.words(document)

    def claim(self, identity: str) -> LinkedClaim:
        """The claim of an id. Raises NotFound."""
        self.refresh()
        if (linked := self._ledger.linked_claim(identity)) is None:
            raise NotFound(f"no claim has the id {identity!r}")
        return linked

    @property
    def publishing(self) -> Publisher:
        """Exports, releases and pages of the ledger."""
        self.refresh()  # first, as it may put a copy in the place of a ledger that can only be read
        return Publisher(self._ledger, self._registry, self.estimates)

    @property
    def analysing(self) -> Analyst:
        """What researchers compute from all of it."""
        self.refresh()
        return Analyst(self._ledger, self.estimates)

    def lineages(self, reference: str) -> tuple[Lineage, ...]:
        """Which figures of an event go back to one account, and why. Raises NotFound or Ambiguous."""
        self.refresh()
        return traced(event_meant(reference, self._ledger), self._ledger).lineages

    @property
    def review(self) -> Review:
        """The review log: decide, undo, replay, and what is on the agenda."""
        self.refresh()
        return Review(self._ledger)

    @property
    def agenda(self) -> Agenda:
        """What a person is asked, and what was answered. Without estimates doubt alone orders it."""
        self.refresh()
        with self._turn:
            self._rank()
        return self._agenda

    def _rank(self) -> None:
        """Let what moves an estimate come first, once for each understanding; in a large ledger doubt alone decides."""
        made = self._ledger.understood_set()
        if self._ranked != made and self._quick_to_estimate() and self._ledger.questions_held() <= MOST_RANKED:
            # Another program may be writing; the questions are then put in order with the next understanding.
            with suppress(LedgerProblem):
                self._ledger.rank(questions_of(self._ledger, self.estimates()), of=made)
            self._ranked = made

    def state(self) -> str:
        """A word that changes whenever something is kept, decided or understood."""
        return self._ledger.state()

    def claims_from(
        self, first: int, most: int, *, event: str = "", attribute: str = "", document: str = ""
    ) -> tuple[LinkedClaim, ...]:
        """So many claims from a place on, as `claims` has them. Raises NotFound, Ambiguous or LedgerProblem."""
        self.refresh()
        about = event_meant(event, self._ledger).id if event else ""
        within = self._ledger.document(document).id if document else ""
        asked = self._ledger.linked_claims(event=about, attribute=attribute, document=within)
        return tuple(islice(asked, first, first + most))

    def reader(self, name: str) -> str:
        """Under which name a person answers: the user of this machine where none was given."""
        return name or whoever()

    def statuses(self, documents: Collection[str]) -> Mapping[str, str]:
        """Which claims of some documents were accepted, rejected or corrected, as decisions stand."""
        return statuses_in(self._ledger, documents)

    def decided(self, documents: Collection[str]) -> Mapping[str, Decision]:
        """The decision that stands on each claim of some documents on which a person has decided."""
        return decided_in(self._ledger, documents)

    def forget(self, reference: str, *, why: str, who: str = "") -> Tombstone:
        """Delete a document with all its words; a tombstone stays. Raises LedgerProblem."""
        stone = Tombstone(self._ledger.document(reference).id, who or whoever(), now(), why)
        self._ledger.forget(stone)
        return stone

    def lift(self, reference: str, *, why: str, who: str = "") -> Tombstone:
        """Let the bytes of a forgotten document be read again. Raises LedgerProblem."""
        known = [stone for stone in forgotten(self._ledger.tombstones()) if stone.startswith(reference)]
        if len(known) != 1:
            raise NotFound(f"no single forgotten document has an id that begins with {reference!r}")
        stone = Tombstone(known[0], who or whoever(), now(), why, lifted=True)
        self._ledger.lift(stone)
        return stone

    def merge(self, path: Path) -> Merged:
        """Take over the documents, decisions and tombstones of another ledger. Raises LedgerProblem."""
        with Ledger.open_existing(path) as other:
            return self._ledger.merge(other)

    def estimates(self) -> Estimates:
        """What is estimated from all figures of losses together; made once for each state of the ledger."""
        self.refresh()
        with self._turn:
            made = self._ledger.understood_set()
            state = (made, len(self._ledger.decisions()))
            if self._estimates is None or self._estimates[0] != state:
                self._estimates = (state, estimates_of(self._ledger))
                # Another program may be writing; the statuses are then noted with the next estimates.
                with suppress(LedgerProblem):
                    self._ledger.note_statuses(statuses_of(self._estimates[1]), of=made)
            return self._estimates[1]

    def why(self, reference: str, slot: str) -> Why:
        """Why an estimate of an event comes out as it does. Raises NotFound or Ambiguous."""
        known = self.estimates()
        return why(event_meant(reference, self._ledger), slot, known)

    def explained(self, event: str) -> tuple[Explained, ...]:
        """The direct estimates of an event with the claims behind them; none where a page would have to wait long."""
        return tuple(explained(event, self.estimates())) if self._quick_to_estimate() else ()

    def _quick_to_estimate(self) -> bool:
        """Are the estimates made already, or so few figures that a page may wait for them?"""
        if self._estimates is not None and self._estimates[0][0] == self._ledger.understood_set():
            return True
        return self._ledger.claims_up_to(MOST_AT_ONCE + 1, attribute="loss") <= MOST_AT_ONCE

    def foretold(self) -> HoldOut:
        """Every lineage left out once, and foretold from the rest."""
        self.refresh()
        return held_out(self._ledger)

    def evaluate(self, gold: Path) -> Evaluation:
        """Hold the claims against a gold table. Raises ThucydidesError for a table that cannot be read."""
        wanted = read_gold(gold)
        self.refresh()
        return evaluate([claim_row(linked) for linked in self._ledger.linked_claims()], wanted)

    def digest(self) -> str:
        """The hash of all that is kept, without times and row numbers."""
        self.refresh()
        return self._ledger.digest()
