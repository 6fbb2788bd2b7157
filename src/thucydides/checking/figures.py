"""Which figures may be added up or held against each other?"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thucydides.checking.testimony import actors, count_of, groups
from thucydides.vocabulary import CONCEPTS, Count, LinkedClaim, Qualifier

Parts = tuple[int, ...]
"""How often each exclusive component (killed, wounded, missing, captured) is counted."""

DEATHS: Parts = (1, 0, 0, 0)
_ROUNDED_TO = 100
"""A total that ends in two zeros or more is taken as rounded to its last digit that is not zero."""
_ROUNDED_AWAY = 0.03
"""The share of a total that rounding may have changed: 28,000 is hardly printed as 30,000."""
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim that counts, with the actors it is about and the components it counts (empty outside the model)."""

    claim: LinkedClaim
    count: Count
    actors: frozenset[str]
    parts: Parts

    @property
    def amount(self) -> float:
        """The figure itself, or the middle of a range."""
        low, high = self.count.low, self.count.high
        known = [bound for bound in (low, high) if bound is not None]
        return sum(known) / len(known)

    @property
    def bounded(self) -> bool:
        """Is it said on both sides?"""
        return self.count.low is not None and self.count.high is not None


@dataclass(frozen=True, slots=True)
class Bounds:
    """From so many to so many; `high` may be infinite."""

    low: float
    high: float

    def meets(self, other: "Bounds") -> bool:
        """Can both be true?"""
        return self.low <= other.high and other.low <= self.high


def figures(claims: Iterable[LinkedClaim]) -> tuple[Figure, ...]:
    """Those of the claims that give a figure."""
    return tuple(
        Figure(linked, count, actors(linked), parts_of(linked.claim.counted.concept))
        for linked in claims
        if (count := count_of(linked)) is not None
    )


def parts_of(concept: str) -> Parts:
    """The components of a concept or a mix; empty where one of its concepts is outside the model."""
    vectors = [CONCEPTS[part].parts for part in concept.split("+") if part in CONCEPTS]
    if not vectors or not all(vectors):
        return ()
    return tuple(sum(column) for column in zip(*vectors, strict=True))


def bounds(figure: Figure) -> Bounds:
    """What the words admit; about 500 is taken as 450 to 550."""
    count = figure.count
    low = 0.0 if count.low is None else count.low
    high = math.inf if count.high is None else count.high
    if count.qualifier is Qualifier.ABOUT:
        return Bounds(low * (1 - _ABOUT), high * (1 + _ABOUT))
    return Bounds(low, high)


def as_rounded(figure: Figure) -> Bounds:
    """The bounds of a total, wider by half a unit of its last digit where it is rounded, within likelihood."""
    held = bounds(figure)
    slack = min(_half_unit(figure.amount), _ROUNDED_AWAY * figure.amount)
    return Bounds(held.low - slack, held.high + slack)


def _half_unit(amount: float) -> float:
    whole = int(amount)
    unit = 1
    while whole and whole % (unit * 10) == 0:
        unit *= 10
    return unit / 2 if unit >= _ROUNDED_TO else 0


def summed(several: Iterable[Figure]) -> Bounds:
    """The bounds of a sum."""
    held = [bounds(figure) for figure in several]
    return Bounds(sum(each.low for each in held), sum(each.high for each in held))


def added(vectors: Iterable[Parts]) -> Parts:
    """The components of several concepts together."""
    return tuple(map(sum, zip(*vectors, strict=True)))


def same_scope(several: Iterable[Figure]) -> list[list[Figure]]:
    """The figures that speak of the same thing at the same time in the same mouth, apart from actor and concept."""
    return list(groups(several, _scope).values())


def _scope(figure: Figure) -> tuple[str, ...]:
    claim = figure.claim.claim
    counted = claim.counted
    period = claim.period.edtf if claim.period else ""
    return (
        claim.attribute, figure.claim.claimant or claim.attribution.claimant, counted.fate, counted.population,
        period, claim.phase, claim.relation,
    )  # fmt: skip


def one_each(several: Sequence[Figure]) -> Iterator[Figure]:
    """One figure for each set of actors; none for a set of which different figures are given."""
    for held in groups(several, lambda figure: figure.actors).values():
        if len({bounds(figure) for figure in held}) == 1:
            yield held[0]


def disjoint(several: Sequence[Figure]) -> bool:
    """Is no actor counted twice?"""
    return sum(len(figure.actors) for figure in several) == len(frozenset().union(*(f.actors for f in several)))
