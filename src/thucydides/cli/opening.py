"""Which ledger is meant, and how is it opened for a command?"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from thucydides.desk import Desk

LedgerPath = Annotated[Path, typer.Option("--ledger", envvar="THUCYDIDES_LEDGER", help="The ledger file.")]
Tables = Annotated[
    list[Path] | None,
    typer.Option(
        "--authorities", envvar="THUCYDIDES_AUTHORITIES", help="A table of your own: actors, names, clients, places."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
DEFAULT = Path("thucydides.db")
# The tables named before the command: `thucydides --authorities mine.csv read ...`.
OWN_TABLES: ContextVar[tuple[Path, ...]] = ContextVar("own_tables", default=())


@contextmanager
def desk_over(ledger: Path) -> "Iterator[Desk]":
    """The desk over a ledger that is there. Rooms are imported only now, so that `--help` is quick."""
    from thucydides.desk import Desk

    with Desk.over(ledger, authorities=OWN_TABLES.get()) as desk:
        yield desk


@contextmanager
def desk_at(ledger: Path) -> "Iterator[Desk]":
    """The desk of a ledger that is made if it is not there yet."""
    from thucydides.desk import Desk

    with Desk.at(ledger, authorities=OWN_TABLES.get()) as desk:
        yield desk
