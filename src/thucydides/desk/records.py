"""What is said of one event, and how do the events lie in each other?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from thucydides.desk.answers import DocumentEntry, EventEntry, Record
from thucydides.desk.understanding import Understanding
from thucydides.vocabulary import Event, Finding, LinkedClaim

_BEGINS = ("start_date", "date", "end_date")
_ENDS = ("end_date", "date")


def record_of(event: Event, known: Understanding, entries: Mapping[str, DocumentEntry]) -> Record:
    """The claims on the event, what surrounds it in the tree, and the findings that concern it."""
    claims = tuple(linked for linked in known.claims if linked.event.id == event.id)
    documents = dict.fromkeys(linked.claim.document for linked in claims)
    return Record(
        event=event,
        ancestors=tuple(reversed(list(_ancestors(event, known.events)))),
        children=children_of(event.id, known),
        claims=claims,
        findings=findings_of(event, claims, known.findings),
        documents=tuple(entries[document] for document in documents),
    )


def index_of(known: Understanding) -> tuple[EventEntry, ...]:
    """Every event, each followed by those within it, by time."""
    claims = defaultdict(list)
    for linked in known.claims:
        claims[linked.event.id].append(linked)
    findings = Counter(finding.event for finding in known.findings)
    within = defaultdict(list)
    for event in known.events.values():
        within[event.part_of if event.part_of in known.events else ""].append(event)
    return tuple(_tree("", within, claims, findings, depth=0))


def children_of(event_id: str, known: Understanding) -> tuple[Event, ...]:
    """The events directly within it, by time."""
    claims = defaultdict(list)
    for linked in known.claims:
        claims[linked.event.id].append(linked)
    inside = (event for event in known.events.values() if event.part_of == event_id)
    return tuple(sorted(inside, key=lambda event: (_first(claims[event.id], _BEGINS) or "~", event.label)))


def findings_of(event: Event, claims: Iterable[LinkedClaim], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that name the event or one of its claims."""
    ids = {linked.claim.id for linked in claims}
    return tuple(finding for finding in findings if finding.event == event.id or ids & set(finding.claims))


def _ancestors(event: Event, events: Mapping[str, Event]) -> Iterator[Event]:
    seen = {event.id}
    while (parent := events.get(event.part_of)) is not None and parent.id not in seen:
        seen.add(parent.id)
        yield parent
        event = parent


def _tree(
    parent: str,
    within: Mapping[str, list[Event]],
    claims: Mapping[str, list[LinkedClaim]],
    findings: Mapping[str, int],
    *,
    depth: int,
) -> Iterator[EventEntry]:
    entries = [_entry(event, claims[event.id], findings.get(event.id, 0), depth) for event in within[parent]]
    for entry in sorted(entries, key=lambda entry: (entry.began or "~", entry.event.label)):
        yield entry
        yield from _tree(entry.event.id, within, claims, findings, depth=depth + 1)


def _entry(event: Event, claims: list[LinkedClaim], findings: int, depth: int) -> EventEntry:
    parties = dict.fromkeys(
        actor.name
        for linked in claims
        if linked.claim.attribute in ("belligerent", "party")
        for actor in linked.targets
    )
    return EventEntry(
        event=event,
        began=_first(claims, _BEGINS),
        ended=_first(claims, _ENDS),
        parties=tuple(parties),
        claims=len(claims),
        documents=len({linked.claim.document for linked in claims}),
        findings=findings,
        depth=depth,
    )


def _first(claims: Iterable[LinkedClaim], attributes: tuple[str, ...]) -> str:
    """The first date that is claimed, trying the attributes in order."""
    held = list(claims)
    for attribute in attributes:
        for linked in held:
            if linked.claim.attribute == attribute:
                return str(linked.claim.value)
    return ""
