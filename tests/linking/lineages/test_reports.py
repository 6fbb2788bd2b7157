"""Are copies one witness where claims come bare?"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.linking.lineages import lineages, unit_of
from thucydides.vocabulary import CopySort, Lineage, Report, ReportKind, Standpoint


def report(name: str, value: float, **other: Any) -> Report:
    fields: dict[str, Any] = {
        "event": "siege", "party": "Reds", "category": "killed", "kind": ReportKind.EXACT,
        "relation": Standpoint.NEUTRAL, "source": f"source of {name}",
    }  # fmt: skip
    return Report(id=name, value=value, **(fields | other))


def grouped(*reports: Report) -> list[tuple[str, ...]]:
    return [lineage.claims for lineage in lineages(reports)]


def test_five_pages_with_one_odd_figure_are_one_witness() -> None:
    own = report("own", 1234, relation=Standpoint.SELF)
    (lineage,) = lineages([*(report(f"p{n}", 1234) for n in range(5)), own])
    assert lineage.root == "own"
    assert {copy.sort for copy in lineage.copies} == {CopySort.COINCIDENCE}
    assert "by chance an independent account would once in 1,750" in lineage.copies[0].reason


def test_two_sides_that_both_say_twenty_thousand_are_two_witnesses() -> None:
    own = report("own", 20_000, relation=Standpoint.SELF)
    enemy = report("enemy", 20_000, relation=Standpoint.ADVERSARY)
    assert len(grouped(own, enemy)) == 2
    assert len(grouped(own, report("page", 20_000))) == 1


def test_a_figure_with_one_digit_is_nobodys_rounding() -> None:
    assert len(grouped(report("a", 20_000), report("b", 18_155))) == 2
    assert len(grouped(report("a", 18_000), report("b", 18_155))) == 1


def test_statements_of_one_source_are_one_account() -> None:
    killed = report("k", 100, source="gazette")
    wounded = report("w", 300, source="gazette", category="wounded")
    assert grouped(killed, wounded) == [("k", "w")]


def test_what_is_cited_is_the_root_even_where_the_figures_differ() -> None:
    (lineage,) = lineages([report("root", 526), report("copy", 500, cites="root")])
    assert lineage.root == "root"
    assert lineage.copies[0].reason == "source of copy cites source of root for 500"


def test_a_ring_of_citations_has_a_root_all_the_same() -> None:
    (lineage,) = lineages([report("a", 10, cites="b"), report("b", 77, cites="a")])
    assert lineage.root in ("a", "b")


def test_an_odd_figure_under_another_name_is_a_copy() -> None:
    root = report("root", 9703, category="killed_missing_captured", relation=Standpoint.ARCHIVAL)
    (lineage,) = lineages([root, report("copy", 9703)])
    assert "what is counted has changed on the way" in lineage.copies[0].reason
    assert len(grouped(report("a", 40, category="dead_or_missing"), report("b", 40))) == 2


def test_other_parties_and_other_events_are_never_joined() -> None:
    assert len(grouped(report("a", 1234), report("b", 1234, party="Blues"))) == 2
    assert len(grouped(report("a", 1234), report("b", 1234, event="battle"))) == 2


def test_a_word_or_an_impossible_number_repeats_nothing() -> None:
    words = [report(name, 0, kind=ReportKind.WORD, word="scores") for name in "ab"]
    broken = [report("c", float("inf")), report("d", float("inf")), report("e", -7), report("f", -7)]
    assert len(grouped(*words, *broken)) == 6


@pytest.mark.parametrize(("figure", "unit"), [(20_000, 10_000), (7_696, 1), (1_230, 10), (0, 1), (2.5, 1)])
def test_a_figure_shows_how_it_was_rounded(figure: float, unit: float) -> None:
    assert unit_of(figure) == unit


figures = st.lists(st.tuples(st.integers(-3, 3000), st.sampled_from(Standpoint), st.integers(0, 3)), max_size=12)


@given(figures, st.randoms(use_true_random=False))
def test_every_report_is_in_one_lineage_and_the_order_does_not_matter(
    said: list[tuple[int, Standpoint, int]], chosen: Any
) -> None:
    reports = [
        report(f"r{n}", value, relation=relation, source=f"s{source}")
        for n, (value, relation, source) in enumerate(said)
    ]
    found = lineages(reports)
    assert sorted(name for lineage in found for name in lineage.claims) == sorted(each.id for each in reports)
    shuffled = list(reports)
    chosen.shuffle(shuffled)
    assert lineages(shuffled) == found
    assert all(_is_whole(lineage) for lineage in found)


def _is_whole(lineage: Lineage) -> bool:
    return lineage.root in lineage.claims and lineage.root not in {copy.claim for copy in lineage.copies}
