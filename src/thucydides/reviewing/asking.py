"""What is a person asked first?

What moves an estimate most and is least certain. A claim that moves no estimate keeps a small influence, so that doubt
alone orders what is left.
"""

from collections.abc import Iterable, Iterator, Mapping

from thucydides.vocabulary import Finding, LinkedClaim, Question, Severity, Stance

LEAST = 0.01
"""The influence of a claim that moves no estimate, on the scale of log10: about 2 %."""
EVERYWHERE = 0.05
"""Nothing that a program read is certain."""
_BY_FINDING = {Severity.CONTRADICTION: 0.5, Severity.DOUBT: 0.4, Severity.NOTE: 0.1, Severity.UNREAD: 0.2}
_INFERRED = 0.3
_BY_STANCE = {Stance.ENEMY: (0.2, "an enemy says it"), Stance.OWN: (0.1, "its own side says it")}

Reason = tuple[float, str]


def questions(
    claims: Iterable[LinkedClaim], pulls: Mapping[str, float], findings: Iterable[Finding]
) -> tuple[Question, ...]:
    """Every claim as a question, the weightiest first. `pulls`: by how much each claim moves an estimate, in log10."""
    remarks: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim in finding.claims:
            remarks.setdefault(claim, []).append(finding)
    asked = (_question(linked, pulls, remarks.get(linked.claim.id, ())) for linked in claims)
    return tuple(sorted(asked, key=lambda question: (-question.weight, question.event, question.claim)))


def _question(linked: LinkedClaim, pulls: Mapping[str, float], remarks: Iterable[Finding]) -> Question:
    reasons = tuple(_reasons(linked, remarks))
    sure = 1 - EVERYWHERE
    for doubt, _ in reasons:
        sure *= 1 - doubt
    influence = max(abs(pulls.get(linked.claim.id, 0)), LEAST)
    words = tuple(dict.fromkeys(words for _, words in reasons))
    return Question(linked.claim.id, linked.event.id, influence, 1 - sure, words)


def _reasons(linked: LinkedClaim, remarks: Iterable[Finding]) -> Iterator[Reason]:
    for field in sorted(linked.claim.inferred_fields):
        yield _INFERRED, f"{field.replace('_', ' ')} is inferred"
    for finding in remarks:
        yield _BY_FINDING[finding.severity], finding.message
    if linked.targets and linked.stance in _BY_STANCE:
        yield _BY_STANCE[linked.stance]
