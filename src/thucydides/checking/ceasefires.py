"""Did the fighting end when the ceasefire says?"""

from collections.abc import Iterator

from thucydides.checking.days import apart, day_in_words, days_in_words, exact
from thucydides.checking.testimony import Testimony, date_of, ids
from thucydides.vocabulary import Code, Day, Event, EventKind, Finding, LinkedClaim, Severity

_NAMES = ("ceasefire", "cease-fire", "cease fire", "truce", "armistice")
_FARTHEST = 90
"""A ceasefire so many days before or after the end is another one."""
_NEAREST_KNOWN = 30
"""A ceasefire that nobody places in the tree is taken for that of the one event that ended so many days around it."""
_NEARLY = 3
"""So many days often lie between signing, coming into force and the last shot."""


def end_against_ceasefire(testimony: Testimony) -> Iterator[Finding]:
    """An end on another day than the ceasefire that belongs to the event."""
    for agreement in testimony.events.values():
        if agreement.kind is EventKind.AGREEMENT and _is_ceasefire(testimony, agreement):
            truces = list(_days(testimony, agreement, ("date", "start_date")))
            placed = testimony.events.get(agreement.part_of)
            event = placed if agreement.part_of else _only_neighbour(testimony, truces)
            if truces and event is not None:
                yield from _against(testimony, truces, event)


def _only_neighbour(testimony: Testimony, truces: list[tuple[Day, LinkedClaim]]) -> Event | None:
    """The one event of the same documents that ended about then."""
    near = {
        account.event.id: account.event
        for document in {truce.claim.document for _, truce in truces}
        for account in testimony.by_document[document]
        for finish, _ in _days(testimony, account.event, ("end_date",))
        if any(abs(apart(day, finish)) <= _NEAREST_KNOWN for day, _ in truces)
    }
    return next(iter(near.values())) if len(near) == 1 else None


def _is_ceasefire(testimony: Testimony, agreement: Event) -> bool:
    names = " ".join((agreement.label, *agreement.aliases)).casefold()
    return any(name in names for name in _NAMES) or any(
        isinstance(linked.claim.value, Code) and "ceasefire" in linked.claim.value.codes
        for account in testimony.of_event(agreement.id)
        for linked in account.of("outcome")
    )


def _days(testimony: Testimony, event: Event, attributes: tuple[str, ...]) -> Iterator[tuple[Day, LinkedClaim]]:
    """Each day that is given, once for each document."""
    seen: set[tuple[str, Day]] = set()
    for account in testimony.of_event(event.id):
        for linked in account.own(*attributes):
            date = date_of(linked)
            day = exact(date) if date else None
            if day and not linked.claim.target.names and (account.document, day) not in seen:
                seen.add((account.document, day))
                yield day, linked


def _against(testimony: Testimony, truces: list[tuple[Day, LinkedClaim]], event: Event) -> Iterator[Finding]:
    ends = list(_days(testimony, event, ("end_date",)))
    truce_days = {day for day, _ in truces}
    for finish, end in ends:
        truce_day, truce = min(truces, key=lambda pair: abs(apart(pair[0], finish)))
        gap = apart(truce_day, finish)
        if finish not in truce_days and abs(gap) <= _FARTHEST:
            yield Finding(
                "end-against-ceasefire",
                Severity.NOTE if abs(gap) <= _NEARLY else Severity.DOUBT,
                f"{event.label} ends on {day_in_words(finish)} ({end.document_name}), but its ceasefire is of "
                f"{day_in_words(truce_day)} ({truce.document_name}): {days_in_words(abs(gap))} "
                f"{'earlier' if gap > 0 else 'later'}.",
                claims=ids((end, truce)),
                event=event.id,
            )
