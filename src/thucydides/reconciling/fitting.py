"""What do all events together say about sizes, sides and sources, and how far does each figure err?

A hierarchical log-normal model, fitted by Laplace's method and empirical Bayes: the figures of an event are logarithms
of sums of its components plus the bias of their standpoint, the habit of their source, what their side and their
lineage have wrong in this event, and an error of their own that is gross now and then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import log_ndtr

from thucydides.reconciling.arrays import Floats, Truths, Whole, diagonal, inverse, product, spread, times, turned
from thucydides.reconciling.batches import BIASES, FIRST_SOURCE, RATIOS, SIZE, Batch
from thucydides.reconciling.constants import STANDPOINTS, Constants, Variances

ROUNDS = 16
"""Rounds of fitting; more change no median by a thousandth."""
_STRIDE = 1.8
"""How far each round goes along the way that it points; from 2 on it would not settle."""
_FIGURES = 50.0
"""How many figures stand against a new share of gross errors."""
_FLAT = 1e6
"""The variance of an observation that says nothing."""
_PRIOR_SHAPE = 5.0
"""How many observations stand against a source's own reliability."""

_HABITS, _WORST_HABIT = 10.0, 0.16
"""How many sources stand against new habits, and the largest variance these may have: where the sources of one war say
nothing of another, their habits would otherwise explain that one war was larger."""


@dataclass(frozen=True, slots=True)
class Population:
    """What holds beyond one event: the globals with their covariance, and the variances.

    `gross`: the share of figures that are grossly wrong. Of each followed source its reliability and its home, the
    standpoint from which it speaks most often.
    """

    means: Floats
    covariance: Floats
    variances: Variances
    reliability: Floats
    homes: Whole
    gross: float

    def error(self, batch: Batch, site: "Sites", constants: Constants) -> Floats:
        """The variance with which each observation enters: sound and gross errors weighed, bounds as they amount to."""
        sound = self.noise(batch) + batch.variance
        figure = 1 / ((1 - site.gross) / sound + site.gross / (sound + constants.gross_sd**2))
        return np.where(batch.exact, figure, site.variance)

    def noise(self, batch: Batch) -> Floats:
        """The variance of each observation's own error, where it is sound."""
        own = self.variances.noise[batch.standpoint] * batch.widening
        return own * np.where(batch.source >= 0, self.reliability[batch.source], 1.0)


@dataclass(slots=True)
class Sites:
    """How each observation enters as if it were normal: its value and variance, and how surely it is grossly wrong."""

    log: Floats
    variance: Floats
    gross: Floats
    state: Floats


@dataclass(frozen=True, slots=True)
class Local:
    """One batch made linear at its present state: what is expected, and how far the observations are from it.

    `slope`: of each observation in the components. `prior`: covariance of the components; `weight`: the inverse
    covariance of the observations; `pulled`: weight times residual; `design`: of the globals.
    """

    slope: Floats
    prior: Floats
    weight: Floats
    residual: Floats
    pulled: Floats
    design: Floats
    columns: Whole


def fit(held: Sequence[Batch], homes: Whole, constants: Constants) -> tuple[Population, list[Sites]]:
    """Fit all batches together."""
    population = beginning(homes, constants)
    sites = [_first_sites(batch, constants) for batch in held]
    for _ in range(ROUNDS):
        locals_ = [local(batch, site, population, constants) for batch, site in zip(held, sites, strict=True)]
        population = _solved(locals_, population, constants)
        tally = _Tally(len(homes))
        for batch, site in zip(held, sites, strict=True):
            _move(batch, site, population, constants, tally)
        population = _learnt(tally, population, constants)
    locals_ = [local(batch, site, population, constants) for batch, site in zip(held, sites, strict=True)]
    return _solved(locals_, population, constants), sites


def beginning(homes: Whole, constants: Constants) -> Population:
    """What is believed before anything was heard."""
    means, variances = _prior(homes, constants, constants.variances)
    return Population(
        means, spread(variances), constants.variances, np.ones(max(len(homes), 1)), homes, constants.gross
    )


def _prior(homes: Whole, constants: Constants, variances: Variances) -> tuple[Floats, Floats]:
    means = np.concatenate([[constants.size], constants.ratio, constants.bias, np.zeros(len(homes))])
    habits = np.sqrt(variances.source)[homes]
    spreads = np.concatenate([[constants.size_sd], constants.ratio_sd, constants.bias_sd, habits])
    return means, spreads**2


def expected(population: Population, parties: int) -> Floats:
    """The mean log components of a group of so many parties."""
    size, *ratios = population.means[RATIOS]
    return np.tile(np.array([size, *(size + ratio for ratio in ratios)]), parties)


def component_prior(variances: Variances, parties: int) -> Floats:
    """The covariance of the log components: they share the size, each has its own ratio."""
    one = np.full((SIZE, SIZE), variances.size) + np.diag(np.concatenate([[0.0], variances.ratios]))
    whole = np.zeros((parties * SIZE, parties * SIZE))
    for place in range(parties):
        cut = slice(place * SIZE, (place + 1) * SIZE)
        whole[cut, cut] = one
    return whole


def mixing(parties: int) -> Floats:
    """From mean log size and ratios to mean log components."""
    one = np.eye(SIZE)
    one[:, 0] = 1.0
    return np.tile(one, (parties, 1))


def added(members: Floats, state: Floats) -> tuple[Floats, Floats]:
    """The logarithm of what each observation counts, and its slope in the log components."""
    shifted = np.where(members > 0, state[..., None, :], -np.inf)
    top = shifted.max(axis=-1, keepdims=True)
    weights = np.exp(shifted - top)
    whole = weights.sum(axis=-1, keepdims=True)
    return (top + np.log(whole))[..., 0], weights / whole


def design_of(batch: Batch, slope: Floats, constants: Constants) -> tuple[Floats, Whole]:
    """How the globals enter each observation: values (..., n, k) and the global's number of each of the k columns.

    The first are those of all; then each observation has a column of its own for its source.
    """
    groups, count = batch.log.shape
    common = np.zeros((groups, count, FIRST_SOURCE))
    common[..., RATIOS] = product(slope, np.broadcast_to(mixing(batch.parties), (groups, *mixing(batch.parties).shape)))
    common[..., BIASES] = np.eye(len(STANDPOINTS))[batch.standpoint]
    own = spread(np.where(batch.source >= 0, 1.0, 0.0))
    columns = np.concatenate(
        [
            np.broadcast_to(np.arange(FIRST_SOURCE), (groups, FIRST_SOURCE)),
            np.where(batch.source >= 0, batch.source + FIRST_SOURCE, 0),
        ],
        axis=1,
    )
    return np.concatenate([common, own], axis=-1), columns


def local(batch: Batch, site: Sites, population: Population, constants: Constants) -> Local:
    """The batch made linear at its present state, with what is expected of it at the present globals."""
    value, slope = added(batch.members, site.state)
    prior = component_prior(population.variances, batch.parties)
    design, columns = design_of(batch, slope, constants)
    residual = site.log - value + times(slope, site.state) - np.einsum("gnk,gk->gn", design, population.means[columns])
    site.variance = population.error(batch, site, constants)
    errors = batch.shared(population.variances) + spread(site.variance)
    weight, _ = inverse(
        product(product(slope, np.broadcast_to(prior, (len(slope), *prior.shape))), turned(slope)) + errors
    )
    return Local(slope, prior, weight, residual, times(weight, residual), design, columns)


def _first_sites(batch: Batch, constants: Constants) -> Sites:
    state = np.repeat(
        np.tile(constants.size + np.concatenate([[0.0], constants.ratio]), batch.parties)[None, :],
        len(batch.log),
        axis=0,
    )
    return Sites(batch.log.copy(), np.full(batch.log.shape, _FLAT), np.where(batch.exact, constants.gross, 0.0), state)


def _solved(locals_: Sequence[Local], population: Population, constants: Constants) -> Population:
    """The globals that fit all batches best, with their covariance."""
    count = len(population.means)
    precision, pull = np.zeros(count * count), np.zeros(count)
    for now in locals_:
        weighted = product(turned(now.design), now.weight)
        pairs = now.columns[:, :, None] * count + now.columns[:, None, :]
        precision += np.bincount(pairs.ravel(), product(weighted, now.design).ravel(), minlength=count * count)
        pull += np.bincount(now.columns.ravel(), times(turned(now.design), now.pulled).ravel(), minlength=count)
    means, variances = _prior(population.homes, constants, population.variances)
    covariance, _ = inverse(precision.reshape(count, count) + np.diag(1 / variances))
    step = times(covariance, pull + (means - population.means) / variances)
    return replace(population, means=population.means + step, covariance=covariance)


class _Tally:
    """The squares of the errors, by what they are errors of: their sum and their number."""

    def __init__(self, sources: int) -> None:
        self.squares = {name: np.zeros(size) for name, size in self._sizes(sources)}
        self.counts = {name: np.zeros(size) for name, size in self._sizes(sources)}

    @staticmethod
    def _sizes(sources: int) -> Iterator[tuple[str, int]]:
        yield "gross", 1
        yield from (("side", len(STANDPOINTS)), ("noise", len(STANDPOINTS)), ("components", SIZE))
        yield from (("lineage", len(STANDPOINTS)), ("source", len(STANDPOINTS)), ("reliability", max(sources, 1)))

    def add(self, name: str, numbers: Whole, squares: Floats, weights: Floats) -> None:
        """Add squares under the numbers of their kind."""
        size = len(self.squares[name])
        self.squares[name] += np.bincount(numbers.ravel(), (squares * weights).ravel(), minlength=size)
        self.counts[name] += np.bincount(numbers.ravel(), weights.ravel(), minlength=size)


def _move(batch: Batch, site: Sites, population: Population, constants: Constants, tally: _Tally) -> None:
    """Move the batch to its best state at the new globals, and hear how far everybody erred."""
    now = local(batch, site, population, constants)
    site.state = expected(population, batch.parties) + times(
        np.broadcast_to(now.prior, (len(batch.log), *now.prior.shape)), times(turned(now.slope), now.pulled)
    )
    _count_errors(batch, site, now, population, constants, tally)
    _reconsider(batch, site, now, population, constants)


def _reconsider(batch: Batch, site: Sites, now: Local, population: Population, constants: Constants) -> None:
    """How surely is each figure grossly wrong, and what does each bound say, given all the others?"""
    apart = now.pulled / diagonal(now.weight)
    spare = np.maximum(1 / diagonal(now.weight) - site.variance, 1e-9)
    sound = population.noise(batch) + batch.variance
    odds = _log_normal(apart, spare + sound + constants.gross_sd**2) - _log_normal(apart, spare + sound)
    gross = 1 / (1 + np.exp(-np.clip(odds + constants.gross_odds(batch.standpoint, population.gross), -50, 50)))
    site.gross = np.where(batch.exact, (site.gross + gross) / 2, 0.0)
    middle = site.log - apart
    bound_log, bound_variance = bounded(batch.bound, batch.log, sound, middle, spare)
    site.variance = np.where(batch.exact, site.variance, bound_variance)
    site.log = np.where(batch.exact, batch.log, bound_log)


def bounded(bound: Whole, limit: Floats, noise: Floats, middle: Floats, spare: Floats) -> tuple[Floats, Floats]:
    """The normal observation that a bound amounts to, where `middle` with variance `spare` is what the others say.

    The moments of a normal distribution cut softly at the limit (expectation propagation).
    """
    scale = np.sqrt(noise + spare)
    reach = bound * (middle - limit) / scale
    hazard = np.exp(-(reach**2) / 2 - np.log(np.sqrt(2 * np.pi)) - log_ndtr(reach))
    mean = middle + bound * spare * hazard / scale
    shrunk = spare - spare**2 / scale**2 * hazard * (reach + hazard)
    precision = np.clip(1 / np.maximum(shrunk, 1e-9) - 1 / spare, 1 / _FLAT, None)
    return (mean / np.maximum(shrunk, 1e-9) - middle / spare) / precision, 1 / precision


def _log_normal(distance: Floats, variance: Floats) -> Floats:
    return -(distance**2) / variance / 2 - np.log(variance) / 2


def _count_errors(
    batch: Batch, site: Sites, now: Local, population: Population, constants: Constants, tally: _Tally
) -> None:
    """Add the expected squares of all errors, given what was heard."""
    variances = population.variances
    wide = batch.widening
    own = population.noise(batch)
    sound = np.where(batch.exact, 1 - site.gross, 0.0)
    square = (own * now.pulled) ** 2 + own - own**2 * diagonal(now.weight)
    unit = variances.noise[batch.standpoint] * wide
    reliable = np.where(batch.source >= 0, population.reliability[batch.source], 1.0)
    usual = sound * _robust(own * now.pulled, own)
    tally.add("noise", batch.standpoint, square / reliable / wide, usual)
    tally.add("reliability", np.maximum(batch.source, 0), square / unit, sound * (batch.source >= 0))
    heard = np.where(batch.exact, sound, 1.0)
    tally.add("gross", np.zeros_like(batch.standpoint), site.gross, np.where(batch.exact, 1.0, 0.0))
    for name, pairs, variance, wider in (
        ("side", batch.sides, variances.side, wide),
        ("lineage", batch.lineages, variances.lineage, wide),
        ("source", batch.speakers, variances.source, np.ones_like(wide)),
    ):
        squares, weights = _shared_errors(pairs, variance[batch.standpoint] * wider, now)
        tally.add(name, batch.standpoint, squares / wider, weights * heard)
    _count_components(batch, now, population, tally)


def _shared_errors(pairs: Truths, variance: Floats, now: Local) -> tuple[Floats, Floats]:
    """The expected square of what each observation shares with others. Each counts once: every sharer for his part."""
    together = pairs.astype(float)
    mean = variance * times(together, now.pulled)
    left = variance - variance**2 * np.einsum("gnm,gmk,gnk->gn", together, now.weight, together)
    sharers = pairs.sum(axis=-1)
    return mean**2 + left, np.where(sharers > 0, _robust(mean, variance) / np.maximum(sharers, 1), 0.0)


def _robust(error: Floats, variance: Floats) -> Floats:
    """What an error counts for when variances are learnt: an unusual one less (the weight of Student's t with 5)."""
    return np.minimum(1.0, 6 / (5 + error**2 / variance))


def _count_components(batch: Batch, now: Local, population: Population, tally: _Tally) -> None:
    """The squares of size and ratios around their means."""
    own = np.concatenate([[population.variances.size], population.variances.ratios])
    for place in range(batch.parties):
        one = mixing(1)
        slope = np.einsum("gnd,dk->gnk", now.slope[..., place * SIZE : (place + 1) * SIZE], one)
        mean = own * times(turned(slope), now.pulled)
        left = own - own**2 * np.einsum("gnk,gnm,gmk->gk", slope, now.weight, slope)
        tally.add("components", np.broadcast_to(np.arange(SIZE), mean.shape), mean**2 + left, np.ones_like(mean))


def _learnt(tally: _Tally, population: Population, constants: Constants) -> Population:
    """New variances: what was heard, beside what was believed before."""
    first, pseudo, before = constants.variances, constants.pseudo, population.variances

    def mean(name: str, believed: Floats) -> Floats:
        return (pseudo * believed + tally.squares[name]) / (pseudo + tally.counts[name])

    followed = population.means[FIRST_SOURCE:] ** 2 + diagonal(population.covariance)[FIRST_SOURCE:]
    habits = np.bincount(population.homes, followed, minlength=len(STANDPOINTS)) + tally.squares["source"]
    heard = np.bincount(population.homes, minlength=len(STANDPOINTS)) + tally.counts["source"]
    source = (_HABITS * first.source + habits) / (_HABITS + heard)
    components = mean("components", np.concatenate([[first.size], first.ratios]))
    known = np.concatenate([[before.size], before.ratios])
    components = _further(known, components)
    variances = Variances(
        side=_further(before.side, mean("side", first.side)),
        noise=_further(before.noise, mean("noise", first.noise)),
        source=np.minimum(_further(before.source, source), _WORST_HABIT),
        lineage=_further(before.lineage, mean("lineage", first.lineage)),
        size=float(components[0]),
        ratios=components[1:],
    )
    squares, counts = tally.squares["reliability"], tally.counts["reliability"]
    gross = (_FIGURES * constants.gross + tally.squares["gross"][0]) / (_FIGURES + tally.counts["gross"][0])
    return replace(
        population,
        gross=float(gross),
        variances=variances,
        reliability=(_PRIOR_SHAPE + squares / 2) / (_PRIOR_SHAPE + counts / 2),
    )


def _further(before: Floats, learnt: Floats) -> Floats:
    """Go on beyond what one round teaches, which is always too little (over-relaxed expectation maximisation)."""
    return before * (learnt / before) ** _STRIDE
