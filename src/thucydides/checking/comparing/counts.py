"""How do two figures stand to each other?"""

import math
from dataclasses import dataclass

from thucydides.checking.figures import parts_of
from thucydides.checking.wording import counted, figure, what
from thucydides.vocabulary import WORDS, Count, LinkedClaim, Qualifier, Relation

Said = tuple[Relation, str]

_WITHIN = {
    "died_of_wounds": {"killed", "dead", "battle_deaths"},
    "died_of_disease": {"dead"},
    "died_in_captivity": {"captured", "dead"},
    "cavalry": {"personnel"},
    "infantry": {"personnel"},
    "tanks": {"armoured_vehicles"},
    "gunboats": {"ships"},
}
"""Concepts that count a part of what others count, apart from the components of the model."""
_ABOUT = 0.1
"""How far from the figure `about` reaches: a tenth."""
_NEAR = 0.05
"""A figure of one digit is taken as a rounding only of what lies this close."""


@dataclass(frozen=True, slots=True)
class Span:
    """From so many to so many; `high` may be infinite."""

    low: float
    high: float

    def meets(self, other: "Span") -> bool:
        """Can both be true?"""
        return self.low <= other.high and other.low <= self.high


def compared_counts(one: LinkedClaim, other: LinkedClaim) -> Said:
    """The relation of two counts of the same actors and time."""
    for relation in (_by_concept, _by_figure):
        if (said := relation(one, other)) is not None:
            return said
    raise AssertionError("two figures either fit or do not")


def _by_concept(one: LinkedClaim, other: LinkedClaim) -> Said | None:
    """What follows from what they count; None where they count the same."""
    a, b = one.claim.counted, other.claim.counted
    if a.concept == b.concept or _same_parts(a.concept, b.concept):
        if a.fate and b.fate and a.fate != b.fate:
            return Relation.DIFFERENT_CONCEPT, f"one counts what was {a.fate}, the other what was {b.fate}"
        return None
    part, whole = (one, other) if _is_part(a.concept, b.concept) else (other, one)
    if not _is_part(part.claim.counted.concept, whole.claim.counted.concept):
        return Relation.DIFFERENT_CONCEPT, f"one counts {what(one)}, the other {what(other)}"
    if span_of(_count(part)).low > span_of(_count(whole)).high:
        if (one.claim.document, one.claim.attribution) == (other.claim.document, other.claim.attribution):
            return Relation.DIFFERENT_CONCEPT, f"the same account lists {what(part)} beside {what(whole)}"
        return (
            Relation.CONTRADICT,
            f"{_told(part)} ({what(part)}) are within {what(whole)}, of whom there are only {_told(whole)}",
        )
    return Relation.SUBSET, f"{what(part)} ({_told(part)}) are within {what(whole)} ({_told(whole)})"


def _by_figure(one: LinkedClaim, other: LinkedClaim) -> Said:
    a, b = _count(one), _count(other)
    if Qualifier.UNKNOWN in (a.qualifier, b.qualifier):
        return Relation.AGREE, "one of them says that the figure is not known, and gives no rival one"
    if (a.low, a.high) == (b.low, b.high):
        return Relation.AGREE, f"both say {counted(a)}"
    if rounded := _rounded(a, b) or _rounded(b, a):
        return Relation.ROUNDING, rounded
    if span_of(a).meets(span_of(b)):
        return Relation.AGREE, f"{counted(a)} and {counted(b)} can both be true"
    return Relation.CONTRADICT, f"{counted(a)} and {counted(b)} cannot both be true{_ratio(a, b)}"


def _same_parts(one: str, other: str) -> bool:
    return bool(parts_of(one)) and parts_of(one) == parts_of(other)


def _is_part(part: str, whole: str) -> bool:
    inner, outer = parts_of(part), parts_of(whole)
    if inner and outer and inner != outer:
        return all(one <= other for one, other in zip(inner, outer, strict=True))
    return any(name in _WITHIN.get(part, ()) for name in whole.split("+"))


def _count(linked: LinkedClaim) -> Count:
    assert isinstance(linked.claim.value, Count)
    return linked.claim.value


def _told(linked: LinkedClaim) -> str:
    return counted(_count(linked))


def span_of(count: Count) -> Span:
    """What the words admit: `about 500` is 450 to 550, `scores` what the word usually means, silence anything."""
    if count.qualifier is Qualifier.VAGUE:
        return Span(*WORDS.get(" ".join(count.as_written.casefold().split()).removesuffix(" of"), (0.0, math.inf)))
    low = 0.0 if count.low is None else count.low
    high = math.inf if count.high is None else count.high
    if count.qualifier is Qualifier.ABOUT:
        return Span(low * (1 - _ABOUT), high * (1 + _ABOUT))
    return Span(low, high)


def _rounded(rounder: Count, finer: Count) -> str:
    """Is the one the other with fewer digits, rounded or cut off? The sentence that says so; else empty."""
    shorter, longer = _plain_figure(rounder), _plain_figure(finer)
    if shorter is None or longer is None or not 0 < shorter != longer:
        return ""
    unit = unit_of(shorter)
    if unit_of(longer) >= unit:
        return ""
    cut = math.floor(longer / unit) * unit == shorter
    if not (cut or math.floor(longer / unit + 0.5) * unit == shorter):
        return ""
    if shorter / unit < 10 and abs(longer - shorter) > _NEAR * longer:
        return ""
    how = "cut off" if cut and longer - shorter > unit / 2 else "rounded"
    return f"{figure(shorter)} is {figure(longer)} {how} to {figure(unit)}"


def unit_of(number: float) -> float:
    """The unit of the last digit that is not zero."""
    whole, unit = int(number), 1
    while whole == number and whole and whole % (unit * 10) == 0:
        unit *= 10
    return unit


def _plain_figure(count: Count) -> float | None:
    return count.low if count.qualifier in (Qualifier.EXACT, Qualifier.ABOUT) else None


def _ratio(one: Count, other: Count) -> str:
    a, b = _plain_figure(one), _plain_figure(other)
    if not a or not b or max(a, b) / min(a, b) < 1.5:
        return ""
    return f"; the ratio is {max(a, b) / min(a, b):.1f}"
