"""Does a person's word on two claims decide whether their events are one?"""

from dataclasses import replace

import pytest

from tests.linking.telling import Saying, told
from thucydides.linking import Linking, link
from thucydides.vocabulary import Anchor, Answer, Claim, Decision, EventKind, LinkRole, Registry, Subject

BATTLE = EventKind.BATTLE
NARVA = told("one.txt", Saying("Battle of Narva", "date", "30 November 1700", BATTLE))
SAME = told("two.txt", Saying("Narva", "date", "30 November 1700", BATTLE))
OTHER = told("three.txt", Saying("Battle of the Snow", "date", "30 November 1700", BATTLE))
ALL = [*NARVA, *SAME, *OTHER]


def decision(one: Claim, other: Claim, answer: Answer, when: str = "2026-01-01T10:00:00Z") -> Decision:
    return Decision(
        one.id, answer, "Ann", when, "the diary says so", one.document, one.quote, about=Subject.EVENT,
        other=Anchor(other.id, other.document, other.quote),
    )  # fmt: skip


def linked(registry: Registry, *decisions: Decision) -> tuple[Linking, list[str]]:
    linking = link(ALL, document_names={}, registry=registry, decisions=decisions)
    event = {made.subject: made.object for made in linking.links if made.role is LinkRole.EVENT}
    return linking, [event[claim.id] for claim in (NARVA[0], SAME[0], OTHER[0])]


def test_without_a_decision_the_names_decide(registry: Registry) -> None:
    _, (narva, same, other) = linked(registry)
    assert narva == same != other


def test_a_person_parts_what_the_names_would_join(registry: Registry) -> None:
    _, (narva, same, _) = linked(registry, decision(NARVA[0], SAME[0], Answer.SPLIT))
    assert narva != same


def test_a_person_joins_what_nothing_else_would_and_the_reason_says_who(registry: Registry) -> None:
    linking, (narva, same, other) = linked(registry, decision(OTHER[0], NARVA[0], Answer.JOIN))
    assert narva == same == other
    event = next(event for event in linking.events if event.id == narva)
    assert any("Ann decided on 2026-01-01" in reason and "the diary says so" in reason for reason in event.reasons)


@pytest.mark.parametrize("answer", [Answer.SPLIT, Answer.JOIN])
def test_a_decision_that_is_taken_back_leaves_no_trace(answer: Answer, registry: Registry) -> None:
    made = decision(NARVA[0], SAME[0], answer)
    back = replace(made, undoes=made.id, when="2026-01-02T10:00:00Z")
    assert linked(registry, made, back) == linked(registry)


def test_a_decision_on_claims_that_are_no_longer_there_does_nothing(registry: Registry) -> None:
    gone = told("gone.txt", Saying("Battle of Narva", "date", "1704", BATTLE))
    assert linked(registry, decision(gone[0], NARVA[0], Answer.JOIN)) == linked(registry)
