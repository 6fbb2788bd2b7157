"""What is said of one event, and what surrounds it?"""

from collections.abc import Iterator

from thucydides.desk.answers import DocumentEntry, Record
from thucydides.desk.tracing import traced_among
from thucydides.ledger import KeptDocument, Ledger
from thucydides.vocabulary import Event


def record_of(event: Event, ledger: Ledger) -> Record:
    """The claims on the event, what surrounds it in the tree, and the findings that concern it."""
    claims = tuple(ledger.linked_claims(event=event.id))
    documents = tuple(dict.fromkeys(linked.claim.document for linked in claims))
    counts, kept = ledger.claims_in(documents), ledger.some_kept(documents)
    return Record(
        event=event,
        ancestors=tuple(reversed(list(_ancestors(event, ledger)))),
        children=tuple(entry.event for entry in ledger.entries_within(event.id)),
        claims=claims,
        findings=ledger.findings_on(event.id),
        documents=tuple(entry_of(kept[document], counts[document]) for document in documents),
        lineages=traced_among(claims, event, ledger).lineages,
    )


def entry_of(kept: KeptDocument, claims: int) -> DocumentEntry:
    """A document as a list shows it."""
    return DocumentEntry(kept.id, kept.name, kept.media_type, kept.characters, claims)


def _ancestors(event: Event, ledger: Ledger) -> Iterator[Event]:
    seen = {event.id}
    while event.part_of not in seen and (parent := ledger.event(event.part_of)) is not None:
        seen.add(parent.id)
        yield parent
        event = parent
