"""Which constants does the model start from, and on what corpus were they measured?"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

import numpy as np

from thucydides.reconciling.arrays import Floats, Whole
from thucydides.vocabulary import COMPONENTS, Standpoint

STANDPOINTS = tuple(Standpoint)


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the constants were fitted on: the years and kinds of war for which they speak."""

    id: str
    description: str
    years: tuple[tuple[int, int], ...]
    widening: float

    def covers(self, year: int | None) -> bool:
        """Does the corpus speak for this year? Where no year is given, nobody can say that it does."""
        return year is not None and any(first <= year <= last for first, last in self.years)

    def widening_for(self, year: int | None) -> float:
        """The factor by which errors are taken to be larger (as variance) outside the corpus's time."""
        return 1.0 if self.covers(year) else self.widening


@dataclass(frozen=True, slots=True)
class Variances:
    """Variances of natural logarithms, by standpoint, and of the losses themselves.

    `side`: all of one side in one event err together. `noise`: of each figure. `source`: a source's habit. `lineage`:
    what one lineage has wrong in one event. `size` of events, and `ratios` of the other components to the killed.
    """

    side: Floats
    noise: Floats
    source: Floats
    lineage: Floats
    size: float
    ratios: Floats


@dataclass(frozen=True, slots=True)
class Constants:
    """All that the model knows before it sees a report.

    `bias` and `bias_sd`: of reports by standpoint. `share`: how seldom a standpoint's figures are
    grossly wrong or confused, beside others (a roll hardly ever). `ratio`: mean logarithm of wounded, missing,
    captured, sick over killed.
    `pseudo`: how many observations the variances weigh. `calibration`: by how much intervals are widened for what the
    fit takes as known; `calibration_on_record`: where a record or a roll is heard, whose own errors nothing better is
    there to show. `gross`: share of reports that are grossly wrong, and the standard deviation of those.
    `confusion`: share of reports that count another category than they say.
    """

    corpus: Corpus
    bias: Floats
    bias_sd: Floats
    share: Floats
    size: float
    size_sd: float
    ratio: Floats
    ratio_sd: Floats
    variances: Variances
    pseudo: float
    calibration: float
    calibration_on_record: float
    gross: float
    gross_sd: float
    confusion: float
    anchor: str = ""

    def widening(self, year: int | None, standpoint: Whole) -> Floats:
        """How much larger (as variance) errors are taken to be in this year: those of records and rolls hardly."""
        return 1 + (self.corpus.widening_for(year) - 1) * self.share[standpoint]

    def flattening(self, standpoint: Whole) -> Floats:
        """By which factor the logarithm of the posterior is divided, for each group (a row of standpoints)."""
        recorded = np.isin(standpoint, [STANDPOINTS.index(each) for each in RECORDS]).any(axis=-1)
        return np.where(recorded, self.calibration_on_record, self.calibration) ** 2

    def gross_odds(self, standpoint: Whole, gross: float) -> Floats:
        """The log odds that a figure is grossly wrong, where this share of all are: records and rolls seldom are."""
        wrong = gross * self.share[standpoint]
        return np.log(wrong / (1 - wrong))

    def with_anchor_moved(self, factor: float) -> "Constants":
        """The same, but records, rolls and third parties are taken to be off by this factor, on average."""
        anchored = np.array([each in ANCHORED for each in STANDPOINTS])
        return replace(self, bias=self.bias + np.where(anchored, np.log(factor), 0.0))


RECORDS = (Standpoint.ARCHIVAL, Standpoint.ROLL)
ANCHORED = (*RECORDS, Standpoint.NEUTRAL)


def snapshot() -> Constants:
    """The constants that come with the program, fitted on the corpus that they name."""
    return constants_from(tomllib.loads(files("thucydides.reconciling").joinpath("snapshot.toml").read_text("utf-8")))


def constants_from(table: Mapping[str, Any]) -> Constants:
    """Constants from a table as `snapshot.toml` has it; standard deviations there, variances here."""
    by = table["standpoint"]
    ratios = table["ratio"]
    share = _column(by, STANDPOINTS, "share")
    return Constants(
        corpus=Corpus(
            id=table["corpus"]["id"],
            description=table["corpus"]["description"],
            years=tuple((first, last) for first, last in table["corpus"]["years"]),
            widening=table["corpus"]["widening"] ** 2,
        ),
        bias=np.log(_column(by, STANDPOINTS, "factor")),
        bias_sd=_column(by, STANDPOINTS, "factor_sd"),
        share=share,
        size=float(np.log(table["size"]["median"])),
        size_sd=table["size"]["median_sd"],
        ratio=np.log(_column(ratios, COMPONENTS[1:], "median")),
        ratio_sd=_column(ratios, COMPONENTS[1:], "median_sd"),
        variances=Variances(
            side=_column(by, STANDPOINTS, "side") ** 2,
            noise=_column(by, STANDPOINTS, "noise") ** 2,
            source=(table["error"]["source"] * share) ** 2,
            lineage=(table["error"]["lineage"] * share) ** 2,
            size=table["size"]["spread"] ** 2,
            ratios=_column(ratios, COMPONENTS[1:], "spread") ** 2,
        ),
        pseudo=table["error"]["pseudo"],
        calibration=table["error"]["calibration"],
        calibration_on_record=table["error"]["calibration_on_record"],
        gross=table["error"]["gross"],
        gross_sd=float(np.log(table["error"]["gross_factor"])),
        confusion=table["error"]["confusion"],
        anchor=table["corpus"]["anchor"],
    )


def _column(table: Mapping[str, Mapping[str, float]], rows: tuple[str, ...], name: str) -> Floats:
    return np.array([table[row][name] for row in rows])
