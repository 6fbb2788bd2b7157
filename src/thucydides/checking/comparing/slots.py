"""Which claims answer one question?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from thucydides.checking.testimony import EVERY_ACTOR, actors, groups
from thucydides.vocabulary import Count, Identifier, LinkedClaim

COMPARED_IN_FULL = 30
"""In a slot of so many claims at most, every pair is compared."""
READINGS_IN_FULL = 40
"""In a larger slot, every pair of so many different readings at most."""

_ADDITIVE = {
    "belligerent",
    "party",
    "commander",
    "formation",
    "cause",
    "issue",
    "territorial_demand",
    "source",
    "part_of",
}
"""Attributes of which an event has many: two different ones are no rivals, only the same ones are compared."""
_OF_ACTOR = {"winner": "won or lost", "loser": "won or lost"}
"""Attributes that answer one question about an actor."""

Pair = tuple[LinkedClaim, LinkedClaim]


def pairs(claims: Iterable[LinkedClaim]) -> Iterator[Pair]:
    """The pairs of claims on one slot of one event, each pair once.

    In a slot of many claims each is compared with the first of those that say exactly the same, and these firsts with
    each other; if even they are many, each with its neighbours by size and with the commonest. The number of pairs
    then grows with the number of claims and not with its square.
    """
    seen: set[tuple[str, str]] = set()
    for slot in _slots(sorted(claims, key=lambda linked: (linked.claim.document, linked.claim.id))):
        for one, other in _within(slot):
            key = (one.claim.id, other.claim.id)
            if key not in seen and one.claim.id != other.claim.id:
                seen.update((key, key[::-1]))
                yield one, other


def _slots(claims: Sequence[LinkedClaim]) -> Iterator[list[LinkedClaim]]:
    keyed = [(key, linked) for linked in claims for key in _keys(linked)]
    for held in groups(keyed, lambda pair: pair[0]).values():
        yield [linked for _, linked in held]


def _keys(linked: LinkedClaim) -> Iterator[tuple[str, ...]]:
    """The questions that a claim answers: about several actors together it answers one for each."""
    attribute, value = linked.claim.attribute, linked.claim.value
    event = linked.event.id
    about = actors(linked)
    if attribute == "initiator":
        yield event, attribute
    elif attribute in _ADDITIVE:
        yield event, attribute, *sorted(about), str(value).casefold()
    elif isinstance(value, Identifier):
        yield event, attribute, value.scheme
    elif attribute == "name":
        yield event, attribute, getattr(value, "language", "")
    elif not about or about == EVERY_ACTOR:
        yield event, _OF_ACTOR.get(attribute, attribute), *sorted(about)
    else:
        for actor in sorted(about):
            yield event, _OF_ACTOR.get(attribute, attribute), actor


def _within(slot: Sequence[LinkedClaim]) -> Iterator[Pair]:
    if len(slot) <= COMPARED_IN_FULL:
        yield from combinations(slot, 2)
        return
    readings = list(groups(slot, _reading).values())
    for reading in readings:
        yield from ((reading[0], other) for other in reading[1:])
    firsts = [reading[0] for reading in readings]
    if len(firsts) <= READINGS_IN_FULL:
        yield from combinations(firsts, 2)
        return
    commonest = max(readings, key=len)[0]
    ordered = sorted(firsts, key=_size)
    yield from pairwise(ordered)
    yield from ((commonest, other) for other in firsts if other is not commonest)


def _reading(linked: LinkedClaim) -> tuple[str, ...]:
    claim = linked.claim
    period = claim.period.edtf if claim.period else ""
    counted = claim.counted
    written = claim.value.qualifier if isinstance(claim.value, Count) else ""
    return (
        claim.attribute, str(claim.value), written, counted.concept, counted.fate, counted.population, period,
        claim.phase, *sorted(actors(linked)),
    )  # fmt: skip


def _size(linked: LinkedClaim) -> tuple[float, str]:
    value = linked.claim.value
    figure = (value.low or value.high or 0.0) if isinstance(value, Count) else 0.0
    return figure, str(value)
