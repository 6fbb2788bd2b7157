"""Can this file be opened as a ledger, and if not, why?"""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from thucydides.ledger.derived import make_set, note
from thucydides.ledger.schema import APPLICATION_ID, META, SCHEMA_VERSION, TABLES
from thucydides.vocabulary import LedgerProblem

PATIENCE = 30.0
"""Seconds to wait for another program to finish writing."""

_SITUATIONS = {
    "SQLITE_BUSY": "{path} is being written by another program; try again when it has finished",
    "SQLITE_LOCKED": "{path} is being written by another program; try again when it has finished",
    "SQLITE_READONLY": "{path} can only be read; nothing was written. Copy it to a place where you may write",
    "SQLITE_NOTADB": "{path} is not a ledger; name another file",
    "SQLITE_CORRUPT": "{path} is damaged and cannot be read to its end; take it from a copy",
    "SQLITE_FULL": "{path} cannot grow: the disk is full. What was finished before is kept",
    "SQLITE_CANTOPEN": "{path} cannot be opened; see whether its folder is there and may be written",
    "SQLITE_IOERR": "{path} cannot be read or written: the disk reports an error",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Say in a sentence what the store reports. Raises LedgerProblem."""
    try:
        yield
    except DBAPIError as problem:
        raise LedgerProblem(_sentence(path, problem.orig)) from problem
    except sqlite3.Error as problem:
        raise LedgerProblem(_sentence(path, problem)) from problem


def _sentence(path: Path, problem: BaseException | None) -> str:
    name = str(getattr(problem, "sqlite_errorname", ""))
    for situation, sentence in _SITUATIONS.items():
        if name.startswith(situation):
            return sentence.format(path=path)
    return f"{path} cannot be used as a ledger: {problem}"


def engine_of_new_or_existing(path: Path) -> Engine:
    """A ledger that can be written, made if there is none. Raises LedgerProblem."""
    if not path.parent.is_dir():
        raise LedgerProblem(f"{path} cannot be made: there is no folder {path.parent}")
    if path.exists():
        _require_file(path)
        if not _may_write(path):
            raise LedgerProblem(_SITUATIONS["SQLITE_READONLY"].format(path=path))
        if not _is_blank(path):
            _require_ledger(path)
    elif not _may_write(path.parent):
        raise LedgerProblem(f"{path} cannot be made: its folder can only be read")
    engine = _engine(path, mode="rwc")
    _make_tables(engine, path)
    return engine


def engine_of_existing(path: Path) -> Engine:
    """A ledger that must be there; one that can only be read is opened for reading. Raises LedgerProblem."""
    if not path.exists():
        raise LedgerProblem(f"there is no ledger {path}; `thucydides read` makes one")
    _require_file(path)
    _require_ledger(path)
    writable = _may_write(path) and _may_write(path.parent)
    return _engine(path, mode="rw" if writable else _reading_mode(path))


def _require_file(path: Path) -> None:
    if not path.is_file():
        raise LedgerProblem(f"{path} is a folder, not a ledger; name a file in it")


def _may_write(path: Path) -> bool:
    """A file whose every write permission was taken away is left alone, even by an administrator."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def _require_ledger(path: Path) -> None:
    """Look before anything is touched: a foreign file, or a newer ledger, stays byte for byte as it is."""
    with explained(path), closing(_looked_into(path)) as store:
        (application,) = store.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID:
            raise LedgerProblem(f"{path} is not a ledger; name another file")
        (version,) = store.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() or ("",)
    if not version.isdecimal():
        raise LedgerProblem(_SITUATIONS["SQLITE_CORRUPT"].format(path=path))
    if int(version) > SCHEMA_VERSION:
        raise LedgerProblem(
            f"{path} was written by a newer version of this program (ledger version {version}; this one knows "
            f"{SCHEMA_VERSION}). Nothing was changed; update the program"
        )
    if int(version) < SCHEMA_VERSION:
        raise LedgerProblem(
            f"{path} was written by an older version of this program (ledger version {version}; this one knows "
            f"{SCHEMA_VERSION}). Nothing was changed; read the documents again into a new ledger: "
            "thucydides read PATH… --ledger NEW.db"
        )


def _is_blank(path: Path) -> bool:
    """Is there nothing in it yet? So it is for a moment while a ledger is made, and stays so if that was cut short."""
    if not path.stat().st_size:
        return True
    with explained(path), closing(_looked_into(path)) as store:
        (application,) = store.execute("PRAGMA application_id").fetchone()
        (tables,) = store.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return (application, tables) == (0, 0)


def _looked_into(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(_address(path, _reading_mode(path)), uri=True, timeout=PATIENCE)


def _reading_mode(path: Path) -> str:
    """In a folder that cannot be written there is no place for a log: then nobody else writes, and none is needed."""
    beside = path.with_name(path.name + "-wal")
    return "ro" if _may_write(path.parent) or beside.exists() else "ro&immutable=1"


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _engine(path: Path, *, mode: str) -> Engine:
    def connected() -> sqlite3.Connection:
        store = sqlite3.connect(
            _address(path, mode), uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        store.execute("PRAGMA foreign_keys = ON")
        return store

    engine = create_engine(
        "sqlite://", creator=connected, poolclass=QueuePool, execution_options={"only_read": mode.startswith("ro")}
    )
    event.listen(engine, "begin", _begin)
    return engine


def may_be_written(engine: Engine) -> bool:
    """Was the store opened for writing?"""
    return not engine.get_execution_options().get("only_read")


def copied(engine: Engine, path: Path) -> Engine:
    """The same store in another file, which nobody has yet, and where it can be written."""
    with closing(sqlite3.connect(path)) as store, closing(engine.raw_connection()) as original:
        cast(sqlite3.Connection, original.driver_connection).backup(store)
        store.execute("PRAGMA journal_mode = WAL")
    return _engine(path, mode="rw")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def for_writing(engine: Engine) -> Engine:
    """The same store; a transaction takes the right to write at once, or waits for it."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def _make_tables(engine: Engine, path: Path) -> None:
    with explained(path):
        with closing(engine.raw_connection()) as store:
            _pragma(store, "PRAGMA journal_mode = WAL")
        with for_writing(engine).begin() as connection:
            TABLES.create_all(connection)
            if connection.scalar(select(META.c.value).where(META.c.key == "schema")) is None:
                connection.execute(insert(META).values(key="schema", value=str(SCHEMA_VERSION)))
                note(connection, "generation", 0)
                note(connection, "stands", make_set(connection))
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _pragma(store: Any, words: str) -> None:
    store.cursor().execute(words)
