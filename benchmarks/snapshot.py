"""Which constants does the model start from, fitted on the two corpora at hand?

`python -m benchmarks.snapshot` prints the table that the program ships as `reconciling/snapshot.toml`. Only the fitted
numbers are in it. What the corpora do not tell (records, rolls, allies; the sick) stays as the literature has it.
"""

import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import numpy as np

from benchmarks.corpora import civil_war, ukraine
from thucydides.linking import lineages
from thucydides.reconciling import Constants, Population, constants_from, reconcile
from thucydides.vocabulary import COMPONENTS, Report, Standpoint

LITERATURE: dict[str, Any] = {
    "standpoint": {
        "self": {"factor": 0.8, "factor_sd": 0.3, "side": 0.25, "noise": 0.25, "share": 1.0},
        "adversary": {"factor": 1.8, "factor_sd": 0.4, "side": 0.45, "noise": 0.40, "share": 1.0},
        "ally": {"factor": 0.9, "factor_sd": 0.3, "side": 0.35, "noise": 0.35, "share": 1.0},
        "neutral": {"factor": 1.0, "factor_sd": 0.12, "side": 0.15, "noise": 0.30, "share": 1.0},
        "archival": {"factor": 1.0, "factor_sd": 0.02, "side": 0.07, "noise": 0.08, "share": 0.3},
        "roll": {"factor": 1.0, "factor_sd": 0.02, "side": 0.03, "noise": 0.04, "share": 0.2},
    },
    "size": {"median": 500, "median_sd": 3.0, "spread": 2.5},
    "ratio": {
        "wounded": {"median": 2.5, "median_sd": 0.3, "spread": 0.6},
        "missing": {"median": 0.15, "median_sd": 0.5, "spread": 1.2},
        "captured": {"median": 0.2, "median_sd": 0.5, "spread": 1.5},
        "sick": {"median": 0.5, "median_sd": 0.7, "spread": 1.5},
    },
    "error": {
        "source": 0.20, "lineage": 0.15, "pseudo": 6, "calibration": 1.16, "calibration_on_record": 1.2, "gross": 0.10,
        "gross_factor": 4, "confusion": 0.10,
    },
}  # fmt: skip
WARS_OF_THE_LITERATURE = 4
"""The literature's biases rest on several wars; the one war of the corpus that has both sides counts as one more."""


def fitted() -> dict[str, Any]:
    """The literature's constants, moved by the corpora as far as these tell."""
    shipped = tomllib.loads(files("thucydides.reconciling").joinpath("snapshot.toml").read_text("utf-8"))
    start = constants_from(LITERATURE | {"corpus": shipped["corpus"] | {"widening": 1.0}})
    historians, sides = (_learnt(reports, start) for reports in (civil_war(), ukraine()))
    table: dict[str, Any] = {"corpus": shipped["corpus"]} | LITERATURE
    for name in (Standpoint.SELF, Standpoint.ADVERSARY):
        place = list(Standpoint).index(name)
        row = table["standpoint"][name]
        before = WARS_OF_THE_LITERATURE * np.log(row["factor"])
        row["factor"] = float(np.exp((before + sides.means[5 + place]) / (WARS_OF_THE_LITERATURE + 1)))
        row["side"] = float(np.sqrt(sides.variances.side[place]))
        row["noise"] = float(np.sqrt(sides.variances.noise[place]))
    table["standpoint"]["neutral"]["noise"] = float(np.sqrt(_neutral(historians.variances.noise)))
    table["error"]["source"] = float(
        np.sqrt((_neutral(historians.variances.source) + _neutral(sides.variances.source)) / 2)
    )
    table["error"]["lineage"] = float(np.sqrt(_neutral(historians.variances.lineage)))
    table["size"]["spread"] = float(np.sqrt(historians.variances.size))
    for name, spread in zip(COMPONENTS[1:4], np.sqrt(historians.variances.ratios), strict=False):
        table["ratio"][name]["spread"] = float(spread)
    return table


def _neutral(variances: Any) -> float:
    return float(variances[list(Standpoint).index(Standpoint.NEUTRAL)])


def _learnt(reports: tuple[Report, ...], start: Constants) -> Population:
    return reconcile(reports, lineages(reports), constants=start).population


def as_toml(table: dict[str, Any], above: str = "") -> Iterator[str]:
    """The table, numbers to three digits."""
    for name, held in table.items():
        path = f"{above}.{name}" if above else str(name)
        if isinstance(held, dict):
            if not all(isinstance(each, dict) for each in held.values()):
                yield f"\n[{path}]"
            yield from as_toml(held, path)
        else:
            yield f'{name} = "{held}"' if isinstance(held, str) else f"{name} = {_short(held)}"


def _short(held: Any) -> Any:
    return float(f"{held:.3g}") if isinstance(held, float) else held


if __name__ == "__main__":
    sys.stdout.write("\n".join(as_toml(fitted())) + "\n")
