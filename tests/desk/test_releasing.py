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
        desk.release_to(output, Wanted())
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
