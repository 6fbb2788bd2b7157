"""Do the beginnings and ends of an event agree: with each other, with the larger event, and across documents?"""

from collections.abc import Iterable, Iterator, Sequence

from thucydides.checking.days import in_words
from thucydides.checking.testimony import Account, Testimony, date_of, groups, ids
from thucydides.checking.wording import listed
from thucydides.vocabulary import Day, Event, EventKind, Finding, HistoricalDate, LinkedClaim, Severity

BEGINS, ENDS = ("start_date", "date"), ("end_date", "date")
_FAR_PAST, _FAR_FUTURE = Day(-100_000, 1, 1), Day(100_000, 12, 31)
_WORDS = {"start_date": "begins", "end_date": "ends"}


def _date(linked: LinkedClaim) -> HistoricalDate:
    date = date_of(linked)
    assert date is not None
    return date


def _earliest(linked: LinkedClaim) -> Day:
    return _date(linked).earliest or _FAR_PAST


def _latest(linked: LinkedClaim) -> Day:
    return _date(linked).latest or _FAR_FUTURE


def _dated(account: Account, *attributes: str) -> tuple[LinkedClaim, ...]:
    """The dates of the event itself, not of one participant."""
    return tuple(
        linked for linked in account.own(*attributes) if date_of(linked) is not None and not linked.claim.target.names
    )


def date_order(testimony: Testimony) -> Iterator[Finding]:
    """An event that ends before it begins."""
    for account in testimony.accounts:
        begins, ends = _dated(account, "start_date"), _dated(account, "end_date")
        if not begins or not ends:
            continue
        begin, end = min(begins, key=_earliest), max(ends, key=_latest)
        if _earliest(begin) > _latest(end):
            yield Finding(
                "date-order",
                Severity.CONTRADICTION,
                f"{account.event.label} ends before it begins in {account.name}: it begins {in_words(_date(begin))} "
                f"and ends {in_words(_date(end))}.",
                claims=ids((begin, end)),
                event=account.event.id,
            )


def child_outside_parent(testimony: Testimony) -> Iterator[Finding]:
    """An event that begins before, or ends after, every date given for the larger event."""
    for event in testimony.events.values():
        parent = testimony.events.get(event.part_of)
        if parent is not None and EventKind.AGREEMENT not in (event.kind, parent.kind):
            yield from _outside(testimony, event, parent)


def _outside(testimony: Testimony, event: Event, parent: Event) -> Iterator[Finding]:
    begins, ends = _of_all(testimony, parent, "start_date"), _of_all(testimony, parent, "end_date")
    inside_begins, inside_ends = _of_all(testimony, event, *BEGINS), _of_all(testimony, event, *ENDS)
    if begins and inside_begins:
        whole, part = min(begins, key=_earliest), min(inside_begins, key=_latest)
        if _latest(part) < _earliest(whole):
            yield _beyond(event, parent, part, whole, "begins")
    if ends and inside_ends:
        whole, part = max(ends, key=_latest), max(inside_ends, key=_earliest)
        if _earliest(part) > _latest(whole):
            yield _beyond(event, parent, part, whole, "ends")


def _of_all(testimony: Testimony, event: Event, *attributes: str) -> list[LinkedClaim]:
    return [linked for account in testimony.of_event(event.id) for linked in _dated(account, *attributes)]


def _beyond(event: Event, parent: Event, part: LinkedClaim, whole: LinkedClaim, does: str) -> Finding:
    return Finding(
        "child-outside-parent",
        Severity.DOUBT,
        f"{event.label} is taken as a part of {parent.label}, but {does} {in_words(_date(part))} "
        f"({part.document_name}), outside of it: {parent.label} {does} {in_words(_date(whole))} "
        f"({whole.document_name}).",
        claims=ids((part, whole)),
        event=event.id,
    )


def dates_across_documents(testimony: Testimony) -> Iterator[Finding]:
    """Documents that begin or end the same event at different times."""
    for event_id, accounts in testimony.by_event.items():
        for attribute in _WORDS:
            held = [linked for account in accounts for linked in _dated(account, attribute)]
            if len({linked.claim.document for linked in held}) > 1 and _nowhere_together(held):
                yield _differing(testimony.events[event_id], attribute, held)


def _nowhere_together(claims: Sequence[LinkedClaim]) -> bool:
    """Is there no day that every document admits?"""
    by_document = groups(claims, lambda linked: linked.claim.document).values()
    latest_begin = max(min(map(_earliest, held)) for held in by_document)
    earliest_end = min(max(map(_latest, held)) for held in by_document)
    return latest_begin > earliest_end


def _differing(event: Event, attribute: str, claims: Iterable[LinkedClaim]) -> Finding:
    by_date = groups(claims, lambda linked: (_earliest(linked), _latest(linked)))
    said = [
        f"{in_words(_date(held[0]))} in {listed(sorted({linked.document_name for linked in held}))}"
        for _, held in sorted(by_date.items(), key=lambda pair: pair[0])
    ]
    return Finding(
        f"{attribute.partition('_')[0]}-across-documents",
        Severity.DOUBT,
        f"{event.label} {_WORDS[attribute]} {'; '.join(said)}.",
        claims=ids(linked for held in by_date.values() for linked in held),
        event=event.id,
    )
