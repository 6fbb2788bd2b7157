"""Would another heavy-tailed law do as well as the power law, or better?

Each is fitted by maximum likelihood to the same tail, cut off at the same threshold, and compared by the likelihood
ratio of Vuong (Econometrica 57, 1989) as Clauset, Shalizi and Newman apply it (their section 5).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import erfc, log_ndtr

Floats = NDArray[np.float64]
Law = Callable[[Sequence[float], Floats, float], Floats]
"""Parameters, sizes, threshold → the log-density of each size, given that it is at least the threshold."""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another law against the power law: a `ratio` above 0 speaks for the power law.

    `p`: how often so large a ratio comes by chance where neither law is nearer; above 0.1 it decides nothing.
    """

    name: str
    ratio: float
    p: float

    @property
    def verdict(self) -> str:
        """The sentence that the numbers allow."""
        if self.p > UNDECIDED:
            return f"the data do not tell the power law from the {self.name}"
        return f"the {'power law' if self.ratio > 0 else self.name} is nearer to the data"


UNDECIDED = 0.1


def _exponential(parameters: Sequence[float], sizes: Floats, xmin: float) -> Floats:
    rate = np.exp(parameters[0])
    return np.asarray(parameters[0] - rate * (sizes - xmin))


def _log_normal(parameters: Sequence[float], sizes: Floats, xmin: float) -> Floats:
    mean, spread = parameters[0], np.exp(parameters[1])
    z = (np.log(sizes) - mean) / spread
    beyond = log_ndtr(-(np.log(xmin) - mean) / spread)
    return np.asarray(-np.log(sizes) - np.log(spread) - 0.5 * np.log(2 * np.pi) - z**2 / 2 - beyond)


def _stretched(parameters: Sequence[float], sizes: Floats, xmin: float) -> Floats:
    scale, shape = np.exp(parameters[0]), np.exp(parameters[1])
    density = np.log(shape) - np.log(scale) + (shape - 1) * np.log(sizes / scale) - (sizes / scale) ** shape
    return np.asarray(density + (xmin / scale) ** shape)


def _log_logistic(parameters: Sequence[float], sizes: Floats, xmin: float) -> Floats:
    scale, shape = np.exp(parameters[0]), np.exp(parameters[1])
    ratio = np.log(sizes / scale)
    density = np.log(shape) - np.log(scale) + (shape - 1) * ratio - 2 * np.logaddexp(0, shape * ratio)
    return np.asarray(density + np.logaddexp(0, shape * np.log(xmin / scale)))


LAWS: tuple[tuple[str, Law, Callable[[Floats], list[float]]], ...] = (
    ("log-normal", _log_normal, lambda logs: [float(np.mean(logs)), float(np.log(np.std(logs) + 1e-9))]),
    ("exponential", _exponential, lambda logs: [float(-np.log(np.mean(np.exp(logs))))]),
    ("stretched exponential", _stretched, lambda logs: [float(np.mean(logs)), -0.7]),
    ("log-logistic", _log_logistic, lambda logs: [float(np.mean(logs)), 0.0]),
)


def compared(tail: Floats, alpha: float, xmin: float) -> tuple[Rival, ...]:
    """Each rival law against the power law, on the sizes of the tail."""
    power = np.log(alpha - 1) - np.log(xmin) - alpha * np.log(tail / xmin)
    return tuple(_against(power, name, _best(law, start(np.log(tail)), tail, xmin)) for name, law, start in LAWS)


def _best(law: Law, start: list[float], tail: Floats, xmin: float) -> Floats:
    """The log-densities under the parameters that make the tail most likely."""

    def unlikely(parameters: Sequence[float]) -> float:
        with np.errstate(all="ignore"):
            total = float(np.sum(law(parameters, tail, xmin)))
        return -total if np.isfinite(total) else 1e300

    options = {"xatol": 1e-8, "fatol": 1e-8, "maxiter": 4000}
    done = minimize(unlikely, np.asarray(start), method="Nelder-Mead", options=options)
    return law(list(done.x), tail, xmin)


def _against(power: Floats, name: str, other: Floats) -> Rival:
    gaps = power - other
    ratio, spread = float(np.sum(gaps)), float(np.std(gaps))
    if spread == 0:
        return Rival(name, ratio, 1.0)
    return Rival(name, ratio, float(erfc(abs(ratio) / (np.sqrt(2 * len(gaps)) * spread))))
