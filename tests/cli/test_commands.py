"""Does every command do what it says, in words, in JSON and in its exit code?"""

import csv
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from thucydides.desk import demo_documents

COMMANDS = (
    "compare",
    "read",
    "note",
    "show",
    "claims",
    "link",
    "check",
    "export",
    "import",
    "evaluate",
    "text",
    "digest",
    "serve",
    "demo",
)
RECORD = next(path for path in demo_documents() if "record" in path.name)
GOLD = Path(__file__).parents[1] / "witnesses" / "gold" / "claims.csv"


def run(*words: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", "from thucydides.cli import main; main()", *map(str, words)],
        input=stdin, capture_output=True, cwd=cwd, check=False, timeout=120,
    )  # fmt: skip


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "war.db"
    done = run("read", *demo_documents(), "--ledger", path)
    assert done.returncode == 0, done.stderr
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_has_json(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "--json" in said(done)


@pytest.mark.parametrize("command", ["show", "link", "check", "digest"])
def test_json_is_json(command: str, ledger: Path) -> None:
    done = run(command, "--ledger", ledger, "--json")
    assert done.returncode == 0
    assert json.loads(said(done))


def test_the_claims_table_has_the_columns_of_the_contract_and_quotes_that_stand_in_the_text(
    tmp_path: Path, ledger: Path
) -> None:
    out = tmp_path / "claims.csv"
    assert run("export", "--ledger", ledger, "--format", "claims-csv", "-o", out).returncode == 0
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows
    texts = {name: said(run("text", name, "--ledger", ledger)) for name in {row["document"] for row in rows}}
    for row in rows:
        assert row["quote"]
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]
    assert len({row["claim_id"] for row in rows}) == len(rows)


def test_text_prints_exactly_the_text(ledger: Path) -> None:
    assert run("text", RECORD.name, "--ledger", ledger).stdout == RECORD.read_bytes()


def test_jsonl_and_claims_json_hold_one_claim_a_line(ledger: Path) -> None:
    lines = said(run("export", "--ledger", ledger, "--format", "jsonl")).splitlines()
    listed = said(run("claims", "--ledger", ledger, "--json")).splitlines()
    assert [json.loads(line)["claim_id"] for line in lines] == [json.loads(line)["claim_id"] for line in listed]


def test_the_link_json_names_what_the_contract_names(ledger: Path) -> None:
    for event in json.loads(said(run("link", "--ledger", ledger, "--json"))):
        assert {"event_id", "label", "aliases", "kind", "identifiers", "part_of", "documents"} <= set(event)


def test_the_check_json_names_what_the_contract_names(ledger: Path) -> None:
    for finding in json.loads(said(run("check", "--ledger", ledger, "--json"))):
        assert {"rule", "severity", "message", "claims", "suggestions"} <= set(finding)


def test_evaluate_reports_levels_and_precision(ledger: Path) -> None:
    done = run("evaluate", GOLD, "--ledger", ledger, "--json")
    result = json.loads(said(done))
    assert done.returncode == 0
    assert {"levels", "attributes", "precision", "missed", "spurious"} <= set(result)


def test_a_note_becomes_a_document_with_claims(tmp_path: Path) -> None:
    words = "The Battle of the Alder was fought on 3 May 1901. Japan lost 120 men killed."
    done = run("note", words, "--source", "Alder, A History", "--page", "12", "--ledger", tmp_path / "n.db")
    assert done.returncode == 0
    assert "1901-05-03" in said(run("claims", "--ledger", tmp_path / "n.db", "--json"))


def test_standard_input_is_read(tmp_path: Path) -> None:
    done = run("read", "-", "--ledger", tmp_path / "in.db", stdin=RECORD.read_bytes())
    assert done.returncode == 0
    assert "claims" in said(done)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("blank.txt", b"  \n \n"),
        ("null.html", b"\x00" * 100),
    ],
)
def test_one_bad_file_among_good_ones_is_refused_in_a_sentence_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "good.txt").write_bytes(RECORD.read_bytes())
    done = run("read", folder, "--ledger", tmp_path / "x.db")
    assert done.returncode == 1
    said(done)
    assert name in done.stderr.decode()
    assert "good.txt" in said(done)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "latin-1"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes(RECORD.read_text(encoding="utf-8").encode(encoding, "ignore"))
    done = run("read", path, "--ledger", tmp_path / "x.db")
    assert done.returncode == 0, done.stderr
    assert "20,000" in said(run("claims", "--ledger", tmp_path / "x.db"))


def test_html_that_is_not_closed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "open.html"
    path.write_text(
        "<html><body><h1>Battle of the Alder</h1><p>Fought on 3 May 1901 between Japan and China <b>in", "utf-8"
    )
    assert run("read", path, "--ledger", tmp_path / "x.db").returncode == 0


def test_a_missing_path_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    done = run("read", tmp_path / "nowhere.txt", RECORD, "--ledger", tmp_path / "x.db")
    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr.decode()
    assert RECORD.name in said(done)


@pytest.mark.parametrize("command", ["show", "claims", "check", "link", "digest"])
def test_a_ledger_that_is_not_there_is_said_so(tmp_path: Path, command: str) -> None:
    done = run(command, "--ledger", tmp_path / "none.db")
    assert done.returncode == 2
    said(done)
    assert "none.db" in done.stderr.decode()
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_ledger_is_said_so_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear reader, this is no ledger." * 50, encoding="utf-8")
    before = path.read_bytes()
    done = run("read", RECORD, "--ledger", path)
    assert done.returncode == 2
    said(done)
    assert path.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser can write to every file")
def test_a_read_only_ledger_can_be_shown_and_refuses_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "fixed.db"
    assert run("read", RECORD, "--ledger", path).returncode == 0
    path.chmod(stat.S_IRUSR)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert run("show", "--ledger", path).returncode == 0
        done = run("read", *demo_documents(), "--ledger", path)
        assert done.returncode == 2
        said(done)
    finally:
        tmp_path.chmod(stat.S_IRWXU)


@pytest.mark.parametrize(
    "words", [["show", "Battle of Nowhere"], ["text", "nowhere.txt"], ["export", "--format", "wax"]]
)
def test_what_is_not_there_is_answered_with_a_sentence(words: list[str], ledger: Path) -> None:
    done = run(*words, "--ledger", ledger)
    assert done.returncode == 2
    said(done)
    assert done.stderr.strip()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is always full")
@pytest.mark.parametrize("words", [("export",), ("digest",), ("link", "--json")])
def test_a_full_disk_is_told_in_a_sentence(words: tuple[str, ...], ledger: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from thucydides.cli import main; main()", *words, "--ledger", str(ledger)],
            stdout=full, stderr=subprocess.PIPE, check=False, timeout=120,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "cannot be written" in done.stderr.decode()


def test_a_refusal_names_its_document_once(tmp_path: Path) -> None:
    done = run("read", tmp_path / "nowhere.txt", "--ledger", tmp_path / "war.db")
    assert done.returncode == 1
    assert done.stderr.decode().count("nowhere.txt") == 1


def test_claims_on_one_slot_are_compared(ledger: Path) -> None:
    done = run("compare", "--all", "--ledger", ledger, "--json")
    assert done.returncode == 0
    pairs = json.loads(said(done))
    assert {"a", "b", "relation", "why"} <= set(pairs[0])
    assert {"echo", "contradict"} <= {pair["relation"] for pair in pairs}
    assert "CONTRADICT: " in said(run("compare", "--all", "--ledger", ledger))


def test_an_event_must_be_named_to_be_compared(ledger: Path) -> None:
    assert run("compare", "--ledger", ledger).returncode == 2
    assert run("compare", "no such event", "--ledger", ledger).returncode == 2


@pytest.mark.parametrize("command", ["log", "decide", "undo", "replay", "agenda"])
def test_every_command_of_the_review_explains_itself(command: str) -> None:
    assert "--json" in said(run("review", command, "--help"))


def test_the_review_log_is_written_replayed_and_taken_back(tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    for path in (one, other):
        assert run("read", RECORD, "--ledger", path).returncode == 0
    claim = json.loads(said(run("claims", "--ledger", one, "--json")).splitlines()[0])["claim_id"]
    assert run("review", "decide", claim, "perhaps", "--why", "?", "--ledger", one).returncode == 2
    made = said(run("review", "decide", claim, "reject", "--why", "a slip", "--ledger", one, "--json"))
    log = tmp_path / "log.jsonl"
    log.write_text(said(run("review", "log", "--ledger", one, "--json")), encoding="utf-8")
    assert log.read_text(encoding="utf-8") == made
    replayed = json.loads(said(run("review", "replay", log, "--ledger", other, "--json")))
    assert replayed == {"decisions": 1, "on_the_agenda": 0}
    assert said(run("digest", "--ledger", other)) == said(run("digest", "--ledger", one))
    assert run("review", "undo", json.loads(made)["id"], "--why", "it was none", "--ledger", one).returncode == 0
    assert "takes back" in said(run("review", "log", "--ledger", one))


def test_a_document_is_forgotten_and_a_ledger_taken_over(tmp_path: Path, ledger: Path) -> None:
    mine = tmp_path / "mine.db"
    assert run("read", RECORD, "--ledger", mine).returncode == 0
    merged = json.loads(said(run("merge", ledger, "--ledger", mine, "--json")))
    assert merged["documents"] == 1
    assert said(run("digest", "--ledger", mine)) == said(run("digest", "--ledger", ledger))
    assert run("forget", RECORD.name, "--why", "asked for", "--ledger", mine).returncode == 0
    refused = run("read", RECORD, "--ledger", mine)
    assert refused.returncode == 1
    assert b"asked for" in refused.stderr


def test_a_table_is_imported_and_its_restricted_rows_are_held_back_from_a_public_export(tmp_path: Path) -> None:
    (tmp_path / "mapping.toml").write_text(
        'licence = "COW"\nevents.war.label = "war"\n[[claim]]\nattribute = "loss"\ncount = "dead"\n', encoding="utf-8"
    )
    (tmp_path / "wars.csv").write_text("war,dead\nZenda,300\n", encoding="utf-8")
    done = run("import", "--mapping", "mapping.toml", "wars.csv", "--ledger", "war.db", cwd=tmp_path)
    assert (done.returncode, said(done)) == (0, "wars.csv: 1 claims, 0 not understood\n")
    public = run("export", "--public", "--ledger", "war.db", cwd=tmp_path)
    assert (public.returncode, said(public).count("\n")) == (1, 1)
    assert b"wars.csv: 1 claims were held back. Licence COW." in public.stderr
    passed = run("export", "--public", "--include-restricted", "--ledger", "war.db", cwd=tmp_path)
    assert (passed.returncode, said(passed).count("\n")) == (0, 2)
    assert run("export", "--ledger", "war.db", cwd=tmp_path).stdout == passed.stdout


def test_an_import_without_a_file_or_of_an_unknown_kind_is_wrong_use(tmp_path: Path) -> None:
    for words in (("import",), ("import", "cow-inter"), ("import", "no-such-kind", "x.csv")):
        assert run(*words, "--ledger", tmp_path / "war.db").returncode == 2
    assert "cow-inter: " in said(run("import", "--list"))
    missing = run("import", "cow-inter", tmp_path / "none.csv", "--ledger", tmp_path / "war.db")
    assert missing.returncode == 1
