"""Can every stored decision be undone, and the undoing too?"""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import Anchor, Answer, Decision, Subject, in_force, standing


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


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=10), st.randoms())
def test_the_order_in_which_decisions_come_does_not_matter(steps: list[tuple[str, bool]], chance: Random) -> None:
    log: list[Decision] = []
    for number, (claim, taken_back) in enumerate(steps):
        undone = chance.choice(log).id if log and taken_back else ""
        log.append(decision(number, claim, undoes=undone))
    shuffled = chance.sample(log, len(log))
    assert in_force(shuffled) == in_force(log)


def test_a_decision_on_a_pair_stands_beside_one_on_either_claim() -> None:
    alone = decision(1)
    pair = replace(decision(4), about=Subject.LINEAGE, other=Anchor("a", "d", "other words"))
    turned = replace(decision(5, "a"), about=Subject.LINEAGE, other=Anchor("c", "d", "words"))
    assert in_force((alone, pair)) == (alone, pair)
    assert in_force((alone, pair, turned)) == (alone, turned)
    assert standing((alone, pair, turned)) == {"c": alone}
