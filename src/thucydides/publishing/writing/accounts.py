"""What is written about one event, and which of several wordings of a claim is taken?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TypeVar

from thucydides.vocabulary import Attestation, Claim

Wording = TypeVar("Wording")


@dataclass(frozen=True, slots=True)
class Behind:
    """A claim that lies behind what is written: its words, the document, and the work as a note names it."""

    claim: str
    quote: str
    document: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one claim says, or several that say the same.

    `actors`: the id of each actor it is about, empty where none is known. `claimant`: who is to be named as saying it,
    empty where the page speaks for itself. `side`: the side on which it is told, 0 if none. `behind`: every claim that
    says so. `called`: other names for the same actors, by which our own sentences call them. `attestation`: how many
    witnesses that are, where it is known.
    """

    claim: Claim
    actors: tuple[str, ...] = ()
    claimant: str = ""
    side: int = 0
    behind: tuple[Behind, ...] = ()
    called: tuple[str, ...] = ()
    attestation: Attestation | None = None

    @classmethod
    def of(cls, claim: Claim) -> "Entry":
        """A claim as its own document states it."""
        behind = (Behind(claim.id, claim.quote),)
        return cls(claim, claimant=claim.attribution.claimant, side=claim.side, behind=behind)

    @property
    def works(self) -> tuple[str, ...]:
        """The works that say so."""
        return tuple(dict.fromkeys(behind.work for behind in self.behind if behind.work))

    @property
    def names(self) -> tuple[str, ...]:
        """The actors it is about, as written."""
        return self.claim.target.names

    @property
    def in_prose(self) -> tuple[str, ...]:
        """The actors it is about, as our own sentences call them."""
        return self.called or self.names

    @property
    def meant(self) -> tuple[str, ...]:
        """The actors it is about: the id of each, or its name where no list has it."""
        return tuple(actor or name for actor, name in zip_longest(self.actors, self.names, fillvalue=""))


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a record with the claims they say. `notes`: the numbers of the notes that stand behind them.

    `choice`: the key by which other words are asked for, where that is not the claim's id.
    """

    words: str
    entries: tuple[Entry, ...]
    notes: tuple[int, ...] = ()
    choice: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The keys by which other words are asked for."""
        return (self.choice,) if self.choice else tuple(entry.claim.id for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Account:
    """An event with its claims in the order of their documents.

    `choices`: which wording of a claim is taken, by its id, or of a sentence of ours, by its key: the first where
    nothing is said. Whoever can read what was written back asks for another one where the first was not understood.
    """

    label: str
    entries: tuple[Entry, ...]
    choices: Mapping[str, int] = field(default_factory=dict)

    def of(self, *attributes: str) -> Iterator[Entry]:
        """The claims of these attributes."""
        return (entry for entry in self.entries if entry.claim.attribute in attributes)

    def chosen_of(self, key: str, wordings: Sequence[Wording]) -> Wording:
        """The wording that is taken of a sentence of ours, by its own key; the last where fewer are there."""
        return wordings[min(self.choices.get(key, 0), len(wordings) - 1)]

    def chosen(self, entry: Entry, wordings: Sequence[Wording]) -> Wording:
        """The wording that is taken of a claim; the last where fewer are there."""
        return self.chosen_of(entry.claim.id, wordings)
