"""Which numbers stand in these words, and could the words mean this one?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from thucydides.vocabulary.counts import Count, Qualifier
from thucydides.vocabulary.grammar.numbers.amounts import Amount, amount_at
from thucydides.vocabulary.grammar.numbers.digits import Form, NumberHabit
from thucydides.vocabulary.grammar.numbers.lexicon import (
    AFTER,
    DEGREES,
    FOLLOWERS,
    FRACTIONS,
    MONTHS,
    ONES,
    SCALES,
    STARTS,
    TENS,
    UNITS,
    USE,
)
from thucydides.vocabulary.grammar.numbers.phrases import NumberPhrase, NumberSort
from thucydides.vocabulary.grammar.numbers.pieces import Kind, Pieces, glued, longest_at, pieces_of
from thucydides.vocabulary.grammar.numbers.uses import NO_COUNT_BEFORE, sort_of

_COUNTING = (NumberSort.COUNT, NumberSort.RATIO)
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_ROMAN = frozenset("ivxlc")
_LONGEST_ROMAN = 6
# Nothing but a figure, as it stands in a cell of a table: no year, no mark of a note, no separators to be weighed.
_BARE = re.compile(r"\d+(?:\.\d+)?(?:[eE]\+?\d\d?)?")
_HABITS = tuple(map(NumberHabit, (",", ".", " ", "'")))


# A claim's words are read once to hear the claim and again to prove it.
@lru_cache(maxsize=256)
def read_numbers(words: str, habit: NumberHabit | None = None) -> tuple[NumberPhrase, ...]:
    """Every number in the words, figures and number words, left to right, not overlapping.

    `habit`: how the document groups its digits; without it the words themselves are asked.
    """
    return tuple(_phrases(words, habit or NumberHabit.of(words)))


# Whoever hears a figure asks first, and the claim asks again.
@lru_cache(maxsize=256)
def could_mean_count(words: str, count: Count) -> bool:
    """Do these words give this count: its bounds and its qualifier?

    True if some reading does; where the words hold no other number, `a`, `an` and `another` may be one.
    """
    if (bare := _BARE.fullmatch(words)) and _is_bare(float(bare[0]), count):
        return True
    if _is_plainly(words, count):
        return True
    readings = [phrase.count for phrase in read_numbers(words)]
    if _among(count, readings) or (not any(readings) and _one_by_article(words, count)) or _said_in_code(words, count):
        return True
    if count.qualifier is Qualifier.VAGUE and _vaguely(words, count):
        return True
    return any(_among(count, [phrase.count for phrase in read_numbers(words, habit)]) for habit in _HABITS)


def _phrases(words: str, habit: NumberHabit) -> Iterator[NumberPhrase]:
    pieces = pieces_of(words)
    until = 0
    for at in _beginnings(pieces):
        if at >= until:
            phrase, until = _phrase_at(words, pieces, at, habit)
            if phrase:
                yield phrase


def _beginnings(pieces: Pieces) -> list[int]:
    """The places at which a number may begin."""
    said, figure = pieces.said, Kind.FIGURE
    return [
        at
        for at, (word, kind) in enumerate(zip(said, pieces.kinds, strict=False))
        if kind is figure
        or word in STARTS
        or (word in FOLLOWERS and said[at + 1] in FOLLOWERS[word])
        or (word[0] in _ROMAN and _is_roman(pieces, at))
    ]


def _is_roman(pieces: Pieces, at: int) -> bool:
    """Is it a number in Roman letters, none of them small?"""
    return (
        _ROMAN.issuperset(pieces.said[at]) and len(pieces.said[at]) <= _LONGEST_ROMAN and pieces[at].written.isupper()
    )


def _phrase_at(words: str, pieces: Pieces, at: int, habit: NumberHabit) -> tuple[NumberPhrase | None, int]:
    """The phrase that begins at a piece, if one does, and the piece to go on with."""
    if last := _ordinal(pieces, at):
        sort = NumberSort.FORMATION if _names_formation(pieces, last) else NumberSort.ORDINAL
        sort = NumberSort.DATE if _dated(pieces, at, last) else sort
        return NumberPhrase(pieces.spots[at][0], pieces.spots[last - 1][1], sort), last
    if _fraction(pieces, at):
        last = at + 1 if pieces.said[at] == "half" else at + 2
        return NumberPhrase(pieces.spots[at][0], pieces.spots[last - 1][1], NumberSort.PROPORTION), last
    amount = amount_at(pieces, at, habit)
    if amount is None or _is_pronoun(pieces, amount):
        return None, at + 1 if amount is None else amount.last
    start, end = pieces.spots[amount.first][0], pieces.spots[amount.last - 1][1]
    sort = sort_of(pieces, amount)
    counted = amount.as_count(words[start:end]) if sort in _COUNTING else None
    return NumberPhrase(start, end, sort, counted), amount.last


def _ordinal(pieces: Pieces, at: int) -> int:
    """Where an ordinal that begins at a piece ends (`57th`, `twenty-first`, `IV Corps`); 0 if none does."""
    word = pieces.said[at]
    if pieces.kinds[at] is Kind.FIGURE:
        return at + 2 if pieces.said[at + 1] in _SUFFIXES and glued(pieces, at + 1) else 0
    if word in USE["ordinals"]:
        return at + 1
    if word in TENS and pieces.said[at + 1] == "-" and pieces.said[at + 2] in USE["ordinals"]:
        return at + 3
    return (
        at + 1
        if _is_roman(pieces, at) and pieces.said[at + 1] in ("corps", "army", "fleet", "legion", "division")
        else 0
    )


def _names_formation(pieces: Pieces, last: int) -> bool:
    """Does a formation's name follow, perhaps after more ordinals and names (`1st and 2nd Guards Tank Army`)?"""
    for place in range(last, min(last + 6, len(pieces))):
        piece = pieces[place]
        if piece.word in UNITS["formations"]:
            return True
        passes = piece.kind is Kind.FIGURE or piece.word in ("and", ",", "-", *_SUFFIXES) or piece.written[:1].isupper()
        if not passes:
            return False
    return False


def _dated(pieces: Pieces, at: int, last: int) -> bool:
    beside = {pieces.said[at - 1], pieces.said[last]}
    if pieces.said[last] == "of":
        beside.add(pieces.said[last + 1])
    return bool(MONTHS & beside)


def _fraction(pieces: Pieces, at: int) -> bool:
    """`a third of`, `half of`, `half its`."""
    first, second = pieces.said[at], pieces.said[at + 1]
    if first in ("a", "one", "the") and second in USE["fraction_nouns"]:
        return pieces.said[at + 2] == "of" and pieces.said[at + 4] not in SCALES
    return first == "half" and second in ("of", "its", "their", "his", "the")


def _is_pronoun(pieces: Pieces, amount: Amount) -> bool:
    """`no one`, `one another`, `the one who`: not the number."""
    if amount.form is not Form.SPELLED or amount.last - amount.first != 1 or pieces.said[amount.first] != "one":
        return False
    before, after = pieces.said[amount.first - 1], pieces.said[amount.last]
    return before in USE["not_one_before"] or after in USE["not_one_after"] or after == ""


def _among(count: Count, readings: list[Count | None]) -> bool:
    return any(
        (read.low, read.high, read.qualifier) == (count.low, count.high, count.qualifier)
        and (count.qualifier is not Qualifier.VAGUE or _same_words(read.as_written, count.as_written))
        for read in readings
        if read
    )


def _same_words(said: str, written: str) -> bool:
    return {piece.word for piece in pieces_of(written)} <= {piece.word for piece in pieces_of(said)}


def _vaguely(words: str, count: Count) -> bool:
    """A word of degree that stands in the words, wherever it stands: the heading says that losses are meant."""
    written = pieces_of(count.as_written)
    degree = longest_at(written, 0, DEGREES) if written else None
    return degree is not None and _same_words(words, count.as_written)


# `1,234 men killed`: a figure that is no year, and words of which none can bound it, go on with it or be a number.
_PLAINLY = re.compile(r"([1-9]\d{0,2}(?:,\d{3}){0,3})((?: [a-z]+)+)")
_SPEAKING = frozenset().union(STARTS, FOLLOWERS, SCALES, FRACTIONS, AFTER, NO_COUNT_BEFORE, ("to", "or", "and"))


def _is_plainly(words: str, count: Count) -> bool:
    """Is it said so plainly that the grammar need not be asked? Most figures are."""
    plain = _PLAINLY.fullmatch(words)
    if plain is None or count.qualifier is not Qualifier.EXACT or not _SPEAKING.isdisjoint(plain[2].split()):
        return False
    return count.low == count.high == int(plain[1].replace(",", ""))


def _is_bare(figure: float, count: Count) -> bool:
    """A figure that stands alone is exact; nought is none as well."""
    return count.low == count.high == figure and count.qualifier in (
        (Qualifier.EXACT,) if figure else (Qualifier.EXACT, Qualifier.NONE)
    )


def _one_by_article(words: str, count: Count) -> bool:
    if (count.qualifier, count.low, count.high) != (Qualifier.EXACT, 1, 1):
        return False
    pieces = pieces_of(words)
    return not any(piece.kind is Kind.FIGURE or piece.word in ONES for piece in pieces) and any(
        piece.word in ("a", "an", "another") for piece in pieces
    )


def _said_in_code(words: str, count: Count) -> bool:
    """The signs of tables: `0` is exactly nought as well as none, `-9` (Correlates of War) and `?` are unknown."""
    sign = words.strip()
    if sign == "0":
        return (count.qualifier, count.low) == (Qualifier.EXACT, 0)
    return count.qualifier is Qualifier.UNKNOWN and sign in ("-9", "?", "??", "—", "n/a")
