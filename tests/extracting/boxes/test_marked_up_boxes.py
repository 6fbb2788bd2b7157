"""Is every figure of a box in wikitext given to those whom its row, its flag or its heading names?"""

import pytest

from thucydides import authorities
from thucydides.extracting import Extraction, extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document, Severity

COUNTRIES = authorities.load()
BOX = """{{{{Infobox military conflict
| conflict = Battle of the Fords
| combatant1 = {{{{flag|Soviet Union}}}}<br>{{{{flagicon|Mongolia}}}} [[Mongolian People's Republic|Mongolia]]
| combatant2 = {{{{flagicon|Empire of Japan}}}} [[Empire of Japan|Japan]]
{rows}
}}}}
"""


def _heard(rows: str) -> Extraction:
    document = Document("page.wikitext", BOX.format(rows=rows).encode(), media_type="text/x-wiki")
    return extract(read(document), document_name=document.name, gazetteer=COUNTRIES)


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
        ("| casualties2 = 310 killed<ref>Orlo 1901, p. 12</ref>", ["loss | Japan | 310 | killed"]),
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


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Orlo Vanin, John Esmonde", ["Orlo Vanin", "John Esmonde"]),
        ("Heydon, Brennan, Nolan", ["Heydon", "Brennan", "Nolan"]),
        ("Olivier, Count of Wallis", ["Olivier, Count of Wallis"]),
        ("Luke Gardiner, 1st Viscount Mountjoy", ["Luke Gardiner, 1st Viscount Mountjoy"]),
        ("Michel Ney, commanding parts of the army", ["Michel Ney"]),
        ("Georges Dufour (POW) (WIA)", ["Georges Dufour"]),
        ("unknown others", []),
    ],
)
def test_a_line_names_as_many_commanders_as_commas_part_and_no_title(cell: str, names: list[str]) -> None:
    claims = _heard(f"| commander2 = {cell}").claims
    assert [str(claim.value) for claim in claims if claim.attribute == "commander"] == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("River War and Salt War", ["River War", "Salt War"]),
        ("Salt Wars, River War, and War of Wind.", ["Salt Wars", "River War", "War of Wind"]),
        ("War of Wind and Rain", ["War of Wind and Rain"]),
        ("campaign in Egypt and Syria", ["campaign in Egypt and Syria"]),
        ("Salt War – River War", ["Salt War", "River War"]),
    ],
)
def test_larger_events_are_parted_where_each_part_is_one(cell: str, names: list[str]) -> None:
    claims = _heard(f"| partof = the {cell}").claims
    assert [str(claim.value) for claim in claims if claim.attribute == "part_of"] == names


def test_years_over_a_part_of_the_list_and_words_in_brackets_are_no_belligerents() -> None:
    page = (
        "{{Infobox military conflict|conflict=Siege|combatant1='''1791–1793'''<br>[[France]]<ref>x</ref> (1790–1793)"
        "<br>(Salt War)|combatant2=[[Spain]]<br>''Supported by:''<br>{{flagicon|Portugal}} [[Portugal]]"
        "|commander2={{flagicon|Portugal}} Orlo}}"
    )
    text = read(Document("page.wikitext", page.encode(), media_type="text/x-wiki"))
    claims = extract(text, document_name="page", gazetteer=authorities.load()).claims
    assert [str(claim.target) for claim in claims if claim.attribute == "belligerent"] == ["France", "Spain"]
    assert [str(claim.target) for claim in claims if claim.attribute == "commander"] == ["Portugal"]


def test_each_of_two_larger_events_is_one_of_which_the_event_is_a_part() -> None:
    claims = _heard("| partof = the [[River War]] and<br />the [[Salt War]] and the [[War of Wind and Rain]]").claims
    larger = [str(claim.value) for claim in claims if claim.attribute == "part_of"]
    assert larger == ["River War", "Salt War", "War of Wind and Rain"]


@pytest.mark.parametrize(
    "note",
    [
        "<ref>Orlo 1901, p. 12, gives 450</ref>",
        "{{refn|Orlo gives 450 killed.}}",
        "<ref>See Varga 1911, vol. 2, pp. 30–31; Orlo reported 450 Japanese killed.</ref>",
        "{{efn|name=x|1=The Soviet history of 1961 is silent. Orlo puts it at 450 killed.}}",
    ],
)
def test_a_note_of_any_kind_disputes_with_its_figure_alone(note: str) -> None:
    heard = _heard("| casualties2 = 310 killed" + note)
    first, *others = (claim for claim in heard.claims if isinstance(claim.value, Count))
    assert [(str(other.value), other.attribution.claimant, other.relates_to) for other in others] == [
        ("450", "Orlo", first.id)
    ]


@pytest.mark.parametrize(
    "note",
    [
        "<ref>Orlo, 1,200 Days at the Fords (1901), p. 312, ISBN 0-306-40615-2</ref>",
        "<ref>{{cite book|last=Orlo|title=450 killed at the ford|year=1901|page=312}}</ref>",
        "<ref>[https://example.org/450 The 450 who fell]. Retrieved 12 May 2011.</ref>",
        "{{sfn|Orlo|1901|p=450}}",
        "{{efn|Orlo gives 450 wounded.}}",
    ],
)
def test_years_pages_titles_and_other_concepts_dispute_nothing(note: str) -> None:
    claims = [claim for claim in _heard("| casualties2 = 310 killed" + note).claims if isinstance(claim.value, Count)]
    assert [str(claim.value) for claim in claims if claim.relation or claim.counted.concept == "killed"] == ["310"]


def _said(rows: str, *fields: str) -> list[str]:
    claims = [claim for claim in _heard(rows).claims if isinstance(claim.value, Count)]
    return [" | ".join([str(claim.value), *(str(getattr(claim, field)) for field in fields)]) for claim in claims]


def test_headings_of_times_and_parts_hold_until_the_next_and_keep_whom_the_figures_are_about() -> None:
    rows = """| casualties1 = '''1936–1938:'''<br>300 killed<br>'''Mongolia:'''<br>20 killed<br>Cavalry:<br>7 killed"""
    assert _said(rows, "phase", "target") == [
        "300 | 1936–1938 | Soviet Union + Mongolia", "20 |  | Mongolia", "7 | Cavalry | Mongolia",
    ]  # fmt: skip
    assert [str(claim.period) for claim in _heard(rows).claims if claim.period] == ["1936/1938"]


@pytest.mark.parametrize(
    ("cell", "claimant"),
    [
        ("300 killed (Soviet claim)", "Soviet"),
        ("300 killed (claim of Mongolia)", "Mongolia"),
        ("Per Orlo: 300 killed", "Orlo"),
        ("300 killed, according to Orlo", "Orlo"),
        ("300 killed per Orlo", "Orlo"),
        ("{{collapsible list|title=Soviet archives|300 killed}}", "Soviet"),
        ("'''По данным Орло:'''<br>300 killed", "Орло"),
        ("300 killed", ""),
        ("300 killed (mostly cavalry)", ""),
    ],
)
def test_who_gives_a_figure_stands_above_before_or_behind_it(cell: str, claimant: str) -> None:
    claims = [claim for claim in _heard(f"| casualties2 = {cell}").claims if isinstance(claim.value, Count)]
    assert [(str(claim.value), claim.attribution.claimant) for claim in claims] == [("300", claimant)]


def test_two_figures_of_a_line_have_each_its_own_claimant() -> None:
    rows = "| casualties2 = 2,900 killed (Soviet claim), 600 killed (Japanese claim)"
    claims = [claim for claim in _heard(rows).claims if isinstance(claim.value, Count)]
    assert [claim.attribution.claimant for claim in claims] == ["Soviet", "Japanese"]


def test_a_bracket_says_the_time_or_the_part_of_a_strength() -> None:
    rows = "| strength2 = {{small|(until 1940)}} 5,000<br>9,000 men (peak)<br>700 men (1939)"
    assert _said(rows, "period", "phase") == ["5000 | ../1940 | ", "9000 | None | peak", "700 | 1939 | "]


def test_belligerents_join_and_leave_and_supporters_are_none() -> None:
    page = """{{Infobox military conflict|conflict=War|combatant1={{flag|France}} (until 1940)<br>Italy (from May 1941)
<br>Supported by:<br>{{flag|Spain}}|combatant1a={{flag|Poland}}|combatant2=Germany|casualties1=300 killed}}"""
    document = Document("page.wikitext", page.encode(), media_type="text/x-wiki")
    claims = extract(read(document), document_name=document.name, gazetteer=COUNTRIES).claims
    said = [(claim.attribute, str(claim.target), str(claim.value)) for claim in claims if claim.target.names]
    assert said == [
        ("belligerent", "France", ""), ("left", "France", "1940"), ("belligerent", "Italy", ""),
        ("joined", "Italy", "1941-05"), ("belligerent", "Poland", ""), ("belligerent", "Germany", ""),
        ("supporter", "Spain", ""), ("loss", "France + Italy + Poland", "300"),
    ]  # fmt: skip


def test_each_box_of_a_page_is_about_its_own_event() -> None:
    page = """{{Infobox military conflict|conflict=Battle of the Fords|combatant1=France|combatant2=Spain
|casualties1=300 killed}}{{#invoke:Infobox military conflict|main|conflict=Siege of Oldford|combatant1=Italy
|combatant2=Poland|casualties1=12 killed}}
The words between.
== Battle of the Mill ==
{{Warbox|combatant1=Norway|combatant2=Sweden|casualties2=7 killed}}"""
    document = Document("page.wikitext", page.encode(), media_type="text/x-wiki")
    claims = extract(read(document), document_name=document.name, gazetteer=COUNTRIES).claims
    losses = [claim for claim in claims if claim.attribute == "loss"]
    assert [(claim.event.label, str(claim.target), str(claim.value)) for claim in losses] == [
        ("Battle of the Fords", "France", "300"), ("Siege of Oldford", "Italy", "12"),
        ("Battle of the Mill", "Sweden", "7"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "broken",
    ["{{small|300 killed", "{{nowrap|{{small|300 killed}}", "[[Oldford|300 killed", "{{ubl|300 killed\n|45 wounded"],
)
def test_a_template_that_never_closes_leaves_the_rows_after_it_alone(broken: str) -> None:
    heard = _heard(f"| casualties1 = {broken}\n| casualties2 = 12 killed")
    counted = [(str(claim.value), claim.side) for claim in heard.claims if isinstance(claim.value, Count)]
    assert ("300", 1) in counted and ("12", 2) in counted
    assert any("never closed" in finding.message for finding in heard.findings)


@pytest.mark.parametrize(
    ("cell", "counted"),
    [
        ("{{#if: yes |300 killed|500 killed}}", "300"),
        ("{{#if: <!-- nothing --> |500 killed|300 killed}}", "300"),
        ("{{#ifeq: 2|2.0|300 killed|500 killed}}", "300"),
        ("{{#switch: b|a=500 killed|b|c=300 killed|#default=900 killed}}", "300"),
        ("{{#expr: 250 + 5 * 10}} killed", "300"),
        ("{{formatnum:{{#expr: 600 / 2}}}} killed", "300"),
        ("{{#ifexpr: 3 > 2|300 killed|500 killed}}", "300"),
        ("300 {{lc:KILLED}}", "300"),
    ],
)
def test_parser_functions_give_what_their_own_words_decide(cell: str, counted: str) -> None:
    claims = [claim for claim in _heard(f"| casualties1 = {cell}").claims if isinstance(claim.value, Count)]
    assert [(str(claim.value), claim.counted.concept) for claim in claims] == [(counted, "killed")]


@pytest.mark.parametrize(
    "cell", ["{{#if: {{Data}}|300 killed|500 killed}}", "{{#expr: 3 / 0}} killed", "{{#invoke:Losses|of}}"]
)
def test_what_a_parser_function_leaves_open_is_reported_and_claims_nothing(cell: str) -> None:
    heard = _heard(f"| casualties1 = {cell}")
    assert not [claim for claim in heard.claims if claim.attribute == "loss"]
    assert any(finding.severity is Severity.UNREAD for finding in heard.findings)


@pytest.mark.parametrize(
    ("row", "phases"),
    [
        ("| strength1 = first siege: 4,000<br>second siege: 300", [("first siege", "4000"), ("second siege", "300")]),
        ("| casualties1 = 14 April: 310 killed<br>15 April: 45 killed", [("14 April", "310"), ("15 April", "45")]),
        ("| casualties1 = killed: 310<br>wounded: 45", [("", "310"), ("", "45")]),
        ("| strength1 = Mongolia: 4,000", [("", "4000")]),
    ],
)
def test_words_before_a_colon_say_which_part_of_the_event_a_line_counts(
    row: str, phases: list[tuple[str, str]]
) -> None:
    claims = [claim for claim in _heard(row).claims if isinstance(claim.value, Count)]
    assert [(claim.phase, str(claim.value)) for claim in claims] == phases


def test_mercenaries_stand_on_the_side_of_the_column_that_counts_them() -> None:
    (claim,) = [
        claim for claim in _heard("| strength2 = 900 Greek mercenaries").claims if claim.attribute == "strength"
    ]
    assert (str(claim.target), claim.side) == ("Greek", 2)


def test_a_flag_before_a_heading_of_the_belligerents_makes_it_one_of_them() -> None:
    cell = "{{flagicon|France}} '''[[France]]''':\n* [[Burghers]]"
    page = f"{{{{Infobox military conflict|conflict=Siege|combatant1={cell}\n}}}}"
    text = read(Document("page.wikitext", page.encode(), media_type="text/x-wiki"))
    claims = extract(text, document_name="page", gazetteer=authorities.load()).claims
    assert [str(claim.target) for claim in claims if claim.attribute == "belligerent"] == ["France", "Burghers"]


def test_what_followed_a_victory_tells_of_no_other_victor() -> None:
    heard = _heard("| result = Soviet victory\n* Japanese conquest of the hills\n* Treaty of Oldford")
    said = [(claim.attribute, str(claim.target)) for claim in heard.claims if claim.attribute in ("winner", "loser")]
    assert said == [("winner", "Soviet")]
    assert any("result" in finding.message for finding in heard.findings)


def test_a_bare_figure_of_a_note_counts_what_the_value_counts_that_carries_its_mark() -> None:
    claims = _heard("| strength1 = 4,000 men{{efn|Varga gives 5,000.}}").claims
    first, second = (claim for claim in claims if isinstance(claim.value, Count))
    assert (second.attribute, second.counted.concept, second.relation) == ("strength", "personnel", "disputes")
    assert {"attribute", "concept", "target"} <= set(second.inferred_fields)
    assert second.relates_to == first.id


def test_a_bracket_that_leads_elsewhere_is_no_part_of_the_event() -> None:
    (claim,) = [
        c for c in _heard("| strength2 = 14 ships ([[Order of battle|OOB]])").claims if c.attribute == "strength"
    ]
    assert claim.phase == ""


def test_a_row_that_counts_the_dead_or_the_injured_says_so_of_its_bare_numbers() -> None:
    page = "{{Infobox civilian attack|title=Raid|date=1 May 2016|fatalities=56 (including 2 attackers)|injuries=100+}}"
    document = Document("page.wikitext", page.encode(), media_type="text/x-wiki")
    claims = extract(read(document), document_name=document.name, gazetteer=COUNTRIES).claims
    counted = [(str(claim.value), claim.counted.concept) for claim in claims if isinstance(claim.value, Count)]
    assert counted == [("56", "dead"), ("2", "dead"), ("100", "wounded")]


def test_people_who_fled_are_no_losses() -> None:
    heard = _heard("| casualties3 = 300 killed<br>Displaced: 30,000")
    assert [str(claim.value) for claim in heard.claims if claim.attribute == "loss"] == ["300"]
    assert any("30,000" in finding.message for finding in heard.findings)


def test_a_claimant_ends_where_the_time_of_his_figure_begins() -> None:
    (claim,) = [claim for claim in _heard("| casualties2 = 300 killed (per Orlo, as of 1939)").claims if claim.period]
    assert (claim.attribution.claimant, str(claim.period)) == ("Orlo", "1939")
