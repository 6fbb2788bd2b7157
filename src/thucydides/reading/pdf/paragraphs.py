"""Which printed lines are one paragraph?

A line goes on in the next where it was broken for want of room: it reaches the right edge of its column, the next one
begins at the left edge, no farther below than lines stand, in letters of the same size.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from thucydides.reading.pdf.lines import DIVIDED, PrintedLine

_SAME_SIZE = 0.12
_LEADING = 1.4  # a paragraph's lines stand no farther apart than so many times the usual distance
_INDENT = 0.7  # ems
_LABEL = re.compile(r"[^\W\d_a-z][\w()/#'’ ]{1,30}:(?:\s|$)")
_FEWEST_LABELS = 4  # so many lines that begin with a label make a record
_ITEM = re.compile(r"[•▪◦●‣]\s")
_SLACK = 2  # letters
_COLUMN = 3.0  # ems by which the lines of one column may begin farther right
_ENDS = ".!?:;。！？…"
HYPHENS = f"-‐\xad{DIVIDED}"
_CLOSING = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Column:
    """The edges within which the lines of a column stand, and how far apart."""

    left: float
    right: float
    leading: float


def paragraphs(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """The lines in groups, each a paragraph, a heading, or a row of a table."""
    columns = _Columns(lines)
    labelled = sum(_LABEL.match(line.words) is not None for line in lines) >= _FEWEST_LABELS
    group: list[PrintedLine] = []
    for line in lines:
        begins = _ITEM.match(line.words) or (labelled and _LABEL.match(line.words))
        if group and (begins or not _goes_on(group[-1], line, columns)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def usual_size(lines: Sequence[PrintedLine]) -> float:
    """The size in which most of the words are set."""
    sizes: dict[float, int] = {}
    for line in lines:
        sizes[round(line.size, 1)] = sizes.get(round(line.size, 1), 0) + len(line.words)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


class _Columns:
    """The columns of every page, known by where their lines begin."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self._step = _COLUMN * max(usual_size(lines), 1.0)
        grouped: dict[tuple[int, int], list[PrintedLine]] = {}
        for line in lines:
            grouped.setdefault(self._place(line), []).append(line)
        self._columns = {place: _column(held) for place, held in grouped.items()}

    def of(self, line: PrintedLine) -> Column:
        """The column in which a line stands."""
        return self._columns[self._place(line)]

    def _place(self, line: PrintedLine) -> tuple[int, int]:
        return line.page, round(line.left / self._step)


def _column(lines: Sequence[PrintedLine]) -> Column:
    steps = [
        above.bottom - below.bottom
        for above, below in pairwise(lines)
        if 0 < above.bottom - below.bottom < 3 * max(above.size, below.size)
    ]
    size = median(line.size for line in lines)
    return Column(
        min(line.left for line in lines), max(line.right for line in lines), median(steps) if steps else 1.2 * size
    )


def _goes_on(line: PrintedLine, after: PrintedLine, columns: _Columns) -> bool:
    if line.is_row or after.is_row or abs(line.size - after.size) > _SAME_SIZE * line.size:
        return False
    column, other = columns.of(line), columns.of(after)
    if not _is_full(line, after, column):
        return False
    if _is_below(line, after):
        near = line.bottom - after.bottom <= _LEADING * column.leading
        return near and after.left - min(line.left, column.left) < _INDENT * line.size
    at_the_edge = after.left - other.left < _INDENT * after.size
    return at_the_edge and not _ends_a_sentence(line.words)


def _is_below(line: PrintedLine, after: PrintedLine) -> bool:
    return line.page == after.page and after.top < line.top and after.left < line.right and line.left < after.right


def _is_full(line: PrintedLine, after: PrintedLine, column: Column) -> bool:
    """Would the first word of the next line have had no room in this one? A hyphen at its end says so."""
    if line.words[-1] in HYPHENS:
        return True
    letters = max(len(line.words), 1)
    width = (line.right - line.left) / letters
    first = len(after.words.split(maxsplit=1)[0])
    return line.right + width * (first + _SLACK) > column.right


def _ends_a_sentence(words: str) -> bool:
    return words.rstrip(_CLOSING)[-1:] in _ENDS
