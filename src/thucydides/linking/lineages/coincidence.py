"""Do two sources give one figure because one has it from the other, or by chance?

The chance that an independent account gives the same digits is small where they are many. What two sources share and
do not share on the whole event counts too: three round figures in common are strong evidence, one alone is weak.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thucydides.linking.lineages.statements import Statement
from thucydides.vocabulary import Copy, CopySort, Standpoint

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
MUCH_IN_COMMON = 20.0
"""A figure of one digit is nobody's rounding, unless the rest of the two accounts speaks so much for a copy."""
MOST_CANDIDATES = 50
"""So many earlier statements of one figure are tried; if none of them explains it, more of the same will not."""
_MOST_SHARED = 1e6
_NEAREST = (
    Standpoint.ROLL, Standpoint.ARCHIVAL, Standpoint.SELF, Standpoint.ALLY, Standpoint.ADVERSARY, Standpoint.NEUTRAL,
)  # fmt: skip

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
        for statement in filter(Statement.tells, self._ranked):
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
        if drifts and not _nested(copy, original):
            return 0
        shared = self._shared(copy.source, original.source)
        besides = shared.besides(_slot(copy))
        if copy.digits < _digits_needed(copy, original) and besides < MUCH_IN_COMMON:
            return 0
        odds = _prior(copy, original) / _chance(copy, original) * besides / APART**shared.apart
        return odds * DRIFT if drifts or _bound(copy) != _bound(original) else odds

    def _shared(self, one: str, other: str) -> Shared:
        key = (one, other) if one < other else (other, one)
        if key not in self._known:
            self._known[key] = _compared(self._slots[key[0]], self._slots[key[1]])
        return self._known[key]


def rank(statement: Statement, fullness: int) -> tuple[object, ...]:
    """The likelier original comes first: the one nearer to the records, the earlier work, the fuller account."""
    nearness = _NEAREST.index(statement.relation)
    return nearness, statement.year or "9999", -fullness, statement.source, statement.id


def rounds(rounder: Statement, finer: Statement) -> bool:
    """Is the one figure the other, rounded or cut off?"""
    return rounder.figure in _said_shorter(finer)


def _said_shorter(statement: Statement) -> set[float]:
    """The figure with fewer significant digits, rounded and cut off."""
    shorter: set[float] = set()
    unit = statement.precision * 10
    while not statement.is_range and statement.figure >= unit / 2:
        shorter |= {math.floor(statement.figure / unit + 0.5) * unit, math.floor(statement.figure / unit) * unit}
        unit *= 10
    return shorter - {0, statement.figure}


def _compared(one: dict[Slot, Statement], other: dict[Slot, Statement]) -> Shared:
    fewer, more = sorted((one, other), key=len)
    elsewhere: dict[tuple[str, float], list[Statement]] = defaultdict(list)
    for statement in more.values():
        elsewhere[statement.party, statement.figure].append(statement)
    chances, apart = {}, 0
    for slot, statement in fewer.items():
        against = more.get(slot)
        if against is not None and _repeats(statement, against):
            chances[slot] = max(_chance(statement, against), _chance(against, statement))
        elif any(_nested(statement, found) for found in elsewhere[statement.party, statement.figure]):
            chances[slot] = min(1.0, statement.chance / DRIFT)
        elif against is not None:
            apart += 1
    return Shared(chances, apart)


def _repeats(one: Statement, other: Statement) -> bool:
    return one.says_the_same(other) or rounds(one, other) or rounds(other, one)


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


def _digits_needed(copy: Statement, original: Statement) -> int:
    """How many digits a figure must have to tell that it was changed on the way."""
    if copy.parts != original.parts:
        return LEAST_DIGITS_DRIFTED
    return 0 if copy.says_the_same(original) else LEAST_DIGITS_ROUNDED


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
