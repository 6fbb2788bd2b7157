"""What does a door get back?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from thucydides.linking import PageCopy
from thucydides.vocabulary import Attestation, Event, Finding, Lineage, LinkedClaim, Text, ThucydidesError, Witness


class NotFound(ThucydidesError):
    """Nothing in the ledger goes by that name."""


class Ambiguous(ThucydidesError):
    """Several things go by that name; `candidates` are their ids with their labels."""

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one thing that was to be read: a document with its claims, or a refusal with its reason.

    `aside`: why a file of a folder was passed over, where nothing is wrong with it. `told`: how far a dump is read, and
    how much of it was passed over.
    """

    name: str
    document: str = ""
    claims: int = 0
    unread: int = 0
    new: bool = False
    refused: str = ""
    aside: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A kind of data set that can be imported, with the tables that it reads and their columns."""

    kind: str
    title: str
    licence: str
    cite: str
    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document as a list shows it."""

    id: str
    name: str
    media_type: str
    characters: int
    claims: int


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """An event with the names of the documents that speak of it."""

    event: Event
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """All that is said of one event, and what of it goes back to one.

    `lineages`: of its figures. `pages`: those of its documents that have their words from each other; `compared`:
    whether that was looked for. `witnesses`: whose word each claim is.
    """

    event: Event
    ancestors: tuple[Event, ...]
    children: tuple[Event, ...]
    claims: tuple[LinkedClaim, ...]
    findings: tuple[Finding, ...]
    documents: tuple[DocumentEntry, ...]
    lineages: tuple[Lineage, ...] = ()
    pages: tuple[PageCopy, ...] = ()
    compared: bool = True
    witnesses: Mapping[str, Witness] = field(default_factory=dict)

    def attestation(self, claims: Iterable[LinkedClaim]) -> Attestation:
        """How many witnesses speak in some of its claims."""
        return Attestation.of((self.witnesses[linked.claim.id] for linked in claims), compared=self.compared)


@dataclass(frozen=True, slots=True)
class Following:
    """Is what is shown made from all that is kept? `problem`: why it could not be brought up to date, else empty."""

    current: bool
    busy: bool
    problem: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document with all that was heard in it."""

    entry: DocumentEntry
    text: Text
    claims: tuple[LinkedClaim, ...]
    findings: tuple[Finding, ...]
