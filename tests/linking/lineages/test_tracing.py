"""Do pages that repeat one figure count as one witness, and independent ones as several?"""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.linking.lineages.stating import families, of_table, stated
from thucydides.linking.lineages import PageCopy, lineages
from thucydides.vocabulary import Anchor, Answer, CopySort, Decision, Lineage, Subject

CIVIL_WAR = Path("../shared/data/acw/claims.csv")
needs_the_civil_war = pytest.mark.skipif(not CIVIL_WAR.exists(), reason=f"{CIVIL_WAR} is not here")

SOME = [
    stated("Rolls", "killed", 1_234, primary=True),
    stated("Rolls", "wounded", 2_871, primary=True),
    stated("Page", "killed", 1_234),
    stated("Page", "total", 4_105),
    stated("Enemy", "total", 9_000, primary=True),
    stated("Almanac", "killed", 1_200, year="1955"),
    stated("Almanac", "total", 5_310, year="1955"),
    stated("Novel", "total", 9_000),
]


def sorts(found: tuple[Lineage, ...]) -> dict[str, CopySort]:
    return {copy.claim.split("|", 1)[1]: copy.sort for lineage in found for copy in lineage.copies}


def test_a_figure_of_many_digits_makes_one_lineage() -> None:
    found = lineages([stated("Green", "killed", 7_696), stated("Brown", "killed", 7_696)])
    assert families(found) == {frozenset({"Green", "Brown"})}


def test_two_sides_that_give_the_same_round_figure_stay_two() -> None:
    found = lineages([stated("Ours", "killed", 20_000, primary=True), stated("Theirs", "killed", 20_000, primary=True)])
    assert families(found) == {frozenset({"Ours"}), frozenset({"Theirs"})}


def test_one_round_figure_of_a_secondary_work_is_a_copy_unless_the_rest_differs() -> None:
    alone = [stated("List", "total", 20_000), stated("Page", "total", 20_000)]
    differing = [stated(source, concept, figure) for source, concept, figure in (
        ("List", "killed", 4_117), ("Page", "killed", 5_208), ("List", "wounded", 12_345), ("Page", "wounded", 9_876),
    )]  # fmt: skip
    assert len(lineages(alone)) == 1
    assert len(lineages([*alone, *differing])) == 2


def test_three_round_figures_in_common_outweigh_a_difference() -> None:
    both = [
        stated(source, "killed", figure, party=party)
        for source in ("List", "Page")
        for party, figure in (("A", 20_000), ("B", 3_000), ("C", 5_000))
    ]
    differing = [stated("List", "wounded", 7_120), stated("Page", "wounded", 6_900)]
    found = lineages([*both, *differing])
    assert families(found, "killed") == {frozenset({"List", "Page"})}
    assert families(found, "wounded") == {frozenset({"List"}), frozenset({"Page"})}


@pytest.mark.parametrize(("rounded", "copy"), [(18_000, True), (18_200, True), (18_100, True), (20_000, False)])
def test_a_rounded_figure_is_a_copy_if_two_digits_are_left(rounded: int, copy: bool) -> None:
    found = lineages([stated("Study", "killed", 18_155), stated("Page", "killed", rounded)])
    assert (len(found) == 1) is copy


def test_what_is_counted_may_drift_but_not_from_the_killed_to_the_wounded() -> None:
    study = stated("Study", "killed_missing_captured", 9_703)
    assert len(lineages([study, stated("Page", "killed", 9_703)])) == 1
    assert len(lineages([study, stated("Page", "wounded", 9_703)])) == 2


def test_a_declared_citation_needs_no_coincidence() -> None:
    study = stated("Study", "killed", 900)
    page = stated("Page", "killed", 870, cites=study.id)
    (found,) = lineages([study, page])
    assert found.root == study.id
    assert [copy.sort for copy in found.copies] == [CopySort.CITES]


def test_the_source_that_a_document_lists_is_the_root() -> None:
    record = stated("Archive", "killed", 20_000, listed={"source:list"})
    dataset = stated("source:list", "killed", 20_000)
    (found,) = lineages([record, dataset])
    assert found.root == dataset.id
    assert "among its sources" in found.copies[0].reason


def test_totals_are_traced_to_their_parts_in_other_sources() -> None:
    found = lineages(SOME)
    assert sorts(found)["Page|A|total|4105"] is CopySort.SUM
    assert families(found, "total", "killed") == {
        frozenset({"Rolls", "Page", "Almanac"}), frozenset({"Almanac"}), frozenset({"Enemy", "Novel"}),
    }  # fmt: skip


def test_a_sum_that_many_pairs_could_hit_says_nothing() -> None:
    parts = [stated(f"S{n}", concept, 10 + 3 * n) for n in range(12) for concept in ("killed", "wounded")]
    found = lineages([*parts, stated("Page", "killed_wounded", 60)])
    assert "Page|A|killed_wounded|60" not in sorts(found)


def test_a_total_for_a_war_is_traced_to_its_battles() -> None:
    within = {"lake": "series", "river": "series"}
    found = lineages(
        [
            stated("Page", "wounded", 18_003, event="series"),
            stated("Study", "wounded", 15_251, event="river"),
            stated("Survey", "wounded", 2_752, event="lake"),
        ],
        within=within,
    )
    (copy,) = (copy for lineage in found for copy in lineage.copies)
    assert copy.sort is CopySort.SUM
    assert len(copy.of) == 2
    assert "15,251" in copy.reason
    assert "2,752" in copy.reason


def test_pages_with_the_same_words_repeat_each_others_figures() -> None:
    page, copy = stated("Page", "killed", 20, primary=True), stated("Mirror", "killed", 20, primary=True)
    assert len(lineages([page, copy])) == 2
    found = lineages([page, copy], page_copies=[PageCopy("Mirror", "Page", 0.9)])
    assert [each.sort for lineage in found for each in lineage.copies] == [CopySort.PAGE_COPY]


def decided(answer: Answer, one: str, other: str, when: str = "2026-01-01T00:00:00Z", undoes: str = "") -> Decision:
    return Decision(
        one, answer, "a reader", when, "the preface says so", "d", "q", about=Subject.LINEAGE,
        other=Anchor(other, "d", "q"), undoes=undoes,
    )  # fmt: skip


def test_a_person_may_part_what_the_figures_join_and_take_it_back() -> None:
    one, other = stated("Green", "killed", 7_696), stated("Brown", "killed", 7_696)
    split = decided(Answer.SPLIT, one.id, other.id)
    undo = decided(Answer.JOIN, one.id, other.id, "2026-01-02T00:00:00Z", undoes=split.id)
    assert len(lineages([one, other])) == 1
    assert len(lineages([one, other], decisions=[split])) == 2
    assert lineages([one, other], decisions=[split, undo]) == lineages([one, other])


def test_a_person_may_join_what_the_figures_keep_apart() -> None:
    one, other = stated("Green", "killed", 7_696), stated("Brown", "killed", 8_100)
    (found,) = lineages([one, other], decisions=[decided(Answer.JOIN, one.id, other.id)])
    assert found.copies[0].sort is CopySort.REVIEWER
    assert "the preface says so" in found.copies[0].reason
    assert found.root == other.id


@given(st.randoms())
def test_the_order_of_the_statements_does_not_matter(chance: Random) -> None:
    assert lineages(chance.sample(SOME, len(SOME))) == lineages(SOME)


@given(st.lists(st.sampled_from(SOME), unique=True), st.randoms())
def test_every_statement_is_in_exactly_one_lineage(held: list[object], chance: Random) -> None:
    pairs = [tuple(chance.sample(SOME, 2)) for _ in range(3)]
    decisions = [
        decided(chance.choice((Answer.JOIN, Answer.SPLIT)), one.id, other.id, f"2026-01-0{day + 1}T00:00:00Z")
        for day, (one, other) in enumerate(pairs)
    ]
    ringed = [replace(one, cites=chance.choice(SOME).id) for one in held]  # type: ignore[type-var, attr-defined]
    found = lineages(ringed, decisions=decisions)  # type: ignore[arg-type]
    claims = [claim for lineage in found for claim in lineage.claims]
    assert sorted(claims) == sorted(one.id for one in held)  # type: ignore[attr-defined]
    assert all(lineage.root in lineage.claims for lineage in found)


@needs_the_civil_war
def test_at_wilsons_creek_1235_stands_in_four_sources_and_the_killed_are_two_families() -> None:
    found = lineages(one for one in of_table(CIVIL_WAR) if (one.event, one.party) == ("MO004", "US"))
    casualties = [{claim for claim in each.claims if "|casualties|1235" in claim} for each in found]
    assert [len(held) for held in casualties if held] == [4]
    killed = sorted(sorted(claim for claim in each.claims if "|killed|" in claim) for each in found)
    assert [len(held) for held in killed if held] == [2, 3]


@needs_the_civil_war
def test_the_whole_civil_war_is_traced_quickly() -> None:
    held = list(of_table(CIVIL_WAR))
    found = lineages(held)
    assert sum(len(lineage.claims) for lineage in found) == len({one.id for one in held})
