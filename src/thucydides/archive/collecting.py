"""Which documents are there, and what could not be had?

One unreadable thing never stops the rest: it becomes a Refusal. Hidden files of a folder are left alone.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from thucydides.archive.media_types import media_type
from thucydides.vocabulary import Document

STANDARD_INPUT = "-"
INPUT_NAME = "standard input"
LARGEST = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that could not be had, by the name it would have had, and the reason as a sentence."""

    name: str
    reason: str


def collect(paths: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Document | Refusal]:
    """Every document under the paths: files, folders in sorted order, `-` for standard input."""
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield _from_input(stdin)
        elif str(path) == "":
            yield Refusal("", "An empty path names nothing; name a file or a folder.")
        else:
            yield from _from_path(Path(path))


def _from_input(stdin: BinaryIO | None) -> Document | Refusal:
    if stdin is None:
        return Refusal(INPUT_NAME, "Standard input was asked for with '-', but there is none.")
    try:
        content = stdin.read(LARGEST + 1)
    except (OSError, ValueError) as problem:
        return Refusal(INPUT_NAME, f"Standard input cannot be read: {_why(problem)}.")
    return _document(INPUT_NAME, content, origin=INPUT_NAME)


def _from_path(path: Path) -> Iterator[Document | Refusal]:
    name = _shown(path.name or path.absolute().name or str(path))
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as problem:
        yield Refusal(_shown(str(path)), f"{_shown(str(path))} cannot be read: {_why(problem)}.")
        return
    if stat.S_ISDIR(mode):
        yield from _from_folder(path)
    else:
        yield _from_file(path, name)


def _from_folder(folder: Path) -> Iterator[Document | Refusal]:
    """The folder's files, depth first, by sorted name. A folder that leads back into itself is entered once."""
    found = False
    waiting = [folder]
    entered: set[tuple[int, int]] = set()
    while waiting:
        path = waiting.pop()
        name = _shown(path.relative_to(folder).as_posix())
        try:
            if not path.is_dir():
                found = True
                yield _from_file(path, name)
                continue
            known = path.stat()
            if (known.st_dev, known.st_ino) in entered:
                continue
            entered.add((known.st_dev, known.st_ino))
            waiting.extend(sorted(_visible(path), key=lambda inner: inner.name, reverse=True))
        except OSError as problem:
            found = True
            label = _shown(folder.name or str(folder)) if name == "." else name
            yield Refusal(label, f"{_shown(str(path))} cannot be read: {_why(problem)}.")
    if not found:
        yield Refusal(_shown(str(folder)), f"The folder {_shown(str(folder))} holds no file to read.")


def _visible(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if not path.name.startswith("."))


def _from_file(path: Path, name: str) -> Document | Refusal:
    shown = _shown(str(path))
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Refusal(name, f"{shown} is a device or a pipe; give it to standard input with '-' instead.")
        if found.st_size > LARGEST:
            return Refusal(name, _too_large(shown, found.st_size))
        content = path.read_bytes()
    except (OSError, ValueError) as problem:
        return Refusal(name, f"{shown} cannot be read: {_why(problem)}.")
    return _document(name, content, origin=shown)


def uploaded(name: str, content: bytes) -> Document | Refusal:
    """A document that came as bytes with a name, which no folder of this machine has to do with."""
    return _document(name, content, origin="sent from a browser")


def _document(name: str, content: bytes, *, origin: str) -> Document | Refusal:
    if len(content) > LARGEST:
        return Refusal(name, _too_large(origin, len(content)))
    return Document(name, content, media_type=media_type(name, content), origin=origin)


def _too_large(name: str, size: int) -> str:
    return f"{name} has at least {size:,} bytes, but a document may have {LARGEST:,}; split it."


def _why(problem: Exception) -> str:
    """The system's own words for what is wrong."""
    words = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
    return words[:1].lower() + words[1:]


def _shown(name: str) -> str:
    """A name that can be written down, also where the disk has bytes that are no characters."""
    return os.fsencode(name).decode("utf-8", "replace")
