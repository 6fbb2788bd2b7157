"""How many were there, how sure is that, and on what does it rest?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
"""The published quantiles. The bounds of a figure are those of 80 %."""


class Support(StrEnum):
    """How far an estimate may be relied on."""

    SUPPORTED = "supported"
    WEAK = "weak"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True)
class Influence:
    """What one report did to an estimate.

    `pull`: by how much the estimate would differ without it, on the scale of log10. `gain`: by how much the estimate
    would rise if the report rose, both as logarithms. `repeats`: the report that this one only repeats, if it does.
    """

    report: str
    pull: float
    gain: float
    repeats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Of one event, party and category: the median and its interval, never a number alone.

    `quantiles`: by level. `direct`: a report of this very category exists. `accounts`: reports behind it; `lineages`:
    independent ones. `prior_share`: how much of the median comes from what is usual in other events, 0 to 1.
    `exaggeration`: by standpoint, the factor by which reports from there seem to be off, with its 80 % bounds.
    `anchor`: the assumption on which the level rests. `snapshot`: where the model's constants come from.
    """

    event: str
    party: str
    category: str
    median: float
    quantiles: Mapping[float, float]
    status: Support
    direct: bool
    accounts: tuple[str, ...]
    lineages: int
    influences: tuple[Influence, ...]
    prior_share: float
    exaggeration: Mapping[str, tuple[float, float, float]]
    anchor: str
    snapshot: str
    version: str
    reasons: tuple[str, ...] = ()

    @property
    def low(self) -> float:
        """The lower bound of 80 %."""
        return self.quantiles[0.1]

    @property
    def high(self) -> float:
        """The upper bound of 80 %."""
        return self.quantiles[0.9]

    def __str__(self) -> str:
        return f"{self.median:,.0f} (80% interval {self.low:,.0f} to {self.high:,.0f}), {self.status}"
