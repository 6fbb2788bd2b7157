"""Which words, figures and marks follow each other?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeVar


class Kind(Enum):
    """What a piece is made of."""

    FIGURE = "figure"
    WORD = "word"
    MARK = "mark"


class Piece(NamedTuple):
    """A word, a run of digits with its separators, or one mark; `word` is folded, `written` is as it stands."""

    start: int
    end: int
    kind: Kind
    word: str
    written: str


_BEYOND = ("",) * 16  # further than any rule looks


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a string in order, each of their sides in a row of its own: the rules ask for neighbours a hundred
    times a sentence.

    `said[at]` is the folded word of a piece, empty outside the string: empty ones stand behind the last, and a place
    before the first, counted from the end, falls among these too.
    """

    words: str
    said: tuple[str, ...]
    kinds: list[Kind]
    spots: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.kinds)

    def __getitem__(self, at: int) -> Piece:
        start, end = self.spots[at]
        return Piece(start, end, self.kinds[at], self.said[at], self.words[start:end])

    def __iter__(self) -> Iterator[Piece]:
        return map(self.__getitem__, range(len(self.kinds)))


# One character for one character, so that offsets stay: every dash a hyphen, every digit a European one.
_FULL_WIDTH = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {0xFF0C: ",", 0xFF0E: ".", 0xFF0B: "+"}
_ARABIC = {first + digit: ord("0") + digit for first in (0x0660, 0x06F0, 0x0966) for digit in range(10)}
_DASHES = {ord(dash): "-" for dash in "‐‑‒–—―−－〜～"}
_QUOTES = {ord(quote): "'" for quote in "’‘ʼ＇"}
_SPACES = {ord(space): "\u00a0" for space in "\u00a0\u202f\u2009\u2007"}
_LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_FOLD = {**_LOWER, **_FULL_WIDTH, **_ARABIC, **_DASHES, **_QUOTES, **_SPACES}

_PIECE = re.compile(
    r"(?P<figure>[0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9]|[.,'][0-9]|-[a-z])|[0-9]+(?:[.,'\u00a0][0-9]+)*)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|\S"
)
# The mark of a note behind the first figure of a range: `25,500[1] to 39,000[2]`.
_MARKED_RANGE = re.compile(r"(?<=[0-9])(?:\[[^\[\]\s]{1,3}\]){1,5}(?=\s?(?:-|to\s|or\s)\s?[0-9])")
_KINDS = {"figure": Kind.FIGURE, "word": Kind.WORD, None: Kind.MARK}


def fold(words: str) -> str:
    """Lower case, European digits, one dash, one apostrophe, no marks within ranges: as many characters as before."""
    folded = words.translate(_FOLD)
    return _MARKED_RANGE.sub(lambda mark: " " * len(mark[0]), folded) if "[" in folded else folded


def pieces_of(words: str) -> Pieces:
    """The pieces of a string in order; only white space is left out."""
    found = list(_PIECE.finditer(fold(words)))
    return Pieces(
        words,
        (*[piece.group() for piece in found], *_BEYOND),
        [_KINDS[piece.lastgroup] for piece in found],
        [piece.span() for piece in found],
    )


Meaning = TypeVar("Meaning")
Phrases = Mapping[str, list[tuple[tuple[str, ...], Meaning]]]


def phrases_by_first_word(rows: Iterable[tuple[str, Meaning]]) -> Phrases[Meaning]:
    """A lookup from the first piece of each phrase to the phrases that begin so, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for phrase, meaning in rows:
        words = tuple(piece.word for piece in pieces_of(phrase))
        table.setdefault(words[0], []).append((words, meaning))
    for candidates in table.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
    return table


def longest_at(pieces: Pieces, at: int, table: Phrases[Meaning]) -> tuple[int, Meaning] | None:
    """Where the longest phrase of the table that begins at this piece ends, and what it means."""
    said = pieces.said
    for words, meaning in table.get(said[at], ()):
        last = at + len(words)
        if len(words) == 1 or said[at:last] == words:
            return last, meaning
    return None


def glued(pieces: Pieces, at: int) -> bool:
    """Does this piece follow the one before it without a space?"""
    spots = pieces.spots
    return 0 < at < len(spots) and spots[at - 1][1] == spots[at][0]
