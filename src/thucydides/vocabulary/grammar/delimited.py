"""Which cells does a table of data have, and where does each stand?

Commas, semicolons, tabs or bars between the cells; a cell may stand in quotation marks, with the marks inside doubled,
and may then hold the delimiter and line breaks. Nothing is changed: a cell is its offsets in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

DELIMITERS = ",\t;|"
_BLANKS = " \t\u00a0\ufeff"


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: where it begins and ends, and the offsets of each cell without blanks and quotation marks around it."""

    start: int
    end: int
    places: tuple[tuple[int, int], ...]


def delimiter_of(content: str) -> str:
    """The sign that stands most often in the first row, outside quotation marks; a comma where none does."""
    opening = re.sub(r'"[^"]*"', "", content[: content.find("\n")] if "\n" in content else content)
    return max(DELIMITERS, key=opening.count)


def rows_of(content: str, delimiter: str, start: int = 0) -> Iterator[Cells]:
    """Every row from an offset on, without blank lines. A quotation mark that is never closed is a letter as others."""
    at, size = start, len(content)
    while at < size:
        stop = content.find("\n", at)
        stop = size if stop < 0 else stop
        if content.find('"', at, stop) < 0:
            places = _plain(content, at, stop, delimiter)
        else:
            places, stop = _quoted(content, at, delimiter)
        if len(places) > 1 or places[0][0] < places[0][1]:
            yield Cells(at, stop, places)
        at = stop + 1


def _plain(content: str, at: int, stop: int, delimiter: str) -> tuple[tuple[int, int], ...]:
    places = []
    for words in content[at:stop].split(delimiter):
        places.append(_trimmed(content, at, at + len(words)))
        at += len(words) + 1
    return tuple(places)


def _quoted(content: str, at: int, delimiter: str) -> tuple[tuple[tuple[int, int], ...], int]:
    places = []
    cell = _cell(delimiter)
    while True:
        found = cell.match(content, at)
        assert found is not None  # the pattern also matches nothing
        inner = found.span("inner")
        places.append(inner if inner[0] >= 0 else _trimmed(content, *found.span()))
        at = found.end()
        if at >= len(content) or content[at] == "\n":
            return tuple(places), at
        at += 1


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    sign = re.escape(delimiter)
    return re.compile(rf'[ ]*"(?P<inner>(?:[^"]++|"")*+)"[ ]*(?={sign}|\n|\Z)|[^{sign}\n]*')


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and content[start] in _BLANKS:
        start += 1
    while end > start and content[end - 1] in _BLANKS:
        end -= 1
    return start, end
