"""How do the words of a page's blocks read, and where does each of them stand in the page?

White space of any length and kind, line breaks among it, reads as one blank, except the no-break space, which stays. An
entity reads as its character and keeps its own place. A new line is put in between blocks, an empty one too where the
page begins a paragraph, a heading or a cell; these have no place in the page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise, takewhile
from typing import NamedTuple

from thucydides.vocabulary import PassageKind, Segment

_RUN = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*|[ \t\n\r\f]+")
_BLANKS = frozenset(" \t\n\r\f")
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


@dataclass(slots=True)
class _Draft:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    _runs: list[list[int]] = field(default_factory=list)  # start, raw, length and written of each segment

    def put(self, words: str, raw: int = -1, written: int = 0) -> None:
        if raw >= 0:
            self._map(words, raw, written)
        self.parts.append(words)
        self.length += len(words)

    def _map(self, words: str, raw: int, written: int) -> None:
        if self._runs and not written:
            begin, place, length, other = last = self._runs[-1]
            if not other and place + length == raw and begin + length == self.length:
                last[2] = length + len(words)
                return
        self._runs.append([self.length, raw, len(words), written])

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The map back to the page."""
        return tuple([Segment(*run) for run in self._runs])


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
    start = bold_end = draft.length
    leads = True
    begun = len(draft.parts)
    for words, raw, written, bold in _read(block):
        draft.put(words, raw, written)
        leads = leads and (bold or words.isspace())
        bold_end = draft.length if leads and bold else bold_end
    label = _label("".join(draft.parts[begun:]), bold_end - start) if bold_end > start else 0
    return Place(start, draft.length, label)


def _label(words: str, bold: int) -> int:
    """The length of a label in bold with its colon or full stop and the blanks after it; 0 where there is none."""
    if not 0 < bold <= LONGEST_LABEL:
        return 0
    found = _AFTER_LABEL.match(words, bold)
    length = found.end() if found else bold
    head = words[:length].rstrip()
    return length if head.endswith((":", "：")) or (head.endswith(".") and length < len(words)) else 0


# Words, where they stand in the page, how long they are written there, and whether in bold: a page has thousands.
_Run = tuple[str, int, int, bool]


def _read(block: Block) -> Iterator[_Run]:
    """The runs of words in a block, each blank between them once."""
    if block.exact:
        yield from ((piece.words, piece.raw, piece.written, piece.bold) for piece in block.pieces)
        return
    blank: _Run | None = None
    begun = False
    for run in _runs(block.pieces):
        if run[0][0] in _BLANKS:
            blank = blank or run
            continue
        if blank and begun:
            words, raw, written, bold = blank
            yield " ", raw if words[0] == " " and not written else -1, 0, bold
        yield run
        blank, begun = None, True


def _runs(pieces: Iterable[Piece]) -> Iterator[_Run]:
    for words, raw, written, bold, _link in pieces:
        moves = raw >= 0 and not written
        for run in _RUN.finditer(words):
            yield run[0], raw + run.start() if moves else raw, written, bold
