"""Which losses are possible, given all that was said?

For each group of parties there is a fixed set of draws. They come from the normal approximation and are weighed by what
was really said: sums as sums, bounds as bounds, and each figure as sound, as grossly wrong, or as counting another
category than it says.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from scipy.special import log_ndtr, logsumexp, ndtri

from thucydides.reconciling.arrays import Floats, Truths, diagonal, inverse, product, root, spread, times, turned
from thucydides.reconciling.batches import MEMBERS, NAMES, SIZE, Batch
from thucydides.reconciling.constants import STANDPOINTS, Constants
from thucydides.reconciling.fitting import Population, Sites, added, component_prior, design_of, expected, mixing
from thucydides.vocabulary import Standpoint

Places: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.intp]]

DRAWS = 512
_AT_ONCE = 128
_WIDER = 1.35
"""The variance of what is drawn from, over that of the normal approximation, so that no corner is missed."""
_STEPS = 4
_SILENT = 1e8
CONFUSED: dict[str, tuple[str, ...]] = {
    "killed": ("dead_or_missing", "total"),
    "dead_or_missing": ("killed", "total"),
    "total": ("killed", "dead_or_missing"),
}
"""What a figure may count when it says something else: the dead, the lost and the whole are mixed up."""
CONFUSABLE = tuple(CONFUSED)
_NEVER_CONFUSED = (Standpoint.ROLL,)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is believed of a batch's groups before their own observations are heard, all other events having been.

    `middle`, `prior`: of the log components. `offset`: of the biases of the observations; `lean`: how these move with
    the components. `errors`: covariance of what the observations have wrong, own errors left out.
    """

    middle: Floats
    prior: Floats
    offset: Floats
    lean: Floats
    errors: Floats


@dataclass(frozen=True, slots=True)
class Drawn:
    """Draws of log components (groups, draws, parties * components), equally weighted, with what they came from.

    `centre`, `covariance`: of the normal approximation. `slope`, `weight`, `pulled`: of the observations at the centre.
    `precision`: inverse covariance of what they have wrong, the components being known. `effective`: how many
    independent draws they are worth. `factors`: for each observation, the log likelihood that it counts each category
    of CONFUSABLE, up to a constant; -inf where it cannot.
    """

    batch: Batch
    setting: Setting
    log_components: Floats
    centre: Floats
    covariance: Floats
    slope: Floats
    weight: Floats
    pulled: Floats
    precision: Floats
    effective: Floats
    factors: Floats

    def away(self, place: int) -> Floats:
        """By how much the observations of one group are off in each draw; bounds are left out: (draws, n)."""
        batch, cut = self.batch, slice(place, place + 1)
        tries, setting = self.log_components[cut], self.setting
        lean = np.einsum("gnd,gkd->gkn", setting.lean[cut], tries - setting.middle[cut][:, None, :])
        residual = (
            batch.log[cut][:, None, :] - _sums(batch.members[cut], tries) - setting.offset[cut][:, None, :] - lean
        )
        return np.where(batch.exact[cut][:, None, :], residual, 0.0)[0]


def drawn(batch: Batch, site: Sites, population: Population, constants: Constants) -> Iterator[Drawn]:
    """The draws of a batch, some groups at a time."""
    for first in range(0, len(batch.groups), _AT_ONCE):
        cut = slice(first, first + _AT_ONCE)
        part = Sites(site.log[cut], site.variance[cut], site.gross[cut], site.state[cut])
        yield _drawn(batch.some(first, first + _AT_ONCE), part, population, constants)


def apart(batch: Batch, site: Sites, population: Population, constants: Constants) -> Setting:
    """Take what a group itself taught out of the globals, so that it is not heard twice."""
    count, size = batch.log.shape[1], batch.parties * SIZE
    value, slope = added(batch.members, site.state)
    design, columns = design_of(batch, slope, constants)
    own = design.copy()
    own[..., :SIZE] = 0.0
    rows = np.zeros((len(batch.log), count + size, design.shape[-1]))
    rows[:, :count] = own
    rows[:, count:, :SIZE] = mixing(batch.parties)
    shared = population.covariance[columns[:, :, None], columns[:, None, :]]
    known = product(product(rows, shared), turned(rows))
    prior = component_prior(population.variances, batch.parties)
    errors = batch.shared(population.variances)
    seen = np.concatenate([np.broadcast_to(np.eye(count), (len(batch.log), count, count)), slope], axis=-1)
    spent = product(product(slope, np.broadcast_to(prior, (len(slope), size, size))), turned(slope)) + errors
    spent = spent + spread(site.variance)
    reach = product(known, turned(seen))
    left, _ = inverse(spent - product(seen, reach))
    middle = np.concatenate(
        [np.einsum("gnk,gk->gn", own, population.means[columns]),
         np.broadcast_to(expected(population, batch.parties), (len(batch.log), size))], axis=-1,
    )  # fmt: skip
    residual = site.log - value + times(slope, site.state) - times(seen, middle)
    middle = middle - times(product(reach, left), residual)
    known = known + product(product(reach, left), turned(reach))
    components = prior + known[:, count:, count:]
    lean = product(known[:, :count, count:], inverse(components)[0])
    return Setting(
        middle=middle[:, count:],
        prior=components,
        offset=middle[:, :count],
        lean=lean,
        errors=errors + known[:, :count, :count] - product(lean, known[:, count:, :count]),
    )


def _drawn(batch: Batch, site: Sites, population: Population, constants: Constants) -> Drawn:
    setting = apart(batch, site, population, constants)
    sound = population.noise(batch) + batch.variance
    grossly = np.where(batch.exact & (site.gross > 0.5), constants.gross_sd**2, 0.0)
    base = np.where(batch.exact, sound + grossly, site.variance)
    log = np.where(batch.exact, batch.log, site.log)
    state = site.state.copy()
    for _ in range(_STEPS):
        slope, weight, pulled = _linear(batch, setting, log, base, state)
        state = setting.middle + times(setting.prior, times(turned(slope), pulled))
    slope, weight, pulled = _linear(batch, setting, log, base, state)
    reach = product(setting.prior, product(turned(slope), weight))
    covariance = setting.prior - product(product(reach, slope), setting.prior)
    centre, covariance = _over_flips(batch, constants, (state, covariance), (reach, weight, pulled), grossly)
    scale = root(covariance * _WIDER)
    spots = normal_spots(state.shape[-1])
    tries = centre[:, None, :] + np.einsum("gij,kj->gki", scale, spots)
    likely = _Likelihood(batch, setting, constants, sound, grossly)
    said, factors = likely.of(tries)
    believed = _log_density(tries, setting)
    proposed = -np.sum(spots**2, axis=-1) / 2 - np.log(diagonal(scale)).sum(axis=-1)[:, None]
    whole = said + believed
    logs = whole / constants.flattening(batch.standpoint)[:, None] - proposed
    weights = np.exp(logs - logsumexp(logs, axis=1, keepdims=True))
    chosen = _resampled(weights)
    evidence = logsumexp((believed - proposed)[:, :, None] + factors.reshape(*said.shape, -1), axis=1)
    return Drawn(
        batch=batch,
        setting=setting,
        log_components=np.take_along_axis(tries, _in_orders_of_their_own(batch, chosen)[:, :, None], axis=1),
        centre=centre,
        covariance=covariance,
        slope=slope,
        weight=weight,
        pulled=pulled,
        precision=likely.weight,
        effective=1 / np.sum(weights**2, axis=1),
        factors=evidence.reshape(len(batch.log), batch.log.shape[1], len(CONFUSABLE)),
    )


def _linear(batch: Batch, setting: Setting, log: Floats, base: Floats, state: Floats) -> tuple[Floats, Floats, Floats]:
    value, slope = added(batch.members, state)
    slope = slope + setting.lean
    residual = log - value - setting.offset - times(setting.lean, state - setting.middle)
    residual = residual + times(slope, state - setting.middle)
    weight, _ = inverse(product(product(slope, setting.prior), turned(slope)) + setting.errors + spread(base))
    return slope, weight, times(weight, residual)


def _over_flips(
    batch: Batch,
    constants: Constants,
    moments: tuple[Floats, Floats],
    at: tuple[Floats, Floats, Floats],
    grossly: Floats,
) -> tuple[Floats, Floats]:
    """The mean and covariance over all judgements of which one figure is grossly wrong and which is not."""
    (state, covariance), (reach, weight, pulled) = moments, at
    change = np.where(grossly > 0, -grossly, constants.gross_sd**2)
    left = np.maximum(1 + change * diagonal(weight), 1e-6)
    logs = np.where(batch.exact, -np.log(left) / 2 + change * pulled**2 / left / 2, -np.inf)
    logs = logs + _flip_odds(batch, constants, grossly)
    logs = np.concatenate([np.zeros((len(state), 1)), logs], axis=1)
    share = np.exp(logs - logsumexp(logs, axis=1, keepdims=True))
    moves = -reach * (change * pulled / left)[:, None, :]
    mean = np.einsum("gdn,gn->gd", moves, share[:, 1:])
    second = np.einsum("gdn,gn,gen->gde", moves, share[:, 1:], moves)
    wider = np.einsum("gdn,gn,gen->gde", reach, share[:, 1:] * change / left, reach)
    return state + mean, covariance + wider + second - mean[:, :, None] * mean[:, None, :]


def _flip_odds(batch: Batch, constants: Constants, grossly: Floats) -> Floats:
    odds = constants.gross_odds(batch.standpoint, constants.gross)
    return np.where(grossly > 0, -odds, odds)


class _Likelihood:
    """How likely is what was said, if the components were these?"""

    def __init__(self, batch: Batch, setting: Setting, constants: Constants, sound: Floats, grossly: Floats) -> None:
        self._batch, self._setting, self._constants = batch, setting, constants
        self._sound, self._grossly = sound, grossly
        own = np.where(batch.exact, sound + grossly, _SILENT)
        self.weight, _ = inverse(setting.errors + spread(own))

    def of(self, tries: Floats) -> tuple[Floats, Floats]:
        """The log likelihood of each try, and with each observation counting each category: (groups, tries, n, c)."""
        batch, setting = self._batch, self._setting
        groups, count = batch.log.shape
        value = _sums(batch.members, tries)
        shift = setting.offset[:, None, :] + np.einsum("gnd,gkd->gkn", setting.lean, tries - setting.middle[:, None, :])
        residual = np.where(batch.exact[:, None, :], batch.log[:, None, :] - value - shift, 0.0)
        pulled = np.einsum("gkn,gnm->gkm", residual, self.weight)
        square = np.einsum("gkn,gkn->gk", residual, pulled)
        stated = -square / 2
        flips, odds = self._flips(pulled)
        factors = np.full((groups, tries.shape[1], count, len(CONFUSABLE)), -np.inf)
        parts = [stated[..., None], stated[..., None] + flips + odds]
        for name, others in CONFUSED.items():
            at = np.nonzero(self._may_mean(name))
            if not len(at[0]):
                continue
            factors[at[0], :, at[1], CONFUSABLE.index(name)] = self._alone(stated, flips)[at[0], :, at[1]]
            for other in others:
                moved = self._counting(at, other, (tries, value, pulled, square))
                factors[at[0], :, at[1], CONFUSABLE.index(other)] = moved
                extra = np.full((groups, tries.shape[1], count), -np.inf)
                share = self._constants.share[batch.standpoint[at]] * self._constants.confusion / len(others)
                extra[at[0], :, at[1]] = moved + np.log(share)[:, None]
                parts.append(extra)
        total = logsumexp(np.concatenate(parts, axis=-1), axis=-1)
        return total + self._bounds(tries, value, shift, pulled), factors

    def _flips(self, pulled: Floats) -> tuple[Floats, Floats]:
        """What taking each figure for gross (or for sound, where it is taken for gross) adds to the log likelihood."""
        change = np.where(self._grossly > 0, -self._grossly, self._constants.gross_sd**2)
        left = np.maximum(1 + change * diagonal(self.weight), 1e-9)
        gain = -np.log(left)[:, None, :] / 2 + (change / left)[:, None, :] * pulled**2 / 2
        odds = np.where(self._batch.exact, _flip_odds(self._batch, self._constants, self._grossly), -np.inf)
        return gain, np.broadcast_to(odds[:, None, :], gain.shape)

    def _alone(self, stated: Floats, flips: Floats) -> Floats:
        """The log likelihood with each figure sound and counting what it says."""
        return stated[..., None] + np.where((self._grossly > 0)[:, None, :], flips, 0.0)

    def _may_mean(self, name: str) -> Truths:
        never: Truths = np.isin(self._batch.standpoint, [STANDPOINTS.index(each) for each in _NEVER_CONFUSED])
        meant: Truths = (self._batch.category == NAMES.index(name)) & self._batch.exact & ~never
        return meant

    def _counting(
        self, at: tuple[np.ndarray[tuple[int], np.dtype[np.intp]], ...], other: str,
        known: tuple[Floats, Floats, Floats, Floats],
    ) -> Floats:  # fmt: skip
        """The log likelihood with some figures sound and counting another category: (figures, tries)."""
        groups, places = at
        tries, value, pulled, square = known
        members = self._batch.members[groups, places].reshape(len(groups), -1, SIZE)
        covered = np.any(members, axis=-1)[:, :, None] * MEMBERS[NAMES.index(other)]
        changed = _sums(covered.reshape(len(groups), 1, -1), tries[groups])[:, :, 0]
        move = value[groups, :, places] - changed
        own = diagonal(self.weight)[groups, places][:, None]
        there = pulled[groups, :, places]
        quadratic = square[groups] + 2 * move * there + move**2 * own
        gross = self._grossly[groups, places][:, None]
        left = np.maximum(1 - gross * own, 1e-9)
        back = np.where(gross > 0, -np.log(left) / 2 - gross / left * (there + move * own) ** 2 / 2, 0.0)
        return -quadratic / 2 + back

    def _bounds(self, tries: Floats, value: Floats, shift: Floats, pulled: Floats) -> Floats:
        batch = self._batch
        if batch.exact.all():
            return np.zeros(tries.shape[:2])
        known = np.einsum("gkm,gmn->gkn", pulled, self._setting.errors)
        taken = product(product(self._setting.errors, self.weight), self._setting.errors)
        scale = np.sqrt(np.maximum(diagonal(self._setting.errors) - diagonal(taken), 0) + self._sound)
        reach = batch.bound[:, None, :] * (value + shift + known - batch.log[:, None, :]) / scale[:, None, :]
        return np.where(batch.exact[:, None, :], 0.0, log_ndtr(reach)).sum(axis=-1)


def _sums(members: Floats, tries: Floats) -> Floats:
    """The logarithm of what each observation counts, for each try: (groups, tries, n)."""
    top = tries.max(axis=-1, keepdims=True)
    with np.errstate(divide="ignore"):
        whole: Floats = np.log(np.einsum("gnd,gkd->gkn", members, np.exp(np.maximum(tries - top, -600.0)))) + top
    return whole


def _log_density(tries: Floats, setting: Setting) -> Floats:
    precision, logarithm = inverse(setting.prior)
    away = tries - setting.middle[:, None, :]
    square = np.einsum("gkd,gkd->gk", away, np.einsum("gkd,gde->gke", away, precision))
    density: Floats = -square / 2 - logarithm[:, None] / 2
    return density


def _resampled(weights: Floats) -> Places:
    """As many draws as there were tries, each try as often as it weighs."""
    reached = np.cumsum(weights, axis=1)
    marks = (np.arange(weights.shape[1]) + 0.5) / weights.shape[1]
    return np.stack([np.minimum(np.searchsorted(row, marks), len(row) - 1) for row in reached])


def _in_orders_of_their_own(batch: Batch, chosen: Places) -> Places:
    """The choice of each group shuffled by its name: all groups have the same spots, and would else move together."""
    names = ("\x1f".join((group.event, *group.parties)) for group in batch.groups)
    seeds = (zlib.crc32(name.encode("utf-8", "surrogatepass")) for name in names)
    return np.stack([np.random.default_rng(seed).permutation(row) for seed, row in zip(seeds, chosen, strict=True)])


def normal_spots(size: int) -> Floats:
    """Spots that fill a normal distribution evenly: a fixed additive sequence on the generalised golden ratio."""
    ratio = 2.0
    for _ in range(60):
        ratio = (1 + ratio) ** (1 / (size + 1))
    steps = (1 / ratio) ** np.arange(1, size + 1)
    half: Floats = ndtri((0.5 + np.outer(np.arange(1, DRAWS // 2 + 1), steps)) % 1)
    return np.concatenate([half, -half])


def figures(log_components: Floats, party: int, categories: Sequence[str] = NAMES) -> Floats:
    """Draws of what each category comes to, for one party: (..., categories). Sums hold in every draw."""
    own = np.exp(log_components[..., party * SIZE : (party + 1) * SIZE])
    return np.einsum("...d,cd->...c", own, MEMBERS[[NAMES.index(name) for name in categories]])
