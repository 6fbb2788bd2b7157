"""Do wars begin at random, at a constant rate?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import chi2


@dataclass(frozen=True, slots=True)
class Onsets:
    """Wars begun a year. `dispersion`: variance over mean, 1 for a Poisson process; `p`: two-sided."""

    years: int
    wars: int
    rate: float
    dispersion: float
    p: float


def onsets(years: Sequence[int]) -> Onsets:
    """The index-of-dispersion test on the years in which wars began, from the first of them to the last."""
    counted = Counter(years)
    span = range(min(years), max(years) + 1)
    rate = len(years) / len(span)
    spread = sum((counted[year] - rate) ** 2 for year in span)
    degrees = len(span) - 1
    if not degrees:
        return Onsets(1, len(years), rate, 1.0, 1.0)
    below = float(chi2.cdf(spread / rate, degrees))
    return Onsets(len(span), len(years), rate, spread / degrees / rate, min(1.0, 2 * min(below, 1 - below)))
