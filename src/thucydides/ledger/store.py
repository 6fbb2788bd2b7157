"""How does one get at the file: to read it, to write it, to ask of it as it stood at one moment?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import local

from sqlalchemy import Connection, Engine

from thucydides.ledger.forgetting import leave_no_trace
from thucydides.ledger.opening import (
    copied,
    engine_of_existing,
    engine_of_new_or_existing,
    explained,
    for_writing,
    may_be_written,
)
from thucydides.ledger.standing import Standing


class Store:
    """The file of one ledger, for several threads at once. Every method raises LedgerProblem where it cannot serve."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        self._moment = local()
        self._folder: TemporaryDirectory[str] | None = None

    @classmethod
    def open(cls, path: Path) -> "Store":
        """A file that can be written; made if it is not there."""
        return cls(path, engine_of_new_or_existing(path))

    @classmethod
    def open_existing(cls, path: Path) -> "Store":
        """A file that must be there; one that can only be read will do."""
        return cls(path, engine_of_existing(path))

    @property
    def writable(self) -> bool:
        """Can anything be kept in it?"""
        return may_be_written(self._engine)

    def move_to_copy(self) -> None:
        """From now on work in a copy that can be written, by several at once, and goes when this is closed."""
        folder = TemporaryDirectory(prefix="thucydides-", ignore_cleanup_errors=True)
        with explained(self.path):
            copy = copied(self._engine, Path(folder.name) / "copy.db")
        original, self._engine, self._folder = self._engine, copy, folder
        original.dispose()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        if self._folder is not None:
            self._folder.cleanup()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the file as it stands: the one of the moment that is held, or a new one."""
        with explained(self.path):
            if (held := self._held()) is not None:
                yield held.connection
                return
            with self._engine.begin() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction in which nobody else writes; what is written in it is kept whole or not at all."""
        with explained(self.path), for_writing(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def asking(self) -> Iterator[Standing]:
        """What was understood, as it stands, in a transaction of reading."""
        with self.reading() as connection:
            yield self._held() or Standing(connection)

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """What this thread reads and asks within it, it reads of the file as it stands now, whatever is written."""
        if self._held() is not None:
            yield
            return
        with self.reading() as connection:
            self._moment.standing = Standing(connection)
            try:
                yield
            finally:
                self._moment.standing = None

    def leave_no_trace(self) -> None:
        """Write the file anew, without what was deleted from it."""
        with explained(self.path):
            leave_no_trace(self._engine)

    def _held(self) -> Standing | None:
        held: Standing | None = getattr(self._moment, "standing", None)
        return held
