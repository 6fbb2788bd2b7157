"""Where does a folded letter stand in the words as written?

Folding lets a name be found whatever its case, accents and dashes; the offsets lead back to the words.
"""

import re
import unicodedata
from dataclasses import dataclass

_MARKS = re.compile("[\u0300-\u036f]")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u30a0"
_QUOTES = "\u2018\u2019\u201b\u02bc\u02bb\u2032\u00b4\u0060\uff07"
# Letters of one alphabet that its languages write differently.
_ALIKE = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "׳": "'", "״": '"'})
# Beyond the alphabets, a mark is part of the letter: folding it would make one kana of two.
_LAST_OF_THE_ALPHABETS = 0x1FFF


class _Folds(dict[int, str]):
    """What each character folds to; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


def _folded(character: str) -> str:
    if character in _DASHES:
        return "-"
    if character in _QUOTES:
        return "'"
    if character.isspace():
        return " "
    if _MARKS.match(character):
        return ""
    if ord(character) > _LAST_OF_THE_ALPHABETS:
        return unicodedata.normalize("NFKC", character) if 0xFF00 <= ord(character) <= 0xFF5E else character
    if character in "ـ\u200c\u200d":
        return ""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", character)).casefold() or character
    return bare.translate(_ALIKE)


_FOLDS = _Folds()


@dataclass(frozen=True, slots=True)
class Folded:
    """Words without case, accents and kinds of dash. `places`: where each character came from; empty if unmoved."""

    words: str
    places: tuple[int, ...] = ()

    def place(self, offset: int) -> int:
        """Where, in the words as written, the folded character at `offset` stands."""
        return self.places[offset] if self.places else offset


def folded_words(words: str) -> str:
    """The folded words alone."""
    return words.translate(_FOLDS)


def fold(words: str) -> Folded:
    """The folded words, with the way back."""
    if words.isascii() and words.isprintable() and "`" not in words:
        return Folded(words.lower())  # most English sentences: nothing to fold but capitals
    folded = words.translate(_FOLDS)
    if len(folded) == len(words) and not _MARKS.search(words):
        return Folded(folded)
    places = [place for place, character in enumerate(words) for _ in _FOLDS[ord(character)]]
    return Folded(folded, (*places, len(words)))
