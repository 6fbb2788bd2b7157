"""Would the estimates have foretold what a lineage says, had it not been heard?

Every lineage is left out once, and its figures are foretold from the rest: from the other lineages of its event, from
what is known of its source and its standpoint, and from what all events have in common. No truth is needed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

import numpy as np
from scipy.special import ndtr

from thucydides.reconciling.arrays import Floats, diagonal
from thucydides.reconciling.batches import BIASES, FIRST_SOURCE, NAMES, batches, followed_sources, homes
from thucydides.reconciling.constants import STANDPOINTS, Constants, snapshot
from thucydides.reconciling.drawing import Drawn, drawn
from thucydides.reconciling.estimating import losses, parts_of
from thucydides.reconciling.fitting import Population, fit
from thucydides.reconciling.observing import Group, Observation, observe
from thucydides.reconciling.soundness import sift
from thucydides.vocabulary import Lineage, Report

FOLDS = 10
_NARROWEST = 0.1
"""No interval of low and high is taken to be narrower than this, as a standard deviation of logarithms."""

Slot = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Foretold:
    """A figure that was left out. `place`: where it lies in what was foretold, from 0 to 1.

    `score`: the logarithm of the density there. `from_median`, `from_range`: the scores of the median of the other
    figures for the same thing, and of their low, best and high; None where there are none.
    """

    slot: Slot
    standpoint: str
    place: float
    score: float
    from_median: float | None
    from_range: float | None


@dataclass(frozen=True, slots=True)
class HoldOut:
    """Every figure that was left out."""

    figures: tuple[Foretold, ...]

    def coverage(self, standpoint: str = "") -> tuple[float, float, float]:
        """The shares of figures within the inner 50, 80 and 95 %, of one standpoint or of all."""
        places = [abs(each.place - 0.5) for each in self.figures if standpoint in ("", each.standpoint)]
        first, second, third = (float(np.mean([far <= half for far in places])) for half in (0.25, 0.4, 0.475))
        return first, second, third

    def standpoints(self) -> Mapping[str, int]:
        """How many figures there are from each standpoint."""
        counts: dict[str, int] = defaultdict(int)
        for each in self.figures:
            counts[each.standpoint] += 1
        return counts

    def scores(self) -> tuple[float, float, float]:
        """Mean log scores of the model, the median and low-best-high, where all three foretell; higher is better."""
        rows = [
            (each.score, each.from_median, each.from_range)
            for each in self.figures
            if each.from_median is not None and each.from_range is not None
        ]
        model, middle, between = (float(np.mean(column)) for column in zip(*rows, strict=True)) if rows else (0.0,) * 3
        return model, middle, between


def hold_out(reports: Iterable[Report], lineages: Iterable[Lineage], *, constants: Constants | None = None) -> HoldOut:
    """Leave out each lineage and foretell it, a tenth of them at a time."""
    constants = constants or snapshot()
    groups = observe(sift(reports).usable, lineages).groups
    folds = _folds(groups)
    spread = _spread_of_medians(groups)
    found = [each for fold in range(FOLDS) for each in _one_fold(groups, folds, fold, constants, spread)]
    return HoldOut(tuple(sorted(found, key=lambda each: (each.slot, each.standpoint, each.place))))


def _folds(groups: Sequence[Group]) -> dict[tuple[str, str], int]:
    """When each lineage is left out: those of one event at different times. An event's only one is never left out."""
    folds: dict[tuple[str, str], int] = {}
    for number, group in enumerate(groups):
        names = sorted({each.lineage for each in group.observations})
        if len(names) > 1:
            folds |= {(group.event, name): (number + place) % FOLDS for place, name in enumerate(names)}
    return folds


def _one_fold(
    groups: Sequence[Group], folds: Mapping[tuple[str, str], int], fold: int, constants: Constants, spread: float
) -> Iterator[Foretold]:
    kept = tuple(
        replace(group, observations=tuple(o for o in group.observations if folds.get((group.event, o.lineage)) != fold))
        for group in groups
    )
    kept = tuple(group for group in kept if group.observations)
    left = {
        (group.event, group.parties): [o for o in group.observations if folds.get((group.event, o.lineage)) == fold]
        for group in groups
    }
    sources = followed_sources(kept)
    laid = batches(kept, sources, constants)
    population, sites = fit(laid, homes(kept, sources), constants)
    constants = replace(constants, gross=population.gross)
    for batch, site in zip(laid, sites, strict=True):
        for part in drawn(batch, site, population, constants):
            for place, group in enumerate(part.batch.groups):
                for said in left[group.event, group.parties]:
                    if said.bound == 0:
                        yield _foretold(part, place, said, (population, sources, constants), spread)


def _foretold(
    part: Drawn, place: int, said: Observation, known: tuple[Population, Sequence[str], Constants], spread: float
) -> Foretold:
    constants = known[2]
    group = part.batch.groups[place]
    shift, variance = _voice(part, place, said, known)
    draws = losses(part.log_components[place], parts_of(group, said.party))[:, NAMES.index(said.category)]
    away = said.log - np.log(draws) - shift
    gross = constants.gross * constants.share[said.standpoint]
    wide = variance + constants.gross_sd**2
    density = np.mean((1 - gross) * _density(away, variance) + gross * _density(away, wide))
    below = np.mean((1 - gross) * ndtr(away / np.sqrt(variance)) + gross * ndtr(away / np.sqrt(wide)))
    others = [
        each.log
        for each in group.observations
        if (each.party, each.category, each.bound) == (said.party, said.category, 0)
    ]
    return Foretold(
        slot=(group.event, said.party, said.category),
        standpoint=STANDPOINTS[said.standpoint],
        place=float(below),
        score=float(np.log(density)),
        from_median=_score(said.log, median(others), spread) if others else None,
        from_range=_score(said.log, median(others), _between(others)) if others else None,
    )


def _voice(
    part: Drawn, place: int, said: Observation, known: tuple[Population, Sequence[str], Constants]
) -> tuple[Floats, float]:
    """By how much a report of this voice is expected to be off, in each draw, and how surely.

    What it shares with those that were heard is known from them: its standpoint, its side, perhaps its source.
    """
    population, sources, constants = known
    variances, standpoint = population.variances, said.standpoint
    wide = float(constants.widening(part.batch.groups[place].year, np.array(standpoint)))
    doubt = diagonal(population.covariance)
    middle, alone = population.means[BIASES][standpoint], doubt[BIASES][standpoint]
    heard = part.batch.groups[place].observations
    shared = alone * np.array([o.standpoint == standpoint for o in heard])
    side = variances.side[standpoint] * wide
    shared = shared + side * np.array([(o.party, o.standpoint) == (said.party, standpoint) for o in heard])
    alone = alone + side + (variances.lineage[standpoint] + variances.noise[standpoint]) * wide
    if said.source in sources:
        number = FIRST_SOURCE + sources.index(said.source)
        shared = shared + doubt[number] * np.array([o.source == said.source for o in heard])
        middle, alone = middle + population.means[number], alone + doubt[number]
    else:
        alone = alone + variances.source[standpoint]
    told = np.einsum("n,nm->m", shared, part.precision[place])
    shift = middle + np.einsum("kn,n->k", part.away(place), told)
    return shift, float(alone - (told * shared).sum() + said.variance)


def _density(away: Floats, variance: float) -> Floats:
    return np.exp(-(away**2) / variance / 2) / np.sqrt(2 * np.pi * variance)


def _score(log: float, middle: float, spread: float) -> float:
    return float(-(((log - middle) / spread) ** 2) / 2 - np.log(spread * np.sqrt(2 * np.pi)))


def _between(logs: Sequence[float]) -> float:
    """Low and high of the others as bounds of 80 %."""
    return max((max(logs) - min(logs)) / 2.563, _NARROWEST)


def _spread_of_medians(groups: Iterable[Group]) -> float:
    """How far the median of the others lies from a figure, over all: the median is given its best spread."""
    squares = [0.0]
    for group in groups:
        slots: dict[tuple[str, str], list[Observation]] = defaultdict(list)
        for each in group.observations:
            if each.bound == 0:
                slots[each.party, each.category].append(each)
        for said in slots.values():
            for one in said:
                others = [each.log for each in said if each.lineage != one.lineage]
                if others:
                    squares.append((one.log - median(others)) ** 2)
    return max(float(np.sqrt(sum(squares) / max(1, len(squares) - 1))), _NARROWEST)
