"""What do the war tables of the Correlates of War say? The rows here are invented; their layout is the project's."""

import pytest

from tests.extracting.tables.making import imported, rows, said
from thucydides.vocabulary import Count, HistoricalDate, Qualifier, Role

INTER = rows(
    "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,"
    "StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,WhereFought,Initiator,Outcome,TransTo,"
    "BatDeath,Version",
    "901,Zenda,1,991,Ruritania,1,5,11,1889,9,-9,1889,-8,-8,-8,-8,-8,-8,-8,2,1,2,-8,2000,4",
    "901,Zenda,1,992,Strelsau,2,5,11,1889,6,2,1889,8,1,1889,9,16,1889,870,2,2,1,-8,-9,4",
    "902,Zenda,1,991,Ruritania,1,-9,-9,1901,-7,-7,-7,-8,-8,-8,-8,-8,-8,-8,7,1,5,903,0,4",
)


def test_each_state_has_its_days_its_dead_and_its_side() -> None:
    claims = imported("cow-inter", INTER).claims
    first = [claim for claim in claims if claim.target.codes == ("cow:991",) and claim.event.label.endswith("901)")]
    assert {claim.side for claim in first} == {1}
    assert said(claims, "loss") == [
        "Ruritania | exact 2000", "Strelsau | unknown -9", "Ruritania | none 0",
    ]  # fmt: skip
    assert said(claims, "start_date")[:2] == ["Ruritania | 1889-05-11", "Strelsau | 1889-05-11"]
    assert said(claims, "end_date")[0] == "Ruritania | 1889-09"


def test_a_claims_evidence_names_the_column_and_the_row() -> None:
    (loss,) = (c for c in imported("cow-inter", INTER).claims if c.attribute == "loss" and c.quote == "2000")
    assert loss.words(Role.CONCEPT) == ("BatDeath",)
    assert loss.words(Role.TARGET) == ("Ruritania", "991")
    assert loss.words(Role.EVENT) == ("Zenda", "901", "991")


def test_a_second_spell_has_its_own_days_and_period() -> None:
    spells = [c for c in imported("cow-inter", INTER).claims if c.attribute == "belligerent" and c.phase]
    assert [(c.phase, str(c.period)) for c in spells] == [
        ("first spell", "1889-05-11/1889-06-02"),
        ("second spell", "1889-08-01/1889-09-16"),
    ]


def test_two_wars_of_one_name_are_told_apart_by_their_numbers() -> None:
    labels = {claim.event.label for claim in imported("cow-inter", INTER).claims}
    assert labels == {"Zenda (cow-war:901)", "Zenda (cow-war:902)"}


def test_unknown_not_applicable_and_ongoing_are_three_things() -> None:
    claims = imported("cow-inter", INTER).claims
    assert said(claims, "end_date", "Zenda (cow-war:902)") == []
    assert said(claims, "outcome", "Zenda (cow-war:902)") == ["Ruritania | ongoing", "ongoing"]
    assert said(claims, "transformed_from") == ["cow-war:870"]
    assert said(claims, "transformed_into") == ["cow-war:903"]


def test_a_coded_cell_says_by_which_line_of_the_code_book_it_was_read() -> None:
    (region,) = (c for c in imported("cow-inter", INTER).claims if c.attribute == "region" and c.quote == "7")
    assert (str(region.value), [rule.rule for rule in region.inferred]) == ("Asia", ["7 means Asia"])


@pytest.mark.parametrize("ending", ["\r", "\r\n", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "mac_roman", "cp1252", "utf-16"])
def test_line_ends_and_encodings_change_nothing(ending: str, encoding: str) -> None:
    written = INTER.replace("Strelsau", "Strélsau").replace("\n", ending)
    plain = imported("cow-inter", INTER.replace("Strelsau", "Strélsau")).claims
    found = imported("cow-inter", written.encode(encoding)).claims
    assert [(str(c.target), str(c.value), c.span.start) for c in found] == [
        (str(c.target), str(c.value), c.span.start) for c in plain
    ]


DISPUTE = rows(
    "DispNum,StDay,StMon,StYear,EndDay,EndMon,EndYear,Outcome,Settle,Fatality,FatalPre,MaxDur,MinDur,HiAct,HostLev,"
    "Recip,NumA,NumB,Link1,Link2,Link3,Ongo2001,Version",
    "9001,-9,4,1911,30,6,1911,5,3,1,7,91,62,16,4,1,1,1,0,0,0,0,3.1",
    "9002,1,4,1912,30,6,1912,6,1,6,-9,91,91,16,5,1,1,1,0,0,0,0,3.1",
)


def test_a_class_of_fatalities_is_the_range_that_the_code_book_gives() -> None:
    losses = [c.value for c in imported("cow-mida", DISPUTE).claims if c.attribute == "loss"]
    assert [(v.qualifier, v.low, v.high) for v in losses if isinstance(v, Count)] == [
        (Qualifier.RANGE, 1, 25), (Qualifier.EXACT, 7, 7), (Qualifier.OVER, 999, None), (Qualifier.UNKNOWN, None, None),
    ]  # fmt: skip


def test_an_unknown_day_leaves_the_month() -> None:
    (start, _) = (c.value for c in imported("cow-mida", DISPUTE).claims if c.attribute == "start_date")
    assert isinstance(start, HistoricalDate)
    assert (start.edtf, str(start.earliest), str(start.latest)) == ("1911-04", "1911-04-01", "1911-04-30")
