"""What did a person decide about a claim, when and why?"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a reviewer can say of a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, when (ISO 8601, UTC) and why. It stands beside the claim and names its quote and context,

    so that it can be attached again when a reader improves. `undoes`: the id of a decision that this one takes back;
    `correction`: the value that should stand instead.
    """

    claim: str
    answer: Answer
    who: str
    when: str
    why: str
    document: str
    quote: str
    context: str = ""
    correction: str = ""
    undoes: str = ""

    @property
    def id(self) -> str:
        """Hash of all that was said."""
        parts = (self.claim, self.answer, self.who, self.when, self.why, self.document, self.quote, self.undoes)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def standing(decisions: tuple[Decision, ...]) -> dict[str, Decision]:
    """The decision that stands for each claim: the last that was not taken back (which may be taken back itself)."""
    undone: set[str] = set()
    kept: dict[str, Decision] = {}
    for decision in reversed(decisions):
        if decision.id in undone:
            continue
        if decision.undoes:
            undone.add(decision.undoes)
        else:
            kept.setdefault(decision.claim, decision)
    return kept
