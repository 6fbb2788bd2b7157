"""How does a door reach the use cases?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from thucydides.archive import Dump, Found, collect, transcription, uploaded
from thucydides.authorities import load
from thucydides.desk.analyst import Analyst
from thucydides.desk.answers import DocumentEntry, DocumentPage, Following, NotFound, Record, Taken, TreeEntry
from thucydides.desk.asking import Agenda
from thucydides.desk.dumps import Pages, read_dump
from thucydides.desk.estimating import Estimates, Explained, Why, held_out
from thucydides.desk.estimator import Estimator
from thucydides.desk.importing import import_table, import_tables, layouts_meant
from thucydides.desk.looking_up import event_meant
from thucydides.desk.publisher import Publisher
from thucydides.desk.recipes import recipe_of_document
from thucydides.desk.records import entry_of, record_of, record_with_pairs
from thucydides.desk.reviewing import Review, decided_in, now, statuses_in, whoever
from thucydides.desk.taking_in import take_in
from thucydides.desk.taking_up import mark
from thucydides.desk.tracing import compared, traced
from thucydides.desk.understanding import Understanding
from thucydides.desk.upkeep import Upkeep
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
    Lineage,
    LinkedClaim,
    Sifted,
    Tombstone,
    Wish,
    forgotten,
)


class Desk:
    """One ledger with everything a person can ask of it. A context manager; closes the ledger."""

    def __init__(self, ledger: Ledger, *, authorities: Iterable[Path] = ()) -> None:
        self._authorities = tuple(authorities)
        self._ledger = ledger
        self._registry = load(*self._authorities)
        self._upkeep = Upkeep(ledger, self._registry, self._authorities)
        self._estimator = Estimator(ledger, self._upkeep)
        self._agenda = Agenda(ledger)

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
        self._upkeep.close()
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
        self._upkeep.refresh()

    def follow_behind(self) -> None:
        """From now on answer at once from what was last understood; another process brings it up to date."""
        self._upkeep.follow_behind()

    def following(self) -> Following:
        """Is what is shown up to date, and if not, is it being worked on?"""
        return self._upkeep.following()

    def understand_anew(self) -> None:
        """Link and check all claims again, even if none has changed: a newer program may understand them better."""
        self._upkeep.understand_anew()

    def understanding(self) -> Understanding:
        """All events, linked claims and findings at once, as of now: for questions that are about the whole."""
        return self._upkeep.whole()

    def index(self, *, first: int = 0, most: int = -1) -> tuple[EventEntry, ...]:
        """The events as a tree: so many from the given place on, all where `most` is below 0."""
        self.refresh()
        return self._ledger.index.entries(first=first, most=most)

    def search(self, words: str, *, most: int = 50) -> tuple[EventEntry, ...]:
        """The events in whose names the words stand, in any script; those named exactly so first."""
        self.refresh()
        return self._ledger.index.found(words, most=most) if words.strip() else ()

    def explore(self, wish: Wish, *, first: int = 0, most: int = 100) -> Sifted:
        """The events that a wish leaves, a page of them from the given place on, and what they share."""
        self.refresh()
        return self._ledger.index.sifted(wish, first=first, most=most)

    def explored(self, wish: Wish) -> tuple[EventEntry, ...]:
        """All events that a wish leaves, in the order of the index."""
        self.refresh()
        return self._ledger.index.entries_sifted(wish)

    def tree(self) -> tuple[TreeEntry, ...]:
        """Every event with the names of its documents, by id."""
        self.refresh()
        names = {document.id: document.name for document in self._ledger.documents()}
        events = sorted(self._ledger.events.all(), key=lambda event: event.id)
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
        counts = self._ledger.linked.counted()
        return tuple(entry_of(kept, counts.get(kept.id, 0)) for kept in self._ledger.documents())

    def documents_from(self, first: int, most: int) -> tuple[DocumentEntry, ...]:
        """So many documents from a place on, by name."""
        self.refresh()
        with self._ledger.one_moment():
            held = self._ledger.documents_from(first, most)
            counts = self._ledger.linked.counted_in([kept.id for kept in held])
            return tuple(entry_of(kept, counts.get(kept.id, 0)) for kept in held)

    def page(self, reference: str) -> DocumentPage:
        """One document with all that was heard in it. Raises LedgerProblem for an unknown or ambiguous name."""
        self.refresh()
        with self._ledger.one_moment():
            document = self._ledger.document(reference)
            claims = tuple(self._ledger.linked.claims(document=document.id))
            return DocumentPage(
                entry=entry_of(self._ledger.kept(document.id), len(claims)),
                text=self._ledger.text(document.id),
                claims=claims,
                findings=self._ledger.findings.within(document.id),
            )

    def text(self, reference: str) -> str:
        """Exactly the text of a document, no character more."""
        return self._ledger.text(self._ledger.document(reference).id).content

    def claims(self, *, event: str = "", attribute: str = "", document: str = "") -> tuple[LinkedClaim, ...]:
        """The claims on an event, of an attribute, of a document; all where nothing is asked."""
        self.refresh()
        about = event_meant(event, self._ledger).id if event else ""
        within = self._ledger.document(document).id if document else ""
        return tuple(self._ledger.linked.claims(event=about, attribute=attribute, document=within))

    def check(self) -> tuple[Finding, ...]:
        """Every finding, those about the text (what was not understood) among them."""
        self.refresh()
        return self._ledger.findings.all()

    def findings_from(self, first: int, most: int) -> tuple[Finding, ...]:
        """So many findings from a place on: what does not fit, then what was not understood, as it was read."""
        self.refresh()
        return self._ledger.findings.part(first, most)

    def compare(self, reference: str = "") -> Iterator[tuple[Event, Comparison]]:
        """Each pair of claims on one slot of an event, of every event where none is named. Raises ThucydidesError."""
        self.refresh()
        events = (event_meant(reference, self._ledger),) if reference else self._ledger.events.in_turn()
        return ((event, pair) for event in events for pair in compared(event, self._ledger))

    def some_claims(self, ids: Collection[str]) -> Mapping[str, LinkedClaim]:
        """The claims of some ids that stand, by id."""
        self.refresh()
        return self._ledger.linked.some(ids)

    def words(self, document: str) -> str:
        """The words of the document of an id. Raises LedgerProblem."""
        return self._ledger.words(document)

    def claim(self, identity: str) -> LinkedClaim:
        """The claim of an id. Raises NotFound."""
        self.refresh()
        if (linked := self._ledger.linked.claim(identity)) is None:
            raise NotFound(f"no claim has the id {identity!r}")
        return linked

    @property
    def publishing(self) -> Publisher:
        """Exports, releases and pages of the ledger."""
        self.refresh()
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
        self._estimator.rank()
        return self._agenda

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
        asked = self._ledger.linked.claims(event=about, attribute=attribute, document=within)
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
        return self._estimator.estimates()

    def why(self, reference: str, slot: str) -> Why:
        """Why an estimate of an event comes out as it does. Raises NotFound or Ambiguous."""
        return self._estimator.why(reference, slot)

    def explained(self, event: str) -> tuple[Explained, ...]:
        """The direct estimates of an event with the claims behind them; none where a page would have to wait long."""
        return tuple(self._estimator.explained(event))

    def foretold(self) -> HoldOut:
        """Every lineage left out once, and foretold from the rest."""
        self.refresh()
        return held_out(self._ledger)

    def evaluate(self, gold: Path) -> Evaluation:
        """Hold the claims against a gold table. Raises ThucydidesError for a table that cannot be read."""
        wanted = read_gold(gold)
        self.refresh()
        return evaluate([claim_row(linked) for linked in self._ledger.linked.claims()], wanted)

    def digest(self) -> str:
        """The hash of all that is kept, without times and row numbers."""
        self.refresh()
        return self._ledger.digest()
