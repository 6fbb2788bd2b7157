"""From rival figures to estimates: in which order is it done?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from thucydides.reconciling.arrays import Floats
from thucydides.reconciling.batches import NAMES, batches, followed_sources, homes
from thucydides.reconciling.confusing import confusions
from thucydides.reconciling.constants import STANDPOINTS, Constants, snapshot
from thucydides.reconciling.drawing import Drawn, drawn
from thucydides.reconciling.estimating import Told, estimates, losses, parts_of, slots_of
from thucydides.reconciling.fitting import Population, fit
from thucydides.reconciling.observing import Group, Heard, LeftOut, Observation, observe
from thucydides.reconciling.soundness import sift
from thucydides.vocabulary import Estimate, Finding, Lineage, Report, Standpoint

_BOUNDING = ("killed", "total")
"""What a war has at least as much of as its battles together."""
_ARCHIVAL = STANDPOINTS.index(Standpoint.ARCHIVAL)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Estimates by event, party and category, what was found on the way, and the draws behind the estimates.

    `draws`: by event and party, the logarithms of the components, (draws, components) for a party alone.
    """

    estimates: tuple[Estimate, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...]
    population: Population
    sources: tuple[str, ...]
    heard: Heard
    _drawn: Mapping[tuple[str, str], tuple[Floats, Floats]]

    def draws(self, event: str, party: str) -> Mapping[str, Floats]:
        """Equally likely losses by category; one place in all arrays is one possible truth. KeyError if unknown."""
        log_components, chosen = self._drawn[event, party]
        return dict(zip(NAMES, losses(log_components, chosen).T, strict=True))


def reconcile(
    reports: Iterable[Report], lineages: Iterable[Lineage], *, constants: Constants | None = None
) -> Reconciliation:
    """Reconcile all reports together. Their order does not matter, and the same reports give the same bits.

    `lineages`: which reports go back to one; those in none speak for themselves.
    """
    constants = constants or snapshot()
    sifted = sift(reports)
    heard = observe(sifted.usable, lineages)
    within = {report.event: report.part_of for report in sifted.usable if report.part_of not in ("", report.event)}
    sources = followed_sources(heard.groups)
    population, held = _fitted(heard.groups, sources, constants)
    if within:
        heard = replace(heard, groups=_at_least_their_battles(heard.groups, held, within))
        population, held = _fitted(heard.groups, sources, constants)
    repeats = _repeats(heard)
    made = [
        estimate for part in held for estimate in estimates(part, population, _told(constants, part, heard), repeats)
    ]
    return Reconciliation(
        estimates=tuple(sorted(made, key=lambda each: (each.event, each.party, NAMES.index(each.category)))),
        findings=(*sifted.findings, *confusions(held)),
        left_out=heard.left_out,
        population=population,
        sources=sources,
        heard=heard,
        _drawn={
            (group.event, party): (part.log_components[place], parts_of(group, party))
            for part in held
            for place, group in enumerate(part.batch.groups)
            for party in slots_of(group)
        },
    )


def _fitted(
    groups: tuple[Group, ...], sources: tuple[str, ...], constants: Constants
) -> tuple[Population, tuple[Drawn, ...]]:
    heard = tuple(group for group in groups if group.observations)
    laid = batches(heard, sources, constants)
    population, sites = fit(laid, homes(heard, sources), constants)
    constants = replace(constants, gross=population.gross)
    return population, tuple(
        part for batch, site in zip(laid, sites, strict=True) for part in drawn(batch, site, population, constants)
    )


def _told(constants: Constants, part: Drawn, heard: Heard) -> Told:
    corpus = constants.corpus
    observations = sum(len(group.observations) for group in heard.groups)
    outside = part.batch.widening.max() > 1
    beyond = "; some of these events lie outside its time, their errors are taken to be larger" if outside else ""
    return Told(
        anchor=constants.anchor,
        snapshot=f"{corpus.id} ({corpus.description}), learnt further from {observations:,} figures here{beyond}",
    )


def _repeats(heard: Heard) -> dict[str, str]:
    """Of each report that only repeats another: which."""
    said = [each for group in heard.groups for each in group.observations]
    copies = {name: each.reports[0] for each in said for name in each.reports[1:]}
    return copies | {each.report: each.repeats for each in heard.left_out if each.report != each.repeats}


def _at_least_their_battles(
    groups: tuple[Group, ...], held: Iterable[Drawn], within: Mapping[str, str]
) -> tuple[Group, ...]:
    """Give each war, as a soft lower bound, what its battles come to together."""
    sums: dict[tuple[str, str, str], list[Floats]] = defaultdict(list)
    for part in held:
        for place, group in enumerate(part.batch.groups):
            if not (parent := within.get(group.event)):
                continue
            for party in group.parties:
                draws = losses(part.log_components[place], parts_of(group, party))
                said = {each.category for each in group.observations if each.party == party}
                for category in set(_BOUNDING) & said:
                    sums[parent, party, category].append(draws[:, NAMES.index(category)])
    return tuple(replace(group, observations=(*group.observations, *_bounds(group, sums))) for group in groups)


def _bounds(group: Group, sums: Mapping[tuple[str, str, str], list[Floats]]) -> Iterable[Observation]:
    for party in group.parties:
        for category in _BOUNDING:
            if parts := sums.get((group.event, party, category)):
                logs = np.sort(np.log(np.sum(parts, axis=0)))
                spread = (logs[int(0.9 * len(logs))] - logs[int(0.1 * len(logs))]) / 2.563
                yield Observation(
                    party, category, float(np.median(logs)), float(spread**2), 1, _ARCHIVAL, "its battles",
                    f"battles of {group.event}", (),
                )  # fmt: skip
