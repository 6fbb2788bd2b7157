"""How many events reach a size, given that sizes are uncertain?"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reaching:
    """How many events are at least so large: the expected number, with the bounds of 80 and of 95 %."""

    threshold: float
    expected: float
    low: float
    high: float
    lowest: float
    highest: float


def reaching(
    sizes: Mapping[str, Floats], thresholds: Sequence[float], *, weights: Mapping[str, float] | None = None
) -> tuple[Reaching, ...]:
    """Count, draw by draw, the events that reach each threshold.

    `sizes`: by event, (draws,) equally likely sizes, as many for each. `weights`: how surely each event counts at all.
    Events are independent of each other, so each event's draws are put in an order of its own. Deterministic.
    """
    if not sizes:
        return tuple(Reaching(threshold, 0.0, 0.0, 0.0, 0.0, 0.0) for threshold in thresholds)
    names = sorted(sizes)
    drawn = np.stack([_in_own_order(name, sizes[name]) for name in names])
    counts = np.array([1.0 if weights is None else weights.get(name, 0.0) for name in names])
    return tuple(_reaching(threshold, drawn, counts) for threshold in thresholds)


def _reaching(threshold: float, drawn: Floats, weights: Floats) -> Reaching:
    totals = weights @ (drawn >= threshold)
    lowest, low, high, highest = np.quantile(totals, (0.025, 0.1, 0.9, 0.975))
    return Reaching(threshold, float(np.mean(totals)), float(low), float(high), float(lowest), float(highest))


def _in_own_order(name: str, draws: Floats) -> Floats:
    seed = int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return np.random.default_rng(seed).permutation(np.asarray(draws, dtype=float))
