"""What is a number used for, and how much does it say?"""

from dataclasses import dataclass
from enum import StrEnum

from thucydides.vocabulary.counts import Count


class NumberSort(StrEnum):
    """What a number is used for. Only COUNT may become a strength or a loss."""

    COUNT = "count"
    RATIO = "ratio"  # two to one: count is 2, per 1
    PROPORTION = "proportion"  # a third of, 40 %
    ORDINAL = "ordinal"
    FORMATION = "formation"  # 1st Division, 57th Corps
    YEAR = "year"
    DATE = "date"
    DURATION = "duration"
    PAGE = "page"
    CALIBRE = "calibre"
    MONEY = "money"
    DISTANCE = "distance"  # and weights, areas, speeds, temperatures
    CLOCK = "clock"
    NOTE_MARK = "note mark"  # [1]
    CODE = "code"  # BT-7, 23x15px, ISBN
    MALFORMED = "malformed"  # 4,8649: reported, never repaired


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """Words at `start` to `end` of the string searched (qualifier and figure, without what is counted)."""

    start: int
    end: int
    sort: NumberSort
    count: Count | None = None
