"""Can every stored decision be undone, and the undoing too?"""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import Answer, Decision, standing


def decision(number: int, claim: str = "c", undoes: str = "") -> Decision:
    return Decision(
        claim=claim,
        answer=list(Answer)[number % len(Answer)],
        who="reader",
        when=f"2026-01-01T00:00:{number:02}Z",
        why="",
        document="d",
        quote="words",
        undoes=undoes,
    )


def test_the_last_decision_on_a_claim_stands() -> None:
    first, second = decision(1), decision(2)
    assert standing((first, second)) == {"c": second}


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=8))
def test_undoing_the_last_decision_restores_what_stood_before(claims: list[str]) -> None:
    log = tuple(decision(number, claim) for number, claim in enumerate(claims))
    undo = decision(len(log), claims[-1], undoes=log[-1].id)
    assert standing((*log, undo)) == standing(log[:-1])


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=6))
def test_undoing_the_undoing_restores_the_decision(claims: list[str]) -> None:
    log = tuple(decision(number, claim) for number, claim in enumerate(claims))
    undo = decision(len(log), claims[-1], undoes=log[-1].id)
    redo = decision(len(log) + 1, claims[-1], undoes=undo.id)
    assert standing((*log, undo, redo)) == standing(log)
