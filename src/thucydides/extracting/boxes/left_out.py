"""Which numbers of a line are in no claim and in no finding: years, days, calibres, parts of names?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import Claim, Finding, NumberSort, read_numbers

_DIGITS = re.compile(r"\d+")
Places = Sequence[tuple[int, int]]


def places_of(heard: Iterable[Claim | Finding]) -> Places:
    """Where the evidence of claims and the words of findings stand, in order, those that touch as one."""
    spans: list[tuple[int, int]] = []
    for each in heard:
        if isinstance(each, Claim):
            spans += [(piece.span.start, piece.span.end) for piece in each.evidence]
        else:
            spans.append((each.start, each.end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def left_out(scene: Scene, line: Piece, known: Places) -> Iterator[Finding]:
    """A finding for each number of a line that stands in none of the known places; marks of notes apart."""
    free = [found.start() for found in _DIGITS.finditer(line.words) if not _holds(known, line.start + found.start())]
    for number in read_numbers(line.words) if free else ():
        at = line.start + number.start, line.start + number.end
        digits = bisect_left(free, number.start) < bisect_left(free, number.end)
        if digits and number.sort is not NumberSort.NOTE_MARK:
            words = line.words[number.start : number.end][:40]
            yield scene.unread(
                at, f"the {number.sort} {words!r} in a row of the info-box says nothing that is understood"
            )


def _holds(known: Places, place: int) -> bool:
    before = bisect_right(known, place, key=lambda span: span[0])
    return before > 0 and place < known[before - 1][1]
