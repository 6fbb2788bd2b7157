"""What becomes of a table on its way into the ledger?"""

from pathlib import Path

import pytest

from tests.extracting.tables.making import rows
from tests.extracting.tables.test_cow import DISPUTE, INTER
from thucydides.desk import Desk, Taken, kinds
from thucydides.vocabulary import CannotRead

SHARED = Path(__file__).parents[3] / "shared"
DATA = SHARED / "data"
ROOT = Path(__file__).parents[2]
shared = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data sets are not beside this project")


NAMES_ONLY = 'events.war.label = "WarName"\n[[claim]]\nattribute = "name"\nname = "WarName"\n'
NUMBERS_TOO = '[[claim]]\nattribute = "external_id"\nnumber = "WarNum"\nscheme = "cow-war"\n'


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def imported(ledger: Path, kind: str, *paths: Path, mapping: Path | None = None) -> list[Taken]:
    with Desk.at(ledger) as desk:
        taken = list(desk.import_tables(paths, kind=kind, mapping=mapping))
        desk.refresh()
        return taken


def refusal(folder: Path, kind: str, content: str | bytes, name: str = "t.csv") -> str:
    (taken,) = imported(folder / "refused.db", kind, write(folder, name, content))
    return taken.refused


def test_a_second_import_adds_nothing(tmp_path: Path) -> None:
    table = write(tmp_path, "wars.csv", INTER)
    (first,) = imported(tmp_path / "once.db", "cow-inter", table)
    imported(tmp_path / "twice.db", "cow-inter", table)
    (again,) = imported(tmp_path / "twice.db", "cow-inter", table)
    assert (first.new, again.new, again.claims) == (True, False, first.claims)
    with Desk.over(tmp_path / "once.db") as once, Desk.over(tmp_path / "twice.db") as twice:
        assert once.digest() == twice.digest()


def test_a_table_that_was_imported_in_the_same_way_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, ledger = write(tmp_path, "wars.csv", INTER), tmp_path / "l.db"
    mapping = write(tmp_path, "m.toml", NAMES_ONLY)
    (first,) = imported(ledger, "cow-inter", table)
    with monkeypatch.context() as patched:
        patched.setattr("thucydides.desk.importing.tabulate", lambda *_, **__: pytest.fail("the table was read again"))
        (again,) = imported(ledger, "cow-inter", table)
    assert (again.new, again.claims, again.unread) == (False, first.claims, first.unread)
    (other,) = imported(ledger, "", table, mapping=mapping)
    assert other.new
    assert other.claims < first.claims
    (back,) = imported(ledger, "cow-inter", table)
    assert (back.new, back.claims) == (True, first.claims)
    (longer,) = imported(ledger, "", table, mapping=write(tmp_path, "m.toml", NAMES_ONLY + NUMBERS_TOO))
    assert longer.claims > other.claims


def test_what_was_forgotten_is_not_known_by_its_recipe(tmp_path: Path) -> None:
    table, ledger = write(tmp_path, "wars.csv", INTER), tmp_path / "l.db"
    imported(ledger, "cow-inter", table)
    with Desk.at(ledger) as desk:
        stone = desk.forget("wars.csv", why="a test")
        (refused,) = desk.import_tables([table], kind="cow-inter")
        assert "forgotten" in refused.refused
        desk.lift(stone.document, why="a test")
        (again,) = desk.import_tables([table], kind="cow-inter")
    assert again.new


def test_the_order_of_imports_changes_nothing(tmp_path: Path) -> None:
    wars, disputes = write(tmp_path, "wars.csv", INTER), write(tmp_path, "disputes.csv", DISPUTE)
    for name, order in (
        ("a.db", (("cow-inter", wars), ("cow-mida", disputes))),
        ("b.db", (("cow-mida", disputes), ("cow-inter", wars))),
    ):
        for kind, path in order:
            imported(tmp_path / name, kind, path)
    with Desk.over(tmp_path / "a.db") as one, Desk.over(tmp_path / "b.db") as other:
        assert one.digest() == other.digest()


def test_a_table_of_another_kind_is_refused_with_the_kind_that_fits(tmp_path: Path) -> None:
    said = refusal(tmp_path, "cow-extra", INTER)
    assert said.startswith("t.csv, line 1: the columns of cow-extra were expected, but 'ccode1'")
    assert said.endswith("It looks like cow-inter.")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\n\n", "only blanks"),
        (b"PK\x03\x04xx", "application/zip"),
        (b"\x00\x01\x02\x03" * 99, "binary"),
        (b"<!doctype html><html><p>no table</p></html>", "text/html"),
        (INTER.replace("ccode,", "WarNum,", 1).encode(), "columns 1, 4 are called so"),
        (b"just words\nand more of them\n", "are missing"),
    ],
)
def test_what_is_no_table_of_the_kind_is_refused_with_a_sentence(tmp_path: Path, content: bytes, expected: str) -> None:
    assert expected in refusal(tmp_path, "cow-inter", content)
    with Desk.over(tmp_path / "refused.db") as desk:
        assert desk.documents() == ()


def test_a_ragged_row_is_a_finding_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    lines = INTER.splitlines()
    table = write(tmp_path, "t.csv", "\n".join([lines[0], lines[1], lines[2] + ",one too many", lines[3] + ",,,"]))
    (taken,) = imported(tmp_path / "l.db", "cow-inter", table)
    with Desk.over(tmp_path / "l.db") as desk:
        (finding,) = (found for found in desk.check() if found.rule == "ragged-row")
        assert finding.message.startswith("t.csv, line 3: 25 cells were expected as in the header, but 26 stand there")
        assert {claim.claim.target.names for claim in desk.claims(attribute="loss")} == {("Ruritania",)}
    assert taken.unread == 1


def test_a_cell_that_cannot_be_read_is_a_finding_with_its_line_and_column(tmp_path: Path) -> None:
    table = write(tmp_path, "t.csv", INTER.replace(",2000,4", ",n.d.,4").replace(",2,1,2,-8,", ",3,1,2,-8,"))
    imported(tmp_path / "l.db", "cow-inter", table)
    with Desk.over(tmp_path / "l.db") as desk:
        said = [found.message for found in desk.check() if found.rule == "not-understood"]
    assert "t.csv, line 2: BatDeath: a number was expected, but 'n.d.' stands there" in said
    assert any(message.startswith("t.csv, line 2: WhereFought: one of 1, 2, 4,") for message in said)


def test_quoted_line_breaks_delimiters_and_a_quotation_mark_left_open_are_read(tmp_path: Path) -> None:
    lines = INTER.splitlines()
    quoted = lines[1].replace("Zenda", '"Zenda, or\nthe ""Castle"" War"')
    stray = lines[3].replace("Zenda", '"Zenda')
    table = write(tmp_path, "t.csv", "\n".join([lines[0], quoted, stray]))
    imported(tmp_path / "l.db", "cow-inter", table)
    with Desk.over(tmp_path / "l.db") as desk:
        names = {str(linked.claim.value) for linked in desk.claims(attribute="name")}
        text = desk.page("t.csv").text
        for linked in desk.claims():
            linked.claim.verify(text)
    assert names == {'Zenda, or\nthe "Castle" War', '"Zenda'}


def test_of_a_folder_the_tables_of_the_kind_are_imported_and_the_others_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    write(folder, "wars.csv", INTER)
    write(folder, "notes.txt", "Nothing to see.")
    taken = {each.name: each for each in imported(tmp_path / "l.db", "cow-inter", folder)}
    assert taken["wars.csv"].claims > 0
    assert (taken["notes.txt"].refused, bool(taken["notes.txt"].aside)) == ("", True)


def test_an_unknown_kind_and_a_broken_mapping_say_what_is_expected(tmp_path: Path) -> None:
    for kind, written, expected in (
        ("cow-intre", None, "the kinds are acw, cdb90, claims"),
        ("", "[[claim]]\nx = 1\n", r"at least one \[events.NAME\] and one \[\[claim\]\]"),
        ("", 'events.war.label = "w"\n[[claim]]\ncuont = "n"\n', r"\[\[claim\]\] 1: 'cuont' is no key"),
        ("", 'events.war.label = "w"\n[[claim]]\nattribute = "loss"\n', r"\[\[claim\]\] 1: one of said, each"),
        ("", 'events.war.label = "w"\nevents.war.kind = "brawl"\n[[claim]]\nsaid = "x"\n', "the kinds are series, war"),
        ("", "not toml", "a mapping is TOML"),
    ):  # fmt: skip
        mapping = write(tmp_path, "m.toml", written) if written else None
        with pytest.raises(CannotRead, match=expected):
            imported(tmp_path / "l.db", kind, tmp_path, mapping=mapping)


def test_restricted_rows_stay_out_of_a_public_export_and_are_named(tmp_path: Path) -> None:
    imported(tmp_path / "l.db", "cow-inter", write(tmp_path, "wars.csv", INTER))
    mine = rows("event,attribute,target,value,low,high,qualifier", "Zenda,loss,Ruritania,9,9,9,exact")
    imported(tmp_path / "l.db", "claims", write(tmp_path, "mine.csv", mine))
    with Desk.over(tmp_path / "l.db") as desk:
        (withheld,) = desk.publishing.export_public_to(tmp_path / "public.csv", form="claims-csv")
        whole = desk.publishing.export_to(tmp_path / "own.csv", form="claims-csv")
    assert (withheld.document, withheld.licence, withheld.claims) == ("wars.csv", "COW", whole - 1)
    assert "may not be handed on" in withheld.why
    public = (tmp_path / "public.csv").read_text(encoding="utf-8")
    assert "mine.csv" in public
    assert "wars.csv" not in public


def test_a_licence_that_is_not_known_does_not_pass_and_none_at_all_does(tmp_path: Path) -> None:
    mapping = write(
        tmp_path,
        "m.toml",
        'licence = "Brand-X"\nevents.war.label = "war"\n[[claim]]\nattribute = "name"\nname = "war"\n',
    )
    imported(tmp_path / "l.db", "", write(tmp_path, "x.csv", "war,n\nZenda,1\n"), mapping=mapping)
    with Desk.over(tmp_path / "l.db") as desk:
        (withheld,) = desk.publishing.restricted()
    assert "'Brand-X' is not one of the licences that are known" in withheld.why


def test_every_kind_is_listed_with_its_licence_and_columns() -> None:
    listed = {entry.kind for entry in kinds()}
    assert {
        "cow-inter", "cow-extra", "cow-intra", "cow-nonstate", "cow-mida", "cow-midb", "cow-states", "ucdp-acd",
        "ucdp-ged", "ucdp-country-year", "cdb90", "claims",
    } <= listed  # fmt: skip


@shared
def test_the_wars_of_states_have_337_participations_in_95_wars_whatever_the_line_ends(tmp_path: Path) -> None:
    counted = []
    for number, name in enumerate(("Inter-StateWarData_v4.0.csv", "InterStateWarData_v4.0_irdata.csv")):
        (taken,) = imported(tmp_path / f"{number}.db", "cow-inter", DATA / "cow" / name)
        with Desk.over(tmp_path / f"{number}.db") as desk:
            spells = [c.claim for c in desk.claims(attribute="belligerent") if c.claim.phase != "second spell"]
            wars = {str(c.claim.value) for c in desk.claims(attribute="external_id")}
            counted.append((len(spells), len(wars), taken.unread))
    assert counted == [(337, 95, 0), (337, 95, 0)]


@shared
def test_nomonhan_and_changkufeng_stand_as_the_table_has_them(tmp_path: Path) -> None:
    imported(tmp_path / "l.db", "cow-inter", DATA / "cow" / "Inter-StateWarData_v4.0.csv")
    with Desk.over(tmp_path / "l.db") as desk:
        for war, dead, days in (
            ("Nomonhan", {"Japan": "20000", "Mongolia": "3000", "Soviet Union": "5000"}, ("1939-05-11", "1939-09-16")),
            ("Changkufeng", {"Japan": "526", "Soviet Union": "1200"}, ("1938-07-29", "1938-08-11")),
        ):
            claims = desk.record(war).claims
            assert {c.targets[0].name: str(c.claim.value) for c in claims if c.claim.attribute == "loss"} == dead
            for attribute, day in zip(("start_date", "end_date"), days, strict=True):
                assert {str(c.claim.value) for c in claims if c.claim.attribute == attribute} == {day}
            begun = [c.targets[0].name for c in claims if c.claim.attribute == "initiator"]
            assert begun == ["Japan"]


@shared
def test_a_teams_own_sheet_stands_beside_the_record_and_the_war_table(tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    mapping = ROOT / "docs" / "mappings" / "khalkhin-gol.toml"
    (sheet,) = imported(ledger, "", DATA / "khalkhin-gol-claims.csv", mapping=mapping)
    assert (sheet.claims, sheet.unread) == (51, 0)
    imported(ledger, "cow-inter", DATA / "cow" / "Inter-StateWarData_v4.0.csv")
    with Desk.at(ledger) as desk:
        assert not [taken for taken in desk.read([SHARED / "seeds"]) if taken.refused]
        desk.refresh()
        record = desk.record("Nomonhan")
        assert len({linked.claim.document for linked in record.claims}) == 4
        assert [event.kind.value for event in record.ancestors] == ["series"]
        khasan = desk.record("Changkufeng")
        assert desk.record("Lake Khasan (1938)").event == khasan.event != record.event
        reported = {linked.claim.document for linked in khasan.claims if linked.claim.attribute == "loss"}
        assert len(reported) == 2, "the sheet and the war table"
