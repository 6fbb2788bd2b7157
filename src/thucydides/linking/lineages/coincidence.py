"""Do two sources give one figure because one has it from the other, or by chance?

The chance that an independent account gives the same digits is small where they are many. What two sources share and
do not share on the whole event counts too: three round figures in common are strong evidence, one alone is weak.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thucydides.linking.lineages.statements import Statement, unit_of
from thucydides.vocabulary import Copy, CopySort

TWO_PRIMARY = 0.15
"""Odds, before the figures are seen, that of two sides' own accounts one copies the other; 1 where one is secondary."""
NAMED = 10.0
"""How much likelier a copy is where the document names the other source."""
DRIFT = 0.15
"""How much less likely a copy is that also changes what is counted, or makes a figure of a bound."""
APART = 3.0
"""By how much each slot on which two sources differ speaks against a copy."""
LEAST_DIGITS_ROUNDED = 2
LEAST_DIGITS_DRIFTED = 3
MOST_CANDIDATES = 50
"""So many earlier statements of one figure are tried; if none of them explains it, more of the same will not."""
_MOST_SHARED = 1e6

Slot = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two sources have in common on an event: the slots on which they agree, and how many divide them."""

    chances: dict[Slot, float]
    apart: int

    def besides(self, slot: Slot) -> float:
        """How much the other slots speak for a copy."""
        others = (chance for held, chance in self.chances.items() if held != slot)
        return min(_MOST_SHARED, 1 / max(1e-9, math.prod(others)))


class Coincidences:
    """The figures of one event, ready to be asked which of them repeats which."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        held = tuple(statements)
        sizes: dict[str, int] = defaultdict(int)
        for statement in held:
            sizes[statement.source] += 1
        self._ranked = sorted(held, key=lambda statement: rank(statement, sizes[statement.source]))
        self._slots: dict[str, dict[Slot, Statement]] = defaultdict(dict)
        for statement in self._ranked:
            self._slots[statement.source].setdefault(_slot(statement), statement)
        self._known: dict[tuple[str, str], Shared] = {}

    def copies(self) -> Iterator[Copy]:
        """Each statement that repeats another, with the first that it may have it from."""
        earlier: dict[tuple[str, float], list[Statement]] = defaultdict(list)
        finer: dict[tuple[str, float], list[Statement]] = defaultdict(list)
        for statement in self._ranked:
            for figure in _said_shorter(statement):
                finer[statement.party, figure].append(statement)
        for statement in self._ranked:
            key = statement.party, statement.figure
            yield from self._first([*earlier[key][:MOST_CANDIDATES], *finer[key][:MOST_CANDIDATES]], statement)
            earlier[key].append(statement)

    def _first(self, candidates: Sequence[Statement], statement: Statement) -> Iterator[Copy]:
        for other in candidates:
            if other.source != statement.source and self._odds(statement, other) > 1:
                copy, original = _direction(statement, other)
                reason = _sentence(copy, original, self._shared(copy.source, original.source))
                yield Copy(copy.id, (original.id,), CopySort.COINCIDENCE, reason)
                return

    def _odds(self, copy: Statement, original: Statement) -> float:
        """How much likelier it is that the one repeats the other than that they agree by chance."""
        drifts = copy.parts != original.parts
        if copy.is_range != original.is_range or (copy.is_range and not copy.says_the_same(original)):
            return 0
        if not copy.says_the_same(original) and copy.year and original.year and copy.year < original.year:
            return 0  # an older work cannot have shortened a newer one's figure
        if drifts and (not _nested(copy, original) or copy.digits < LEAST_DIGITS_DRIFTED):
            return 0
        shared = self._shared(copy.source, original.source)
        odds = _prior(copy, original) / _chance(copy, original) * shared.besides(_slot(copy)) / APART**shared.apart
        return odds * DRIFT if drifts or _bound(copy) != _bound(original) else odds

    def _shared(self, one: str, other: str) -> Shared:
        key = (one, other) if one < other else (other, one)
        if key not in self._known:
            self._known[key] = _compared(self._slots[key[0]], self._slots[key[1]])
        return self._known[key]


def rank(statement: Statement, fullness: int) -> tuple[object, ...]:
    """The likelier original comes first: a side's own account, the earlier work, the fuller account."""
    return not statement.primary, statement.year or "9999", -fullness, statement.source, statement.id


def rounds(rounder: Statement, finer: Statement) -> bool:
    """Is the one figure the other, rounded or cut off, and still exact enough to tell?"""
    return rounder.digits >= LEAST_DIGITS_ROUNDED and rounder.figure in _said_shorter(finer)


def _said_shorter(statement: Statement) -> Iterator[float]:
    """The figure with fewer significant digits, rounded and cut off, as far as two are left."""
    if statement.is_range:
        return
    unit = statement.precision * 10
    while statement.figure / unit >= 10 ** (LEAST_DIGITS_ROUNDED - 1):
        for shorter in {math.floor(statement.figure / unit + 0.5) * unit, math.floor(statement.figure / unit) * unit}:
            if shorter / unit_of(shorter) >= 10 ** (LEAST_DIGITS_ROUNDED - 1):
                yield shorter
        unit *= 10


def _compared(one: dict[Slot, Statement], other: dict[Slot, Statement]) -> Shared:
    fewer, more = sorted((one, other), key=len)
    chances, apart = {}, 0
    for slot, statement in fewer.items():
        if (against := more.get(slot)) is None:
            continue
        if statement.says_the_same(against) or rounds(statement, against) or rounds(against, statement):
            chances[slot] = max(statement.chance, against.chance)
        else:
            apart += 1
    return Shared(chances, apart)


def _prior(copy: Statement, original: Statement) -> float:
    prior = TWO_PRIMARY if copy.primary and original.primary else 1.0
    return prior * (NAMED if _named(copy, original) else 1.0)


def _named(one: Statement, other: Statement) -> bool:
    return other.source in one.listed or one.source in other.listed


def _slot(statement: Statement) -> Slot:
    return statement.party, statement.parts


def _bound(statement: Statement) -> tuple[bool, bool]:
    return statement.low is None, statement.high is None


def _nested(one: Statement, other: Statement) -> bool:
    return one.parts <= other.parts or other.parts <= one.parts


def _chance(copy: Statement, original: Statement) -> float:
    """How likely the agreement is by chance: twice as likely where a figure may have been rounded or cut off."""
    return copy.chance if copy.says_the_same(original) else min(1.0, 2 * copy.chance)


def _direction(copy: Statement, original: Statement) -> tuple[Statement, Statement]:
    """The copy, then the original: a document that names the other among its sources is the copy."""
    turned = copy.source in original.listed and original.source not in copy.listed
    return (original, copy) if turned and copy.says_the_same(original) else (copy, original)


def _sentence(copy: Statement, original: Statement, shared: Shared) -> str:
    says = (
        f"as {original.name} does"
        if copy.says_the_same(original)
        else f"a shorter form of {original.name}'s {original}"
    )
    odds = f"by chance an independent account would once in {max(1, round(1 / _chance(copy, original))):,}"
    besides = len([slot for slot in shared.chances if slot != _slot(copy)])
    also = f"; they share {besides} more figure{'s' if besides > 1 else ''} on this event" if besides else ""
    named = f"; it names {original.name} among its sources" if original.source in copy.listed else ""
    drift = "; what is counted has changed on the way" if copy.parts != original.parts else ""
    return f"{copy.name} gives {copy}, {says}: {odds}{also}{named}{drift}"
