"""Which event, actor or work is meant, and why is it thought so?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from thucydides.vocabulary.claims import Claim
from thucydides.vocabulary.dates import HistoricalDate
from thucydides.vocabulary.mentions import EventKind, Gazetteer
from thucydides.vocabulary.places import Atlas, Place
from thucydides.vocabulary.sources import Source, Stance


class LinkRole(StrEnum):
    """What of a claim is linked."""

    EVENT = "event"
    TARGET = "target"
    VALUE = "value"  # an actor or a work as value: the sponsor of a client, an entry in a list of works
    CLAIMANT = "claimant"
    SOURCE = "source"
    PLACE = "place"  # where a claim of the attribute `place` says it was


@dataclass(frozen=True, slots=True)
class Link:
    """From what a claim says to what is meant. `subject`: the claim's id; `object`: id of an event, actor or source.

    `place`: which of several targets, counted from 0. `reason`: a sentence. Links are superseded, never edited.
    """

    subject: str
    role: LinkRole
    object: str
    reason: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """A state or other actor of an authority, valid from `begin` to `end` (ISO dates, empty if open).

    `identifiers`: its numbers in others' lists (`gw:365`, `cow:365`, `wikidata:Q15180`), the id's own among them.
    """

    id: str
    name: str
    begin: str = ""
    end: str = ""
    origin: str = ""
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """An actor that words may mean. `sure`: safe to take without asking a person; `reason`: a sentence.

    `score`: 1 for the very name, less for a name spelled nearly so.
    """

    actor: Actor
    score: float
    sure: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How one actor stood to another for a time: `client_of` (a colony, protectorate, satellite) or `successor_of`."""

    actor: Actor
    relation: str
    other: Actor
    kind: str = ""
    begin: str = ""
    end: str = ""
    origin: str = ""


class Registry(Gazetteer, Atlas, Protocol):
    """A gazetteer that also knows the dates: which state was meant at that time? And which places bear a name."""

    def actor_on(self, actor: str, when: HistoricalDate | None) -> Actor:
        """The actor that the key means at a date (`russia` in 1939 is the Soviet Union). KeyError if not known.

        Where none is valid at that date it is the nearest in time: ask `absence`.
        """

    def absence(self, actor: str, when: HistoricalDate | None) -> str:
        """Why the actor of `actor_on` is not valid at that date, in a sentence; empty if it is, or nothing is known."""

    def proposals(self, words: str, when: HistoricalDate | None) -> tuple[Proposal, ...]:
        """The actors that the words may mean at that time, the likeliest first; also for words spelled nearly so."""

    def ties_of(self, actor: Actor, when: HistoricalDate | None) -> tuple[Tie, ...]:
        """Whose client an actor was at that time, and whose successor."""

    def forms_of(self, actor: str) -> tuple[str, ...]:
        """All names of an actor key."""


@dataclass(frozen=True, slots=True)
class Event:
    """What several mentions are taken to speak of. `id` does not depend on the order of reading.

    `part_of`: the id of the event it belongs to, empty at the top. `mentions`: document id and label of each mention
    that was joined; `reasons`: a sentence for each joining. `identifiers`: numbers in others' lists. `place`: where it
    stands on the map, as far as coordinates or a list of places tell, and `place_reason` why.
    """

    id: str
    label: str
    kind: EventKind
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    part_of: str = ""
    documents: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    place: Place | None = None
    place_reason: str = ""


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event as the index shows it. `began`, `ended`: EDTF as claimed first; `depth` in the tree, 0 at the top."""

    event: Event
    began: str
    ended: str
    parties: tuple[str, ...]
    claims: int
    documents: int
    findings: int
    depth: int


@dataclass(frozen=True, slots=True)
class LinkedClaim:
    """A claim with everything that linking found out about it. Nothing of the claim itself is changed.

    `targets`: the actors meant, in the order of `claim.target.names`. `claimant`: the normalised claimant, empty where
    the document speaks for itself. `sponsor`: the actor that is the value, for a Party. `place`: the place that is the
    value, for the attribute `place`; None where no list has it, or where several could be meant. `links`: all that was
    linked, with the reasons.
    """

    claim: Claim
    event: Event
    targets: tuple[Actor, ...]
    source: Source
    document_name: str
    claimant: str = ""
    claimant_actor: Actor | None = None
    stance: Stance = Stance.THIRD
    sponsor: Actor | None = None
    place: Place | None = None
    links: tuple[Link, ...] = ()

    def why(self, role: LinkRole, place: int = 0) -> str:
        """The sentence that says why that is meant; empty where nothing of the kind was linked."""
        made = (link.reason for link in self.links if link.role is role and link.place == place)
        return next(made, "")
