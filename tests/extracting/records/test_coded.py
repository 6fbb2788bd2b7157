from tests.extracting.fakes import COUNTRIES, text_of
from thucydides.extracting import scene_of
from thucydides.extracting.records.coded import CodedRecord
from thucydides.vocabulary import Claim, Finding, PassageKind

FACT = PassageKind.FACT_LINE


def _heard(*lines: str) -> list[Claim | Finding]:
    text = text_of(*((FACT, line) for line in lines))
    return list(CodedRecord().claims(scene_of(text, "record", COUNTRIES)))


def test_a_figure_without_a_word_for_what_it_counts_is_inferred_to_be_the_dead() -> None:
    claims = [said for said in _heard("Total: 30,000", "Borduria: 20,000", "4.5") if isinstance(said, Claim)]
    assert [str(said.counted.concept) for said in claims] == ["dead", "dead", ""]
    assert {gap.rule for said in claims for gap in said.inferred} == {"magnitude-of-total"}


def test_a_heading_over_the_figures_says_what_they_count() -> None:
    claims = [said for said in _heard("Battle Deaths:", "Borduria: 20,000") if isinstance(said, Claim)]
    assert [(said.counted.concept, said.inferred) for said in claims] == [("battle_deaths", ())]


def test_a_single_date_is_no_beginning() -> None:
    claims = [said for said in _heard("May 3, 1911", "Stalemate") if isinstance(said, Claim)]
    assert [said.attribute for said in claims] == ["date", "outcome"]


def test_a_line_that_nobody_understands_is_reported_where_it_stands() -> None:
    findings = [said for said in _heard("Stalemate", "Xyzzy 17 plugh") if isinstance(said, Finding)]
    assert [(said.rule, said.start, said.end) for said in findings] == [("not-understood", 10, 24)]


def test_a_place_with_a_comma_is_no_list_of_states() -> None:
    assert not [said for said in _heard("Klow, upper town") if isinstance(said, Claim)]
