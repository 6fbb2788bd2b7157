"""Which claims may not be passed on, and why?

A claim is a row of somebody's document, and the document may have been given on terms. What has no licence on record
passes: it is the user's own reading, and the user's to answer for. A licence that the list does not know does not pass.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thucydides.vocabulary import LICENCES, LinkedClaim

BOTH = " and "


@dataclass(frozen=True, slots=True)
class Withheld:
    """The claims of one document that may not be passed on, with its licence and the reason as a sentence."""

    document: str
    licence: str
    claims: int
    why: str


class PassingOn:
    """The claims that may be passed on, one after the other, and after them what was held back.

    `licences`: the licence of each document id, empty where none is on record.
    """

    def __init__(self, claims: Iterable[LinkedClaim], licences: Mapping[str, str]) -> None:
        self._claims, self._licences = claims, licences
        self._counts: dict[tuple[str, str], int] = {}

    def __iter__(self) -> Iterator[LinkedClaim]:
        for linked in self._claims:
            licence = self._licences.get(linked.claim.document, "")
            if reason_against(licence):
                key = linked.document_name, licence
                self._counts[key] = self._counts.get(key, 0) + 1
            else:
                yield linked

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What was held back so far, by document."""
        return tuple(
            Withheld(document, licence, count, reason_against(licence))
            for (document, licence), count in sorted(self._counts.items())
        )


def reason_against(licence: str) -> str:
    """Why what stands under a licence (or several, joined by `and`) may not be passed on; empty if it may."""
    return "; ".join(filter(None, map(_against, filter(None, licence.split(BOTH)))))


def _against(licence: str) -> str:
    known = LICENCES.get(licence)
    if known is None:
        listed = ", ".join(LICENCES)
        return f"{licence!r} is not one of the licences that are known ({listed}); ask whose data they are"
    return "" if known.public else f"{known.label}: {known.owes}"
