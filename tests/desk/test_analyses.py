"""Can severity and agreement be asked of a ledger?"""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from thucydides.cli import app
from thucydides.desk import Desk, NothingToAnalyse, demo_documents

COW = Path(__file__).parents[3] / "shared" / "data" / "cow" / "Inter-StateWarData_v4.0.csv"


def run(*words: str | Path) -> object:
    done = CliRunner().invoke(app, [*map(str, words), "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.output)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("analyses") / "demo.db"
    with Desk.at(path) as desk:
        list(desk.read(demo_documents()))
        desk.refresh()
    return path


def test_agreement_is_measured_over_witnesses_and_over_all_sources(demo: Path) -> None:
    found = run("analyse", "agreement", "--ledger", demo)
    assert isinstance(found, list)
    outcomes = next(one for one in found if one["of"] == "outcomes")
    assert outcomes["metric"] == "nominal"
    assert outcomes["sources"]["units"] == 1
    assert outcomes["sources"]["values"] == outcomes["witnesses"]["values"] == 2
    assert outcomes["sources"]["alpha"] < 1, "the two documents tell of two outcomes"


def test_a_kind_that_was_never_imported_is_answered_with_what_to_do(demo: Path) -> None:
    with Desk.over(demo) as desk, pytest.raises(NothingToAnalyse, match="thucydides import cow-inter"):
        desk.analysing.severity("cow-inter")


def test_the_published_table_comes_out_of_the_imported_file(tmp_path: Path) -> None:
    if not COW.is_file():
        pytest.skip("needs ../shared/data, which is not here")
    ledger, chart = tmp_path / "cow.db", tmp_path / "tail.svg"
    run("import", "cow-inter", COW, "--ledger", ledger)
    found = run("analyse", "severity", "--of", "cow-inter", "--ledger", ledger, "--replicates", "50", "--svg", chart)
    assert isinstance(found, dict)
    assert (found["xmin"], found["n_tail"], found["events"]) == (7_061, 51, 95)
    assert 1.52 <= found["alpha"] <= 1.53
    assert found["unknown"] == 1
    assert chart.read_text().count("<circle") == 95
