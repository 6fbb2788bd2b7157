"""From which size on do events follow a power law, and with which exponent?

Clauset, Shalizi and Newman, "Power-law distributions in empirical data", SIAM Review 51 (2009): the exponent by maximum
likelihood above each possible threshold, the threshold by the smallest Kolmogorov-Smirnov distance.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import zeta

Floats = NDArray[np.float64]

SMALLEST_TAIL = 2
MOST_THRESHOLDS = 400
"""Where there are more different sizes than this, every so-manieth is tried: the scan costs sizes times thresholds."""


ALIKE = 1e-9
"""Sizes that differ by a smaller share are the same: above the last of them there is no tail."""


class Measure(StrEnum):
    """Are sizes taken as continuous, or as whole numbers? The exponents differ; say which was used."""

    CONTINUOUS = "continuous"
    DISCRETE = "discrete"


@dataclass(frozen=True, slots=True)
class Tail:
    """A power law with exponent `alpha` for sizes of at least `xmin`, `n_tail` events, at distance `ks`."""

    alpha: float
    xmin: float
    n_tail: int
    ks: float
    measure: Measure

    @property
    def standard_error(self) -> float:
        """Of alpha with the threshold taken as known: (alpha − 1) / √n (their equation 3.2)."""
        return (self.alpha - 1) / float(np.sqrt(self.n_tail))

    def beyond(self, sizes: Floats | float) -> Floats:
        """The share of the tail that is at least so large."""
        if self.measure is Measure.CONTINUOUS:
            return np.asarray((sizes / self.xmin) ** (1 - self.alpha))
        return np.asarray(zeta(self.alpha, sizes) / zeta(self.alpha, self.xmin))


def fit(sizes: Floats, measure: Measure = Measure.CONTINUOUS) -> Tail:
    """The power law that fits the sizes best. `sizes`: one positive number an event, at least three different ones."""
    ordered = np.sort(sizes)
    alpha, at, ks = _SCANS[measure](ordered, _starts(ordered))
    return Tail(alpha, float(ordered[at]), int(len(ordered) - at), ks, measure)


def _starts(ordered: Floats) -> NDArray[np.intp]:
    """Where a tail may begin: at the first of each size, with something left above it."""
    _, starts = np.unique(ordered, return_index=True)
    starts = starts[len(ordered) - starts >= SMALLEST_TAIL]
    starts = starts[ordered[starts] < ordered[-1] * (1 - ALIKE)]
    if len(starts) > MOST_THRESHOLDS:
        starts = starts[np.linspace(0, len(starts) - 1, MOST_THRESHOLDS).round().astype(int)]
    return np.asarray(starts)


def _continuous(ordered: Floats, starts: NDArray[np.intp]) -> tuple[float, int, float]:
    logs = np.log(ordered)
    counts = len(ordered) - starts
    sums = np.cumsum(logs[::-1])[::-1][starts] - counts * logs[starts]
    alphas = 1 + counts / sums
    distances = [
        _distance(1 - np.exp((1 - alpha) * (logs[start:] - logs[start])))
        for start, alpha in zip(starts, alphas, strict=True)
    ]
    best = int(np.argmin(distances))
    return float(alphas[best]), int(starts[best]), float(distances[best])


def _discrete(ordered: Floats, starts: NDArray[np.intp]) -> tuple[float, int, float]:
    logs = np.log(ordered)
    sums = np.cumsum(logs[::-1])[::-1]
    found: list[tuple[float, float, int]] = []
    for start in starts:
        tail = ordered[start:]
        alpha = _discrete_exponent(float(sums[start]), len(tail), float(tail[0]))
        sizes, first = np.unique(tail, return_index=True)
        model = 1 - zeta(alpha, sizes + 1) / zeta(alpha, sizes[0])
        upto = np.append(first[1:], len(tail)) / len(tail)
        found.append((float(np.max(np.abs(upto - model))), alpha, int(start)))
    distance, alpha, at = min(found)
    return alpha, at, distance


def _discrete_exponent(log_sum: float, count: int, xmin: float) -> float:
    """Maximum likelihood for whole numbers (their equation 3.5)."""
    done = minimize_scalar(
        lambda alpha: count * np.log(zeta(alpha, xmin)) + alpha * log_sum, bounds=(1.0001, 6.0), method="bounded"
    )
    return float(done.x)


def _distance(model: Floats) -> float:
    """The largest gap between the model and the share of events below each size.

    As in the authors' own program, against the share below, not also up to, each size; thresholds depend on it.
    """
    return float(np.max(np.abs(model - np.arange(len(model)) / len(model))))


_SCANS: dict[Measure, Callable[[Floats, NDArray[np.intp]], tuple[float, int, float]]] = {
    Measure.CONTINUOUS: _continuous,
    Measure.DISCRETE: _discrete,
}
