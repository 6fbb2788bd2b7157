"""Which lines are the title, the headings and the paragraphs of an article?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import unquote

from thucydides.reading.layouts.lines import Line, is_prose, is_short
from thucydides.reading.layouts.lists import SECTIONS, folded
from thucydides.vocabulary import Passage, PassageKind

_HEADING_MARKS = re.compile(r"(?P<open>={1,6}|#{1,6})\s{0,9}(?P<words>\S.{0,200}?)\s{0,9}(?P<close>=|#){0,6}\Z")
_NO_HEADING_ENDS = frozenset(",;.。")
TOP_LINES = 5


def banner(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """A site's line on top of a copied page that runs into the page's title, which then follows once more by itself."""
    return {
        place: Passage(PassageKind.FURNITURE, line.start, line.end)
        for place, (line, after) in enumerate(pairwise(lines[: TOP_LINES + 1]))
        if place not in found and _ends_in(line.words, after.words)
    }


def _ends_in(banner_line: str, title_line: str) -> bool:
    if not is_short(title_line) or len(title_line) < 4 or len(banner_line) > 2_000:
        return False
    shown = folded(unquote(banner_line).replace("_", " "))
    return shown != folded(title_line) and shown.endswith(folded(title_line))


def sections(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """What stands under headings such as "See also" and "References", to the next heading."""
    taken: dict[int, Passage] = {}
    kind: PassageKind | None = None
    for place, line in enumerate(lines):
        if place in found:
            continue
        opened = _section_kind(line)
        if opened or _begins_another(place, lines, found):
            kind = opened
        elif kind is PassageKind.REFERENCE or (kind and is_short(line.words)):
            taken[place] = Passage(kind, line.start, line.end)
    return taken


def _section_kind(line: Line) -> PassageKind | None:
    words = folded(line.words.strip("=# "))
    if words in SECTIONS["works"]:
        return PassageKind.REFERENCE
    return PassageKind.LIST_LINE if words in SECTIONS["links"] else None


def _begins_another(place: int, lines: Sequence[Line], found: Mapping[int, Passage]) -> bool:
    below = lines[place + 1] if place + 1 < len(lines) else None
    return bool(
        _HEADING_MARKS.match(lines[place].words[:250])
        or (below and lines[place].gap and below.gap and is_short(lines[place].words) and is_prose(below.words))
    )


def headings(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """Short lines that stand by themselves above what they head."""
    return dict(_headings(lines, found))


def _headings(lines: Sequence[Line], found: Mapping[int, Passage]) -> Iterator[tuple[int, Passage]]:
    for place, line in enumerate(lines):
        if place in found:
            continue
        if marked := _HEADING_MARKS.match(line.words[:250]):
            level = len(marked["open"])
            start = line.start + marked.start("words")
            yield place, Passage(PassageKind.HEADING, start, start + len(marked["words"]), level=level)
        elif _heads(place, lines, found):
            yield place, Passage(PassageKind.HEADING, line.start, line.end, level=2)


def _heads(place: int, lines: Sequence[Line], found: Mapping[int, Passage]) -> bool:
    """Short, no sentence, apart from what is above, and not merely the first of several short lines."""
    line = lines[place]
    if not is_short(line.words) or line.words[-1] in _NO_HEADING_ENDS or line.words[0].islower():
        return False
    above = place == 0 or bool(line.gap) or place - 1 in found or is_prose(lines[place - 1].words)
    last = place + 1 == len(lines)
    below = last or bool(lines[place + 1].gap) or place + 1 in found or is_prose(lines[place + 1].words)
    return above and below


def title(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """The first heading, if nothing but the site's furniture stands above it."""
    for place in range(len(lines)):
        known = found.get(place)
        if known and known.kind is PassageKind.HEADING:
            return {place: Passage(PassageKind.TITLE, known.start, known.end, level=1)}
        if known is None or known.kind is not PassageKind.FURNITURE:
            return {}
    return {}


def paragraphs(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """What nothing else is."""
    return {
        place: Passage(PassageKind.PARAGRAPH, line.start, line.end)
        for place, line in enumerate(lines)
        if place not in found
    }
