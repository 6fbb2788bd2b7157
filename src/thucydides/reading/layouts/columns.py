"""Which cells of an info-box stand on each line of a copy that kept its columns?

A browser copies a table with a tab between cells and a new line between rows, so that a cell of several lines goes on
until the next tab. Programs that make text of pages put bars or wide blanks between the cells of a row instead. Such
lines are taken apart, and each cell gets its side; a copy without any such mark is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from thucydides.reading.layouts.lines import Line
from thucydides.reading.layouts.lists import BOX_ROWS, box_row

FEWEST_HEADINGS = 2
MOST_SIDES = 5
SIDED = frozenset(row.label for row in BOX_ROWS.values() if row.headed)
_BETWEEN = re.compile(r"\t|(?:^\s*|\s)\|(?:\s|\s*$)|(?<=\S) {3,}(?=\S)")
_RULE = re.compile(r"[\s|:+=-]*\Z")


@dataclass(slots=True)
class _Part:
    """A cell, or a line of one. `cells`: how many ends of cells stand before it on its line;
    `tabbed`: are they tabs."""

    line: Line
    cells: int
    tabbed: bool
    first: bool


@dataclass(slots=True)
class _Section:
    """The cells below one heading."""

    label: str
    parts: list[_Part] = field(default_factory=list)

    @property
    def tabbed(self) -> bool:
        """Do tabs part its cells, so that one may have several lines?"""
        return all(part.tabbed for part in self.parts if part.cells)

    @property
    def columns(self) -> int:
        """How many cells stand in its row."""
        if self.tabbed:
            return 1 + sum(part.cells for part in self.parts)
        column = most = 1
        for part in self.parts:
            column = (1 if part.first else column) + part.cells
            most = max(most, column)
        return most


def in_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text, those of an info-box that kept its columns parted into their cells."""
    return tuple(part for run in _runs(lines) for part in _parted(run))


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines without an empty line between them."""
    run: list[Line] = []
    for line in lines:
        if run and line.gap:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _parted(run: list[Line]) -> list[Line]:
    rows = [_cells_of(line) for line in run]
    labels = {row.label for cells in rows for part in cells if (row := box_row(part.line.words)) and row.headed}
    kept = any(part.cells for cells in rows for part in cells)
    if not kept or "combatants" not in labels or len(labels) < FEWEST_HEADINGS:
        return run
    sections = list(_sections(rows))
    sides = max((each.columns for each in sections if each.label == "combatants" and each.parts), default=1)
    return [line for section in sections for line in _placed(section, min(sides, MOST_SIDES))]


def _cells_of(line: Line) -> list[_Part]:
    """The cells of a line, with the number of ends of cells that stand before each."""
    if _RULE.match(line.words):
        return []
    parts: list[_Part] = []
    last, passed, tabbed = 0, 0, False
    for cut in (*_BETWEEN.finditer(line.words), None):
        end = cut.start() if cut else len(line.words)
        words = line.words[last:end].strip()
        if words:
            start = line.start + last + len(line.words[last:end]) - len(line.words[last:end].lstrip())
            gap = line.gap if not parts else 0
            cell = replace(line, start=start, end=start + len(words), words=words, gap=gap)
            parts.append(_Part(cell, passed, tabbed, first=not parts))
            passed = 0
        if cut and not (cut.start() == 0 and "|" in cut[0]):
            passed, tabbed = passed + 1, cut[0] == "\t"
        last = cut.end() if cut else last
    return parts


def _sections(rows: Sequence[Sequence[_Part]]) -> Iterator[_Section]:
    section = _Section("")
    for cells in rows:
        for place, part in enumerate(cells):
            row = box_row(part.line.words) if place == 0 else None
            if row:
                yield section
                yield _Section("", [part])
                section = _Section(row.label)
            elif place == 1 and not section.parts and part.cells == 1:
                section.parts.append(replace(part, cells=0, first=True))
            else:
                section.parts.append(part)
    yield section


def _placed(section: _Section, sides: int) -> Iterator[Line]:
    """The cells of a section with their sides: counted through it where tabs part them, else in each line anew."""
    told = section.label in SIDED and sides > 1 and any(part.cells for part in section.parts)
    column = 1
    for place, part in enumerate(section.parts):
        if told:
            column = _column(section, place, column, sides)
        yield replace(part.line, side=column) if told else part.line


def _column(section: _Section, place: int, before: int, sides: int) -> int:
    part = section.parts[place]
    if not section.tabbed:
        return min((1 if part.first else before) + part.cells, sides)
    ahead = _ends_on_line(section.parts, place + 1)
    if part.first and not part.cells:
        return 1 if before + ahead > sides else before
    return min(before + part.cells, sides)


def _ends_on_line(parts: Sequence[_Part], place: int) -> int:
    """How many ends of cells follow on the same line."""
    ends = 0
    while place < len(parts) and not parts[place].first:
        ends += parts[place].cells
        place += 1
    return ends
