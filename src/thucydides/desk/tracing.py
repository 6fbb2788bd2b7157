"""Which accounts of an event go back to one, and how do its claims stand to each other?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thucydides.checking import Echoes, comparisons
from thucydides.desk.reviewing import in_use
from thucydides.ledger import Ledger
from thucydides.linking import PageCopy, lineages, page_copies, statements_of
from thucydides.vocabulary import Comparison, Event, Lineage, LinkedClaim

MOST_PAGES = 200
"""Of more documents on one event the words are not held against each other; their figures are."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The lineages of an event's figures, and the documents that share their words."""

    lineages: tuple[Lineage, ...]
    pages: tuple[PageCopy, ...]

    @property
    def echoes(self) -> Echoes:
        """As the comparison asks for them."""
        return Echoes(
            self.lineages,
            {frozenset((one.copy, one.original)): f"it stands in {one.reason}" for one in self.pages},
        )


def traced(event: Event, ledger: Ledger) -> Traced:
    """The lineages of the figures of one event; those of the events in it serve to find sums."""
    about = list(ledger.linked_claims(event=event.id))
    below = [
        linked for child in ledger.entries_within(event.id) for linked in ledger.linked_claims(event=child.event.id)
    ]
    pages = _pages(about, ledger)
    within = {linked.event.id: event.id for linked in below}
    found = lineages(
        statements_of((*about, *below)), within=within, page_copies=pages, decisions=in_use(ledger).decisions
    )
    ids = {linked.claim.id for linked in about}
    return Traced(tuple(lineage for lineage in found if lineage.root in ids), pages)


def compared(event: Event, ledger: Ledger) -> Iterator[Comparison]:
    """The pairs of claims on each slot of an event, with what lies between them."""
    claims = ledger.linked_claims(event=event.id)
    return comparisons(claims, echoes=traced(event, ledger).echoes, decisions=in_use(ledger).decisions)


def _pages(claims: Iterable[LinkedClaim], ledger: Ledger) -> tuple[PageCopy, ...]:
    documents = sorted({linked.claim.document for linked in claims})
    if not 1 < len(documents) <= MOST_PAGES:
        return ()
    return page_copies((document, ledger.text(document).content) for document in documents)
