"""Where does a sentence end?"""

import re
from collections.abc import Iterator

from thucydides.extracting.narrative.lexicon import phrases
from thucydides.extracting.pieces import Piece

LONGEST = 2_000
_STOP = re.compile(r"[.!?…](?:[\"”’'»)\]]{0,3}(?:\[[\w ]{1,12}\]){0,8})(?=\s|$)|\n\s*\n")
_LAST_WORD = re.compile(r"(?:[^\W_]\.)*[^\W_]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_MAY_END = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$|\b(?:inst|ult|prox)$")  # U.S.; the 3rd inst.
_CAPITALISED = re.compile(r"\s+([A-Z]\w*)")
_OPENS = re.compile(r"\s+[\"“‘'(\[«]{0,3}([^\W_]?)")


def sentences_of(paragraph: Piece) -> Iterator[Piece]:
    """The sentences of a paragraph, in order; one that never ends is cut at a blank after LONGEST characters."""
    last = 0
    for end in (*_ends(paragraph.words), len(paragraph.words)):
        while end - last > LONGEST:
            cut = paragraph.words.rfind(" ", last + 1, last + LONGEST)
            cut = cut if cut > last else last + LONGEST
            yield from _piece(paragraph, last, cut)
            last = cut
        yield from _piece(paragraph, last, end)
        last = end


def _piece(paragraph: Piece, start: int, end: int) -> Iterator[Piece]:
    if sentence := paragraph.part(start, end):
        yield sentence


def _ends(words: str) -> Iterator[int]:
    opened = counted = 0
    for stop in _STOP.finditer(words):
        opened += _opening(words[counted : stop.end()])
        counted = stop.end()
        if stop.group().isspace() or _is_end(words, stop, opened):
            opened = 0
            yield stop.end()


def _opening(words: str) -> int:
    return words.count("(") + words.count("[") - words.count(")") - words.count("]")


def _is_end(words: str, stop: re.Match[str], opened: int) -> bool:
    following = _OPENS.match(words, stop.end())
    if opened > 0 or (following and following[1].islower()):
        return False
    if stop.group()[0] != ".":
        return True
    before = words[max(0, stop.start() - 24) : stop.start()]
    return not _is_abbreviation(before) or (_MAY_END.search(before) is not None and _begins(words, stop.end()))


def _begins(words: str, end: int) -> bool:
    """Does an article or a pronoun with a capital follow, as after `the U.S.` at the end of a sentence?"""
    following = _CAPITALISED.match(words, end)
    return following is not None and following[1] in phrases("no_names")


def _is_abbreviation(before: str) -> bool:
    """Does the word before the stop end with a stop of its own: Gen., J., U.S.?"""
    word = _LAST_WORD.search(before, before.rfind(" ") + 1)
    if word is None:
        return False
    said = word.group()
    return said.casefold() in phrases("abbreviations") or (not said.isdigit() and _INITIALS.fullmatch(said) is not None)
