"""How are wars distributed by their dead: does a power law hold, from where on, and how sure is that?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thucydides.analysing.rivals import Rival, compared
from thucydides.analysing.tails import Measure, Tail, fit
from thucydides.vocabulary import ThucydidesError

Floats = NDArray[np.float64]

REPLICATES = 1_000
SEED = 1932
FEW = 30
"""Events in the tail below which an exponent says little."""
WEAK_TEST = 50
"""Events in the tail below which the test of fit has little power (Clauset, Science Advances 4, 2018)."""
FEWEST = 10


class TooFewEvents(ThucydidesError):
    """There are too few events with a known size to speak of a distribution."""


@dataclass(frozen=True, slots=True)
class Severity:
    """The distribution of sizes of events.

    `p`: how often a true power law of this kind fits worse than the data do; below 0.1 it is ruled out. `alpha_spread`:
    standard deviation of alpha with the threshold estimated anew in each resample, `alpha_interval` its 5 and 95 %.
    `propagated`: median, 5 and 95 % of alpha over draws of the sizes themselves, if these are uncertain.
    """

    tail: Tail
    events: int
    left_out: int
    p: float
    alpha_spread: float
    alpha_interval: tuple[float, float]
    rivals: tuple[Rival, ...]
    sizes: tuple[float, ...]
    warnings: tuple[str, ...]
    propagated: tuple[float, float, float] | None = None


def severity(
    sizes: Floats,
    *,
    measure: Measure = Measure.CONTINUOUS,
    replicates: int = REPLICATES,
    draws: Floats | None = None,
) -> Severity:
    """Fit, test and compare. `sizes`: one number an event; those not above 0 are left out and counted.

    `draws`: (draws × events) sizes that the same events may have had. Raises TooFewEvents. Deterministic.
    """
    known = np.asarray(sizes, dtype=float)
    known = known[np.isfinite(known) & (known > 0)]
    if len(known) < FEWEST or len(np.unique(known)) < 3:
        raise TooFewEvents(f"{len(known)} events have a size above 0; a distribution needs at least {FEWEST}")
    tail = fit(known, measure)
    above = known[known >= tail.xmin]
    alphas = _resampled(known, measure, replicates)
    return Severity(
        tail=tail,
        events=len(known),
        left_out=len(sizes) - len(known),
        p=_goodness(known, tail, replicates),
        alpha_spread=float(np.std(alphas)),
        alpha_interval=(float(np.quantile(alphas, 0.05)), float(np.quantile(alphas, 0.95))),
        rivals=compared(above, tail.alpha, tail.xmin),
        sizes=tuple(np.sort(known)[::-1].tolist()),
        warnings=tuple(_warnings(tail)),
        propagated=None if draws is None else _propagated(draws, measure),
    )


def _resampled(sizes: Floats, measure: Measure, replicates: int) -> Floats:
    """Alpha over resamples of the events, the threshold estimated anew in each."""
    chance = np.random.default_rng(SEED)
    picks = chance.integers(len(sizes), size=(replicates, len(sizes)))
    return np.array([fit(sizes[pick], measure).alpha for pick in picks if len(np.unique(sizes[pick])) >= 3])


def _goodness(sizes: Floats, tail: Tail, replicates: int) -> float:
    """The semi-parametric bootstrap of Clauset, Shalizi and Newman (their section 4.1)."""
    chance = np.random.default_rng(SEED + 1)
    below = sizes[sizes < tail.xmin]
    worse = 0
    for _ in range(replicates):
        in_tail = int(chance.binomial(len(sizes), tail.n_tail / len(sizes))) if len(below) else len(sizes)
        drawn = _drawn(tail, chance.random(in_tail))
        rest = chance.choice(below, len(sizes) - in_tail) if len(below) else np.empty(0)
        worse += fit(np.concatenate([drawn, rest]), tail.measure).ks >= tail.ks
    return worse / replicates


def _drawn(tail: Tail, chances: Floats) -> Floats:
    if tail.measure is Measure.CONTINUOUS:
        return np.asarray(tail.xmin * (1 - chances) ** (-1 / (tail.alpha - 1)))
    # Their equation D.6, an approximation that is good for thresholds like those of wars.
    return np.asarray(np.floor((tail.xmin - 0.5) * (1 - chances) ** (-1 / (tail.alpha - 1)) + 0.5))


def _propagated(draws: Floats, measure: Measure) -> tuple[float, float, float]:
    alphas = [fit(row[row > 0], measure).alpha for row in np.asarray(draws, dtype=float)]
    low, middle, high = np.quantile(alphas, (0.05, 0.5, 0.95))
    return float(middle), float(low), float(high)


def _warnings(tail: Tail) -> list[str]:
    said = []
    if tail.n_tail < FEW:
        said.append(f"only {tail.n_tail} events are in the tail: the exponent says little")
    elif tail.n_tail < WEAK_TEST:
        said.append(f"{tail.n_tail} events are in the tail: the test of fit has little power")
    return said
