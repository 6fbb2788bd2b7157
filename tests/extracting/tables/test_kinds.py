"""Does every shipped kind read a table in its own layout? The rows are invented; the columns are each data set's."""

import csv
import io
from collections.abc import Mapping

import pytest

from tests.extracting.tables.making import imported, rows, said, shown
from thucydides.extracting import Layout, layouts_of, reads_table, shipped_layouts
from thucydides.reading import read_table
from thucydides.vocabulary import ATTRIBUTES, CODES, LICENCES, Claim, Count, Document, Role


def table_of(layout: Layout, *filled: Mapping[str, str]) -> str:
    """A table with every column of a layout, the cells that are not given empty."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, layout.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(filled)
    return stream.getvalue()


def of(kind: str, table: str = "") -> Layout:
    return next(layout for layout in layouts_of(kind) if layout.table == table)


@pytest.mark.parametrize("layout", shipped_layouts(), ids=lambda layout: f"{layout.kind} {layout.table}".strip())
def test_a_shipped_layout_names_its_licence_and_its_work(layout: Layout) -> None:
    assert layout.cite or layout.kind == "claims"
    assert layout.licence in {*LICENCES, ""}
    written = {statement.attribute.constant for statement in layout.statements}
    assert written <= {*ATTRIBUTES, ""}
    for statement in layout.statements:
        if statement.form == "code":
            codes = {part for meaning in statement.codes.values() if meaning for part in meaning.split("+")}
            assert codes <= set(CODES[statement.attribute.constant])


@pytest.mark.parametrize("layout", shipped_layouts(), ids=lambda layout: f"{layout.kind} {layout.table}".strip())
def test_an_empty_table_of_a_layout_is_read_and_says_nothing(layout: Layout) -> None:
    empty = table_of(layout)
    assert imported(layout.kind, empty).claims == ()
    assert reads_table(read_table(Document("t.csv", empty.encode(), media_type="text/csv")), layout)


EXTRA = {
    "WarNum": "911", "WarName": "Hentzau Rising", "WarType": "2", "ccode1": "991", "SideA": "Ruritania", "ccode2": "-8",
    "SideB": "Hentzau League", "StartMonth1": "3", "StartDay1": "-9", "StartYear1": "1850", "EndMonth1": "4",
    "EndDay1": "5", "EndYear1": "1851", "StartMonth2": "-8", "StartDay2": "-8", "StartYear2": "-8", "EndMonth2": "-8",
    "EndDay2": "-8", "EndYear2": "-8", "Initiator": "0", "TransFrom": "-8", "Outcome": "2", "TransTo": "-8",
    "WhereFought": "6", "BatDeath": "1200", "NonStateDeaths": "-8",
}  # fmt: skip


def test_an_extra_state_war_has_a_state_and_an_opponent() -> None:
    claims = imported("cow-extra", table_of(of("cow-extra"), EXTRA)).claims
    assert said(claims, "belligerent") == ["Ruritania", "Hentzau League"]
    assert (said(claims, "winner"), said(claims, "loser")) == (["Hentzau League"], ["Ruritania"])
    assert said(claims, "loss") == ["Ruritania | exact 1200"]
    assert said(claims, "initiator") == []
    assert said(claims, "conflict_type") == ["extra-state"]
    assert said(claims, "region") == ["Middle East"]


def test_an_intra_state_war_has_up_to_four_spells_and_a_named_initiator() -> None:
    row = {
        "WarNum": "921", "WarName": "First Zenda Revolt", "V5RegionNum": "3", "WarType": "5", "CcodeA": "991",
        "SideA": "Ruritania", "SideB": "Zendans", "StartMo1": "1", "StartDy1": "2", "StartYr1": "1901", "EndMo1": "-7",
        "EndDy1": "-7", "EndYr1": "-7", "StartMo2": "5", "StartDy2": "?", "StartYr2": "1903", "EndMo2": "6",
        "EndDy2": "7", "EndYr2": "1903", "WDuratDays": "95", "Initiator": "Zendans", "Outcome": "5",
        "DeathsSideA": "-9", "DeathsSideB": "1,500", "TotalBDeaths": "4000", "TransFrom": "-8", "TransTo": "-8",
    }  # fmt: skip
    extraction = imported("cow-intra", table_of(of("cow-intra"), row))
    claims = extraction.claims
    assert said(claims, "start_date") == ["1901-01-02", "1903-05"]
    assert said(claims, "end_date") == ["1903-06-07"]
    assert set(said(claims, "outcome")) == {"ongoing"}
    assert said(claims, "initiator") == ["Zendans"]
    assert said(claims, "duration") == ["P95D"]
    assert said(claims, "loss") == ["Ruritania | unknown -9", "Zendans | exact 1500", "all | exact 4000"]
    assert extraction.findings == ()


def test_a_non_state_war_may_have_several_actors_on_a_side() -> None:
    row = {
        "WarNum": "931", "WarName": "Valley War", "WarType": "8", "WhereFought": "9", "SideA1": "Upper Valley",
        "SideA2": "-8", "SideB1": "Lower Valley", "SideB2": "Hill Clans", "SideB3": "-8", "SideB4": "-8",
        "SideB5": "-8", "StartYear": "1818", "StartMonth": "-9", "StartDay": "-9", "EndYear": "1824", "EndMonth": "-9",
        "EndDay": "-9", "Initiator": "B", "TransFrom": "-8", "TransTo": "-8", "Outcome": "1", "SideADeaths": "1500",
        "SideBDeaths": "6000", "TotalCombatDeaths": "7500",
    }  # fmt: skip
    claims = imported("cow-nonstate", table_of(of("cow-nonstate"), row)).claims
    assert said(claims, "belligerent") == ["Upper Valley", "Lower Valley", "Hill Clans"]
    assert said(claims, "initiator") == ["Lower Valley + Hill Clans"]
    assert (said(claims, "winner"), said(claims, "loser")) == (["Upper Valley"], ["Lower Valley + Hill Clans"])
    assert (said(claims, "start_date"), said(claims, "end_date")) == (["1818"], ["1824"])


def test_a_participant_of_a_dispute_has_its_side_its_issue_and_its_class_of_losses() -> None:
    row = {
        "DispNum": "9001", "stabb": "RUR", "ccode": "991", "StDay": "-9", "StMon": "7", "StYear": "1902",
        "EndDay": "24", "EndMon": "1", "EndYear": "1903", "SideA": "1", "revType1": "1", "revType2": "-9",
        "fatality": "5", "fatalPre": "-9", "hostLev": "4", "orig": "1",
    }  # fmt: skip
    claims = imported("cow-midb", table_of(of("cow-midb"), row)).claims
    assert said(claims, "loss") == ["RUR | range 501-999", "RUR | unknown -9"]
    assert (said(claims, "issue"), said(claims, "hostility")) == (["RUR | territory"], ["RUR | use"])
    assert said(claims, "initiator") == ["RUR"]
    assert {claim.side for claim in claims if claim.target.names} == {1}
    assert said(claims, "start_date") == ["RUR | 1902-07"]


def test_a_state_joins_the_system_and_has_not_left_it_where_the_table_says_so() -> None:
    months = {"statenme": "Ruritania", "ccode": "991", "styear": "1816", "stmonth": "1", "stday": "1",
              "endyear": "1870", "endmonth": "7", "endday": "19"}  # fmt: skip
    claims = imported("cow-states", table_of(of("cow-states"), months)).claims
    assert (said(claims, "joined"), said(claims, "left")) == (["Ruritania | 1816-01-01"], ["Ruritania | 1870-07-19"])
    days = {"gwcode": "991", "country_name": "Ruritania", "start": "1816-01-01", "end": "9999-12-31"}
    assert said(imported("gw-states", table_of(of("gw-states"), days)).claims, "left") == []


def test_a_conflict_year_counts_its_class_of_deaths_for_that_year_alone() -> None:
    row = {"conflict_id": "77.0", "year": "1990.0", "gwno_a": "991.0", "gwno_a_2nd": "992, 993", "gwno_b": "",
           "incompatibility": "both", "intensity_level": "2.0", "type_of_conflict": "II", "start_date": "1989-05-11",
           "start_date2": "1989-06-01", "ep_end_date": ""}  # fmt: skip
    claims = imported("ucdp-acd", table_of(of("ucdp-acd", "state numbers"), row)).claims
    (loss,) = (claim for claim in claims if claim.attribute == "loss")
    assert (shown(loss), str(loss.period)) == ("at_least 1000", "1990")
    assert said(claims, "belligerent") == ["991", "992", "993"]
    assert [claim.target.codes for claim in claims if claim.phase == "secondary"] == [("gw:992",), ("gw:993",)]
    assert said(claims, "issue") == ["territory+government"]


GED = {
    "id": "500", "conflict_new_id": "77", "conflict_name": "Ruritania: Government", "type_of_violence": "1",
    "side_a": "Government of Ruritania", "side_b": "Zenda Front", "gwnoa": "991", "source_article": "Gazette, 3 May",
    "source_original": "Front spokesman", "where_prec": "4", "where_coordinates": "Hentzau", "latitude": "47.5",
    "longitude": "-12.25", "country": "Ruritania", "region": "Europe", "date_prec": "4", "date_start": "1990-05-01",
    "date_end": "1990-05-31", "deaths_a": "2", "deaths_b": "0", "deaths_civilians": "1", "deaths_unknown": "1",
    "best": "4", "low": "3", "high": "9",
}  # fmt: skip


def test_best_low_and_high_are_one_account_and_never_three() -> None:
    claims = imported("ucdp-ged", table_of(of("ucdp-ged"), GED)).claims
    best, bounds = (claim for claim in claims if claim.attribute == "loss" and claim.target.everyone)
    assert (shown(best), shown(bounds)) == ("exact 4", "range 3-9")
    assert (bounds.relates_to, bounds.relation) == (best.id, "repeats")
    level = imported("ucdp-ged", table_of(of("ucdp-ged"), GED | {"low": "4", "high": "4"})).claims
    assert [shown(claim) for claim in level if claim.attribute == "loss" and claim.target.everyone] == ["exact 4"]


def test_an_event_names_the_source_it_rests_on_and_how_exact_it_is() -> None:
    claims = imported("ucdp-ged", table_of(of("ucdp-ged"), GED)).claims
    assert {claim.attribution.claimant for claim in claims if claim.attribute == "loss"} == {"Front spokesman"}
    assert said(claims, "date") == ["1990-05-01/1990-05-31"]
    assert said(claims, "start_date") == []
    assert (said(claims, "place_precision"), said(claims, "date_precision")) == (["province"], ["month"])
    assert said(claims, "coordinates") == ["47.50000,-12.25000"]
    assert said(claims, "part_of") == ["Ruritania: Government"]


def test_one_sided_violence_has_one_belligerent() -> None:
    claims = imported(
        "ucdp-ged", table_of(of("ucdp-ged"), GED | {"type_of_violence": "3", "side_b": "Civilians"})
    ).claims
    assert said(claims, "belligerent") == ["Government of Ruritania"]


def test_a_country_year_counts_each_kind_of_violence_for_itself() -> None:
    row = {"country_id_cy": "991", "country_cy": "Ruritania", "year_cy": "1990", "region_cy": "Europe",
           "sb_exist_cy": "1", "sb_total_deaths_best_cy": "30", "sb_total_deaths_low_cy": "25",
           "sb_total_deaths_high_cy": "90", "sb_deaths_parties_cy": "28", "sb_deaths_civilians_cy": "2",
           "ns_exist_cy": "0", "ns_total_deaths_best_cy": "0"}  # fmt: skip
    claims = imported("ucdp-country-year", table_of(of("ucdp-country-year"), row)).claims
    assert {claim.event.label for claim in claims} == {"Organised violence in Ruritania, 1990"}
    assert said(claims, "date") == ["1990"]
    assert said(claims, "loss") == ["all | exact 30", "all | range 25-90", "all | exact 28", "all | exact 2"]


SIDE = {
    "isqno": "7", "attacker": "1", "nam": "RUR FIRST ARMY", "co": "SAPT", "str": "57000", "strpl": "20", "strmi": "-20",
    "code": "3", "cas": "250", "caspl": "60", "casmi": "-40", "actors": "Ruritania & Strelsau", "tank": "0",
    "ctank": "12",
}  # fmt: skip


def test_a_figure_with_its_margins_is_the_range_that_they_leave() -> None:
    claims = imported("cdb90", table_of(of("cdb90", "sides"), SIDE)).claims
    figures = {
        (claim.attribute, claim.counted.concept): claim.value for claim in claims if isinstance(claim.value, Count)
    }
    assert str(figures["strength", "personnel"]) == "45600-68400"
    assert str(figures["loss", "casualties"]) == "150-400"
    assert figures["strength", "tanks"].qualifier == "none"
    assert str(figures["loss", "tanks"]) == "12"
    assert figures["loss", "casualties"].as_written == "250 (+60 %, -40 %)"


def test_a_side_of_several_has_each_of_them_and_a_figure_for_all_together() -> None:
    claims = imported("cdb90", table_of(of("cdb90", "sides"), SIDE)).claims
    assert said(claims, "belligerent") == ["Ruritania", "Strelsau"]
    assert {str(claim.target) for claim in claims if claim.attribute == "loss"} == {"Ruritania + Strelsau"}
    assert {(claim.side, claim.phase) for claim in claims if claim.attribute == "belligerent"} == {(1, "attacker")}


def test_an_engagements_number_of_a_war_is_said_of_the_war() -> None:
    row = {"isqno": "7", "name": "STRELSAU", "locn": "RURITANIA", "campgn": "STRELSAU 1889", "war4": "War of 1889",
           "cow_warno": "901", "dbpedia": "http://dbpedia.org/resource/Battle_of_Strelsau", "wina": "0"}  # fmt: skip
    claims = imported("cdb90", table_of(of("cdb90", "engagements"), row)).claims
    numbers = {(claim.event.label, str(claim.value)) for claim in claims if claim.attribute == "external_id"}
    assert numbers == {
        ("STRELSAU", "cdb90:7"), ("STRELSAU", "dbpedia:Battle_of_Strelsau"), ("War of 1889", "cow-war:901"),
    }  # fmt: skip
    assert said(claims, "outcome") == ["stalemate"]
    assert {claim.event.parent for claim in claims if claim.event.label == "STRELSAU"} == {"War of 1889"}


def test_the_time_of_fighting_is_told_by_the_day() -> None:
    row = {"isqno": "7", "atp_number": "1", "start_time_min": "1889-07-02T14:30:00",
           "end_time_min": "1889-07-03T19:30:00"}  # fmt: skip
    claims = imported("cdb90", table_of(of("cdb90", "active periods"), row)).claims
    assert (said(claims, "start_date"), said(claims, "end_date")) == (["1889-07-02"], ["1889-07-03"])


def test_rival_historians_are_claimants() -> None:
    rival = {"cwsac_id": "ZZ001", "belligerent": "US", "source": "Sapt1893", "quantity": "missing_captured",
             "low": "20.0", "high": "35.0"}  # fmt: skip
    (loss,) = (c for c in imported("acw", table_of(of("acw"), rival)).claims if c.attribute == "loss")
    assert (loss.attribution.claimant, loss.counted.concept, shown(loss)) == (
        "Sapt1893",
        "missing+captured",
        "range 20-35",
    )


def test_a_bound_is_said_by_another_cell() -> None:
    report = {"days": "46", "loss_count": "1e+05", "claim_source": "UA Source", "time_frame": "Cumulative",
              "loss_country": "Russia", "category": "Tanks", "minimum": "1", "maximum": "0"}  # fmt: skip
    (loss,) = imported("radford2023", table_of(of("radford2023"), report)).claims
    assert (shown(loss), loss.phase, loss.counted.concept) == ("at_least 100000", "day 46, Cumulative", "tanks")


def test_a_list_of_battles_has_names_numbers_dates_and_places() -> None:
    item = {"battle": "http://www.wikidata.org/entity/Q999999991", "battleLabel": "Battle of Strelsau",
            "date": "1889-01-01T00:00:00Z"}  # fmt: skip
    listed = imported("wikidata-battles", table_of(of("wikidata-battles"), item)).claims
    assert said(listed, "external_id") == ["wikidata:Q999999991"]
    assert said(listed, "date") == ["1889"]
    located = {"battle": "Battle of Zenda", "link": "https://en.wikipedia.org/wiki/Battle_of_Zenda",
               "date": "2–5 May 1889", "latitude": "47.5", "longitude": "12.25"}  # fmt: skip
    claims = imported("located-battles", table_of(of("located-battles"), located)).claims
    assert (said(claims, "start_date"), said(claims, "end_date")) == (["1889-05-02"], ["1889-05-05"])


def test_disputes_as_corrected_by_others_are_the_same_disputes() -> None:
    dispute = {"dispnum": "9001.0", "styear": "1902.0", "stmon": "5.0", "outcome": "6.0", "settle": "1.0",
               "fatality": "1.0", "mindur": "1.0", "maxdur": "31.0", "hostlev": "3.0"}  # fmt: skip
    claims = imported("gml-disputes", table_of(of("gml-disputes"), dispute)).claims
    assert said(claims, "external_id") == ["mid:9001"]
    assert (said(claims, "start_date"), said(claims, "loss")) == (["1902-05"], ["all | range 1-25"])
    assert said(claims, "duration") == ["P31D", "P1D"]
    state = {"dispnum": "9001.0", "ccode": "991.0", "styear": "1902.0", "stmon": "5.0", "stday": "-9.0",
             "endyear": "1902.0", "endmon": "6.0", "endday": "3.0", "sidea": "0.0", "orig": "1.0"}  # fmt: skip
    claims = imported("gml-participants", table_of(of("gml-participants"), state)).claims
    assert said(claims, "start_date") == ["991 | 1902-05"]
    assert [claim.target.codes for claim in claims if claim.attribute == "belligerent"] == [("cow:991",)]


CODED = rows(
    "claim_id,event,attribute,target,side,concept,fate,population,value,low,high,qualifier,measure,period,phase,"
    "claimant,basis,relates_to",
    "a1,Zenda,loss,Ruritania + Strelsau,1,killed,,combatant,300,300,,at_least,person,1889/1890,,Sapt,archival,",
    "a2,Zenda,loss,all,,casualties,,,10-20,10,20,range,person,,,,,a1",
    "a3,Zenda,start_date,,,,,,1889-05-XX,,,,,,,,,",
    "a4,Zenda,outcome,,,,,,ceasefire+treaty,,,,,,,,,",
    "a5,Zenda,winner,Ruritania,,,,,,,,,,,,,,",
    "a6,Zenda,duration,,,,,,P118D,118,118,exact,day,,,,,",
    "a7,Zenda,weather,,,,,,fair,,,,,,,,,",
    "a8,Zenda,external_id,,,,,,cow-war:901,,,,,,,,,",
)


def test_a_coding_sheet_in_the_contracts_columns_is_read_as_it_stands() -> None:
    extraction = imported("claims", CODED)
    first, second = (claim for claim in extraction.claims if claim.attribute == "loss")
    assert (shown(first), first.target.names, first.attribution.claimant) == (
        "at_least 300", ("Ruritania", "Strelsau"), "Sapt",
    )  # fmt: skip
    assert (str(first.period), first.attribution.basis, first.counted.population) == (
        "1889/1890",
        "archival",
        "combatant",
    )
    assert (shown(second), second.target.everyone, second.relates_to) == ("range 10-20", True, first.id)
    assert said(extraction.claims, "start_date") == ["1889-05-XX"]
    assert said(extraction.claims, "outcome") == ["ceasefire+treaty"]
    assert said(extraction.claims, "winner") == ["Ruritania"]
    assert said(extraction.claims, "duration") == ["P118D"]
    (finding,) = extraction.findings
    assert "weather" in finding.message


def test_every_cell_that_is_claimed_has_its_column_beside_it() -> None:
    def columns(claim: Claim) -> tuple[str, ...]:
        return claim.words(Role.CONCEPT) + claim.words(Role.UNIT)

    for kind, table, row in (("cow-extra", "", EXTRA), ("ucdp-ged", "", GED), ("cdb90", "sides", SIDE)):
        for claim in imported(kind, table_of(of(kind, table), row)).claims:
            assert columns(claim), claim
