"""What does a ledger know of each event, put together for coding?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from thucydides.desk.estimating import Estimates
from thucydides.ledger import Ledger
from thucydides.vocabulary import (
    Actor,
    Answer,
    Dossier,
    Estimate,
    Event,
    EventKind,
    HistoricalDate,
    LinkedClaim,
    standing,
)

_PARTY = ("belligerent", "party")
_UNDATED_KINDS = (EventKind.AGREEMENT,)


def dossiers(ledger: Ledger, estimates: Estimates) -> Iterator[Dossier]:
    """A dossier of every event that parties fought, in the order of the index. Rejected claims are not in it."""
    decided = standing(ledger.decisions())
    rejected = {claim for claim, decision in decided.items() if decision.answer is Answer.REJECT}
    windows = coverage(ledger)
    by_event: dict[str, list[Estimate]] = defaultdict(list)
    for estimate in estimates.result.estimates:
        by_event[estimate.event].append(estimate)
    for entry in ledger.index.entries():
        if entry.event.kind not in _UNDATED_KINDS:
            claims = [one for one in ledger.linked.claims(event=entry.event.id) if one.claim.id not in rejected]
            made = _dossier(entry.event, claims, by_event[entry.event.id], estimates)
            yield replace(made, covered=windows)


def coverage(ledger: Ledger) -> dict[str, tuple[int, int]]:
    """Of each kind of account (the reader that took it in) the first and the last year that it speaks of."""
    windows: dict[str, tuple[int, int]] = {}
    for attribute in ("start_date", "date", "end_date"):
        for linked in ledger.linked.claims(attribute=attribute):
            date, kind = linked.claim.value, linked.claim.reader.partition("/")[0]
            if isinstance(date, HistoricalDate) and date.earliest and date.latest:
                first, last = windows.get(kind, (date.earliest.year, date.latest.year))
                windows[kind] = min(first, date.earliest.year), max(last, date.latest.year)
    return windows


def _dossier(event: Event, claims: list[LinkedClaim], made: Iterable[Estimate], estimates: Estimates) -> Dossier:
    parties = parties_of(claims)
    kept = {(estimate.party, estimate.category): estimate for estimate in made}
    return Dossier(
        event=event,
        claims=tuple(claims),
        parties=parties,
        actors=_actors(claims),
        estimates=kept,
        draws={
            key: draws[key[1]].tolist()
            for key in kept
            if key[0] in parties and (draws := _draws(estimates, event.id, key[0]))
        },
        witnesses={claim: one.id for claim, one in estimates.dependence.witnesses(claims).items()},
    )


def _draws(estimates: Estimates, event: str, party: str) -> Mapping[str, Any]:
    try:
        return estimates.result.draws(event, party)
    except KeyError:
        return {}


def parties_of(claims: Iterable[LinkedClaim]) -> dict[str, int]:
    """Each belligerent with the side on which most claims place it.

    Sides are numbered by each document for itself: the numbers are those of the document that places most parties, and
    the others only fill in whom it leaves out.
    """
    placed: dict[str, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    named: dict[str, None] = {}
    for linked in claims:
        if linked.claim.attribute in _PARTY or (linked.claim.attribute == "loss" and len(linked.targets) == 1):
            for actor in linked.targets:
                named.setdefault(actor.id)
                if linked.claim.side:
                    placed[linked.claim.document][actor.id][linked.claim.side] += 1
    for linked in claims:
        if linked.claim.attribute in ("winner", "loser") and len(linked.targets) == 1:
            named.setdefault(linked.targets[0].id)
    if not placed:
        return dict.fromkeys(named, 0)
    first = max(sorted(placed), key=lambda document: len(placed[document]))
    sides = {actor: max(sorted(votes), key=votes.__getitem__) for actor, votes in placed[first].items()}
    return {actor: sides.get(actor) or _beside(actor, placed, sides) for actor in named}


def _beside(actor: str, placed: Mapping[str, Mapping[str, Counter[int]]], sides: Mapping[str, int]) -> int:
    """The side of those beside whom another document places the actor; 0 where none does."""
    for document in sorted(placed):
        if actor in placed[document]:
            (own, _), *_ = placed[document][actor].most_common(1)
            for other, votes in sorted(placed[document].items()):
                if other in sides and votes.most_common(1)[0][0] == own:
                    return sides[other]
    return 0


def _actors(claims: Iterable[LinkedClaim]) -> dict[str, Actor]:
    return {actor.id: actor for linked in claims for actor in linked.targets}
