"""Who lost more, how large was the war, and how sure is that?

All are computed draw by draw and summed up last: a ratio of two medians is not the median of the ratio.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A median with the bounds of 80 and of 95 %."""

    median: float
    low: float
    high: float
    lowest: float
    highest: float

    def __str__(self) -> str:
        return f"{self.median:.2f} (80% interval {self.low:.2f} to {self.high:.2f})"


def ratio(upper: Floats, lower: Floats) -> Ratio:
    """One quantity over another, from joint draws of both (draw i of one belongs to draw i of the other)."""
    if upper.shape != lower.shape:
        raise ValueError(f"the draws are not joint: {upper.shape} against {lower.shape}")
    return _summed_up(upper / lower)


def magnitude(deaths: Floats) -> Ratio:
    """Richardson's scale: the base-10 logarithm of the dead."""
    return _summed_up(np.log10(np.maximum(deaths, 1.0)))


def _summed_up(draws: Floats) -> Ratio:
    lowest, low, median, high, highest = np.quantile(draws, (0.025, 0.1, 0.5, 0.9, 0.975))
    return Ratio(float(median), float(low), float(high), float(lowest), float(highest))
