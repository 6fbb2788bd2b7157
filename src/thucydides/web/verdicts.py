"""What did persons say of a claim, as a mark beside it and in words?"""

from collections.abc import Mapping
from dataclasses import dataclass

from thucydides.vocabulary import Answer, Decision

_SIGNS: Mapping[Answer, tuple[str, str]] = {
    Answer.ACCEPT: ("✓", "accepted"),
    Answer.REJECT: ("✗", "rejected"),
    Answer.CORRECT: ("✎", "corrected"),
    Answer.UNSURE: ("?", "unsure"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision that stands on a claim. `words`: by whom, when and why."""

    sign: str
    name: str
    words: str


def verdict_of(decision: Decision) -> Verdict | None:
    """The mark of a decision on a claim; None for one on anything else."""
    if decision.answer not in _SIGNS:
        return None
    sign, name = _SIGNS[decision.answer]
    why = f": {decision.why}" if decision.why else ""
    return Verdict(sign, name, f"{name} by {decision.who}, {decision.when[:10]}{why}")


def verdicts_of(decided: Mapping[str, Decision]) -> Mapping[str, Verdict]:
    """The marks by claim."""
    return {claim: verdict for claim, decision in decided.items() if (verdict := verdict_of(decision))}
