"""What was read from a document, and where does each part of it come from?"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from thucydides.vocabulary.errors import QuoteNotInText, SpanOutsideText
from thucydides.vocabulary.spans import Span


def sha256(content: bytes) -> str:
    """The hash by which bytes are known, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes as they were found. `name` is the path relative to what was read, or the address."""

    name: str
    content: bytes
    media_type: str = "text/plain"
    origin: str = ""
    licence: str = ""

    @property
    def id(self) -> str:
        """The hash of the bytes: the same bytes under two names are one document."""
        return sha256(self.content)


class PassageKind(StrEnum):
    """What a passage is on its page. Layout only: what it says is for the extractors."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_LINE = "list line"
    FACT_LINE = "fact line"
    BOX_LINE = "info-box line"
    CELL = "table cell"
    ROW = "table row"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    REFERENCE = "reference"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text that belongs together, `start` to `end` in code points without the line break.

    `level`: depth of a heading (1 is the page's own); of an info-box line, which box of the page it is in, 0 if the
    page does not tell. `label`: the row label or parameter of a cell, where the page has one. `side`: the column of a
    box (1 to 5) where the page shows it, 0 if it does not. `mark`: the number or
    letter of a note. `row`: which row of which table, counted through the text; lines of one cell share it. `flag`:
    what the picture at the beginning is called: a country, where it is a flag.
    """

    kind: PassageKind
    start: int
    end: int
    level: int = 0
    label: str = ""
    side: int = 0
    mark: str = ""
    row: int = -1
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Mark-up at `start` to `end` of a text, or what stands for it, that its reader does not know; and why."""

    start: int
    end: int
    why: str


class Segment(NamedTuple):
    """`length` characters at `start` of the text that stand, unchanged, at `raw` of the decoded document.

    `written`: where the characters stand there in other letters (an entity), how many those are; 0 otherwise.
    """

    start: int
    raw: int
    length: int
    written: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one document as they read, in passages, with a map back to the document.

    `segments` map runs of the text to the decoded document, in order; an empty tuple says both are the same.
    Characters that lie in no segment (a line break put in for a tag) have no raw place of their own.
    `unread`: mark-up that was not understood. `reader` names the reader and its version; `id` is the hash under which
    the text is kept, and which spans name.
    """

    document: str
    content: str
    passages: tuple[Passage, ...]
    segments: tuple[Segment, ...] = ()
    reader: str = "text/1"
    unread: tuple[Unread, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", sha256(self.content.encode("utf-8", "surrogatepass")))

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end`. Raises SpanOutsideText past the end of the text."""
        if end > len(self.content):
            raise SpanOutsideText(f"the text has {len(self.content)} characters, but a span up to {end} was given")
        return Span(self.id, start, end)

    def quote(self, span: Span) -> str:
        """The words at a span of this text. Raises QuoteNotInText for a span of another text."""
        if span.text != self.id:
            raise QuoteNotInText(f"the span belongs to text {span.text[:12]}, this one is {self.id[:12]}")
        if span.end > len(self.content):
            raise SpanOutsideText(f"the text has {len(self.content)} characters, the span ends at {span.end}")
        return self.content[span.start : span.end]

    def words(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.content[passage.start : passage.end]

    def passages_of(self, *kinds: PassageKind) -> Iterator[Passage]:
        """The passages of these kinds, in the order of the page."""
        return (passage for passage in self.passages if passage.kind in kinds)

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the character at `offset`."""
        place = bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1
        if place < 0 or offset >= self.passages[place].end:
            return None
        return self.passages[place]

    def raw_range(self, span: Span) -> tuple[int, int] | None:
        """The smallest range of the decoded document that yields the words; None if no character has one."""
        if not self.segments:
            return span.start, span.end
        first = bisect_right(self.segments, span.start, key=lambda segment: segment.start + segment.length)
        last = bisect_left(self.segments, span.end, key=lambda segment: segment.start)
        if first >= last:
            return None
        opening, closing = self.segments[first], self.segments[last - 1]
        start = opening.raw if opening.written else opening.raw + max(0, span.start - opening.start)
        end = closing.raw + (closing.written or min(closing.length, span.end - closing.start))
        return start, end
