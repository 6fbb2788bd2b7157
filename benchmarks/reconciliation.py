"""Are the estimates near the truth, do their intervals hold, and what do they cost?"""

import resource
import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from benchmarks.simulation import SCENARIOS, Score, World, coverage_table, make, score
from thucydides.linking import lineages
from thucydides.reconciling import Reconciliation, reconcile
from thucydides.vocabulary import read_reports

_SEEDS = {"few": 64}
_EACH = 8


def reconciled(world: World) -> Reconciliation:
    """The estimates of a made-up world, its copies counted once."""
    reports = read_reports(list(world.claims))
    return reconcile(reports, lineages(reports))


def scored(name: str, seeds: int) -> Score:
    """A scenario over several worlds."""
    worlds = [make(SCENARIOS[name], seed) for seed in range(seeds)]
    return score(
        (
            world,
            [
                {"event": e.event, "party": e.party, "category": e.category, "median": e.median, "q": e.quantiles}
                for e in reconciled(world).estimates
            ],
        )
        for world in worlds
    )


def simulation() -> list[str]:
    """Nine kinds of made-up worlds, 100 events each (few: 8 events, 64 worlds): errors as log10, and coverage."""
    return coverage_table({name: scored(name, _SEEDS.get(name, _EACH)) for name in SCENARIOS})


def ranks() -> list[str]:
    """Where the truth lies among the draws, for killed and total where somebody states them, in 30 base worlds."""
    places = np.array([place for seed in range(30) for place in _places(make(SCENARIOS["base"], seed))])
    counts, _ = np.histogram(places, 20, (0, 1))
    expected = len(places) / 20
    off = np.abs(counts / expected - 1).max()
    square = float(((counts - expected) ** 2 / expected).sum())
    low, high = (places < 0.025).mean(), (places > 0.975).mean()
    return [
        f"{len(places):,} cells; in twentieths: {' '.join(map(str, counts))}",
        f"farthest bin off by {off:.0%}; mean rank {places.mean():.3f}; tails {low:.1%} and {high:.1%}; "
        f"chi-square {square:.1f} on 19",
    ]


def _places(world: World) -> Iterator[float]:
    result = reconciled(world)
    for estimate in result.estimates:
        if estimate.direct and estimate.category in ("killed", "total"):
            draws = result.draws(estimate.event, estimate.party)[estimate.category]
            yield float((draws < world.truth[estimate.event, estimate.party, estimate.category]).mean())


def reconciling_cost() -> list[str]:
    """1,000 and 10,000 made-up events, preparation and estimates apart, in one process."""
    return list(_costs())


def _costs() -> Iterator[str]:
    seconds = {}
    for events in (1_000, 10_000):
        reports = read_reports(list(make(replace(SCENARIOS["base"], events=events), 1).claims))
        begun = time.perf_counter()
        traced = lineages(reports)
        prepared = time.perf_counter()
        reconcile(reports, traced)
        seconds[events] = time.perf_counter() - begun
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield (
            f"{events:,} events, {len(reports):,} claims: {seconds[events]:.1f} s, of which {prepared - begun:.1f} s "
            f"lineages; at most {memory:,.0f} MB so far"
        )
    yield f"ten times the events take {seconds[10_000] / seconds[1_000]:.1f} times as long"
