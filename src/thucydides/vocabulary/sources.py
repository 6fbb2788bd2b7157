"""Whose word is it, and what does that word rest on?"""

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What kind of record a claim rests on."""

    COMMUNIQUE = "communique"
    ARCHIVAL = "archival"
    ROLL = "roll"
    SCHOLARLY = "scholarly"
    DATASET = "dataset"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """Where the claimant stands towards the target."""

    OWN = "own"
    ENEMY = "enemy"
    ALLY = "ally"
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class Source:
    """A work: what a citation names. Empty where the citation does not say."""

    id: str
    title: str
    author: str = ""
    year: str = ""
    kind: str = ""
    side: str = ""
    edition: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, where the document attributes it to somebody, and what it cites.

    `claimant` and `cites` stand as written; `claimant` is empty where the document speaks for itself.
    """

    claimant: str = ""
    basis: Basis = Basis.UNKNOWN
    cites: str = ""


THE_DOCUMENT = Attribution()
