"""What was changed between two texts, word for word?

Lines are held against each other first and then the words of those that differ, so that a long page is quick.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[\w’'.,]+|[^\w\s]", re.UNICODE)
_BESIDE = 1  # lines that did not change, shown around those that did
MOST = 400_000
"""Characters of both texts together. More are not held against each other on a page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: `same`, `gone` from the first text, or `new` in the second."""

    sort: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """Lines that differ, as pieces, with the lines around them; `skipped`: unchanged lines left out before."""

    skipped: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """How one text became another. `gone`, `new`: words in all."""

    changes: tuple[Change, ...]
    gone: int
    new: int


def collated(one: str, other: str) -> Collation | None:
    """The changes from one text to another; None where they are too long together."""
    if len(one) + len(other) > MOST:
        return None
    before, after = one.split("\n"), other.split("\n")
    changes = tuple(_changes(before, after))
    pieces = [piece for change in changes for piece in change.pieces]
    return Collation(changes, _counted(pieces, "gone"), _counted(pieces, "new"))


def _counted(pieces: Iterable[Piece], sort: str) -> int:
    return sum(len(piece.words.split()) for piece in pieces if piece.sort == sort)


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    last = 0
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for sort, first, end, start, stop in steps:
        if sort == "equal":
            continue
        head = before[max(first - _BESIDE, last) : first]
        tail = before[end : end + _BESIDE]
        pieces = (
            *_same(head, "", "\n"),
            *_words("\n".join(before[first:end]), "\n".join(after[start:stop])),
            *_same(tail, "\n", ""),
        )
        yield Change(max(0, first - _BESIDE - last), pieces)
        last = min(end + _BESIDE, len(before))


def _same(lines: Sequence[str], opening: str, closing: str) -> Iterator[Piece]:
    if lines:
        yield Piece("same", opening + "\n".join(lines) + closing)


def _words(before: str, after: str) -> Iterator[Piece]:
    one, other = _WORDS.findall(before), _WORDS.findall(after)
    for sort, first, end, start, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if sort == "equal":
            yield Piece("same", "".join(one[first:end]))
            continue
        if end > first:
            yield Piece("gone", "".join(one[first:end]))
        if stop > start:
            yield Piece("new", "".join(other[start:stop]))
