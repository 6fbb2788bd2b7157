"""Which lines show by their own form that they are notes, captions, list lines or the site's furniture?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from thucydides.reading.layouts.lines import OPENING, Line, is_long, is_short
from thucydides.reading.layouts.lists import FURNITURE, HATNOTES, SECTIONS, folded
from thucydides.vocabulary import Passage, PassageKind

# "1. ^ Author", "^ a b Author": the little hats lead back to where the note is cited.
_BACK_LINKED = re.compile(
    r"(?:\[?(?P<mark>\d{1,4})\]?\.?\s{0,9})?(?:\^|↑)\s{0,9}(?:[a-z](?:\s|\.\d)\s{0,9}){0,30}(?=\S)"
)
_MARKED = re.compile(r"\[(?P<mark>\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡])\]\s{0,9}(?=\S)")
_FILE = re.compile(
    r"(?:File|Image|Datei|Bild|Fichier|Archivo|Plik|Файл|ファイル|文件):.{1,250}\.(?:jpe?g|png|gif|svg|tiff?|webp|ogg|webm)\b",
    re.I,
)
_LISTED = re.compile(r"(?:[•·▪◦‣●○■]\s{0,9}|[-–—*]\s{1,9}|\(?\d{1,3}[.)]\s{1,9}|\(?[a-z]\)\s{1,9})(?=\S)")
_FOR_SEE = re.compile(
    r"For .{3,200}, see .{3,200}|.{0,120}\(disambiguation\)\.?|.{1,80} redirects here\..{0,120}", re.I
)
_RULE = re.compile(r"[-=_*~·•\s]{3,500}")
_ENTRY_OF_CONTENTS = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?\s{1,9}\S")


def notes(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """Footnotes and numbered references, with their marks; the passage begins after the mark.

    Letters in brackets are marks only where the notes begin with [a]; elsewhere they name a side.
    """
    lettered = any(line.words.startswith("[a]") for line in lines)
    return {
        place: passage
        for place, line in enumerate(lines)
        if place not in found
        and (passage := _reference(line) or _footnote(line))
        and (lettered or not passage.mark.isalpha())
    }


def _reference(line: Line) -> Passage | None:
    hat = _BACK_LINKED.match(line.words)
    return _after(hat, line, PassageKind.REFERENCE) if hat else None


def behind_back_links(words: str) -> int:
    """Where a reference begins behind the little hats that lead back to its places; 0 where it has none."""
    hat = _BACK_LINKED.match(words)
    return hat.end() if hat else 0


def _footnote(line: Line) -> Passage | None:
    mark = _MARKED.match(line.words)
    return _after(mark, line, PassageKind.FOOTNOTE) if mark else None


def _after(found: re.Match[str], line: Line, kind: PassageKind) -> Passage:
    return Passage(kind, line.start + found.end(), line.end, mark=found["mark"] or "")


def captions(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """The name of a picture's file, and the line right below it, which says what is to be seen."""
    taken: dict[int, Passage] = {}
    for place, line in enumerate(lines):
        below = (
            place - 1 in taken and _FILE.match(lines[place - 1].words) and not line.gap and len(line.words) <= OPENING
        )
        if place not in found and ((below and len(line.words) <= OPENING) or _FILE.match(line.words)):
            taken[place] = Passage(PassageKind.CAPTION, line.start, line.end)
    return taken


def furniture(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """Copyright, navigation, tables of contents, and notes that send the reader to another page."""
    contents = set(_contents(lines))
    return {
        place: Passage(PassageKind.FURNITURE, line.start, line.end)
        for place, line in enumerate(lines)
        if place not in found and (place in contents or of_the_site(line.words))
    }


def of_the_site(words: str) -> bool:
    """Is a line copyright, navigation, a rule, or a note that leads elsewhere?"""
    if _RULE.fullmatch(words):
        return True
    if is_long(words):
        return False
    opening = words.casefold()
    return opening.startswith((*FURNITURE, *HATNOTES)) or _FOR_SEE.fullmatch(words) is not None


def _contents(lines: Sequence[Line]) -> Iterator[int]:
    within = False
    for place, line in enumerate(lines):
        heads = folded(line.words) in SECTIONS["contents"]
        within = heads or (within and _ENTRY_OF_CONTENTS.match(line.words) is not None and is_short(line.words))
        if within:
            yield place


def list_lines(lines: Sequence[Line], found: Mapping[int, Passage]) -> dict[int, Passage]:
    """Lines behind a bullet or a number; the passage begins after it."""
    return {
        place: Passage(PassageKind.LIST_LINE, line.start + bullet.end(), line.end)
        for place, line in enumerate(lines)
        if place not in found and (bullet := _LISTED.match(line.words))
    }
