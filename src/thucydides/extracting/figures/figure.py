"""What is a figure, and does the sentence say that it happened?"""

from dataclasses import dataclass
from enum import StrEnum

from thucydides.vocabulary import ActorMention, Count


class Assertion(StrEnum):
    """How the words stand to what they say."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


class Bearing(StrEnum):
    """In the active voice, who bears the loss: the subject of the verb (`lost 300`) or its object (`sank three`)."""

    UNSAID = ""
    SUFFERED = "suffered"
    INFLICTED = "inflicted"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, at `start` to `end` of the string searched.

    `attribute`: `loss`, `strength`, `incident_count`, or empty where the words do not say. `concept`, `fate`,
    `population`, `measure`: codes of the vocabulary, empty where not said. `actors`: those named inside the phrase.
    `part_of`: where the figure stands that this one is a part of.
    """

    start: int
    end: int
    count: Count
    count_start: int
    count_end: int
    attribute: str
    concept: str
    fate: str
    population: str
    measure: str
    concept_words: str
    actors: tuple[ActorMention, ...] = ()
    assertion: Assertion = Assertion.ASSERTED
    bearing: Bearing = Bearing.UNSAID
    part_of: tuple[int, int] | None = None
