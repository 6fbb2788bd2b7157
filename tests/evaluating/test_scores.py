"""Is the matching a maximum one, and are the scores what the gold says?"""

from collections.abc import Sequence
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from thucydides.evaluating import Gold, evaluate
from thucydides.evaluating.scores import maximum_matching

ROW = {
    "claim_id": "1",
    "document": "a.txt",
    "event": "Battle of X",
    "attribute": "loss",
    "target": "Japan",
    "concept": "killed",
    "fate": "",
    "value": "10",
    "low": "10",
    "high": "10",
    "qualifier": "exact",
    "claimant": "",
    "start": "5",
    "end": "9",
    "quote": "10 killed",
    "level": "core",
}
LABELS = {"x": ("Battle of X",)}


def _most(choices: Sequence[Sequence[int]], claims: int) -> int:
    places = [*range(claims), *([None] * len(choices))]
    return max(
        sum(claim in row for row, claim in zip(choices, order, strict=False))
        for order in permutations(places, len(choices))
    )


@given(st.lists(st.lists(st.integers(0, 3), unique=True, max_size=4), max_size=4))
def test_no_other_way_of_matching_serves_more_rows(choices: list[list[int]]) -> None:
    matched = maximum_matching(choices)
    assert len(set(matched.values())) == len(matched)
    assert all(claim in choices[row] for row, claim in matched.items())
    assert len(matched) == (_most(choices, 4) if choices else 0)


@given(st.lists(st.lists(st.integers(0, 5), unique=True, max_size=4), max_size=8))
def test_a_row_once_served_stays_served_when_later_rows_come(choices: list[list[int]]) -> None:
    first = set(maximum_matching(choices[:3]))
    assert first <= set(maximum_matching(choices))


def test_two_claims_of_one_row_are_one_right_and_one_spurious() -> None:
    gold = Gold(rows=({**ROW, "event": "x"},), labels=LABELS)
    result = evaluate([ROW, ROW | {"claim_id": "2"}], gold)
    assert (result.right, result.claims, len(result.spurious)) == (1, 2, 1)
    assert result.levels["core"].recall == 1.0


def test_a_prohibited_claim_fails_the_run() -> None:
    never = dict.fromkeys(("document", "event", "attribute", "target", "concept", "value", "low", "high"), "*")
    gold = Gold(
        rows=({**ROW, "event": "x"},), labels=LABELS, never=(never | {"attribute": "loss", "low": "10", "high": "10"},)
    )
    assert not evaluate([ROW], gold).passed
    assert evaluate([ROW | {"low": "11", "high": "11"}], gold).passed


def test_a_claim_without_a_quote_fails_the_run() -> None:
    gold = Gold(rows=({**ROW, "event": "x"},), labels=LABELS)
    assert not evaluate([ROW | {"quote": ""}], gold).passed
