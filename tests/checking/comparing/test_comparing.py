"""Does the program see between two claims what a careful person sees?"""

from collections import Counter
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checking.comparing.telling import Case, cases, linked
from thucydides.checking.comparing import Echoes, comparisons
from thucydides.linking import lineages, statements_of
from thucydides.vocabulary import Anchor, Answer, Comparison, Decision, LinkedClaim, Relation, Subject

CASES = list(cases())


def compared(case: Case) -> Comparison:
    found = lineages(statements_of((case.a, case.b)))
    pages = {frozenset((case.a.claim.document, case.b.claim.document)): "they share their words"}
    echoes = Echoes(found, pages if case.same_page else {})
    (comparison,) = comparisons((case.a, case.b), echoes=echoes)
    return comparison


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    scores = []
    for relation in Relation:
        right = sum(expected == seen == relation for expected, seen in pairs)
        expected, seen = Counter(expected for expected, _ in pairs), Counter(seen for _, seen in pairs)
        scores.append(2 * right / max(1, expected[relation] + seen[relation]))
    return sum(scores) / len(scores)


def test_155_pairs_are_told_apart_as_a_careful_person_does() -> None:
    seen = [(case.expected, compared(case).relation.value) for case in CASES]
    assert len(seen) >= 150
    assert min(Counter(expected for expected, _ in seen).values()) >= 20
    assert macro_f1(seen) >= 0.85


def test_every_comparison_says_why() -> None:
    assert all(len(compared(case).why) > 10 for case in CASES)


def test_the_order_of_a_pair_does_not_matter() -> None:
    for case in CASES:
        if case.a.claim.document != case.b.claim.document:
            turned = Case(case.expected, case.b, case.a, case.same_page)
            assert compared(turned) == compared(case)


def test_other_questions_are_not_compared() -> None:
    one = linked("loss", "500 | killed | Japan", document="a")
    other = linked("loss", "700 | killed | Mongolia", document="b")
    strength = linked("strength", "900 | personnel | Japan", document="c")
    began = linked("start_date", "11 May 1939", document="d")
    assert not list(comparisons((one, other, strength, began)))


def test_a_person_may_say_what_lies_between_two_claims() -> None:
    one = linked("loss", "500 | killed | Japan", document="a")
    other = linked("loss", "700 | killed | Japan", document="b")
    ruling = Decision(
        one.claim.id, Answer.CORRECT, "a reader", "2026-01-01T00:00:00Z", "the second counts the navy too",
        one.claim.document, "500", correction="different_scope", about=Subject.RELATION,
        other=Anchor(other.claim.id, other.claim.document, "700"),
    )  # fmt: skip
    (found,) = comparisons((one, other), decisions=[ruling])
    assert found.relation is Relation.DIFFERENT_SCOPE
    assert found.why == "a reader decided so: the second counts the navy too"


def many(number: int) -> list[LinkedClaim]:
    return [linked("loss", f"{100 + n % 60} | killed | Japan", document=f"page {n}") for n in range(number)]


def test_a_small_slot_is_compared_pair_by_pair() -> None:
    claims = many(12)
    assert len(list(comparisons(claims))) == len(list(combinations(claims, 2)))


@pytest.mark.parametrize("number", [400, 800])
def test_a_large_slot_costs_no_more_than_a_few_pairs_a_claim(number: int) -> None:
    claims = many(number)
    found = list(comparisons(claims))
    assert {name for pair in found for name in (pair.a, pair.b)} == {one.claim.id for one in claims}
    assert len(found) < 3 * number


@given(st.randoms())
def test_the_order_of_the_claims_does_not_matter(chance: Random) -> None:
    claims = list({one.claim.id: one for case in CASES for one in (case.a, case.b)}.values())[:60]
    shuffled = chance.sample(claims, len(claims))
    assert sorted(map(str, comparisons(shuffled))) == sorted(map(str, comparisons(claims)))


def test_what_one_account_lists_side_by_side_is_not_a_part_of_each_other() -> None:
    tanks = linked("loss", "756 | tanks | Japan", document="a")
    others = linked("loss", "385 | armoured_vehicles | Japan", document="a", after=tanks)
    (found,) = comparisons((tanks, others))
    assert found.relation is Relation.DIFFERENT_CONCEPT
