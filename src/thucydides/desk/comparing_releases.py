"""What changes with the rules, with the threshold, or from one release to the next?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from thucydides.analysing import Reaching, reaching
from thucydides.coding import belonging, rule_set
from thucydides.desk.dossiers import dossiers
from thucydides.desk.estimating import Estimates
from thucydides.ledger import Ledger
from thucydides.publishing import published
from thucydides.vocabulary import Belonging, Dossier, Event, RuleSet, ThucydidesError

SMALLEST_DIFFERENCE = 0.05
"""Events whose probabilities differ less belong as surely by one rule set as by the other."""


@dataclass(frozen=True, slots=True)
class Disputed:
    """An event that belongs more surely by one rule set than by the other, with the reasons of both."""

    event: Event
    one: Belonging
    other: Belonging


@dataclass(frozen=True, slots=True)
class ThresholdStudy:
    """How many events reach each threshold of deaths, all else as the rules have it."""

    rules: RuleSet
    events: int
    unknown: int
    reaching: tuple[Reaching, ...]


@dataclass(frozen=True, slots=True)
class WalkedBack:
    """One cell of a release with the claims behind it: the columns of cells.csv and claims.csv."""

    cell: Mapping[str, str]
    claims: tuple[Mapping[str, str], ...]


def rules_compared(one: str, other: str, ledger: Ledger, estimates: Estimates) -> Iterator[Disputed]:
    """The events on which two rule sets differ, the largest difference first."""
    first, second = rule_set(one), rule_set(other)
    held = [
        Disputed(dossier.event, belonging(dossier, first), belonging(dossier, second))
        for dossier in dossiers(ledger, estimates)
    ]
    apart = [each for each in held if abs(_difference(each)) >= SMALLEST_DIFFERENCE]
    yield from sorted(apart, key=lambda each: (-abs(_difference(each)), each.event.id))


def _difference(each: Disputed) -> float:
    return each.one.probability - each.other.probability


def threshold_study(
    rules: str, thresholds: Sequence[float], ledger: Ledger, estimates: Estimates, *, category: str = "killed"
) -> ThresholdStudy:
    """The expected number of events at each threshold, weighed by how surely they meet the other conditions."""
    wanted = rule_set(rules)
    others = RuleSet(
        name=wanted.name, label=wanted.label, definition=wanted.definition, source=wanted.source,
        conditions=tuple(condition for condition in wanted.conditions if condition.test != "deaths"),
    )  # fmt: skip
    sizes, weights, unknown = {}, {}, 0
    for dossier in dossiers(ledger, estimates):
        weight = belonging(dossier, others).probability
        total = _total(dossier, category)
        unknown += weight > 0 and total is None
        if weight > 0 and total is not None:
            sizes[dossier.event.id], weights[dossier.event.id] = total, weight
    return ThresholdStudy(wanted, len(sizes), unknown, reaching(sizes, thresholds, weights=weights))


def _total(dossier: Dossier, category: str) -> np.ndarray | None:
    """Draws of the dead of all parties together; None where there is no estimate of any."""
    held = [np.asarray(draws) for (_, counted), draws in sorted(dossier.draws.items()) if counted == category]
    return np.sum(held, axis=0) if held else None


def walked_back(path: Path, row: str, variable: str) -> WalkedBack:
    """One cell of a release with the claims behind it, from its zip file. Raises ThucydidesError or CannotRead."""
    release = published(path)
    if row not in release.rows:
        near = [held for held in release.rows if row and row in held]
        hint = f"; did you mean {near[0]!r}?" if near else "; rows are named in the first column of rows.csv"
        raise ThucydidesError(f"{path} has no row {row!r}{hint}")
    if (cell := release.cells.get((row, variable))) is None:
        named = ", ".join(sorted({name for held, name in release.cells if held == row}))
        raise ThucydidesError(f"{path} has no variable {variable!r}; it has {named}")
    return WalkedBack(cell, tuple(release.claims[claim] for claim in cell["claims"].split()))
