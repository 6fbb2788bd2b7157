"""Which lines were the rows of an info-box, and of which row?

A flattened info-box keeps its words in order but loses its columns, most headings of its rows, and its flags, of which
only the size of the picture may be left (`23x15px`). What row a line belongs to follows from the headings that are left
and from the fixed order of such boxes: name, picture, date, place, result, belligerents, commanders, strength, losses.
Which side a line belongs to is not shown, so `side` stays 0.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thucydides.reading.layouts.columns import SIDED
from thucydides.reading.layouts.lines import Line, is_long
from thucydides.reading.layouts.lists import BOX_ROWS, BoxRow, box_row
from thucydides.vocabulary import Passage, PassageKind

_PICTURE = re.compile(r"(?:\d{1,4}\s?[x×]\s?)?\d{1,4}\s?px\b")
_FIGURE = re.compile(r"[~≈c<>≥≤±+(]{0,3}\.?\s?\d")
_INLINE = sorted((words for words, row in BOX_ROWS.items() if not row.headed), key=len, reverse=True)
_LINE_HEAD = re.compile(rf"({'|'.join(map(re.escape, _INLINE))})\s{{0,9}}[:：\s]\s{{0,9}}(?=\S)", re.I)
OPENING_ROWS = frozenset(
    {"title", "caption", "part_of", "date", "place", "coordinates", "cause", "territory", "result"}
)


def info_box(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """The rows of every block of lines that shows itself to have been an info-box."""
    taken: dict[int, Passage] = {}
    rows = 0
    for block in _blocks(lines, found):
        if _was_a_box([lines[place] for place in block], follows_box=block[0] - 1 in taken):
            box = _Box(lines, block, rows)
            taken |= dict(box.passages())
            rows = box.row + 1
    return taken


def _blocks(lines: Sequence[Line], found: Mapping[int, Passage]) -> Iterator[list[int]]:
    """Runs of lines without an empty line, a long line, or one that is known to be something else, between them."""
    block: list[int] = []
    for place, line in enumerate(lines):
        if block and (line.gap or place - 1 != block[-1]):
            yield block
            block = []
        if place not in found and not is_long(line.words):
            block.append(place)
    if block:
        yield block


def _was_a_box(block: Sequence[Line], *, follows_box: bool) -> bool:
    headed = sum(1 for line in block if (row := box_row(line.words)) and row.headed)
    inline = sum(1 for line in block if _LINE_HEAD.match(line.words) and not line.words.endswith("."))
    pictures = sum(1 for line in block if _PICTURE.match(line.words))
    if follows_box and headed:
        return True
    return len(block) > 2 and (headed > 1 or pictures > 1 or (headed + pictures > 0 and headed + inline + pictures > 1))


@dataclass(slots=True)
class _Box:
    """The rows of one box while they are told apart."""

    lines: Sequence[Line]
    block: Sequence[int]
    row: int
    label: str = "title"

    def passages(self) -> Iterator[tuple[int, Passage]]:
        for position, place in enumerate(self.block):
            yield place, self._passage(self.lines[place], position)

    def _passage(self, line: Line, position: int) -> Passage:
        if row := box_row(line.words):
            self._turn_to(row.label, position)
            return Passage(PassageKind.FURNITURE, line.start, line.end, label=self.label, row=self.row)
        inline = self._inline(line)
        if inline:
            self._turn_to(inline[0].label, position)
        elif implied := self._implied(line, position):
            self._turn_to(implied, position)
        start = line.start + (inline[1] if inline else 0)
        side = line.side if self.label in SIDED else 0
        return Passage(PassageKind.BOX_LINE, start, line.end, label=self.label, side=side, row=self.row)

    def _turn_to(self, label: str, position: int) -> None:
        self.label = label
        self.row += 1 if position else 0

    def _inline(self, line: Line) -> tuple[BoxRow, int] | None:
        """A heading at the beginning of its line. Below the sides' names such words are part of a value."""
        head = _LINE_HEAD.match(line.words)
        if not head or self.label not in OPENING_ROWS:
            return None
        return BOX_ROWS[head[1].casefold()], head.end()

    def _implied(self, line: Line, position: int) -> str:
        """The row that begins here although its heading was lost; empty if none does."""
        if self.label in OPENING_ROWS and self._names_a_side(line, position):
            return "combatants"
        if self.label == "title" and position:
            return "caption"
        if self.label == "commanders" and _FIGURE.match(_PICTURE.sub("", line.words, count=1).lstrip()):
            return "strength"
        return ""

    def _names_a_side(self, line: Line, position: int) -> bool:
        """A flag begins the belligerents. Without flags they begin below the first line of the result."""
        if _PICTURE.match(line.words):
            return True
        return self.label == "result" and bool(position) and not self._shows_sides_below(position)

    def _shows_sides_below(self, position: int) -> bool:
        below = [self.lines[place].words for place in self.block[position:]]
        for words in below:
            row = box_row(words)
            if row and row.label == "combatants":
                return True
            if row and row.headed:
                return False
            if _PICTURE.match(words):
                return True
        return False
