"""Which revisions does the XML export of a wiki hold, one after the other?

One revision is held at a time. Where the XML breaks, that is said and the next page is looked for. What grows in no
export (a tag, a depth, a stretch without a page) and a document type, with the entities that it might declare, end it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from thucydides.archive.dumps.pages import Passing, Revision
from thucydides.vocabulary import CannotRead

LONGEST_TAG = 4 * 1024 * 1024
"""Bytes in which a tag or comment must close."""
LONGEST_SILENCE = 256 * 1024 * 1024
"""Bytes in which a revision must end."""
MOST_GAPS = 100
"""Of a file that breaks more often than this the rest is not looked at."""
SNIFFED = 4096
LAST = True
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:!DOCTYPE\s+)?mediawiki(?![\w.-])", re.DOTALL
)
_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0")
_PAGE = re.compile(rb"<page[\s>/]")


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of an export that cannot be read, and where and why, as a sentence without its end."""

    reason: str


def is_export(opening: bytes) -> bool:
    """Does a file that begins so hold an export of a wiki?"""
    return bool(_OPENING.match(_MARKS.sub(b"", opening[:SNIFFED])))


def revisions(chunks: Iterator[bytes]) -> Iterator[Revision | Gap]:
    """The revisions of an export in its order, and what is broken between them.

    Raises CannotRead, after all that came before, where nothing further can be read.
    """
    export = _Export()
    try:
        for chunk in chunks:
            yield from export.take(chunk)
        yield from export.end()
    except CannotRead as problem:
        raise CannotRead(f"{export.place}{problem}") from None


class _Export:
    """An export as far as it was given."""

    def __init__(self) -> None:
        self._passing = Passing()
        self._parser = self._passing.parser()
        self._given = 0  # bytes, to this parser
        self._lines = 0  # before this parser began
        self._silence = 0  # bytes since a revision ended
        self._gaps = 0
        self._tail: bytes | None = None  # the last bytes, where the next page is looked for

    @property
    def place(self) -> str:
        """The page in which the parser is, as the beginning of a sentence."""
        return f"in the page {self._passing.title!r}, " if self._passing.title else ""

    def take(self, chunk: bytes) -> Iterator[Revision | Gap]:
        """What the next bytes hold."""
        while chunk := self._from_page(chunk) if self._tail is not None else chunk:
            try:
                self._parser.Parse(chunk)
            except expat.ExpatError as problem:
                yield from self._passed()
                yield self._gap(problem)
                chunk = self._behind(chunk)
                continue
            except CannotRead:
                yield from self._passed()
                raise
            except (LookupError, ValueError) as problem:  # as the parser says that it has no table for an encoding
                raise CannotRead(f"an encoding of one byte a letter or UTF-8 was expected, but: {problem}") from None
            self._given += len(chunk)
            self._silence += len(chunk)
            yield from self._passed()
            self._watch()
            return

    def end(self) -> Iterator[Revision | Gap]:
        """Raises CannotRead where the export breaks off or held no page."""
        if self._tail is None:
            try:
                self._parser.Parse(b"", LAST)
            except expat.ExpatError:
                yield from self._passed()
                raise CannotRead("the closing </mediawiki> was expected, but the file breaks off before it") from None
        if not self._passing.seen:
            raise CannotRead("pages were expected, but it holds none")

    def _passed(self) -> Iterator[Revision]:
        for revision in self._passing.passed():
            self._silence = 0
            yield revision

    def _gap(self, problem: expat.ExpatError) -> Gap:
        self._gaps += 1
        line, why = self._lines + problem.lineno, expat.ErrorString(problem.code)
        if self._gaps > MOST_GAPS:
            raise CannotRead(f"well-formed XML was expected, but it breaks more than {MOST_GAPS} times")
        return Gap(f"{self.place}well-formed XML was expected, but line {line:,} has: {why}")

    def _behind(self, chunk: bytes) -> bytes:
        """What stands behind the place at which the XML broke."""
        self._tail = b""
        self._lines += self._parser.ErrorLineNumber - 1
        return chunk[max(0, self._parser.ErrorByteIndex - self._given) :]

    def _from_page(self, chunk: bytes) -> bytes:
        """The bytes from the next page on, with a new parser for them; none, if no page begins in these."""
        held = (self._tail or b"") + chunk
        found = _PAGE.search(held)
        passed = found.start() if found else max(0, len(held) - len(b"<page"))
        self._lines += held.count(b"\n", 0, passed)
        if found is None:
            self._tail = held[passed:]
            return b""
        self._tail = None
        self._parser = self._passing.parser(self._passing.encoding)
        self._given = 0
        return self._passing.leave() + held[passed:]

    def _watch(self) -> None:
        """Raise CannotRead where something grows that grows in no export."""
        if self._given - self._parser.CurrentByteIndex > LONGEST_TAG:
            raise CannotRead(f"a tag or comment does not close within {LONGEST_TAG:,} bytes")
        if self._silence > LONGEST_SILENCE:
            raise CannotRead(f"no revision ends within {LONGEST_SILENCE:,} bytes")
