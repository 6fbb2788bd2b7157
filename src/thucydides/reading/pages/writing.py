"""How do the words of a page's blocks read, and where does each of them stand in the page?

White space of any length and kind, line breaks among it, reads as one blank, except the no-break space, which stays. An
entity reads as its character and keeps its own place. A new line is put in between blocks, an empty one too where the
page begins a paragraph, a heading or a cell; these have no place in the page.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile
from typing import NamedTuple

from thucydides.vocabulary import PassageKind, Segment

_RUN = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*|[ \t\n\r\f]+")
_WHITE = " \t\n\r\f"
_BLANKS = frozenset(_WHITE)
_NOWHERE = -1
_AFTER_LABEL = re.compile(r"\s{0,9}[:：]?\s{0,9}")
LONGEST_LABEL = 80


class Piece(NamedTuple):
    """Words as they stand at `raw` of the page, or the character of an entity that is `written` long there."""

    words: str
    raw: int
    written: int = 0
    bold: bool = False
    link: bool = False


@dataclass(slots=True)
class Block:
    """A line of the page: its pieces and what the mark-up says it is (`kind` None where that is nothing)."""

    pieces: list[Piece]
    kind: PassageKind | None = None
    level: int = 0
    gap: int = 1
    label: str = ""
    side: int = 0
    mark: str = ""
    row: int = -1
    flag: str = ""
    exact: bool = False

    @property
    def words(self) -> str:
        """The words as they read."""
        return " ".join("".join(piece.words for piece in self.pieces).split())

    @property
    def linked(self) -> bool:
        """Is it nothing but links?"""
        return all(piece.link for piece in self.pieces if piece.words.strip(" \t\n\r\f|[]·•<>«»"))

    @property
    def opens_with_label(self) -> bool:
        """Does it begin with a label in bold?"""
        shown = dropwhile(lambda piece: piece.words.isspace(), self.pieces)
        bold = "".join(piece.words for piece in takewhile(lambda piece: piece.bold, shown))
        return _label(self.words, len(" ".join(bold.split()))) > 0


@dataclass(slots=True)
class Place:
    """Where a block came to stand in the text; `label` characters at its beginning are a label."""

    start: int
    end: int
    label: int = 0


class _Draft:
    """The text as far as it is written, and the runs of it that stand together in the page."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self._segments: list[Segment] = []
        self._start = self._raw = 0
        self._joins = _NOWHERE  # the place in the page at which words would continue the run that was begun

    def put(self, words: str, raw: int = _NOWHERE, written: int = 0) -> None:
        """Words as they stand at `raw`, or which are `written` long there in other letters."""
        length = len(words)
        if raw != self._joins or written or raw < 0:
            self._end_run()
            if written:
                self._segments.append(Segment(self.length, raw, length, written))
            elif raw >= 0:
                self._start, self._raw, self._joins = self.length, raw, raw + length
        else:
            self._joins = raw + length
        self.parts.append(words)
        self.length += length

    def _end_run(self) -> None:
        if self._joins >= 0:
            self._segments.append(Segment(self._start, self._raw, self._joins - self._raw))
            self._joins = _NOWHERE

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The map back to the page."""
        self._end_run()
        return tuple(self._segments)


def lines_by_label(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of a block, parted where a line of the page's source begins with a further label in bold.

    Publishers forgot the mark-up of a new line; a block that begins with no label is left whole.
    """
    first = next((place for place, piece in enumerate(pieces) if piece.words.strip()), 0)
    starts = [place for place in range(first + 1, len(pieces)) if _begins_label(pieces, place)]
    if not starts or not Block(list(pieces[: starts[0]])).opens_with_label:
        return [list(pieces)]
    return [list(pieces[begin:end]) for begin, end in pairwise((0, *starts, len(pieces)))]


def _begins_label(pieces: Sequence[Piece], place: int) -> bool:
    here, before = pieces[place], pieces[place - 1]
    if not here.bold or before.bold or not before.words.rstrip(" \t").endswith("\n"):
        return False
    return Block(list(pieces[place : place + 2])).opens_with_label


def written(blocks: Sequence[Block]) -> tuple[str, tuple[Segment, ...], list[Place]]:
    """The text of the blocks, the map back to the page, and the place of each block."""
    draft = _Draft()
    places: list[Place] = []
    for block in blocks:
        if places:
            draft.put("\n\n" if block.gap else "\n")
        places.append(_put(block, draft))
    draft.put("\n")
    return "".join(draft.parts), draft.segments, places


def _put(block: Block, draft: _Draft) -> Place:
    start, begun = draft.length, len(draft.parts)
    bold = (_as_it_stands if block.exact else _spaced)(block.pieces, draft)
    return Place(start, draft.length, _label("".join(draft.parts[begun:]), bold) if bold else 0)


def _as_it_stands(pieces: Iterable[Piece], draft: _Draft) -> int:
    """Puts the pieces; how many characters at their beginning are bold."""
    start = bold_end = draft.length
    leads = True
    for piece in pieces:
        draft.put(piece.words, piece.raw, piece.written)
        leads = leads and (piece.bold or piece.words.isspace())
        bold_end = draft.length if leads and piece.bold else bold_end
    return bold_end - start


def _spaced(pieces: Iterable[Piece], draft: _Draft) -> int:
    """Puts the pieces, the blanks in and between them each as one; how many characters at their beginning are bold."""
    start = bold_end = draft.length
    leads = True
    blank: int | None = None  # the place in the page of a blank that waits for the words behind it
    for piece in pieces:
        for words, raw in _runs(piece):
            shown = words.strip(_WHITE)
            leading = words[:1] in _BLANKS
            if leading and blank is None:
                blank = raw if words[0] == " " else _NOWHERE
            if not shown:
                continue
            if blank is not None and draft.length > start:
                draft.put(" ", blank)
            draft.put(shown, piece.raw if raw < 0 else raw + leading, piece.written)
            trailing = len(words) - len(shown) - leading
            blank = None if not trailing else raw if raw < 0 else raw + len(words) - 1
            leads = leads and (piece.bold or shown.isspace())
            bold_end = draft.length if leads and piece.bold else bold_end
    return bold_end - start


def _runs(piece: Piece) -> Sequence[tuple[str, int]]:
    """The words of a piece and where they stand; parted from its blanks where these are more than single spaces."""
    words = piece.words
    raw = _NOWHERE if piece.written else piece.raw
    # Asked one by one: a pattern of them takes ten times as long, and pieces are many.
    spaced = "  " in words or "\n" in words or "\t" in words or "\r" in words or "\f" in words
    if not spaced or words == "\n":
        return ((words, raw),)
    return [(run[0], raw + run.start() if raw >= 0 else raw) for run in _RUN.finditer(words)]


def _label(words: str, bold: int) -> int:
    """The length of a label in bold with its colon or full stop and the blanks after it; 0 where there is none."""
    if not 0 < bold <= LONGEST_LABEL:
        return 0
    found = _AFTER_LABEL.match(words, bold)
    length = found.end() if found else bold
    head = words[:length].rstrip()
    return length if head.endswith((":", "：")) or (head.endswith(".") and length < len(words)) else 0
