"""What lies between two claims on one slot?

First whether they speak of the same actors, time and people; then what the values say; then, where they say the same,
whether one repeats the other.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from thucydides.checking.comparing.counts import compared_counts
from thucydides.checking.comparing.echoes import Echoes
from thucydides.checking.comparing.slots import pairs
from thucydides.checking.comparing.times import compared_dates, compared_durations
from thucydides.checking.comparing.words import (
    compared_codes,
    compared_coordinates,
    compared_identifiers,
    compared_magnitudes,
    compared_words,
)
from thucydides.checking.figures import parts_of
from thucydides.checking.testimony import actors
from thucydides.checking.wording import whom
from thucydides.vocabulary import (
    Answer,
    Code,
    Comparison,
    Coordinates,
    Count,
    Decision,
    Duration,
    HistoricalDate,
    Identifier,
    LinkedClaim,
    Magnitude,
    Relation,
    Said,
    Subject,
    in_force,
)

Saying = tuple[Relation, str]

_BY_KIND: tuple[tuple[type, Callable[[Any, Any], Saying]], ...] = (
    (HistoricalDate, compared_dates),
    (Duration, compared_durations),
    (Code, compared_codes),
    (Identifier, compared_identifiers),
    (Magnitude, compared_magnitudes),
    (Coordinates, compared_coordinates),
)
_NOBODY = Echoes()
_WHOLE = "the whole event"
_POPULATIONS = {
    "": "people without saying which", "civilian": "civilians", "combatant": "combatants", "all": "everybody",
}  # fmt: skip


def comparisons(
    claims: Iterable[LinkedClaim], *, echoes: Echoes = _NOBODY, decisions: Iterable[Decision] = ()
) -> Iterator[Comparison]:
    """The pairs of claims on one slot, as `slots.pairs` chooses them. A person's word on a pair outweighs all else."""
    decided = {
        decision.topic: decision
        for decision in in_force(decisions)
        if decision.about is Subject.RELATION and decision.answer is Answer.CORRECT
    }
    for one, other in pairs(claims):
        relation, why = compared(one, other, echoes)
        a, b = one.claim.id, other.claim.id
        ruling = decided.get((Subject.RELATION, tuple(sorted((a, b)))))
        if ruling is not None and ruling.correction in list(Relation):
            relation, why = Relation(ruling.correction), f"{ruling.who} decided so: {ruling.why}"
        yield Comparison(a, b, relation, why)


def compared(one: LinkedClaim, other: LinkedClaim, echoes: Echoes) -> Saying:
    """The relation of one pair, and the sentence."""
    if declared := echoes.declared(one, other):
        return Relation.ECHO, declared
    if scope := _scope(one, other):
        return Relation.DIFFERENT_SCOPE, scope
    relation, why = _values(one, other)
    if _disputes(one, other) and relation is not Relation.CONTRADICT:
        return Relation.CONTRADICT, f"one says that it disputes the other; {why}"
    may_echo = (relation is Relation.AGREE or _drifted(one, other)) and _same_value(one, other)
    if may_echo and (echo := echoes.reason(one, other)):
        return Relation.ECHO, f"{why}; {echo}" if relation is Relation.AGREE else echo
    return relation, why


def _values(one: LinkedClaim, other: LinkedClaim) -> Saying:
    if isinstance(one.claim.value, Said):
        return _compared_sides(one, other)
    if isinstance(one.claim.value, Count) and isinstance(other.claim.value, Count):
        return compared_counts(one, other)
    for kind, compare in _BY_KIND:
        if isinstance(one.claim.value, kind) and isinstance(other.claim.value, kind):
            return compare(one.claim.value, other.claim.value)
    return compared_words(one.claim.value, other.claim.value)


def _compared_sides(one: LinkedClaim, other: LinkedClaim) -> Saying:
    """Claims that lie in their actor alone: who won, lost, began."""
    a, b = one.claim.attribute, other.claim.attribute
    if a != b:
        return Relation.CONTRADICT, f"{whom(one)} is called {a} by one and {b} by the other"
    if actors(one) == actors(other):
        return Relation.AGREE, f"both name {whom(one)}"
    if actors(one) & actors(other):
        return Relation.SUBSET, f"one names {whom(one)}, the other {whom(other)}"
    return Relation.CONTRADICT, f"one names {whom(one)}, the other {whom(other)}"


def _scope(one: LinkedClaim, other: LinkedClaim) -> str:
    """How they differ in whom, when and which people they speak of; empty where they do not."""
    a, b = one.claim, other.claim
    if isinstance(a.value, Count) and actors(one) != actors(other):
        return f"one is about {whom(one)}, the other about {whom(other)}"
    if _period(one) != _period(other):
        return (
            f"one is about {_period(one) or 'the whole event'}, the other about {_period(other) or 'the whole event'}"
        )
    if a.phase.casefold() != b.phase.casefold():
        return f"one is about {a.phase or 'the whole event'}, the other about {b.phase or 'the whole event'}"
    counted = a.counted.population, b.counted.population
    if counted[0] != counted[1] and (all(counted) or "civilian" in counted):
        return f"one counts {_POPULATIONS[counted[0]]}, the other {_POPULATIONS[counted[1]]}"
    return ""


def _period(linked: LinkedClaim) -> str:
    return linked.claim.period.edtf if linked.claim.period else ""


def _disputes(one: LinkedClaim, other: LinkedClaim) -> bool:
    return any(
        mine.claim.relation == "disputes" and mine.claim.relates_to == theirs.claim.id
        for mine, theirs in ((one, other), (other, one))
    )


def _drifted(one: LinkedClaim, other: LinkedClaim) -> bool:
    """Do two figures of people differ only in what they are said to count?"""
    a, b = (parts_of(linked.claim.counted.concept) for linked in (one, other))
    return bool(a) and bool(b) and a != b


def _same_value(one: LinkedClaim, other: LinkedClaim) -> bool:
    a, b = one.claim.value, other.claim.value
    if isinstance(a, Count) and isinstance(b, Count):
        return (a.low, a.high) == (b.low, b.high) and (a.low, a.high) != (None, None)
    return str(a).casefold() == str(b).casefold()
