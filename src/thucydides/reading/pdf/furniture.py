"""Which lines are no words of the author but heads, feet and numbers of the page?

What stands at the edge of several pages in the same place and in the same words, figures apart; and a number alone.
"""

import re
from collections import Counter
from collections.abc import Hashable

from thucydides.reading.pdf.lines import Printed, PrintedLine

_EDGE = 0.12
"""So much of a page's height, above and below, is edge."""
_STEP = 4.0  # points by which the same line may stand higher or lower on another page
_FIGURES = re.compile(r"\d+|\b[ivxlc]+\b")
_NUMBER = re.compile(r"[-–—\[(]?\s?(?:\d{1,4}|[ivxlc]{1,7})\s?[-–—\])]?", re.IGNORECASE)
_FEWEST = 2


def furniture(found: Printed) -> frozenset[int]:
    """The places of these lines in the row of lines."""
    edges = {place: line for place, line in enumerate(found.lines) if _at_the_edge(line, found.heights[line.page])}
    pages: Counter[Hashable] = Counter()
    for kind, _ in {(_kind(line), line.page) for line in edges.values()}:
        pages[kind] += 1
    return frozenset(
        place for place, line in edges.items() if pages[_kind(line)] >= _FEWEST or _NUMBER.fullmatch(line.words)
    )


def _at_the_edge(line: PrintedLine, height: float) -> bool:
    return line.bottom > height * (1 - _EDGE) or line.top < height * _EDGE


def _kind(line: PrintedLine) -> Hashable:
    return _FIGURES.sub("#", line.words.casefold()), round(line.bottom / _STEP)
