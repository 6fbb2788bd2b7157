"""Which accounts of an event go back to one, and how do its claims stand to each other?

Estimates, comparisons, agreement and releases all ask here, so that what is one witness to one is one to all.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from thucydides.checking import Echoes, comparisons
from thucydides.desk.reviewing import in_use
from thucydides.ledger import Ledger
from thucydides.linking import PageCopy, copies_among, kept_runs, lineages, statements_of
from thucydides.vocabulary import Comparison, Event, Lineage, LinkedClaim

MOST_PAGES = 200
"""Of more documents on one event the words are not held against each other; their figures are."""
FIGURES = ("loss", "strength")
"""The attributes whose claims are traced."""
_KEPT_RUNS = 256
"""Of how many documents the runs of words are remembered while a ledger is traced."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The lineages of figures, and the documents that share their words."""

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
    about = _figures_of(event.id, ledger)
    below = [linked for child in _inside(event.id, ledger) for linked in _figures_of(child, ledger)]
    documents = sorted({linked.claim.document for linked in (*about, *below)})
    listing = [one for document in documents for one in ledger.linked_claims(document=document, attribute="source")]
    found = _traced((*about, *below, *listing), [event], ledger)
    ids = {linked.claim.id for linked in about}
    return Traced(tuple(lineage for lineage in found.lineages if lineage.root in ids), found.pages)


def traced_together(ledger: Ledger) -> Traced:
    """The lineages of all figures of a ledger."""
    claims = [linked for name in (*FIGURES, "source") for linked in ledger.linked_claims(attribute=name)]
    return _traced(claims, ledger.events(), ledger)


def _traced(claims: Iterable[LinkedClaim], events: Iterable[Event], ledger: Ledger) -> Traced:
    held = tuple(claims)
    pages = _page_copies(events, ledger)
    within = {linked.event.id: linked.event.part_of for linked in held if linked.event.part_of}
    found = lineages(statements_of(held), within=within, page_copies=pages, decisions=in_use(ledger).decisions)
    return Traced(found, pages)


def _figures_of(event: str, ledger: Ledger) -> list[LinkedClaim]:
    return [linked for name in FIGURES for linked in ledger.linked_claims(event=event, attribute=name)]


def _inside(event: str, ledger: Ledger) -> Iterator[str]:
    """The events in an event, and those in them."""
    left, seen = [event], {event}
    while left:
        for child in ledger.entries_within(left.pop()):
            if child.event.id not in seen:
                seen.add(child.event.id)
                left.append(child.event.id)
                yield child.event.id


def compared(event: Event, ledger: Ledger) -> Iterator[Comparison]:
    """The pairs of claims on each slot of an event, with what lies between them."""
    claims = ledger.linked_claims(event=event.id)
    return comparisons(claims, echoes=traced(event, ledger).echoes, decisions=in_use(ledger).decisions)


def _page_copies(events: Iterable[Event], ledger: Ledger) -> tuple[PageCopy, ...]:
    """The documents on one event that share their words; those that stand together in many events are held once."""
    together = {tuple(sorted(event.documents)) for event in events}
    runs: Callable[[str], frozenset[int]] = lru_cache(_KEPT_RUNS)(lambda name: kept_runs(ledger.text(name).content))
    found = [
        copy
        for documents in sorted(together)
        if 1 < len(documents) <= MOST_PAGES
        for copy in copies_among({document: runs(document) for document in documents})
    ]
    return tuple({(copy.copy, copy.original): copy for copy in found}.values())
