"""What is published of the draws: a median with its interval, a status, and what each report did to it?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from thucydides.reconciling.arrays import Floats, diagonal, product, times, turned
from thucydides.reconciling.batches import BIASES, FIRST_SOURCE, MEMBERS, NAMES, SIZE
from thucydides.reconciling.constants import STANDPOINTS
from thucydides.reconciling.drawing import Drawn
from thucydides.reconciling.fitting import Population
from thucydides.reconciling.observing import Group, Observation, parties_of
from thucydides.vocabulary import CATEGORIES, LEVELS, Estimate, Influence, Standpoint, Support

VERSION = "log-normal 1"
WIDE, DERIVED_WIDE, WEAK = 8.0, 5.0, 3.0
"""From which ratio of the 80 % bounds an estimate is insufficient, insufficient if derived, or weak."""
FEW_DRAWS = 50
_RECORDS = (Standpoint.ARCHIVAL, Standpoint.ROLL)
_LOG10 = float(np.log(10))


@dataclass(frozen=True, slots=True)
class Told:
    """What is printed beside every estimate."""

    anchor: str
    snapshot: str


def slots_of(group: Group) -> tuple[str, ...]:
    """The parties of a group, and those that some figure covers together."""
    together = {each.party for each in group.observations if len(parties_of(each.party)) > 1}
    return (*group.parties, *sorted(together))


def parts_of(group: Group, party: str) -> Floats:
    """Which parties of the group are meant: one, or several joined."""
    return np.array([1.0 if name in parties_of(party) else 0.0 for name in group.parties])


def losses(log_components: Floats, chosen: Floats) -> Floats:
    """Draws of every category for the chosen parties together. Sums hold in every draw: (draws, categories)."""
    by_party = np.exp(log_components).reshape(len(log_components), -1, SIZE)
    return np.einsum("kpd,p,cd->kc", by_party, chosen, MEMBERS)


def estimates(held: Drawn, population: Population, told: Told, repeats: Mapping[str, str]) -> Iterator[Estimate]:
    """The estimates of all categories of all parties of these groups."""
    reach = product(held.setting.prior, product(turned(held.slope), held.weight))
    pulls = reach * (held.pulled / diagonal(held.weight))[:, None, :]
    exaggeration = _exaggerations(held, population)
    for place, group in enumerate(held.batch.groups):
        for party in slots_of(group):
            chosen = parts_of(group, party)
            draws = losses(held.log_components[place], chosen)
            bounds = np.quantile(draws, LEVELS, axis=0)
            said = [each for each in group.observations if _touches(each, party)]
            slopes = _slopes(held.centre[place], chosen)
            moved = (slopes @ reach[place], slopes @ pulls[place] / _LOG10)
            for number, category in enumerate(NAMES):
                direct = any(each.category == category and each.party == party for each in said)
                if category == "sick" and not direct:
                    continue
                bearing = [each for each in said if each.reports and _overlap(each.category, category)]
                quantiles = dict(zip(LEVELS, map(float, bounds[:, number]), strict=True))
                status, reasons = _status(quantiles, bearing, float(held.effective[place]), direct=direct)
                yield Estimate(
                    event=group.event,
                    party=party,
                    category=category,
                    median=quantiles[0.5],
                    quantiles=quantiles,
                    status=status,
                    direct=direct,
                    accounts=tuple(sorted({name for each in bearing for name in each.reports})),
                    lineages=len({each.lineage for each in bearing}),
                    influences=_influences(group, moved[0][number], moved[1][number], repeats),
                    prior_share=float(np.clip(1 - moved[0][number].sum(), 0, 1)),
                    exaggeration=exaggeration[place],
                    anchor=told.anchor,
                    snapshot=told.snapshot,
                    version=VERSION,
                    reasons=reasons,
                )


def _touches(said: Observation, party: str) -> bool:
    return bool(set(parties_of(said.party)) & set(parties_of(party)))


def _overlap(one: str, other: str) -> bool:
    return any(a and b for a, b in zip(CATEGORIES[one], CATEGORIES[other], strict=True))


def _slopes(centre: Floats, chosen: Floats) -> Floats:
    """How the logarithm of each category moves with the log components: (categories, components)."""
    amounts = np.exp(centre - centre.max()).reshape(-1, SIZE) * chosen[:, None]
    parts = MEMBERS[:, None, :] * amounts
    return (parts / parts.sum(axis=(1, 2), keepdims=True)).reshape(len(NAMES), -1)


def _status(
    quantiles: Mapping[float, float], bearing: Sequence[Observation], effective: float, *, direct: bool
) -> tuple[Support, tuple[str, ...]]:
    """How far it may be relied on, and why not further."""
    ratio = quantiles[0.9] / max(quantiles[0.1], 1e-9)
    standpoints = {STANDPOINTS[each.standpoint] for each in bearing}
    lineages = {each.lineage for each in bearing}
    on_record = bool(standpoints & set(_RECORDS))
    insufficient = {
        "no report bears on it": not bearing,
        f"the 80 % bounds are {ratio:,.1f} times apart": ratio > WIDE,
        f"nobody counts exactly this, and the 80 % bounds are {ratio:,.1f} times apart": not direct
        and ratio > DERIVED_WIDE,
        f"one account alone, and the 80 % bounds are {ratio:,.1f} times apart": len(lineages) == 1
        and not on_record
        and ratio > WEAK,
        "a single figure, not from records": len(bearing) == 1 and not on_record,
    }
    weak = {
        f"the 80 % bounds are {ratio:,.1f} times apart": ratio > WEAK,
        "one account alone": len(lineages) == 1,
        "two accounts, one of them the enemy's": len(lineages) == 2 and Standpoint.ADVERSARY in standpoints,
        f"the draws are worth only {effective:.0f}": effective < FEW_DRAWS,
    }
    for support, rules in ((Support.INSUFFICIENT, insufficient), (Support.WEAK, weak)):
        if reasons := tuple(reason for reason, holds in rules.items() if holds):
            return support, reasons
    return Support.SUPPORTED, ()


def _influences(group: Group, gains: Floats, pulls: Floats, repeats: Mapping[str, str]) -> tuple[Influence, ...]:
    """What each report did, the strongest first; those that say the same share their lineage's pull."""
    found = [
        Influence(name, float(pull) / len(each.reports), float(gain) / len(each.reports), repeats.get(name, ""))
        for each, gain, pull in zip(group.observations, gains, pulls, strict=True)
        for name in each.reports
    ]
    return tuple(sorted(found, key=lambda each: (-abs(each.pull), each.report)))


def _exaggerations(held: Drawn, population: Population) -> list[dict[str, tuple[float, float, float]]]:
    """For each group, by standpoint: the factor by which its reports are off, with its 80 % bounds."""
    batch = held.batch
    side = population.variances.side[batch.standpoint] * batch.widening
    sharing = batch.sides.astype(float)
    habit = np.append(population.means[FIRST_SOURCE:], 0.0)[batch.source]
    bias = population.means[BIASES][batch.standpoint] + habit
    doubt = diagonal(population.covariance)[BIASES][batch.standpoint]
    middle = bias + side * times(sharing, held.pulled)
    left = side - side**2 * np.einsum("gnm,gmk,gnk->gn", sharing, held.weight, sharing) + doubt
    half = 1.2816 * np.sqrt(np.maximum(left, 0))
    found: list[dict[str, tuple[float, float, float]]] = []
    for row, centre, width in zip(batch.standpoint, middle, half, strict=True):
        triples = np.exp(np.stack([centre, centre - width, centre + width], axis=1))
        found.append({STANDPOINTS[number]: _triple(triple) for number, triple in zip(row, triples, strict=True)})
    return found


def _triple(values: Floats) -> tuple[float, float, float]:
    middle, low, high = map(float, values)
    return middle, low, high
