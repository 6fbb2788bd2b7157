"""How near to the truth are the estimates, and do their intervals hold what they promise?"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.simulation.worlds import World

Answer = Mapping[str, Any]
_PAIRS = ((0.25, 0.75), (0.1, 0.9), (0.025, 0.975))


@dataclass(frozen=True, slots=True)
class Score:
    """Errors and widths as log10. `mean_error`: of the mean of the claims' logarithms, for comparison."""

    cells: int
    error: float
    mean_error: float
    coverage: tuple[float, float, float]
    width: float

    def __str__(self) -> str:
        held = "/".join(f"{share:.2f}" for share in self.coverage)
        gain = 1 - self.error / self.mean_error
        return (
            f"RMSE {self.error:.3f}, mean of the claims {self.mean_error:.3f} ({gain:.0%} better), "
            f"covers {held}, 80 % width {self.width:.2f}, {self.cells} cells"
        )


def score(pairs: Iterable[tuple[World, Sequence[Answer]]]) -> Score:
    """Score killed and total where somebody states them."""
    errors, others, widths = [], [], []
    inside: list[list[bool]] = [[], [], []]
    for world, answers in pairs:
        means = claims_mean(world)
        for answer in answers:
            slot = (answer["event"], answer["party"], answer["category"])
            if slot[2] not in ("killed", "total") or slot not in means:
                continue
            truth = world.truth[slot]
            errors.append(math.log10(answer["median"] / truth) ** 2)
            others.append(math.log10(means[slot] / truth) ** 2)
            widths.append(math.log10(answer["q"][0.9] / answer["q"][0.1]))
            for held, (low, high) in zip(inside, _PAIRS, strict=True):
                held.append(answer["q"][low] <= truth <= answer["q"][high])
    first, second, third = (sum(held) / len(held) for held in inside)
    return Score(
        len(errors), math.sqrt(sum(errors) / len(errors)), math.sqrt(sum(others) / len(others)),
        (first, second, third), median(widths),
    )  # fmt: skip


def claims_mean(world: World) -> dict[tuple[str, str, str], float]:
    """The geometric mean of the figures of each slot."""
    logs: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for claim in world.claims:
        figures = [claim[key] for key in ("value", "lo", "hi") if claim.get(key)]
        if claim["kind"] in ("exact", "range"):
            logs[claim["event"], claim["party"], claim["category"]].append(
                sum(math.log(figure) for figure in figures) / len(figures)
            )
    return {slot: math.exp(sum(held) / len(held)) for slot, held in logs.items()}


def coverage_table(scores: Mapping[str, Score]) -> list[str]:
    """A line for each scenario."""
    return [f"{name:>16}: {held}" for name, held in scores.items()]
