"""Does a file that cannot serve as a ledger get a sentence, and stay as it is?"""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ledger.witnesses import claims_of, document, text_of
from thucydides.ledger import SCHEMA_VERSION, Ledger, Understood, opening
from thucydides.ledger.schema import TABLES
from thucydides.vocabulary import LedgerProblem

PAGE = document("Ruritania fought Strelsau")

NOTHING = Understood((), (), (), (), (), (), 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "war.db") as ledger:
        keep(ledger)
    return tmp_path / "war.db"


def keep(ledger: Ledger) -> bool:
    return ledger.keep(PAGE, text_of(PAGE), claims_of(text_of(PAGE)))


def test_a_ledger_that_is_not_there_is_made_only_for_reading_documents(tmp_path: Path) -> None:
    with pytest.raises(LedgerProblem, match="there is no ledger"):
        Ledger.open_existing(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(LedgerProblem, match="there is no folder"):
        Ledger.open(tmp_path / "nowhere" / "war.db")
    with pytest.raises(LedgerProblem, match="is a folder"):
        Ledger.open(tmp_path)


def test_the_tables_are_strict_the_log_is_written_ahead_and_foreign_keys_hold(path: Path) -> None:
    with Ledger.open_existing(path) as ledger, ledger._store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        tables = (
            connection.exec_driver_sql(
                "SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'searched_%'"
            )
            .scalars()
            .all()
        )
        assert tables
        assert all(table.rstrip().endswith("STRICT") for table in tables)


@pytest.mark.parametrize("content", [b"no ledger at all" * 99, b"\x00" * 5000, b"SQLite format 3\x00" + b"\xff" * 4080])
def test_another_file_is_refused_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letters.db"
    path.write_bytes(content)
    for door in (Ledger.open, Ledger.open_existing):
        with pytest.raises(LedgerProblem, match=r"letters\.db"):
            door(path)
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "shop.db") as shop:
        shop.execute("CREATE TABLE customer (name)")
    shop.close()
    with pytest.raises(LedgerProblem, match="is not a ledger"):
        Ledger.open(tmp_path / "shop.db")


def test_an_empty_file_becomes_a_ledger_but_is_none_yet(tmp_path: Path) -> None:
    (tmp_path / "war.db").touch()
    with pytest.raises(LedgerProblem, match="is not a ledger"):
        Ledger.open_existing(tmp_path / "war.db")
    with Ledger.open(tmp_path / "war.db") as ledger:
        assert keep(ledger)


def test_a_ledger_of_a_newer_version_is_refused_with_a_sentence(path: Path) -> None:
    with sqlite3.connect(path) as store:
        store.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(SCHEMA_VERSION + 1),))
    store.close()
    for door in (Ledger.open, Ledger.open_existing):
        with pytest.raises(LedgerProblem, match="newer version"):
            door(path)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_a_ledger_of_any_older_version_is_refused_with_what_to_do_and_stays_as_it_is(path: Path, version: int) -> None:
    with sqlite3.connect(path) as store:
        store.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(version),))
    store.close()
    before = path.read_bytes()
    for door in (Ledger.open, Ledger.open_existing):
        with pytest.raises(LedgerProblem) as refused:
            door(path)
        assert str(refused.value) == (
            f"{path} was written by an older version of this program (ledger version {version}; this one knows "
            f"{SCHEMA_VERSION}). Nothing was changed; read the documents again into a new ledger: "
            "thucydides read PATH… --ledger NEW.db"
        )
    assert path.read_bytes() == before


def test_every_index_of_a_table_is_made_with_the_ledger(path: Path) -> None:
    with sqlite3.connect(path) as store:
        made = {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    store.close()
    meant = {index.name for table in TABLES.tables.values() for index in table.indexes}
    assert meant
    assert meant <= made


def test_a_ledger_without_its_version_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as store:
        store.execute("DELETE FROM meta")
    store.close()
    with pytest.raises(LedgerProblem, match="damaged"):
        Ledger.open(path)


def test_a_read_only_ledger_can_be_asked_but_not_written(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(LedgerProblem, match="can only be read"):
        Ledger.open(path)
    with Ledger.open_existing(path) as ledger:
        assert [kept.name for kept in ledger.documents()] == ["page.txt"]
        assert len(list(ledger.claims())) == 5
        with pytest.raises(LedgerProblem, match="can only be read"):
            ledger.replace_understood(NOTHING)


def test_a_ledger_in_a_read_only_folder_can_be_asked(path: Path) -> None:
    before = sorted(path.parent.iterdir())
    path.parent.chmod(0o555)
    try:
        with pytest.raises(LedgerProblem, match="only be read"):
            Ledger.open(path.parent / "new.db")
        with Ledger.open_existing(path) as ledger:
            assert ledger.digest()
        assert sorted(path.parent.iterdir()) == before
    finally:
        path.parent.chmod(0o755)


def test_a_ledger_that_another_program_writes_is_waited_for_then_explained(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.2)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open_existing(path) as ledger:
        began = time.monotonic()
        with pytest.raises(LedgerProblem, match="another program"):
            ledger.replace_understood(NOTHING)
        assert time.monotonic() - began >= 0.2
        assert len(ledger.documents()) == 1
    other.close()


def test_a_damaged_ledger_gets_a_sentence(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 64):
        content[at : at + 48] = b"\xff" * 48
    path.write_bytes(content)
    with pytest.raises(LedgerProblem, match=r"war\.db"), Ledger.open_existing(path) as ledger:
        list(ledger.claims())


WRITER = """
import sys, pathlib
sys.path.insert(0, {root!r})
from tests.ledger.witnesses import claims_of, document, text_of
from thucydides.ledger import Ledger
with Ledger.open(pathlib.Path({path!r})) as ledger:
    for number in range(10_000):
        page = document(f"page {{number}} " + "word " * 200, name=f"{{number}}.txt")
        text = text_of(page)
        ledger.keep(page, text, claims_of(text))
        print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs a signal that cannot be caught")
def test_killed_in_the_middle_it_keeps_each_finished_document_and_no_half_read_one(tmp_path: Path) -> None:
    path = tmp_path / "war.db"
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", WRITER.format(root=root, path=str(path))], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        finished = [int(writer.stdout.readline()) for _ in range(5)]
        time.sleep(0.013)
        writer.send_signal(signal.SIGKILL)
        finished += [int(line) for line in writer.stdout if line.strip()]
    with Ledger.open(path) as ledger:
        kept = ledger.documents()
        assert {f"{number}.txt" for number in finished} <= {document.name for document in kept}
        for found in kept:
            assert len(list(ledger.claims(document=found.id))) == 204
            assert ledger.text(found.id).content.startswith("page")
        with ledger._store.reading() as connection:
            orphans = "SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM reading)"
            assert connection.exec_driver_sql(orphans).scalar() == 0
