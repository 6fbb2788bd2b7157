"""What does a page say, part by part, as it is read aloud?"""

from enum import StrEnum
from typing import NamedTuple

from thucydides.reading.pages.writing import Piece
from thucydides.vocabulary import PassageKind


class Region(NamedTuple):
    """A stretch of the source that is still to be read. `opens_line`: as if a line began there."""

    start: int
    end: int
    table: bool = False
    opens_line: bool = False


class Turn(StrEnum):
    """What happens between words."""

    NEW_LINE = "new line"
    PARAGRAPH = "paragraph"
    RULE = "rule"
    ITEM = "item"
    HEADING = "heading"
    HEADING_END = "end of the heading"
    TABLE = "table"
    TABLE_END = "end of the table"
    CAPTION = "caption of the table"
    ROW = "row"
    CELL = "cell"
    HEADER_CELL = "header cell"
    STYLE_END = "end of a cell's style"
    BOX_END = "end of a box"
    PLACE_END = "end of a place"


class Turning(NamedTuple):
    """A turn. `level`: of a heading."""

    turn: Turn
    level: int = 0


class PlaceBegins(NamedTuple):
    """What follows, up to the end of the place, is of this kind: a row of a box, a caption under a picture.

    `box`: where the box begins in the source, for one of its rows.
    """

    kind: PassageKind
    label: str = ""
    side: int = 0
    box: int = -1


class Pictured(NamedTuple):
    """A picture stands here; `shows` is what it is called: a country, if it is a flag."""

    shows: str


class Noted(NamedTuple):
    """A note is cited here. `parts`: what it says, nothing where another place says it under the same `name`."""

    kind: PassageKind
    group: str
    name: str
    parts: tuple["Part", ...]
    raw: int
    written: int


class NotRead(NamedTuple):
    """Something was not understood. `shown`: what stands for it in the text."""

    why: str
    start: int
    end: int
    shown: str = ""


LIST_SIGNS = "*#:;"


def leaf_words(words: str, start: int, end: int, *, opens_line: bool = False) -> "Piece | Region":
    """What stands at a region in which no mark is: its words, or the region, where a list begins in it."""
    if opens_line and words[start] in LIST_SIGNS:
        return Region(start, end, opens_line=True)
    return Piece(words[start:end], start)


Part = Piece | Region | Turning | PlaceBegins | Pictured | Noted | NotRead
