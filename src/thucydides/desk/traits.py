"""By what can each event be sifted?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from thucydides.vocabulary import (
    Code,
    Event,
    EventEntry,
    Finding,
    HistoricalDate,
    LinkedClaim,
    Severity,
    Traits,
)

_CODED = {"conflict_type": "type", "region": "region"}
_DATES = ("start_date", "date", "end_date")
CONTESTED = "contradicted"


def traits_of(
    entries: Iterable[EventEntry], claims: Iterable[LinkedClaim], findings: Iterable[Finding]
) -> Iterator[Traits]:
    """The traits of every event: what it is, where and when it was, who fought, whether its accounts contradict."""
    coded: dict[str, list[tuple[str, str]]] = defaultdict(list)
    days: dict[str, list[tuple[int, int]]] = defaultdict(list)
    event_of: dict[str, str] = {}
    for linked in claims:
        event_of[linked.claim.id] = linked.event.id
        coded[linked.event.id] += _codes(linked)
        days[linked.event.id] += _days(linked)
    contested = {
        event
        for finding in findings
        if finding.severity is Severity.CONTRADICTION
        for event in (finding.event, *(event_of.get(claim, "") for claim in finding.claims))
    }
    for entry in entries:
        event = entry.event
        held = days[event.id]
        yield Traits(
            event=event.id,
            first=min((first for first, _ in held), default=None),
            last=max((last for _, last in held), default=None),
            values=(
                ("kind", event.kind.value),
                *coded[event.id],
                *(("region", name) for name in _within(event)),
                *(("actor", party) for party in entry.parties),
                *([("contested", CONTESTED)] if event.id in contested else []),
            ),
        )


def _codes(linked: LinkedClaim) -> list[tuple[str, str]]:
    value = linked.claim.value
    name = _CODED.get(linked.claim.attribute)
    return [(name, code.casefold()) for code in value.codes] if name and isinstance(value, Code) else []


def _within(event: Event) -> tuple[str, ...]:
    return event.place.within if event.place else ()


def _days(linked: LinkedClaim) -> list[tuple[int, int]]:
    value = linked.claim.value
    if linked.claim.attribute not in _DATES or not isinstance(value, HistoricalDate):
        return []
    first, last = value.earliest or value.latest, value.latest or value.earliest
    return [(first.ordinal, last.ordinal)] if first and last else []
