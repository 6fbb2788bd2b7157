"""Is every figure of a box in wikitext given to those whom its row, its flag or its heading names?"""

import pytest

from thucydides import authorities
from thucydides.extracting import Extraction, extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document, Severity

BOX = """{{{{Infobox military conflict
| conflict = Battle of the Fords
| combatant1 = {{{{flag|Soviet Union}}}}<br>{{{{flagicon|Mongolia}}}} [[Mongolian People's Republic|Mongolia]]
| combatant2 = {{{{flagicon|Empire of Japan}}}} [[Empire of Japan|Japan]]
{rows}
}}}}
"""


def _heard(rows: str) -> Extraction:
    document = Document("page.wikitext", BOX.format(rows=rows).encode(), media_type="text/x-wiki")
    return extract(read(document), document_name=document.name, gazetteer=authorities.load())


def _counted(rows: str) -> list[str]:
    claims = [claim for claim in _heard(rows).claims if isinstance(claim.value, Count)]
    return [f"{claim.attribute} | {claim.target} | {claim.value} | {claim.counted.concept}" for claim in claims]


def _rules(claim: Claim) -> set[str]:
    return {gap.rule for gap in claim.inferred}


@pytest.mark.parametrize(
    ("rows", "claims"),
    [
        ("| casualties1 = 310 killed", ["loss | Soviet Union + Mongolia | 310 | killed"]),
        ("| casualties1 = {{flagicon|MNG}} 310 killed", ["loss | Mongolia | 310 | killed"]),
        ("| strength1 = {{flagicon|USSR}} 4,000 men", ["strength | Soviet Union | 4000 | personnel"]),
        ("| casualties3 = 310 killed<br>45 wounded", ["loss | all | 310 | killed", "loss | all | 45 | wounded"]),
        ("| casualties2 = 310 killed<ref>Orlo 1901, p. 12, gives 450</ref>", ["loss | Japan | 310 | killed"]),
        ("| casualties2 = 310<!-- or 9,999 --> killed", ["loss | Japan | 310 | killed"]),
        (
            "| strength2 = 4,000 men<br>12 tanks",
            ["strength | Japan | 4000 | personnel", "strength | Japan | 12 | tanks"],
        ),
    ],
)
def test_figures_of_a_cell_are_claims_about_those_whom_the_page_shows(rows: str, claims: list[str]) -> None:
    assert _counted(rows) == claims


def test_whom_a_flag_stands_for_is_marked_as_inferred() -> None:
    (claim,) = [
        claim for claim in _heard("| casualties1 = {{flagicon|MNG}} 310 killed").claims if claim.attribute == "loss"
    ]
    assert "flag-of-the-line" in _rules(claim)


def test_a_commander_under_a_flag_belongs_to_that_belligerent() -> None:
    claims = _heard("| commander1 = {{flagicon|Mongolia}} [[Someone Else|Dorj]]{{KIA}}").claims
    (commander,) = [claim for claim in claims if claim.attribute == "commander"]
    assert (str(commander.value), str(commander.target)) == ("Dorj", "Mongolia")


def test_a_note_that_gives_another_figure_disputes_the_one_it_is_cited_for() -> None:
    claims = _heard("| casualties2 = 310 killed{{efn|Varga reports 450 killed.}}").claims
    first, second = (claim for claim in claims if claim.attribute == "loss")
    assert (second.relation, second.relates_to, str(second.value)) == ("disputes", first.id, "450")
    assert second.attribution.claimant == "Varga"


def test_mark_up_that_was_not_read_is_a_finding() -> None:
    findings = _heard("| casualties2 = {{No such template|310 killed}}").findings
    assert any(finding.severity is Severity.UNREAD and "310 killed" in finding.message for finding in findings)


def test_the_unread_rest_of_a_cell_is_listed() -> None:
    heard = _heard("| casualties2 = 3 × zorbs")
    assert not [claim for claim in heard.claims if claim.attribute == "loss"]
    assert any("'3'" in finding.message for finding in heard.findings)


def test_each_of_two_larger_events_is_one_of_which_the_event_is_a_part() -> None:
    claims = _heard("| partof = the [[River War]] and<br />the [[Salt War]] and the [[War of Wind and Rain]]").claims
    larger = [str(claim.value) for claim in claims if claim.attribute == "part_of"]
    assert larger == ["River War", "Salt War", "War of Wind and Rain"]
