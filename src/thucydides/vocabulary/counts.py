"""How many, and how exactly is it said?"""

from dataclasses import dataclass
from enum import StrEnum


class Qualifier(StrEnum):
    """How the words bound the figure."""

    EXACT = "exact"
    ABOUT = "about"
    RANGE = "range"
    AT_LEAST = "at_least"
    OVER = "over"
    AT_MOST = "at_most"
    UNDER = "under"
    VAGUE = "vague"
    NONE = "none"
    UNKNOWN = "unknown"


class Unreported(StrEnum):
    """Nothing was said. Zero (`none`), `unknown` and `vague` are said, and are Counts.

    A table also has cells that say why they hold no value: it is not known, the question does not arise, or there is
    none yet because the matter goes on.
    """

    SILENT = "silent"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"
    ONGOING = "ongoing"
    NOT_READ = "not read"


_BOTH = {Qualifier.EXACT, Qualifier.ABOUT, Qualifier.RANGE, Qualifier.NONE}
_LOW_ONLY = {Qualifier.AT_LEAST, Qualifier.OVER}
_HIGH_ONLY = {Qualifier.AT_MOST, Qualifier.UNDER}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or things as its words bound it; it never says more than they do.

    `low` and `high` are None on an open side; both are None for `vague` and `unknown`. Raises ValueError for bounds
    that the qualifier does not allow.
    """

    qualifier: Qualifier
    low: float | None
    high: float | None
    as_written: str

    def __post_init__(self) -> None:
        has = (self.low is not None, self.high is not None)
        wanted = (self.qualifier in _BOTH | _LOW_ONLY, self.qualifier in _BOTH | _HIGH_ONLY)
        if has != wanted:
            raise ValueError(f"{self.qualifier} cannot have the bounds {self.low} and {self.high}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a count from {self.low} to {self.high} runs backwards")
        if (self.low or 0) < 0 or (self.high or 0) < 0:
            raise ValueError(f"a count cannot be negative: {self.low} to {self.high}")

    @classmethod
    def exactly(cls, number: float, *, as_written: str) -> "Count":
        """Said without any reserve."""
        return cls(Qualifier.EXACT, number, number, as_written)

    @classmethod
    def about(cls, number: float, *, as_written: str) -> "Count":
        """Circa, some, nearly."""
        return cls(Qualifier.ABOUT, number, number, as_written)

    @classmethod
    def between(cls, low: float, high: float, *, as_written: str) -> "Count":
        """A range, both ends included."""
        return cls(Qualifier.RANGE, low, high, as_written)

    @classmethod
    def at_least(cls, number: float, *, as_written: str) -> "Count":
        """300+, no fewer than 300."""
        return cls(Qualifier.AT_LEAST, number, None, as_written)

    @classmethod
    def over(cls, number: float, *, as_written: str) -> "Count":
        """More than the figure itself."""
        return cls(Qualifier.OVER, number, None, as_written)

    @classmethod
    def at_most(cls, number: float, *, as_written: str) -> "Count":
        """Up to, no more than."""
        return cls(Qualifier.AT_MOST, None, number, as_written)

    @classmethod
    def under(cls, number: float, *, as_written: str) -> "Count":
        """Fewer than the figure itself."""
        return cls(Qualifier.UNDER, None, number, as_written)

    @classmethod
    def vague(cls, *, as_written: str) -> "Count":
        """Scores, heavy, slight: kept as words."""
        return cls(Qualifier.VAGUE, None, None, as_written)

    @classmethod
    def none(cls, *, as_written: str) -> "Count":
        """Said to be zero."""
        return cls(Qualifier.NONE, 0, 0, as_written)

    @classmethod
    def unknown(cls, *, as_written: str) -> "Count":
        """Said to be unknown."""
        return cls(Qualifier.UNKNOWN, None, None, as_written)

    def __str__(self) -> str:
        if self.qualifier is Qualifier.RANGE:
            return f"{plain(self.low)}-{plain(self.high)}"
        figure = self.low if self.low is not None else self.high
        return self.as_written if figure is None else plain(figure)


def plain(number: float | None) -> str:
    """Digits without separators or a needless `.0`; empty for None."""
    return "" if number is None else f"{number:.6f}".rstrip("0").rstrip(".")
