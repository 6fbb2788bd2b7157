"""Does a cell say what it was made of, and which kind of nothing it is?"""

from dataclasses import replace

from tests.coding.dossiers import NORLAND, REBELS, SAID, SUDLAND, date, dossier, exactly, told
from thucydides.coding import rows_of, rule_set, unit_named, units
from thucydides.vocabulary import Absence, Count, Dossier, Qualifier, Row

RECORD = "Norland and Sudland fought from 3 May 1911 to 20 August 1911. Norland began. Norland lost 500 killed."
OTHER = "The war ended on 25 August 1911. Sudland lost slight losses."


def whole() -> Dossier:
    first = told(
        RECORD,
        ("start_date", "3 May 1911", date("1911-05-03", "3 May 1911"), None, ""),
        ("end_date", "20 August 1911", date("1911-08-20", "20 August 1911"), None, ""),
        ("initiator", "Norland began", SAID, NORLAND, ""),
        ("loss", "500", exactly(500, "500"), NORLAND, "killed"),
    )
    second = told(
        OTHER,
        ("end_date", "25 August 1911", date("1911-08-25", "25 August 1911"), None, ""),
        ("loss", "slight losses", Count(Qualifier.VAGUE, None, None, "slight losses"), SUDLAND, "casualties"),
        name="b.txt",
    )
    return dossier([*first, *second], draws={NORLAND: [1_200.0], SUDLAND: [300.0]})


def rows(unit: str, held: Dossier | None = None, rules: str = "cow") -> list[Row]:
    return list(rows_of([held or whole()], unit_named(unit), rule_set(rules)))


def test_every_unit_of_analysis_makes_rows_with_all_its_cells() -> None:
    for name in units():
        unit = unit_named(name)
        made = rows(name)
        assert made, name
        assert all(set(row.cells) == {variable.name for variable in unit.variables} for row in made)
        assert len({row.key for row in made}) == len(made)


def test_rival_dates_become_a_value_with_its_bounds() -> None:
    (row,) = rows("war")
    cell = row.cells["end_date"]
    assert (cell.low, cell.high, cell.witnesses) == ("1911-08-20", "1911-08-25", 2)
    assert cell.value in ("1911-08-20", "1911-08-25")
    assert "2 different are given" in cell.rule


def test_copies_are_one_witness() -> None:
    held = whole()
    ends = [linked.claim.id for linked in held.claims if linked.claim.attribute == "end_date"]
    copied = dossier(held.claims, witnesses=dict.fromkeys(ends, "document:a"), draws={NORLAND: [1_200.0]})
    (row,) = rows("war", copied)
    assert row.cells["end_date"].witnesses == 1


def test_the_kinds_of_nothing_stay_apart() -> None:
    by_actor = {row.actors[0]: row.cells for row in rows("participant")}
    assert by_actor[SUDLAND.id]["casualties"].absence is Absence.VAGUE
    assert by_actor[SUDLAND.id]["strength"].absence is Absence.SILENT
    assert by_actor[SUDLAND.id]["initiator"].value == "0"
    assert by_actor[NORLAND.id]["initiator"].value == "1"
    rebels = dossier(parties={NORLAND: 1, REBELS: 2}, draws={NORLAND: [100.0]})
    (_, row) = rows("participant", rebels, "ucdp")
    assert row.cells["gwno"].absence is Absence.NOT_APPLICABLE


def test_a_zero_is_a_value_and_not_a_silence() -> None:
    held = told("Norland: 0 men", ("strength", "0", exactly(0, "0"), NORLAND, "personnel"))
    row = rows("participant", dossier(held, draws={NORLAND: [1_000.0]}))[0]
    assert (row.cells["strength"].value, row.cells["strength"].absence) == (0, None)


def test_allies_make_no_dyad_and_years_divide_a_war() -> None:
    three = dossier(
        told(
            "3 May 1911 to 4 June 1912",
            ("start_date", "3 May 1911", date("1911-05-03", "3 May 1911"), None, ""),
            ("end_date", "4 June 1912", date("1912-06-04", "4 June 1912"), None, ""),
        ),
        parties={NORLAND: 1, REBELS: 1, SUDLAND: 2},
        draws={NORLAND: [2_000.0]},
    )
    assert {frozenset(row.actors) for row in rows("dyad", three)} == {
        frozenset((NORLAND.id, SUDLAND.id)),
        frozenset((REBELS.id, SUDLAND.id)),
    }
    assert [row.year for row in rows("dyad-year", three)] == [1911, 1912, 1911, 1912]


def test_the_days_are_counted_where_no_account_states_them() -> None:
    (row,) = rows("war")
    assert {row.cells["days"].low, row.cells["days"].high} == {110, 115}


def test_an_event_that_surely_does_not_belong_has_no_row() -> None:
    assert rows("war", dossier(draws={NORLAND: [10.0]})) == []


def test_an_account_that_does_not_reach_to_the_event_is_outside_and_not_silent() -> None:
    held = replace(whole(), covered={"cow-inter": (1950, 2000)})
    (row, _) = rows("cow-inter", held)
    assert row.cells["WarName"].absence is Absence.OUTSIDE
    (row, _) = rows("cow-inter", replace(held, covered={"cow-inter": (1900, 2000)}))
    assert row.cells["WarName"].absence is Absence.SILENT
