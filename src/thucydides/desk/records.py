"""What is said of one event, and what surrounds it?"""

from collections.abc import Iterator

from thucydides.desk.answers import DocumentEntry, Record
from thucydides.desk.tracing import Traced, compared_among, traced_among, words_compared
from thucydides.ledger import KeptDocument, Ledger
from thucydides.vocabulary import Comparison, Event, LinkedClaim


def record_of(event: Event, ledger: Ledger) -> Record:
    """The claims on the event, what surrounds it in the tree, and the findings that concern it."""
    claims = tuple(ledger.linked.claims(event=event.id))
    return _record(event, claims, traced_among(claims, event, ledger), ledger)


def record_with_pairs(event: Event, ledger: Ledger) -> tuple[Record, tuple[Comparison, ...]]:
    """The same, and each pair of its claims on one slot."""
    claims = tuple(ledger.linked.claims(event=event.id))
    found = traced_among(claims, event, ledger)
    return _record(event, claims, found, ledger), tuple(compared_among(claims, found, ledger))


def _record(event: Event, claims: tuple[LinkedClaim, ...], found: Traced, ledger: Ledger) -> Record:
    documents = tuple(dict.fromkeys(linked.claim.document for linked in claims))
    counts, kept = ledger.linked.counted_in(documents), ledger.some_kept(documents)
    return Record(
        event=event,
        ancestors=tuple(reversed(list(_ancestors(event, ledger)))),
        children=tuple(entry.event for entry in ledger.index.within(event.id)),
        claims=claims,
        findings=ledger.findings.on(event.id),
        documents=tuple(entry_of(kept[document], counts[document]) for document in documents),
        lineages=found.lineages,
        pages=found.pages,
        compared=words_compared(event),
        witnesses=found.dependence.witnesses(claims),
    )


def entry_of(kept: KeptDocument, claims: int) -> DocumentEntry:
    """A document as a list shows it."""
    return DocumentEntry(kept.id, kept.name, kept.media_type, kept.characters, claims)


def _ancestors(event: Event, ledger: Ledger) -> Iterator[Event]:
    seen = {event.id}
    while event.part_of not in seen and (parent := ledger.events.one(event.part_of)) is not None:
        seen.add(parent.id)
        yield parent
        event = parent
