"""How does a new understanding take the place of the one before, while others read and decide?

It is written batch by batch beside the one that stands, and then stands in one moment.
"""

from collections.abc import Iterable
from contextlib import suppress

from thucydides.ledger.derived import (
    SetTakenAway,
    left_behind,
    let_stand,
    make_set,
    may_stand,
    require_set,
    tables_of,
    take_further,
)
from thucydides.ledger.store import Store
from thucydides.ledger.understood import Understood, batches
from thucydides.vocabulary import LedgerProblem


def replace_understood(store: Store, known: Understood) -> None:
    """Let an understanding stand if none that is newer does, and take away what is left of earlier ones.

    Where another program's set takes this one away meanwhile, it is written again, if it is still the newer. Where a
    document was forgotten of which it speaks, it is let go. Raises LedgerProblem where the file cannot be written.
    """
    while not _written(store, known):
        with store.reading() as connection:
            if not may_stand(connection, known.generation):
                break
    with store.reading() as connection:
        left = left_behind(connection)
    _take_tables(store, left)


def _written(store: Store, known: Understood) -> bool:
    """Write a set and let it stand; False if it is not to stand."""
    with store.writing() as connection:
        number = make_set(connection)
    try:
        for statement, rows in batches(known, number):
            with store.writing() as connection:
                require_set(connection, number, known.generation)
                connection.execute(statement, rows)
        with store.writing() as connection:
            require_set(connection, number, known.generation)
            let_stand(connection, number, known.generation)
    except SetTakenAway:
        with store.reading() as connection:
            begun = tables_of(connection, number)
        _take_tables(store, begun)
        return False
    return True


def _take_tables(store: Store, names: Iterable[str]) -> None:
    """Take tables away by and by, so that nobody waits long. What is not taken now is so the next time."""
    with suppress(LedgerProblem):
        for name in names:
            while _taken_further(store, name):
                pass


def _taken_further(store: Store, name: str) -> bool:
    with store.writing() as connection:
        return take_further(connection, name)
