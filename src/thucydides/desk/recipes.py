"""Would reading a document again by this program say the same?

A recipe is a hash of everything that a reading depends on beside the document: the program's own files, and what the
user gave it.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from thucydides.vocabulary import sha256

_TABLES = ("/vocabulary", "/archive", "/reading", "/extracting")
_DOCUMENTS = (*_TABLES, "/authorities")


def recipe_of_table(layouts: str) -> str:
    """For a table that is read by layouts, given as words."""
    return sha256(f"{layouts} {_program(_TABLES)}".encode())


def recipe_of_document(own_tables: Iterable[Path]) -> str:
    """For a document that is read by the program's lists and a user's own."""
    own = " ".join(sorted(sha256(path.read_bytes()) for path in own_tables))
    return sha256(f"{own} {_program(_DOCUMENTS)}".encode())


@cache
def _program(rooms: tuple[str, ...]) -> str:
    """A hash of every file of these rooms."""
    found = sorted(_files_in(files("thucydides"), rooms), key=lambda file: file[0])
    return sha256("\n".join(f"{name} {sha256(file.read_bytes())}" for name, file in found).encode())


def _files_in(folder: Traversable, rooms: tuple[str, ...], within: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{within}/{entry.name}"
        if entry.is_dir() and name.startswith(rooms):
            yield from _files_in(entry, rooms, name)
        elif within and name.endswith((".py", ".toml", ".csv")):
            yield name, entry
