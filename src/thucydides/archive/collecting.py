"""Which documents are there, and what could not be had?

One unreadable thing never stops the rest: it becomes a Refusal. Hidden files of a folder are left alone. A dump of an
encyclopedia, of any size, is given as it is: its pages are documents, and are asked of it one after the other.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from thucydides.archive.dumps import Dump, dump_in, head_of
from thucydides.archive.media_types import media_type
from thucydides.archive.refusing import Refusal
from thucydides.vocabulary import Document

STANDARD_INPUT = "-"
INPUT_NAME = "standard input"
SENT = "sent from a browser"
LARGEST = 256 * 1024 * 1024
AT_ONCE = 1 << 16
"""Bytes of a dump that are read at a time."""

Found = Document | Dump | Refusal


def collect(paths: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Found]:
    """Every document and dump under the paths: files, folders in sorted order, `-` for standard input."""
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield _from_input(stdin)
        elif str(path) == "":
            yield Refusal("", "An empty path names nothing; name a file or a folder.")
        else:
            yield from _from_path(Path(path))


def _from_input(stdin: BinaryIO | None) -> Found:
    if stdin is None:
        return Refusal(INPUT_NAME, "Standard input was asked for with '-', but there is none.")
    try:
        head = head_of(stdin)
        if dump := dump_in(INPUT_NAME, head, lambda: chain([head], _chunks(stdin)), origin=INPUT_NAME):
            return dump
        content = head + stdin.read(LARGEST + 1 - len(head))
    except (OSError, ValueError) as problem:
        return Refusal(INPUT_NAME, f"Standard input cannot be read: {_why(problem)}.")
    return _document(INPUT_NAME, content, origin=INPUT_NAME)


def _from_path(path: Path) -> Iterator[Found]:
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


def _from_folder(folder: Path) -> Iterator[Found]:
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


def _from_file(path: Path, name: str) -> Found:
    shown = _shown(str(path))
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return Refusal(name, f"{shown} is a device or a pipe; give it to standard input with '-' instead.")
        if dump := _dump_at(path, name):
            return dump
        if found.st_size > LARGEST:
            return Refusal(name, _too_large(shown, found.st_size))
        content = path.read_bytes()
    except (OSError, ValueError) as problem:
        return Refusal(name, f"{shown} cannot be read: {_why(problem)}.")
    return _document(name, content, origin=shown)


def _dump_at(path: Path, name: str) -> Dump | None:
    """The dump in a file, which is opened anew for its pages."""
    with path.open("rb") as file:
        head = head_of(file)
    return dump_in(name, head, lambda: _chunks_of(path), origin=_shown(str(path)))


def _chunks_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from _chunks(file)


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.read(AT_ONCE), b"")


def uploaded(name: str, content: bytes) -> Found:
    """A document or dump that came as bytes with a name, which no folder of this machine has to do with."""
    if dump := dump_in(name, head_of(BytesIO(content)), lambda: _chunks(BytesIO(content)), origin=SENT):
        return dump
    return _document(name, content, origin=SENT)


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
