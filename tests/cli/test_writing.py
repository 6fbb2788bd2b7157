"""Do the commands write what is asked for, and say what is not heard in it?"""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from thucydides.cli import app
from thucydides.desk import Desk, demo_documents


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("writing") / "demo.db"
    with Desk.at(path) as desk:
        list(desk.read(demo_documents()))
        desk.refresh()
    return path


def run(*words: str | Path, code: int = 0) -> str:
    done = CliRunner().invoke(app, list(map(str, words)))
    assert done.exit_code == code, done.output
    return done.stdout


def test_two_documents_on_one_event_are_one_record_that_names_who_says_otherwise(ledger: Path) -> None:
    written = run("write", "record", "Battles of Khalkhin Gol", "--ledger", ledger)
    assert "\nInter-State War\nEast Asia\n" in written
    assert "Coox counts 8,629 Japanese killed." in written
    assert "15,952 wounded (Soviet Union; Soviet archival figures)" in written


def test_two_documents_on_one_event_are_one_info_box_with_a_reference_to_each(ledger: Path, tmp_path: Path) -> None:
    run("write", "infobox", "Battles of Khalkhin Gol", "--ledger", ledger, "-o", tmp_path / "box.wikitext")
    written = (tmp_path / "box.wikitext").read_text(encoding="utf-8")
    assert "'''Soviet archival figures:'''" in written
    assert '">nomonhan-1939-record.txt</ref>' in written
    assert '">battles-of-khalkhin-gol-article.txt</ref>' in written


def test_as_html_it_is_a_page_with_the_claims_behind_it(ledger: Path) -> None:
    written = run("write", "infobox", "Battles of Khalkhin Gol", "--form", "html", "--ledger", ledger)
    assert written.startswith("<!DOCTYPE html>")
    assert '<section class="claims">' in written


def test_a_form_that_is_not_there_is_refused_with_those_that_are(ledger: Path) -> None:
    done = CliRunner().invoke(
        app, ["write", "record", "Battles of Khalkhin Gol", "--form", "pdf", "--ledger", str(ledger)]
    )
    assert done.exit_code != 0
    assert "text or html" in f"{done.output}{done.exception}"


def test_a_site_is_written_into_a_folder(ledger: Path, tmp_path: Path) -> None:
    assert "files" in run("site", "-o", tmp_path / "pages", "--ledger", ledger)
    assert (tmp_path / "pages" / "index.html").exists()
