"""Is a bare claim read strictly, and are its errors meant for people?"""

from typing import Any

import pytest

from thucydides.vocabulary import CATEGORIES, Report, ReportKind, ReportRefused, Standpoint, read_reports

BARE: dict[str, Any] = {
    "id": "a", "event": "siege", "party": "Reds", "category": "killed", "kind": "exact", "value": 1234,
    "relation": "self", "source": "gazette", "cites": None,
}  # fmt: skip


def one(**other: Any) -> Report:
    return read_reports([BARE | other])[0]


def test_a_bare_claim_becomes_a_report() -> None:
    report = one()
    assert (report.value, report.kind, report.relation) == (1234.0, ReportKind.EXACT, Standpoint.SELF)
    assert str(report) == "1,234 killed (gazette)"


def test_a_bound_may_stand_under_value() -> None:
    assert one(kind="lower", value=300).lo == 300
    assert one(kind="upper", value=None, hi=40).hi == 40


def test_several_parties_are_joined_by_a_plus() -> None:
    assert one(party="Reds + Blues").parties == ("Reds", "Blues")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"value": None}, r"claim 1 \(a\): a claim of kind exact needs value"),
        ({"relation": "enemy"}, "relation is 'enemy'; expected one of self, adversary"),
        ({"category": "dead"}, "category is 'dead'"),
        ({"value": "many"}, "value should be a number, found 'many'"),
        ({"value": True}, "should be a number"),
        ({"event": ""}, "event is missing"),
        ({"cite": "b"}, "'cite' is not a key of a claim; was 'cites' meant"),
        ({"kind": "range", "value": None, "lo": 3}, "needs lo and hi, hi is missing"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(change: dict[str, Any], words: str) -> None:
    with pytest.raises(ReportRefused, match=words):
        one(**change)


def test_ids_are_unique_and_the_list_is_a_list() -> None:
    with pytest.raises(ReportRefused, match="two claims are called 'a'"):
        read_reports([BARE, BARE])
    with pytest.raises(ReportRefused, match="expected a list of claims, found an object"):
        read_reports(BARE)


def test_impossible_figures_are_kept_for_the_checker_to_name() -> None:
    assert one(value=-5).value == -5
    assert one(value=10**400).value == float("inf")


def test_a_total_is_the_sum_of_all_but_the_sick() -> None:
    assert CATEGORIES["total"] == (1, 1, 1, 1, 0)
