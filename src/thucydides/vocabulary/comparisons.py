"""How do two claims on one slot stand to each other?"""

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What lies between two claims on one slot."""

    AGREE = "agree"  # both can be true, and speak of the same
    ROUNDING = "rounding"  # one is the other said less exactly
    SUBSET = "subset"  # one counts a part of what the other counts
    DIFFERENT_CONCEPT = "different_concept"  # they count or name different things
    DIFFERENT_SCOPE = "different_scope"  # another time, coalition or population
    CONTRADICT = "contradict"  # both cannot be true
    ECHO = "echo"  # one repeats the other, and is no second witness


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims by their ids, what lies between them, and the sentence that says why."""

    a: str
    b: str
    relation: Relation
    why: str
