"""How far do the accounts of the same thing agree, beyond chance?

Krippendorff's alpha ("Computing Krippendorff's Alpha-Reliability", 2011): one minus the disagreement observed within
units over the disagreement expected if values were dealt out to units at random.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

REPLICATES = 1_000
SEED = 1932


class Metric(StrEnum):
    """How far apart are two values?"""

    NOMINAL = "nominal"  # the same or not: outcomes
    INTERVAL = "interval"  # by their difference: day numbers, logarithms of counts
    RATIO = "ratio"  # by their difference over their sum: counts as they are


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha with the 5 and 95 % of a bootstrap over units. `units`: those with two values or more, `values` in all."""

    alpha: float
    low: float
    high: float
    units: int
    values: int
    metric: Metric


def agreement(units: Sequence[Sequence[Hashable]], metric: Metric, *, replicates: int = REPLICATES) -> Agreement | None:
    """Alpha over units, each a list of values by different accounts; None where no unit has two. Deterministic."""
    paired = [unit for unit in units if len(unit) > 1]
    if not paired:
        return None
    chance = np.random.default_rng(SEED)
    picks = chance.integers(len(paired), size=(replicates, len(paired)))
    alphas = [alpha([paired[place] for place in pick], metric) for pick in picks]
    low, high = np.quantile(alphas, (0.05, 0.95))
    return Agreement(alpha(paired, metric), float(low), float(high), len(paired), sum(map(len, paired)), metric)


def alpha(units: Sequence[Sequence[Any]], metric: Metric) -> float:
    """Krippendorff's alpha; 1 where nothing varies at all. Units of one value do not count."""
    paired = [unit for unit in units if len(unit) > 1]
    held = [value for unit in paired for value in unit]
    apart = _APART[metric]
    observed = sum(apart(unit) / (len(unit) - 1) for unit in paired)
    expected = apart(held) / (len(held) - 1) if len(held) > 1 else 0.0
    return 1.0 if expected == 0 else 1 - observed / expected


def _nominal(values: Sequence[Any]) -> float:
    counts = Counter(values)
    return float(len(values) ** 2 - sum(count**2 for count in counts.values()))


def _interval(values: Sequence[Any]) -> float:
    held = np.asarray(values, dtype=float)
    held = held - held.mean()
    return float(2 * len(held) * np.sum(held**2))


def _ratio(values: Sequence[Any]) -> float:
    held: NDArray[np.float64] = np.asarray(values, dtype=float)
    total = held[:, None] + held[None, :]
    gaps = np.divide(held[:, None] - held[None, :], total, out=np.zeros_like(total), where=total != 0)
    return float(np.sum(gaps**2))


_APART: dict[Metric, Callable[[Sequence[Any]], float]] = {
    Metric.NOMINAL: _nominal,
    Metric.INTERVAL: _interval,
    Metric.RATIO: _ratio,
}
"""The sum of the squared distances of all ordered pairs of values."""
