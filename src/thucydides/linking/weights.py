"""How much does each level of agreement weigh?"""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

SAME = 4.0  # from here on two mentions are one event
UNSURE = 1.5  # from here on a person is asked
NEVER = -20.0  # a rule: nothing else counts
ALWAYS = 100.0  # a person has said so


class Weight(NamedTuple):
    """How much a feature speaks for (or, below 0, against) one event, the sentence that says so, and its level."""

    weight: float
    reason: str
    level: str = ""


Weights = Mapping[str, float]


def _listed() -> dict[str, dict[str, float]]:
    table = tomllib.loads(files("thucydides.linking").joinpath("weights.toml").read_text(encoding="utf-8"))
    return {f"{feature}:{level}": row for feature, levels in table.items() for level, row in levels.items()}


_LISTED = _listed()
DEFAULTS: Weights = {level: row["weight"] for level, row in _LISTED.items()}
CHANCES: Weights = {level: row["chance"] for level, row in _LISTED.items() if "chance" in row}


def seen(level: str, reason: str) -> Weight:
    """A level of agreement with its weight as listed."""
    return Weight(DEFAULTS[level], reason, level)


def weighed(weight: Weight, weights: Weights) -> Weight:
    """The weight as other weights than the listed ones have it."""
    moved = weights.get(weight.level, 0.0) - DEFAULTS.get(weight.level, 0.0)
    return weight._replace(weight=weight.weight + moved) if moved else weight
