"""Does a ledger become a release that a referee can check, and is what may not be passed on held back?"""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from thucydides.cli import app
from thucydides.desk import Desk, MayNotBePassedOn, Wanted, demo_documents

TABLE = """WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,WhereFought,Initiator,Outcome,TransTo,BatDeath,Version
901,Fords,1,365,Russia,1,5,11,1939,9,16,1939,-8,-8,-8,-8,-8,-8,-8,7,2,1,-8,5000,4
901,Fords,1,740,Japan,2,5,11,1939,9,16,1939,-8,-8,-8,-8,-8,-8,-8,7,1,2,-8,20000,4
"""  # noqa: E501 (a table is as wide as it is)


def run(*words: str | Path, code: int = 0) -> str:
    done = CliRunner().invoke(app, list(map(str, words)))
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("release") / "demo.db"
    with Desk.at(path) as desk:
        list(desk.read(demo_documents()))
        desk.refresh()
    return path


def files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_every_cell_of_the_demonstrations_release_walks_back_to_its_words(demo: Path, tmp_path: Path) -> None:
    run("release", "make", "--rules", "onwar", "--ledger", demo, "-o", tmp_path / "wars.zip")
    held = files(tmp_path / "wars.zip")
    claims = {row["claim_id"]: row for row in rows(held["claims.csv"])}
    with Desk.over(demo) as desk:
        for claim in claims.values():
            text = desk.text(claim["document_id"])
            assert text[int(claim["start"]) : int(claim["end"])] == claim["quote"]
    cells = rows(held["cells.csv"])
    valued = [cell for cell in cells if cell["value"] and cell["variable"] in ("start_date", "outcome", "killed")]
    assert valued
    assert all(set(cell["claims"].split()) <= set(claims) and cell["claims"] for cell in valued)


def test_at_least_two_battles_stand_where_they_were_fought(demo: Path, tmp_path: Path) -> None:
    run("release", "make", "--rules", "onwar", "--ledger", demo, "-o", tmp_path / "wars.zip")
    placed = json.loads(files(tmp_path / "wars.zip")["events.geojson"])["features"]
    points = {feature["properties"]["name"]: feature["geometry"]["coordinates"] for feature in placed}
    assert points["Battle of Lake Khasan"] == pytest.approx([130.6, 42.45], abs=0.2)
    assert points["Battles of Khalkhin Gol"] == pytest.approx([118.6, 47.7], abs=0.3)


def test_the_same_ledger_gives_the_same_bytes_whatever_the_order_of_reading(demo: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Desk.at(other) as desk:
        list(desk.read(reversed(demo_documents())))
        desk.refresh()
    for number, ledger in enumerate((demo, other, demo)):
        run("release", "make", "--rules", "onwar", "--ledger", ledger, "-o", tmp_path / f"{number}.zip")
    assert len({(tmp_path / f"{number}.zip").read_bytes() for number in range(3)}) == 1


def test_what_may_not_be_passed_on_is_refused_with_the_reason_unless_overridden(tmp_path: Path) -> None:
    (tmp_path / "wars.csv").write_text(TABLE)
    ledger, output = tmp_path / "cow.db", tmp_path / "wars.zip"
    run("import", "cow-inter", tmp_path / "wars.csv", "--ledger", ledger)
    with Desk.over(ledger) as desk, pytest.raises(MayNotBePassedOn, match="Correlates of War"):
        desk.publishing.release_to(output, Wanted())
    assert not output.exists()
    run("release", "make", "--include-restricted", "--ledger", ledger, "-o", output)
    (row,) = rows(files(output)["rows.csv"])
    assert (row["war_name"], row["cow_war"], row["start_date"], row["days"]) == ("Fords", "901", "1939-05-11", "129")
    assert float(row["belongs"]) > 0.9
    assert "may not be passed on" not in row
    assert "Correlates of War" in files(output)["codebook.md"].decode()


def test_the_tables_that_come_with_the_program_are_listed() -> None:
    said = run("release", "list")
    assert "cow:" in said
    assert "dyad-year:" in said


COW = Path(__file__).parents[3] / "shared" / "data" / "cow" / "Inter-StateWarData_v4.0.csv"
EVERY = """name = "every"
label = "Every war"
definition = "Every war with a party."
source = "this test"
[[condition]]
test = "parties"
says = "somebody fought"
at_least = 1
"""


def rebuilt(ledger: Path, folder: Path) -> dict[tuple[str, str], dict[str, str]]:
    """The rows of a release in COW's own layout, by war and state."""
    (folder / "every.toml").write_text(EVERY)
    run(
        "release", "make", "--unit", "cow-inter", "--rules", folder / "every.toml", "--include-restricted",
        "--ledger", ledger, "-o", folder / "cow.zip",
    )  # fmt: skip
    return {(row["WarNum"], row["ccode"]): row for row in rows(files(folder / "cow.zip")["rows.csv"])}


def test_an_imported_table_is_rebuilt_column_for_column_in_its_own_layout(tmp_path: Path) -> None:
    (tmp_path / "wars.csv").write_text(TABLE)
    run("import", "cow-inter", tmp_path / "wars.csv", "--ledger", tmp_path / "own.db")
    made = rebuilt(tmp_path / "own.db", tmp_path)
    for row in rows(TABLE.encode()):
        mine = made[row["WarNum"], row["ccode"]]
        assert {name: mine[name] for name in row} == row


def test_two_wars_of_the_real_table_are_rebuilt_and_walk_back_to_their_cells(tmp_path: Path) -> None:
    if not COW.is_file():
        pytest.skip("needs ../shared/data, which is not here")
    words = COW.read_bytes().decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    run("import", "cow-inter", COW, "--ledger", tmp_path / "cow.db")
    made = rebuilt(tmp_path / "cow.db", tmp_path)
    wanted = [row for row in csv.DictReader(io.StringIO(words)) if row["WarNum"] in ("133", "136")]
    assert len(wanted) == 5
    for row in wanted:
        mine = made[row["WarNum"], row["ccode"]]
        assert {name: mine[name] for name in row} == row
    said = run("release", "why", tmp_path / "cow.zip", made["136", "740"]["row"], "BatDeath")
    assert "BatDeath: 20000" in said
    assert "'20000': " in said


def test_a_rejected_claim_explains_what_changed_from_one_release_to_the_next(tmp_path: Path) -> None:
    ledger = tmp_path / "demo.db"
    with Desk.at(ledger) as desk:
        list(desk.read(demo_documents()))
        desk.refresh()
        ended = [one for one in desk.claims(attribute="end_date") if one.event.label == "Battle of Lake Khasan"]
    run("release", "make", "--rules", "onwar", "--ledger", ledger, "-o", tmp_path / "a.zip")
    run("review", "decide", ended[0].claim.id, "reject", "--who", "R. Eader", "--why", "a misprint", "--ledger", ledger)
    run("release", "make", "--rules", "onwar", "--ledger", ledger, "-o", tmp_path / "b.zip")
    said = run("release", "diff", tmp_path / "a.zip", tmp_path / "b.zip")
    assert "end_date" in said
    assert "R. Eader decided reject: a misprint" in said


def test_raw_documents_and_the_log_of_decisions_give_the_same_bytes_again(tmp_path: Path) -> None:
    first, again = tmp_path / "first.db", tmp_path / "again.db"
    with Desk.at(first) as desk:
        list(desk.read(demo_documents()))
        desk.refresh()
        loss = next(one for one in desk.claims(attribute="loss") if one.event.label == "Battle of Lake Khasan")
    run("review", "decide", loss.claim.id, "reject", "--who", "R. Eader", "--why", "a misprint", "--ledger", first)
    (tmp_path / "log.jsonl").write_text(run("review", "log", "--json", "--ledger", first))
    run("read", *reversed(demo_documents()), "--ledger", again)
    run("review", "replay", tmp_path / "log.jsonl", "--ledger", again)
    for name, ledger in (("a", first), ("b", again)):
        run("release", "make", "--rules", "onwar", "--ledger", ledger, "-o", tmp_path / f"{name}.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_threshold_study_counts_fewer_wars_the_higher_the_threshold(demo: Path, tmp_path: Path) -> None:
    words = ["release", "thresholds", "--rules", "onwar", "--ledger", demo, "--svg", tmp_path / "study.svg", "--json"]
    study = json.loads(run(*words, "--at", "250", "--at", "1000", "--at", "5000"))
    expected = [each["expected"] for each in study["reaching"]]
    assert expected == sorted(expected, reverse=True)
    assert study["events"] >= 2
    assert "<svg" in (tmp_path / "study.svg").read_text()


def test_the_published_wars_at_four_thresholds(tmp_path: Path) -> None:
    if not COW.is_file():
        pytest.skip("needs ../shared/data, which is not here")
    run("import", "cow-inter", COW, "--ledger", tmp_path / "cow.db")
    words = ["--at", "250", "--at", "500", "--at", "1000", "--at", "2000", "--ledger", tmp_path / "cow.db", "--json"]
    study = json.loads(run("release", "thresholds", *words))
    expected = [each["expected"] for each in study["reaching"]]
    assert (study["events"], study["unknown"]) == (95, 0)
    assert expected == sorted(expected, reverse=True)
    assert 75 <= expected[2] <= 95
