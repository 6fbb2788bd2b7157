"""Do the documents agree, each with itself and with the others, how it ended and who won?"""

from collections.abc import Iterator, Mapping, Sequence

from thucydides.checking.testimony import Account, Testimony, groups, ids
from thucydides.checking.wording import listed, quoted
from thucydides.vocabulary import Code, Event, EventKind, Finding, LinkedClaim, Severity

CONTRARY: Mapping[str, frozenset[str]] = {
    "unsettled": frozenset({"victory", "treaty", "withdrawal"}),
    "stalemate": frozenset({"victory"}),
}
"""What cannot well be said beside an outcome that left things open."""
WHOLE: Mapping[str, frozenset[str]] = {"unsettled": frozenset({"victory"})}
"""What is said of the larger event and still speaks against the outcome of a part. A drawn battle of a war that was won
speaks against nothing."""
IMPLIED: Mapping[str, str] = {"winner": "victory", "loser": "victory", "settlement": "treaty"}
_MOST = 3
"""So many documents are quoted against an outcome; the others are counted."""
_SETTLEMENTS = ("settlement", "settled", "peace")


def outcome_against_outcome(testimony: Testimony) -> Iterator[Finding]:
    """An open outcome in one place, and a victory, a retreat or a settlement of the same event in another."""
    said = {event: _told(accounts) for event, accounts in testimony.by_event.items()}
    for account in testimony.accounts:
        for coded in account.own("outcome"):
            if _contrary(coded, CONTRARY):
                yield from _within_record(testimony, account, coded)
                yield from _across_documents(said, coded)


def _told(accounts: Sequence[Account]) -> list[LinkedClaim]:
    return [linked for account in accounts for linked in account.own("outcome", *IMPLIED)]


def _contrary(coded: LinkedClaim, table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(table.get(code, frozenset()) for code in _codes(coded)))


def _codes(linked: LinkedClaim) -> tuple[str, ...]:
    if isinstance(linked.claim.value, Code):
        return linked.claim.value.codes
    return tuple(filter(None, (IMPLIED.get(linked.claim.attribute),)))


def _saying(told: Sequence[LinkedClaim], contrary: frozenset[str]) -> list[LinkedClaim]:
    """The claims that amount to one of these outcomes."""
    return [linked for linked in told if not contrary.isdisjoint(_codes(linked))]


def _within_record(testimony: Testimony, account: Account, coded: LinkedClaim) -> Iterator[Finding]:
    contrary = _contrary(coded, CONTRARY)
    said = [linked for linked in _saying(_told([account]), contrary) if linked.claim.span != coded.claim.span]
    if "treaty" in contrary:
        said += _settlements(testimony, account)
    if said:
        yield _finding("outcome-within-record", coded, said, f"the same document says {quoted(said)}")


def _settlements(testimony: Testimony, account: Account) -> Iterator[LinkedClaim]:
    """When and how the same document says that the dispute was settled: by an agreement within the event."""
    for agreement in testimony.children(account.event.id):
        if agreement.kind is EventKind.AGREEMENT and _settles(agreement):
            for other in testimony.of_event(agreement.id):
                if other.document == account.document:
                    yield from other.own("date", "outcome", "settlement")


def _settles(agreement: Event) -> bool:
    names = " ".join((agreement.label, *agreement.aliases)).casefold()
    return any(word in names for word in _SETTLEMENTS)


def _across_documents(told: Mapping[str, Sequence[LinkedClaim]], coded: LinkedClaim) -> Iterator[Finding]:
    said = [
        linked
        for event, table in ((coded.event.id, CONTRARY), (coded.event.part_of, WHOLE))
        for linked in _saying(told.get(event, ()), _contrary(coded, table))
        if linked.claim.document != coded.claim.document
    ]
    if said:
        against = _by_name(said)
        more = [f"{len(against) - _MOST} more documents"] if len(against) > _MOST else []
        quotes = "; ".join([_of_document(name, claims) for name, claims in against[:_MOST]] + more)
        yield _finding("outcome-across-documents", coded, said, quotes)


def _by_name(claims: Sequence[LinkedClaim]) -> list[tuple[str, list[LinkedClaim]]]:
    return sorted(groups(claims, lambda linked: linked.document_name).items())


def _of_document(name: str, claims: Sequence[LinkedClaim]) -> str:
    return f"{name} says {quoted(claims)} (of {listed(dict.fromkeys(linked.event.label for linked in claims))})"


def _finding(rule: str, coded: LinkedClaim, contrary: Sequence[LinkedClaim], against: str) -> Finding:
    return Finding(
        rule,
        Severity.DOUBT,
        f"{coded.document_name} gives the outcome of {coded.event.label} as {quoted((coded,))}, but {against}.",
        claims=ids((coded, *contrary)),
        event=coded.event.id,
    )


def winner_against_winner(testimony: Testimony) -> Iterator[Finding]:
    """An actor that won an event in one document and lost it in another."""
    for event_id, accounts in testimony.by_event.items():
        won = _by_actor([linked for account in accounts for linked in account.own("winner")])
        lost = _by_actor([linked for account in accounts for linked in account.own("loser")])
        for actor in sorted(won.keys() & lost.keys()):
            # In one document, the second is nearly always about a battle before or after.
            if _documents(won[actor]).isdisjoint(_documents(lost[actor])):
                yield _both(testimony.events[event_id], won[actor], lost[actor])


def _documents(claims: Sequence[LinkedClaim]) -> set[str]:
    return {linked.claim.document for linked in claims}


def _by_actor(claims: Sequence[LinkedClaim]) -> dict[str, list[LinkedClaim]]:
    pairs = [(actor.id, linked) for linked in claims for actor in linked.targets]
    return {actor: [linked for _, linked in held] for actor, held in groups(pairs, lambda pair: pair[0]).items()}


def _both(event: Event, won: Sequence[LinkedClaim], lost: Sequence[LinkedClaim]) -> Finding:
    (name,) = {actor.name for actor in won[0].targets} & {actor.name for actor in lost[0].targets} or {event.label}
    return Finding(
        "winner-against-winner",
        Severity.CONTRADICTION,
        f"{name} won {event.label} in {_where(won)} ({quoted(won)}), and lost it in {_where(lost)} ({quoted(lost)}).",
        claims=ids((*won, *lost)),
        event=event.id,
    )


def _where(claims: Sequence[LinkedClaim]) -> str:
    return listed(sorted({linked.document_name for linked in claims}))
