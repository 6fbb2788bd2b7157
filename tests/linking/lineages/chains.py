"""Invented events with independent accounts and chains of copies of them, to measure the tracing by.

Independent accounts differ by a log-normal error and have habits of rounding of their own; some of them therefore agree
by chance. A copy takes over some of the figures of an account, or of an earlier copy, and may round, cut off, count
something else, or print only the total. Nothing is declared.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from random import Random

from tests.linking.lineages.stating import stated
from thucydides.linking.lineages import Statement, lineages

PARTS = ("killed", "wounded", "missing", "captured")
DRIFTS = {"killed": ("dead_or_missing", "total"), "dead_or_missing": ("killed",), "total": ("killed_wounded_missing",)}
HABITS = (None, None, None, 3, 2)
"""Significant digits that an account keeps; None keeps all."""
CHANGES = ("verbatim", "rounded", "cut off", "drifted", "summed", "one digit")
WEIGHTS = (0.55, 0.13, 0.1, 0.1, 0.09, 0.03)
NOISE = 0.35


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the account it truly goes back to, and how it was changed on its way."""

    statement: Statement
    origin: str
    change: str


@dataclass(slots=True)
class Score:
    """Pairs of statements of different sources that are, and that should be, in one lineage."""

    joined: int = 0
    right: int = 0
    wanted: int = 0
    missed: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.joined)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)


def events(number: int, *, seed: int) -> Iterator[list[Told]]:
    """Events with one party each, every one with a chain of copies among independent accounts."""
    chance = Random(seed)
    for place in range(number):
        yield list(_event(f"e{place}", chance))


def score(number: int, *, seed: int) -> Score:
    """How well the chains are found again."""
    result = Score()
    for told in events(number, seed=seed):
        found = lineages(one.statement for one in told)
        judged(told, [frozenset(lineage.claims) for lineage in found], into=result)
    return result


def judged(told: Iterable[Told], groups: Iterable[frozenset[str]], *, into: Score) -> None:
    """Count the pairs of figures of different sources that are, and that should be, in one group."""
    group_of = {claim: place for place, group in enumerate(groups) for claim in group}
    for one, other in combinations({one.statement.id: one for one in told}.values(), 2):
        if one.statement.source == other.statement.source:
            continue
        joined = group_of[one.statement.id] == group_of[other.statement.id]
        wanted = one.origin == other.origin
        into.joined += joined
        into.wanted += wanted
        into.right += joined and wanted
        if wanted and not joined:
            into.missed[max(one.change, other.change, key=CHANGES.index)] += 1


def _event(event: str, chance: Random) -> Iterator[Told]:
    truth = _truth(chance)
    accounts = [_account(event, f"account {n}", truth, chance) for n in range(chance.randint(2, 4))]
    for account in accounts:
        yield from account
    held = chance.choice(accounts)
    for step in range(chance.randint(2, 5)):
        copy = list(_copy(event, f"copy {step}", held, chance))
        yield from copy
        held = copy if len(copy) > 1 and chance.random() < 0.5 else held


def _truth(chance: Random) -> dict[str, float]:
    killed = math.exp(chance.gauss(math.log(800), 1.4))
    ratios = {"killed": 1.0, "wounded": 2.5, "missing": 0.3, "captured": 0.4}
    return {part: killed * ratio * math.exp(chance.gauss(0, 0.5)) for part, ratio in ratios.items()}


def _account(event: str, source: str, truth: dict[str, float], chance: Random) -> list[Told]:
    habit, tilt = chance.choice(HABITS), chance.gauss(0, NOISE * 0.7)
    figures = {
        part: max(1, round(true * math.exp(tilt + chance.gauss(0, NOISE * 0.7)))) for part, true in truth.items()
    }
    told = {part: _rounded(figure, habit) for part, figure in figures.items() if chance.random() < 0.75}
    if chance.random() < 0.5 or not told:
        told["total"] = _rounded(sum(figures.values()), habit)
    return [
        Told(stated(source, part, figure, event=event), f"{event} {source}", "verbatim")
        for part, figure in told.items()
    ]


def _copy(event: str, source: str, held: list[Told], chance: Random) -> Iterator[Told]:
    taken = [one for one in held if chance.random() < 0.8] or held[:1]
    change = chance.choices(CHANGES, WEIGHTS)[0]
    parts = [one for one in taken if _concept(one) in PARTS]
    if change == "summed" and len(parts) > 1:
        total = sum(one.statement.figure for one in parts)
        concept = "total" if len(parts) == len(PARTS) else _mixed(parts)
        yield Told(stated(source, concept, total, event=event), held[0].origin, change)
        return
    for one in taken:
        concept, figure = _changed(_concept(one), one.statement.figure, change, chance)
        yield Told(stated(source, concept, figure, event=event), one.origin, change)


def _changed(concept: str, figure: float, change: str, chance: Random) -> tuple[str, float]:
    match change:
        case "rounded":
            return concept, _rounded(figure, chance.choice((2, 3)))
        case "cut off":
            return concept, _cut(figure, chance.choice((2, 3)))
        case "one digit":
            return concept, _rounded(figure, 1)
        case "drifted":
            return chance.choice(DRIFTS.get(concept, (concept,))), figure
    return concept, figure


def _mixed(parts: list[Told]) -> str:
    named = {_concept(one) for one in parts}
    known = {
        frozenset({"killed", "wounded"}): "killed_wounded",
        frozenset({"missing", "captured"}): "missing_captured",
        frozenset({"killed", "missing"}): "dead_or_missing",
        frozenset({"killed", "missing", "captured"}): "killed_missing_captured",
        frozenset({"killed", "wounded", "missing"}): "killed_wounded_missing",
    }
    return known.get(frozenset(named), "total")


def _concept(told: Told) -> str:
    return told.statement.id.split("|")[3]


def _rounded(figure: float, digits: int | None) -> float:
    if digits is None or figure < 10**digits:
        return figure
    unit = 10 ** (len(str(int(figure))) - digits)
    return math.floor(figure / unit + 0.5) * unit


def _cut(figure: float, digits: int) -> float:
    if figure < 10**digits:
        return figure
    unit = 10 ** (len(str(int(figure))) - digits)
    return math.floor(figure / unit) * unit
