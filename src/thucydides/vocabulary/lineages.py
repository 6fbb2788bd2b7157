"""Which accounts go back to one, and how is that known? How many witnesses are left?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class CopySort(StrEnum):
    """By what a copy is known."""

    CITES = "cites"  # the claim cites the other
    COINCIDENCE = "coincidence"  # figures that hardly agree by chance
    PAGE_COPY = "page-copy"  # the words around it stand in both documents
    SUM = "sum"  # its figure is the sum of others
    REVIEWER = "reviewer"  # a person said so


@dataclass(frozen=True, slots=True)
class Copy:
    """A claim that repeats another, or (`sum`) adds up several. `reason`: a sentence."""

    claim: str
    of: tuple[str, ...]
    sort: CopySort
    reason: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Accounts of one event and party that go back to one: a single witness, however many pages repeat it.

    `claims`: the ids of all claims in it, those of the root's own account among them. `root`: the claim the others
    go back to. `copies`: why each of the others is in it; the root itself is named only as the `sum` of other lineages.
    """

    id: str
    root: str
    claims: tuple[str, ...]
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Witness:
    """Whose word a claim is, as far as is known: in a slot, all claims with one `id` count once.

    `traced`: what it says was held against what others say, as figures are. `reason`: why it is not its document's own
    word alone, in a sentence; empty where it is.
    """

    id: str
    traced: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attestation:
    """How many witnesses speak in a slot, in words that promise no more than is known.

    `traced`: each of their claims was held against what others say. `compared`: so were the words of their documents.
    """

    number: int
    traced: bool = False
    compared: bool = True

    @classmethod
    def of(cls, witnesses: Iterable[Witness], *, compared: bool = True) -> "Attestation":
        """The attestation of claims, one witness given for each claim."""
        held = tuple(witnesses)
        traced = bool(held) and all(one.traced for one in held)
        return cls(len({one.id for one in held}), traced, compared)

    @property
    def independent(self) -> bool:
        """Are there several, of whom it was traced that none repeats another?"""
        return self.number > 1 and self.traced and self.compared

    def __str__(self) -> str:
        if self.number == 1:
            return "1 witness"
        if self.independent:
            return f"{self.number} independent witnesses"
        known = "none known to copy another" if self.compared else "too many to look for copies among them"
        return f"{self.number} witnesses, {known}" if self.number else "no witness"
