"""How does a file come to be written whole or not at all?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from thucydides.vocabulary import ThucydidesError


@contextmanager
def whole_or_not_at_all(path: Path) -> Iterator[TextIO]:
    """A stream to a file that takes the old one's place when all is written; devices and pipes are written straight."""
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    aim = path.resolve()
    beside = aim.with_name(f"{aim.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        beside.replace(aim)
    finally:
        beside.unlink(missing_ok=True)


def written_whole(path: Path, content: bytes) -> None:
    """Write bytes to a file, whole or not at all. Raises ThucydidesError where that cannot be done."""
    beside = path.resolve().with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path.resolve())
    except OSError as problem:
        raise ThucydidesError(f"{path} cannot be written: {problem.strerror}") from problem
    finally:
        beside.unlink(missing_ok=True)
