"""Which words of which text?"""

from dataclasses import dataclass
from enum import StrEnum

from thucydides.vocabulary.errors import SpanOutsideText


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of characters in one text, in Unicode code points, `end` excluded. `text` is the hash of the text."""

    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanOutsideText(f"a span needs 0 <= start < end, but {self.start} to {self.end} was given")

    def overlaps(self, other: "Span") -> bool:
        """Do both spans share a character of the same text?"""
        return self.text == other.text and self.start < other.end and other.start < self.end


class Role(StrEnum):
    """What a piece of evidence proves of a claim."""

    VALUE = "value"
    TARGET = "target"
    CLAIMANT = "claimant"
    EVENT = "event"
    TIME = "time"
    CONCEPT = "concept"
    UNIT = "unit"
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span, the words found there, and what they prove."""

    role: Role
    span: Span
    words: str


@dataclass(frozen=True, slots=True, order=True)
class Inference:
    """A field that no words prove, and the rule by which it was filled: `target` by `lost-flag`."""

    field: str
    rule: str
