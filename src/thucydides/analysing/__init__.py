"""What do researchers compute from losses: how severe are wars, do sources agree, who lost more?

Duty: severity distributions, agreement of accounts, ratios, each with its uncertainty. In: figures and draws. Out:
results that carry their numbers.

>>> from thucydides.analysing import Metric, alpha
>>> round(alpha([[1, 1], [2, 2], [3, 3]], Metric.INTERVAL), 3)
1.0
"""

from thucydides.analysing.agreement import Agreement, Metric, agreement, alpha
from thucydides.analysing.exchange import Ratio, magnitude, ratio
from thucydides.analysing.onsets import Onsets, onsets
from thucydides.analysing.rivals import Rival
from thucydides.analysing.severity import Severity, TooFewEvents, severity
from thucydides.analysing.tails import Measure, Tail, fit
from thucydides.analysing.thresholds import Reaching, reaching

__all__ = [
    "Agreement",
    "Measure",
    "Metric",
    "Onsets",
    "Ratio",
    "Reaching",
    "Rival",
    "Severity",
    "Tail",
    "TooFewEvents",
    "agreement",
    "alpha",
    "fit",
    "magnitude",
    "onsets",
    "ratio",
    "reaching",
    "severity",
]
