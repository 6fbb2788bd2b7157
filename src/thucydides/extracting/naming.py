"""Is this the name of an event, and of what kind?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from thucydides.extracting.phrases import PhraseTable, rows_of
from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import EventKind

_NOUNS = PhraseTable.of(rows_of("event_nouns"))
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’']{0,30}"
_JOINED = rf"{_CAPITAL}(?:[–-]{_CAPITAL}){{0,3}}"
_BEFORE = re.compile(rf"((?:{_JOINED}\s){{1,5}})$")
_AFTER = re.compile(rf"\s(?:of|at|for)\s(?:the\s)?((?:{_JOINED})(?:\s{_JOINED}){{0,3}})")
LOSSES_OF_IT = r"\s(?:deaths?|dead|casualt(?:y|ies)|loss(?:es)?|fatalit(?:y|ies)|wounds?)\b"
"""What follows a noun that names no event: so many *battle deaths*."""
_LOSSES_OF_IT = re.compile(LOSSES_OF_IT)
_DETERMINERS = frozenset(
    ["The", "A", "An", "This", "That", "In", "On", "At", "After", "Before", "During", "By", "When", "While", "Both",
     "First", "Second", "Third", "Another", "His", "Their", "Its", "Our", "As", "From", "For", "Although", "Since"]
)  # fmt: skip


# The heading of a section is asked about for every work that is cited there.
@lru_cache(maxsize=256)
def event_kind(name: str) -> EventKind:
    """The kind that the noun of a name tells: the noun before `of`, else the last one."""
    found = list(_NOUNS.found_in(name.split(" of ")[0])) or list(_NOUNS.found_in(name))
    return EventKind(found[-1].code) if found else EventKind.UNKNOWN


def named_events(piece: Piece) -> Iterator[tuple[Piece, EventKind, str]]:
    """Every proper name with a noun of events beside it: where it stands, its kind, the proper part of the name."""
    for noun in _NOUNS.found_in(piece.words):
        kind = EventKind(noun.code)
        if (after := _AFTER.match(piece.words, noun.end)) and piece.words[noun.start].isupper():
            yield piece.part(noun.start, after.end()), kind, after[1]
        elif _LOSSES_OF_IT.match(piece.words, noun.end):
            continue
        elif before := _BEFORE.search(piece.words[max(0, noun.start - 160) : noun.start]):
            begin = noun.start - len(before[1]) + _determiner(before[1])
            if begin < noun.start:
                yield piece.part(begin, noun.end), kind, piece.words[begin : noun.start]


def _determiner(words: str) -> int:
    """How many characters at the front are a word that is no part of a name."""
    first = words.split(maxsplit=1)[0]
    return len(words) - len(words[len(first) :].lstrip()) if first in _DETERMINERS else 0
