"""Are a record's own marks understood from its form where no table lists them?"""

from tests.extracting.fakes import COUNTRIES
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Document

RECORD = """Zlip Ford
Other Names: None
Location: Klow Parish
Date(s): May 3, 1911
Principal Commanders: Gen. Otto Quist [{one}]; Maj. Ezra Pym [{other}]
Forces Engaged: 900 total ({one} 400; {other} 500)
Estimated Casualties: 95 total ({one} 30; {other} 65)
Result(s): {result}
"""


def _heard(record: str) -> set[tuple[str, str, str]]:
    claims = extract(read(Document("zlip", record.encode())), document_name="zlip", gazetteer=COUNTRIES).claims
    return {
        (claim.attribute, str(claim.target), str(claim.value))
        for claim in claims
        if claim.attribute in ("commander", "strength", "loss")
    }


def _expected(one: str, other: str) -> set[tuple[str, str, str]]:
    return {
        ("commander", one, "Otto Quist"), ("commander", other, "Ezra Pym"), ("strength", "all", "900"),
        ("strength", one, "400"), ("strength", other, "500"), ("loss", "all", "95"), ("loss", one, "30"),
        ("loss", other, "65"),
    }  # fmt: skip


def test_a_mark_means_the_one_actor_of_the_record_whose_name_it_shortens() -> None:
    record = RECORD.format(one="BO", other="SD", result="Syldavian victory over Borduria")
    assert _heard(record) == _expected("Borduria", "Syldavia")


def test_a_mark_that_shortens_no_name_or_several_is_the_sides_name_as_written() -> None:
    assert _heard(RECORD.format(one="QX", other="SD", result="Syldavian victory")) == _expected("QX", "Syldavia")
    assert _heard(RECORD.format(one="B.", other="BD", result="Victory of Borduria")) == _expected("B.", "BD")


def test_marks_that_only_stand_before_figures_are_marks_too() -> None:
    record = RECORD.replace(" [{one}]", "").replace(" [{other}]", "")
    heard = _heard(record.format(one="BO", other="QX", result="Bordurian victory"))
    assert {each for each in heard if each[0] != "commander"} == {
        each for each in _expected("Borduria", "QX") if each[0] != "commander"
    }


def test_a_mark_that_the_layout_lists_keeps_its_meaning_beside_one_that_it_does_not() -> None:
    heard = _heard(RECORD.format(one="US", other="BO", result="Bordurian victory"))
    assert heard == _expected("United States", "Borduria")


def test_letters_of_losses_and_brackets_about_men_are_no_marks() -> None:
    record = RECORD.replace("({one} 30; {other} 65)", "(K 30; W 65)").format(one="BO", other="SD", result="Unknown")
    targets = {target for attribute, target, _ in _heard(record) if attribute == "loss"}
    assert targets == {"all"}
