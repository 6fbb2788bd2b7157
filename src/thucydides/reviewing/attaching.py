"""To which claim of today does a decision belong that was taken on the claim of an earlier reader?

To the claim of the same id; else to the one claim of the same document that has its words in the same context; else
to the one that has its words and answers the same question. Where there is none, or several, a person is asked.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from thucydides.vocabulary import Anchor, Claim, Decision, in_force

AROUND = 60
"""Characters before and after the quote that are remembered."""

ClaimsOf = Callable[[str], Sequence[Claim]]
"""The claims that stand in a document, by its id."""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A decision that no claim of today answers to, and why."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Attached:
    """The decisions that stand, each on claims of today, and those that could not be attached."""

    decisions: tuple[Decision, ...]
    agenda: tuple[AgendaItem, ...]


def context_of(claim: Claim, text: str) -> str:
    """The question that a claim answers and the words around it, by which it is known again."""
    before = text[max(0, claim.span.start - AROUND) : claim.span.start]
    after = text[claim.span.end : claim.span.end + AROUND]
    return f"{claim.attribute}: {_spaced(before)} [{_spaced(claim.quote)}] {_spaced(after)}"


def anchored(claim: Claim, text: str) -> Anchor:
    """The claim as a decision names it."""
    return Anchor(claim.id, claim.document, claim.quote, context_of(claim, text))


def attached(decisions: Iterable[Decision], claims_of: ClaimsOf, text_of: Callable[[str], str]) -> Attached:
    """Attach the decisions that stand to the claims of today. None of the log itself is changed."""
    found: list[Decision] = []
    agenda: list[AgendaItem] = []
    for decision in in_force(decisions):
        answers = [_claim_of(anchor, claims_of, text_of) for anchor in decision.anchors]
        meant = [answer for answer in answers if isinstance(answer, Claim)]
        if len(meant) < len(answers):
            reason = next(answer for answer in answers if isinstance(answer, str))
            agenda.append(AgendaItem(decision, reason))
            continue
        other = replace(decision.other, claim=meant[1].id) if decision.other else None
        found.append(replace(decision, claim=meant[0].id, other=other))
    return Attached(tuple(found), tuple(agenda))


def _claim_of(anchor: Anchor, claims_of: ClaimsOf, text_of: Callable[[str], str]) -> Claim | str:
    """The claim that is meant, or the reason why it cannot be told."""
    standing = claims_of(anchor.document)
    if not standing:
        return f"no claims of the document {anchor.document[:12]} are kept"
    for claim in standing:
        if claim.id == anchor.claim:
            return claim
    alike = [claim for claim in standing if _spaced(claim.quote) == _spaced(anchor.quote)]
    text = text_of(anchor.document) if alike else ""
    for tier in (
        [claim for claim in alike if context_of(claim, text) == anchor.context],
        [claim for claim in alike if claim.attribute == anchor.context.partition(":")[0]],
    ):
        if len(tier) == 1:
            return tier[0]
    many = "several claims have" if alike else "no claim has"
    return f"{many} the words {anchor.quote[:60]!r} in the document {anchor.document[:12]}"


def _spaced(words: str) -> str:
    return " ".join(words.split())
