"""What do the bytes of a packed file unpack to, a little at a time?

A file may hold several streams one after the other, as the dumps of large sites do. No more than a little is held at
once, and a file that unpacks to far more than any dump does is a trap and is left.
"""

import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO, Protocol

from thucydides.vocabulary import CannotRead

AT_ONCE = 1 << 16
"""Bytes that are unpacked at a time."""
LONGEST_BLOCK = 1 << 20
"""Bytes of bzip2 that unpack only all together."""
MOST_TIMES = 500
"""Histories of pages, the most repetitive dumps there are, unpack to about a hundred times their size."""
FREE = 64 * 1024 * 1024
"""What unpacks to less is no danger, however small it was packed."""
MOST_DICTIONARY = 192 * 1024 * 1024
"""Memory that an .xz file may ask for; `xz -9` asks for 65 MiB."""


class Unpacker(Protocol):
    """One packed stream. As the standard library has them for bzip2 and xz."""

    @property
    def eof(self) -> bool:
        """Did the stream end?"""

    @property
    def needs_input(self) -> bool:
        """Is there nothing more to be had from what was given?"""

    @property
    def unused_data(self) -> bytes:
        """What was given and stands behind the end of the stream."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """So many bytes at most of what the data and those given before unpack to."""


class Gzip:
    """A stream of gzip in the manner of the other two."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)
        self._more = False

    @property
    def eof(self) -> bool:
        """Did the stream end?"""
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        """Is there nothing more to be had from what was given?"""
        return not self._more

    @property
    def unused_data(self) -> bytes:
        """What was given and stands behind the end of the stream."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """So many bytes at most of what the data and those given before unpack to."""
        made = self._inner.decompress(self._inner.unconsumed_tail + data, max_length)
        self._more = bool(self._inner.unconsumed_tail) or len(made) == max_length
        return made


def _bzip2() -> Unpacker:
    unpacker: Unpacker = _library("bz2").BZ2Decompressor()
    return unpacker


def _xz() -> Unpacker:
    unpacker: Unpacker = _library("lzma").LZMADecompressor(memlimit=MOST_DICTIONARY)
    return unpacker


def _library(name: str) -> Any:
    """A part of the standard library that a Python may have been built without."""
    try:
        return import_module(name)
    except ImportError:
        raise CannotRead(f"this Python was built without {name}; unpack the file first") from None


PACKINGS: tuple[tuple[bytes, Callable[[], Unpacker]], ...] = (
    (b"\x1f\x8b", Gzip),
    (b"BZh", _bzip2),
    (b"\xfd7zXZ\0", _xz),
)
"""By which first bytes a packing is known."""
_PADDING = b"\0"


def head_of(stream: BinaryIO) -> bytes:
    """The first bytes of a file: as many as are needed to see what a packed one holds."""
    head = stream.read(AT_ONCE)
    return head + stream.read(LONGEST_BLOCK) if head.startswith(tuple(magic for magic, _ in PACKINGS)) else head


def unpacked(head: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The bytes that a file holds, unpacked if its head shows a packing. Raises CannotRead, after all that is whole."""
    packing = next((make for magic, make in PACKINGS if head.startswith(magic)), None)
    return chunks if packing is None else _unpacked(packing, chunks)


def _unpacked(make: Callable[[], Unpacker], chunks: Iterator[bytes]) -> Iterator[bytes]:
    given = made = 0
    unpacker, within = make(), False
    for chunk in chunks:
        given += len(chunk)
        left = chunk
        while left or (within and not unpacker.needs_input):
            if not within and not (left := left.lstrip(_PADDING)):
                break
            words, within = _some(unpacker, left), True
            left = b""
            made += len(words)
            if made > FREE and made > MOST_TIMES * given:
                raise CannotRead(f"it unpacks to more than {MOST_TIMES} times its size, which no dump does")
            yield words
            if unpacker.eof:
                left, unpacker, within = unpacker.unused_data, make(), False
    if within:
        raise CannotRead("the packed file ends in the middle")


def _some(unpacker: Unpacker, packed: bytes) -> bytes:
    """A little more. Raises CannotRead where the packing is broken."""
    try:
        return unpacker.decompress(packed, AT_ONCE)
    except Exception as problem:
        # zlib.error, OSError, lzma.LZMAError: each library has an error of its own, and one of them may not be there.
        raise CannotRead(f"the packed file is broken ({problem})") from None


def opening(head: bytes, most: int) -> bytes:
    """The first bytes of what a file's first bytes unpack to: fewer than wanted where more cannot be had from them."""
    found = b""
    with suppress(CannotRead):
        for chunk in unpacked(head, iter((head,))):
            found += chunk
            if len(found) >= most:
                break
    return found[:most]
