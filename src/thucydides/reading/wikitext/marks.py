"""What is a mark in the source of a page, and what does it hold together?"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Sort(StrEnum):
    """The marks of wikitext."""

    TEMPLATE = "template"
    ARGUMENT = "argument"
    LINK = "link"
    ADDRESS = "address"
    REFERENCE = "reference"
    TABLE = "table"
    TAG = "tag"
    LITERAL = "literal"
    HIDDEN = "hidden"
    UNREAD = "unread"
    ENTITY = "entity"
    QUOTES = "quotes"
    LINE = "line"
    BAR = "bar"
    HEADING_END = "heading end"


@dataclass(slots=True)
class Mark:
    """A mark at `start` to `end`: for what holds words together that is the whole of it, its words included.

    `inside`: where its words stand. `bars`, `equals`: where the bars and equals signs of its own level stand. `words`:
    what kind of mark it is (the name of a tag, the signs at the beginning of a line), or why it is not read.
    """

    sort: Sort
    start: int
    end: int
    words: str = ""
    inside: tuple[int, int] = (0, 0)
    bars: list[int] = field(default_factory=list)
    equals: list[int] = field(default_factory=list)

    def parts(self) -> Iterator[tuple[int, int]]:
        """Where each part between the bars stands."""
        begin, end = self.inside
        for bar in self.bars:
            yield begin, bar
            begin = bar + 1
        yield begin, end


@dataclass(frozen=True, slots=True)
class Source:
    """The characters of a page and its marks in order; of two that begin together the longer comes first.

    `title`: what the page is called, empty if it is not known.
    """

    words: str
    marks: Sequence[Mark]
    starts: Sequence[int]
    title: str = ""

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The outermost marks between two places."""
        place = bisect_left(self.starts, start)
        while place < len(self.marks) and self.marks[place].start < end:
            mark = self.marks[place]
            if mark.end <= end:
                yield mark
                place = bisect_left(self.starts, mark.end, place + 1)
            else:
                place += 1
