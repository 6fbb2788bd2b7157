"""Which words are these, and where do they begin?"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from thucydides.vocabulary import Passage, Text

_FURNITURE = re.compile(r"\s*(?:\d{1,4}x\d{1,4}px\b|(?:File|Image):\S+|[*•·†‡–—-](?=\s)|\^)\s*")
_NOTE_MARKS = re.compile(
    r"(?:\s*(?:\[(?:\w{1,3}|(?:note|nb|n|fn)\s\d{1,3}|citation needed)\]|[†‡*])){1,20}\s*$", re.IGNORECASE
)
_FAR = 400  # a bracket that closes later than this was never meant to close here
_BLANKS = " \t\n\r\u00a0\u200b\ufeff"
_CLOSED = {"(": ")", "[": "]", "“": "”", '"': '"'}


class Piece(NamedTuple):
    """Words of a text, and the offset at which they begin in it."""

    start: int
    words: str

    @classmethod
    def of(cls, text: Text, passage: Passage) -> "Piece":
        """The words of a passage, without the blanks around them."""
        return cls(passage.start, text.words(passage)).trimmed()

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.start + len(self.words)

    @property
    def at(self) -> tuple[int, int]:
        """Both offsets, as `Claim.stated` takes them."""
        return self.start, self.end

    def __bool__(self) -> bool:
        return bool(self.words)

    def part(self, start: int, end: int) -> "Piece":
        """The words from `start` to `end` of this piece, without the blanks around them."""
        return Piece(self.start + start, self.words[start:end]).trimmed()

    def trimmed(self, also: str = "") -> "Piece":
        """Without blanks, and without the characters in `also`, at both ends."""
        unwanted = _BLANKS + also if also else _BLANKS
        words = self.words.strip(unwanted)
        if len(words) == len(self.words):
            return self
        return Piece(self.end - len(self.words.lstrip(unwanted)), words)

    def split(self, pattern: re.Pattern[str]) -> Iterator["Piece"]:
        """The parts between the places where the pattern stands, empty ones left out."""
        last = 0
        for cut in pattern.finditer(self.words):
            if part := self.part(last, cut.start()):
                yield part
            last = cut.end()
        if part := self.part(last, len(self.words)):
            yield part

    def parts(self, separators: str) -> Iterator["Piece"]:
        """The parts between separators that stand outside brackets and double quotation marks."""
        last, closed = 0, 0
        for sign in _signs(separators).finditer(self.words):
            place, closing = sign.start(), _CLOSED.get(sign.group())
            if place < closed:
                continue
            if closing and (end := self.words.find(closing, place + 1, place + _FAR)) > 0:
                closed = end + 1
            elif sign.group() in separators:
                if part := self.part(last, place):
                    yield part
                last = place + 1
        if part := self.part(last, len(self.words)):
            yield part

    def without_flag(self) -> tuple["Piece", bool]:
        """The words after pictures and bullets at the front, and whether a picture stood there."""
        place, pictured = 0, False
        while opening := _FURNITURE.match(self.words, place):
            pictured = pictured or "px" in opening.group() or ":" in opening.group()
            place = opening.end()
        return self.part(place, len(self.words)), pictured

    def without_marks(self) -> "Piece":
        """Without the marks of notes at the end: `20,000[1]` is `20,000`."""
        marks = _NOTE_MARKS.search(self.words[-200:])
        if marks is None:
            return self
        return self.part(0, len(self.words) - len(self.words[-200:]) + marks.start())


@cache
def _signs(separators: str) -> re.Pattern[str]:
    """Where words may be parted, or a bracket opens within which they are not."""
    return re.compile(f"[{re.escape(separators + ''.join(_CLOSED))}]")


def lines(piece: Piece) -> Iterator[Piece]:
    """The lines of a piece."""
    return piece.parts("\n")
