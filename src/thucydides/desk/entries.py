"""How does each event stand in the index, and how do the events lie in each other?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from thucydides.vocabulary import Event, EventEntry, Finding, LinkedClaim

_BEGINS = ("start_date", "date", "end_date")
_ENDS = ("end_date", "date")


def entries_of(
    events: Sequence[Event], linked: Iterable[LinkedClaim], findings: Iterable[Finding]
) -> tuple[EventEntry, ...]:
    """Every event, each followed by those within it, by time."""
    claims = defaultdict(list)
    for one in linked:
        claims[one.event.id].append(one)
    counted = Counter(finding.event for finding in findings)
    known = {event.id for event in events}
    within = defaultdict(list)
    for event in events:
        within[event.part_of if event.part_of in known else ""].append(event)
    return tuple(_tree("", within, claims, counted, depth=0))


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
