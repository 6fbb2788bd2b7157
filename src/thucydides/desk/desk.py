"""How does a door reach the use cases?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, TextIO

from thucydides.archive import collect, transcription
from thucydides.authorities import load
from thucydides.desk.answers import DocumentEntry, DocumentPage, EventEntry, Record, Taken, TreeEntry
from thucydides.desk.looking_up import event_meant
from thucydides.desk.records import index_of, record_of
from thucydides.desk.saving import whole_or_not_at_all
from thucydides.desk.taking_in import take_in
from thucydides.desk.understanding import Understanding, understand, understand_anew
from thucydides.evaluating import Evaluation, evaluate, read_gold
from thucydides.ledger import Ledger
from thucydides.publishing import claim_row, exporter_named
from thucydides.vocabulary import Answer, Finding, LinkedClaim, ThucydidesError, standing

STATUSES = {Answer.ACCEPT: "accepted", Answer.REJECT: "rejected", Answer.CORRECT: "corrected"}


class Desk:
    """One ledger with everything a person can ask of it. A context manager; closes the ledger."""

    def __init__(self, ledger: Ledger, *, authorities: Iterable[Path] = ()) -> None:
        self._ledger = ledger
        self._registry = load(*authorities)
        self._known: Understanding | None = None

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
        self._ledger.close()

    def read(self, paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Taken]:
        """Take in files and folders, one after the other; what was taken in stays, whatever happens to the next."""
        for found in collect(paths, stdin=stdin):
            yield take_in(found, ledger=self._ledger, registry=self._registry)

    def note(self, words: str, *, source: str, page: str = "") -> Taken:
        """Take in a transcription from a printed work or an archive."""
        document = transcription(source=source, page=page, words=words)
        return take_in(document, ledger=self._ledger, registry=self._registry)

    def understanding(self) -> Understanding:
        """Events, linked claims and findings as of now."""
        if self._known is None or self._known.fingerprint != self._ledger.claims_fingerprint():
            self._known = understand(self._ledger, self._registry)
        return self._known

    def understand_anew(self) -> Understanding:
        """Link and check all claims again, even if none has changed: a newer program may understand them better."""
        self._known = understand_anew(self._ledger, self._registry)
        return self._known

    def index(self) -> tuple[EventEntry, ...]:
        """Every event, as a tree."""
        return index_of(self.understanding())

    def tree(self) -> tuple[TreeEntry, ...]:
        """Every event with the names of its documents, by id."""
        names = {document.id: document.name for document in self._ledger.documents()}
        events = sorted(self.understanding().events.values(), key=lambda event: event.id)
        return tuple(TreeEntry(event, tuple(names[document] for document in event.documents)) for event in events)

    def record(self, reference: str) -> Record:
        """All that is said of one event. Raises NotFound or Ambiguous."""
        known = self.understanding()
        return record_of(event_meant(reference, known.events), known, self._entries())

    def documents(self) -> tuple[DocumentEntry, ...]:
        """Every document that was read, by name."""
        return tuple(sorted(self._entries().values(), key=lambda entry: entry.name))

    def page(self, reference: str) -> DocumentPage:
        """One document with all that was heard in it. Raises LedgerProblem for an unknown or ambiguous name."""
        document = self._ledger.document(reference)
        known = self.understanding()
        claims = tuple(linked for linked in known.claims if linked.claim.document == document.id)
        ids = {linked.claim.id for linked in claims}
        return DocumentPage(
            entry=self._entries()[document.id],
            text=self._ledger.text(document.id),
            claims=claims,
            findings=tuple(f for f in known.findings if f.document == document.id or ids & set(f.claims)),
        )

    def text(self, reference: str) -> str:
        """Exactly the text of a document, no character more."""
        return self._ledger.text(self._ledger.document(reference).id).content

    def claims(self, *, event: str = "", attribute: str = "", document: str = "") -> tuple[LinkedClaim, ...]:
        """The claims on an event, of an attribute, of a document; all where nothing is asked."""
        known = self.understanding()
        about = event_meant(event, known.events).id if event else ""
        within = self._ledger.document(document).id if document else ""
        return tuple(
            linked
            for linked in known.claims
            if about in ("", linked.event.id)
            and attribute in ("", linked.claim.attribute)
            and within in ("", linked.claim.document)
        )

    def check(self) -> tuple[Finding, ...]:
        """Every finding, those about the text (what was not understood) among them."""
        return self.understanding().findings

    def export(self, stream: TextIO, *, form: str) -> int:
        """Write the claims in a format of the family, and say how many there were. Raises ThucydidesError."""
        return exporter_named(form).write(self.understanding().claims, stream, statuses=self._statuses())

    def export_to(self, path: Path, *, form: str) -> int:
        """Write the claims to a file, whole or not at all. Raises ThucydidesError where it cannot be written."""
        try:
            with whole_or_not_at_all(path) as stream:
                return self.export(stream, form=form)
        except OSError as problem:
            raise ThucydidesError(f"{path} cannot be written: {problem.strerror}") from problem

    def evaluate(self, gold: Path) -> Evaluation:
        """Hold the claims against a gold table. Raises ThucydidesError for a table that cannot be read."""
        wanted = read_gold(gold)
        return evaluate([claim_row(linked) for linked in self.understanding().claims], wanted)

    def digest(self) -> str:
        """The hash of all that is kept, without times and row numbers."""
        self.understanding()
        return self._ledger.digest()

    def _entries(self) -> Mapping[str, DocumentEntry]:
        counts = self._counts(self.understanding().claims)
        return {
            document.id: DocumentEntry(
                document.id, document.name, document.media_type, document.characters, counts.get(document.id, 0)
            )
            for document in self._ledger.documents()
        }

    @staticmethod
    def _counts(claims: Sequence[LinkedClaim]) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for linked in claims:
            counts[linked.claim.document] = counts.get(linked.claim.document, 0) + 1
        return counts

    def _statuses(self) -> Mapping[str, str]:
        decided = standing(self._ledger.decisions())
        return {claim: STATUSES[held.answer] for claim, held in decided.items() if held.answer in STATUSES}
