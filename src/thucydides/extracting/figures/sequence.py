"""What stands in this string, in order: numbers, names, phrases that say what is counted, marks?"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

from thucydides.extracting.figures.lexicon import PHRASES, Kind, Meanings, Row
from thucydides.vocabulary import ActorMention, Gazetteer, NumberPhrase, NumberSort, read_numbers


class Item(NamedTuple):
    """A phrase, number, name or mark at `start` to `end`; `meanings` gives its rows where it has several kinds."""

    start: int
    end: int
    kind: Kind
    word: str = ""
    meanings: Meanings = MappingProxyType({})
    number: NumberPhrase | None = None
    actor: ActorMention | None = None

    def row(self, kind: Kind) -> Row | None:
        """What the phrase says in this kind; None if it is not of this kind."""
        return self.meanings.get(kind)

    def is_a(self, *kinds: Kind) -> bool:
        """Is the item of one of these kinds, first or second?"""
        if self.kind in kinds:
            return True
        return len(self.meanings) > 1 and not self.meanings.keys().isdisjoint(kinds)


_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\n+|\S")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-") | {ord("’"): "'"}
_LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_FOLD = _DASHES | _LOWER
_MARKS = {
    ",": Kind.COMMA, ":": Kind.COLON, "-": Kind.DASH, "(": Kind.OPEN, "[": Kind.OPEN, ")": Kind.CLOSE, "]": Kind.CLOSE,
    ";": Kind.BREAK, "|": Kind.BREAK, "•": Kind.BREAK, "*": Kind.BREAK, "!": Kind.BREAK, "?": Kind.BREAK,
}  # fmt: skip
_NAMES_OF_NOTES = frozenset({"note", "nb", "n", "fn"})
_LETTERED_MARK = re.compile(r"(?<=\S)\[(?:note\s|nb\s|n\s)?[a-z]{1,2}\]")
_WRAPPED = 60  # a line at least so long goes on in the next one


def items_of(words: str, gazetteer: Gazetteer) -> list[Item]:
    """The items of a string, left to right, not overlapping: numbers first, then names, then the longest phrases."""
    folded = words.lower() if words.isascii() else words.translate(_FOLD)
    placed = sorted([*_numbers(words), *_actors(words, gazetteer)], key=lambda item: (item.start, -item.end))
    items: list[Item] = []
    end = 0
    for item in placed:
        if item.start < end:
            continue
        items += _phrases(folded, end, item.start)
        items.append(item)
        end = item.end
    items += _phrases(folded, end, len(words))
    return _without_note_marks(items, words)


def _without_note_marks(items: list[Item], words: str) -> list[Item]:
    """`12,345[1] dead`, `12,345[a] dead`: the mark of a note stands between a number and its noun, and says nothing."""
    if "[" not in words:
        return items
    lettered = [found.span() for found in _LETTERED_MARK.finditer(words)]
    if lettered:
        within = [start for start, _ in lettered]
        items = [
            item for item in items if not (at := bisect_right(within, item.start)) or item.start >= lettered[at - 1][1]
        ]
    marks = {
        place
        for place, item in enumerate(items)
        if item.number and item.number.sort is NumberSort.NOTE_MARK and 0 < place < len(items) - 1
    }
    if not marks:
        return items
    around = {place + step for place in marks for step in (-1, 0, 1)}
    around |= {place - 1 for place in around if place > 0 and items[place].word in _NAMES_OF_NOTES}
    return [item for place, item in enumerate(items) if place not in around]


def _numbers(words: str) -> Iterator[Item]:
    for phrase in read_numbers(words):
        counted = phrase.sort is NumberSort.COUNT
        yield Item(phrase.start, phrase.end, Kind.NUMBER if counted else Kind.OTHER_NUMBER, number=phrase)


def _actors(words: str, gazetteer: Gazetteer) -> Iterator[Item]:
    for mention in gazetteer.actors_in(words):
        yield Item(mention.start, mention.end, Kind.ACTOR, actor=mention)


def _phrases(words: str, start: int, end: int) -> list[Item]:
    """The phrases and marks between two offsets."""
    if end - start < 2 and words[start:end] in ("", " "):
        return []
    tokens = list(_TOKEN.finditer(words, start, end))
    spoken = tuple([token[0] for token in tokens])
    items: list[Item] = []
    at, last = 0, len(tokens)
    while at < last:
        word = spoken[at]
        length, meanings = _longest(spoken, at, known) if (known := PHRASES.get(word)) else _UNKNOWN
        if meanings:
            spelled = word if length == 1 else " ".join(spoken[at : at + length])
            items.append(
                Item(tokens[at].start(), tokens[at + length - 1].end(), next(iter(meanings)), spelled, meanings)
            )
        elif item := _plain(words, word, *tokens[at].span()):
            items.append(item)
        at += length
    return items


_UNKNOWN: tuple[int, Meanings] = (1, {})


def _longest(spoken: tuple[str, ...], at: int, known: list[tuple[tuple[str, ...], Meanings]]) -> tuple[int, Meanings]:
    """How many words the longest phrase has that stands at a place, of those known to begin with its word."""
    for phrase, meanings in known:
        if len(phrase) == 1 or spoken[at : at + len(phrase)] == phrase:
            return len(phrase), meanings
    return _UNKNOWN


def _plain(words: str, word: str, start: int, end: int) -> Item | None:
    """A word that no row knows, or a mark; None for a line's end inside a sentence and marks that say nothing."""
    if word[0].isalnum():
        return Item(start, end, Kind.WORD, word)
    if word[0] == "\n":
        line = words.rfind("\n", 0, start) + 1
        wrapped = end - start == 1 and start - line >= _WRAPPED
        return None if wrapped else Item(start, end, Kind.BREAK, "\n")
    if word == ".":
        ends = end == len(words) or words[end].isspace() or words[end] in '[)"”'
        return Item(start, end, Kind.BREAK, ".") if ends else None
    return Item(start, end, _MARKS[word], word) if word in _MARKS else None
