"""What is a mark in the source of a page, and what does it hold together?"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    what kind of mark it is (the name of a tag, the signs at the beginning of a line), or why it is not read. `leaf`: no
    further mark stands in it, and its bars and equals signs are not written down.
    """

    sort: Sort
    start: int
    end: int
    words: str = ""
    inside: tuple[int, int] = (0, 0)
    bars: Sequence[int] = ()
    equals: Sequence[int] = ()
    leaf: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The characters of a page and its marks in order; of two that begin together the longer comes first.

    `title`: what the page is called, empty if it is not known.
    """

    words: str
    marks: Sequence[Mark]
    starts: Sequence[int]
    title: str = ""

    def parts(self, mark: Mark) -> list[tuple[int, int]]:
        """Where each part of a mark between its bars stands."""
        begin, end = mark.inside
        found: list[tuple[int, int]] = []
        for bar in self._bars(mark) if mark.leaf else mark.bars:
            found.append((begin, bar))
            begin = bar + 1
        found.append((begin, end))
        return found

    def _bars(self, leaf: Mark) -> Iterator[int]:
        bar, (_, end) = self.words.find("|", *leaf.inside), leaf.inside
        while bar >= 0:
            yield bar
            bar = self.words.find("|", bar + 1, end)

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The outermost marks between two places."""
        marks, starts, most = self.marks, self.starts, len(self.marks)
        place = bisect_left(starts, start)
        while place < most and starts[place] < end:
            mark = marks[place]
            place += 1
            if mark.end <= end:
                yield mark
                if place < most and starts[place] < mark.end:
                    place = bisect_left(starts, mark.end, place)
