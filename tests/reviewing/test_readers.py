"""Are the answers of two readers kept apart, and is it known where they differ?"""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from thucydides.reviewing import Pass, answers_of, open_to, pairs
from thucydides.vocabulary import Answer, Decision, Question, in_force

ASKED = tuple(Question(claim, "event:war", 0.1, 0.5) for claim in "abc")
MOMENTS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from([Answer.ACCEPT, Answer.REJECT]), st.sampled_from(["Ann", "Bo"])),
    max_size=8,
)


def said(claim: str, answer: Answer, who: str, minute: int) -> Decision:
    return Decision(claim, answer, who, f"2026-01-01T00:{minute:02}:00Z", "", "document", "words")


def taken_back(decision: Decision, minute: int) -> Decision:
    return replace(decision, when=f"2026-01-01T00:{minute:02}:00Z", undoes=decision.id)


def claims(which: Pass, reader: str, log: list[Decision]) -> list[str]:
    return [one.claim for one in open_to(ASKED, answers_of(log), reader, which)]


def test_a_second_reader_is_asked_what_the_first_answered_and_nothing_else() -> None:
    log = [said("a", Answer.ACCEPT, "Ann", 1)]
    assert claims(Pass.FIRST, "Bo", log) == ["b", "c"]
    assert claims(Pass.SECOND, "Bo", log) == ["a"]
    assert claims(Pass.SECOND, "Ann", log) == []


def test_two_different_answers_are_to_be_settled_by_whoever_answers_again() -> None:
    log = [said("a", Answer.ACCEPT, "Ann", 1), said("a", Answer.REJECT, "Bo", 2)]
    assert claims(Pass.DISPUTED, "Cy", log) == ["a"]
    log.append(said("a", Answer.REJECT, "Ann", 3))
    assert claims(Pass.DISPUTED, "Cy", log) == []
    assert pairs(answers_of(log)) == [["accept", "reject"]]


def test_who_thinks_better_of_it_before_anybody_else_answered_settles_nothing() -> None:
    log = [said("a", Answer.ACCEPT, "Ann", 1), said("a", Answer.REJECT, "Ann", 2), said("a", Answer.REJECT, "Bo", 3)]
    assert answers_of(log)["a"].settled is None
    assert not answers_of(log)["a"].disputed


def test_what_was_taken_back_is_asked_again_and_what_was_taken_back_twice_is_not() -> None:
    first = said("a", Answer.ACCEPT, "Ann", 1)
    undone = taken_back(first, 2)
    assert claims(Pass.FIRST, "Ann", [first, undone]) == ["a", "b", "c"]
    assert claims(Pass.FIRST, "Ann", [first, undone, taken_back(undone, 3)]) == ["b", "c"]


@given(MOMENTS, st.randoms())
def test_the_order_of_the_lines_of_a_log_does_not_matter(moments, chance) -> None:
    log = [said(claim, answer, who, minute) for minute, (claim, answer, who) in enumerate(moments)]
    mixed = list(log)
    chance.shuffle(mixed)
    assert answers_of(mixed) == answers_of(log)


@given(MOMENTS)
def test_a_claim_is_open_to_nobody_exactly_if_a_decision_on_it_stands(moments) -> None:
    log = [said(claim, answer, who, minute) for minute, (claim, answer, who) in enumerate(moments)]
    assert {"a", "b", "c"} - set(claims(Pass.FIRST, "Ann", log)) == {one.claim for one in in_force(log)}
