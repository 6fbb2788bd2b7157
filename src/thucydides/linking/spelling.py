"""Which words do two languages or romanisations spell differently and mean as one?

Three steps, each coarser: the word in plain small letters; its consonants, with the letters that romanisations exchange
made one (`spelling`); and its sound, where also b, p, v and f, d and t, g and k, l and r are one (`sound`).
"""

import re
import unicodedata

from anyascii import anyascii

from thucydides.vocabulary import tokens

# Letters that the romanisations of one name exchange: kh and k and h, ts and s, w and v.
_ALIKE = (
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("sch", "s"), ("zh", "k"), ("sh", "s"),
    ("ch", "k"), ("tz", "s"), ("ts", "s"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("h", "k"),
    ("w", "v"), ("z", "s"), ("j", "i"), ("y", "i"),
)  # fmt: skip
_VOICELESS = str.maketrans("bdglvf", "ptkrpp")
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0487\u064b-\u065f]")
_UNMARKED = str.maketrans("ıøłđðß", "ioldds")  # letters that no accent can be taken from
_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")
_NO_LETTERS = re.compile("[^a-z0-9]+")  # soft signs and the like
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_LAST_WITH_ACCENTS = 0x1FFF  # beyond the alphabets, a mark is part of the letter


def plain(words: str) -> str:
    """Small letters without accents; scripts beyond the alphabets stay as they are."""
    if words.isascii():
        return words.casefold()
    if any(ord(letter) > _LAST_WITH_ACCENTS and letter.isalpha() for letter in words):
        return words.casefold()
    return _MARKS.sub("", unicodedata.normalize("NFKD", words)).casefold().translate(_UNMARKED)


def spelling(word: str) -> str:
    """A word without what romanisations and spellings change: its consonants, like ones made one.

    A word in Chinese characters stays itself, for it is written the same whatever it sounds like.
    """
    if _HAN.search(word):
        return word
    return _consonants(romanised(word))


def sound(word: str) -> str:
    """What is left of a word's sound in any script: its consonants, voiced or not."""
    return _DOUBLED.sub(r"\1", _consonants(romanised(word)).translate(_VOICELESS))


def romanised(word: str) -> str:
    """A word in Latin letters."""
    return word if word.isascii() else _NO_LETTERS.sub("", anyascii(word).casefold())


def slug(words: str) -> str:
    """Small letters, digits and hyphens; other scripts keep their letters."""
    return "-".join(tokens(plain(words)))


def _consonants(word: str) -> str:
    for written, kept in _ALIKE:
        word = word.replace(written, kept)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word)) or word
