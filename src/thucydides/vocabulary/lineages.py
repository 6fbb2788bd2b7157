"""Which accounts go back to one, and how is that known?"""

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
