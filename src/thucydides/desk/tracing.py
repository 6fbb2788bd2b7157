"""Which accounts of an event go back to one, and how do its claims stand to each other?

Estimates, comparisons, agreement and releases all ask here, so that what is one witness to one is one to all.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from thucydides.checking import Echoes, comparisons
from thucydides.desk.reviewing import in_use
from thucydides.ledger import Ledger
from thucydides.linking import Dependence, PageCopy, copies_among, kept_runs, lineages, statements_of
from thucydides.vocabulary import Comparison, Decision, Event, Lineage, LinkedClaim, Subject

MOST_PAGES = 200
"""Of more documents on one event the words are not held against each other; their figures are."""
FIGURES = ("loss", "strength")
"""The attributes whose claims are traced by what they say. The others by whom they name, and by copies of pages."""
_KEPT_RUNS = 256
"""Of how many documents the runs of words are remembered while a ledger is traced."""


@dataclass(frozen=True, slots=True)
class Traced:
    """The lineages of figures, the documents that share their words, and what persons said of either."""

    lineages: tuple[Lineage, ...]
    pages: tuple[PageCopy, ...]
    decisions: tuple[Decision, ...] = ()

    @property
    def echoes(self) -> Echoes:
        """As the comparison asks for them."""
        return Echoes(
            self.lineages,
            {frozenset((one.copy, one.original)): f"it stands in {one.reason}" for one in self.pages},
        )

    @property
    def dependence(self) -> Dependence:
        """As the witnesses of an event are counted by it."""
        return Dependence(lineages=self.lineages, page_copies=self.pages, decisions=self.decisions)


def words_compared(event: Event) -> bool:
    """Are the words of an event's documents held against each other?"""
    return len(event.documents) <= MOST_PAGES


def traced(event: Event, ledger: Ledger) -> Traced:
    """The lineages of the figures of one event; those of the events in it serve to find sums."""
    return traced_among(ledger.linked.claims(event=event.id), event, ledger)


def traced_among(claims: Iterable[LinkedClaim], event: Event, ledger: Ledger) -> Traced:
    """The same, where the claims on the event are at hand."""
    held = tuple(claims)
    about, below = _figures(held), _figures(ledger.linked.claims_inside(event.id))
    documents = sorted({linked.claim.document for linked in (*about, *below)})
    listing = [one for document in documents for one in ledger.linked.claims(document=document, attribute="source")]
    speaking = {linked.claim.document for linked in held}.union(documents)
    found = _traced((*about, *below, *listing), [event], ledger, speaking)
    ids = {linked.claim.id for linked in about}
    return replace(found, lineages=tuple(lineage for lineage in found.lineages if lineage.root in ids))


def traced_together(ledger: Ledger) -> Traced:
    """The lineages of all figures of a ledger."""
    claims = [linked for name in (*FIGURES, "source") for linked in ledger.linked.claims(attribute=name)]
    return _traced(claims, ledger.events.all(), ledger, None)


def _traced(
    claims: Iterable[LinkedClaim], events: Iterable[Event], ledger: Ledger, documents: Collection[str] | None
) -> Traced:
    held = tuple(claims)
    pages = _page_copies(events, ledger)
    within = {linked.event.id: linked.event.part_of for linked in held if linked.event.part_of}
    decisions = in_use(ledger, about={Subject.LINEAGE}, documents=documents).decisions
    found = lineages(statements_of(held), within=within, page_copies=pages, decisions=decisions)
    return Traced(found, pages, decisions)


def _figures(claims: Iterable[LinkedClaim]) -> list[LinkedClaim]:
    return [linked for linked in claims if linked.claim.attribute in FIGURES]


def compared(event: Event, ledger: Ledger) -> Iterator[Comparison]:
    """The pairs of claims on each slot of an event, with what lies between them."""
    claims = tuple(ledger.linked.claims(event=event.id))
    return compared_among(claims, traced_among(claims, event, ledger), ledger)


def compared_among(claims: Collection[LinkedClaim], found: Traced, ledger: Ledger) -> Iterator[Comparison]:
    """The same, where the claims on the event are at hand, and what goes back to what."""
    documents = {linked.claim.document for linked in claims}
    decisions = in_use(ledger, about={Subject.RELATION}, documents=documents).decisions
    return comparisons(claims, echoes=found.echoes, decisions=decisions)


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
