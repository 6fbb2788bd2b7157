"""Which words speak of time, and by which letter do the tables of this grammar know them?

The words are data, in `words.toml`. Letters:

    m month   a its abbreviation   l, w the same in lower case (w: also another word, or another language)
    d number to 31   o ordinal to 31st   y three or four digits   2 other two digits   # any other number
    H ordinal that is no day   F a date in figures   D decade   C century   s season   v part (early, late)   e era
    k Old or New Style   W weekday   U unit of time   z number word   h hundred   j half   g a, an   R Roman number
    P month of the Republic   Q Islamic month   G reign   I M K the signs for year, month, day
    Z yesterday   r the month seen from the day of writing (inst., ult.)
    L later   J earlier   X next   V previous   = same   E event   q what is counted   p page, volume
    N capitalised word   x other word   _ function word   ¶ end of a paragraph   ! other sign
    and the little words i n S u f t b & | B A Y ≥ @ O T c ~ as listed in the file.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

Meaning = tuple[str, Any]

_FILE: dict[str, Any] = tomllib.loads(
    files("thucydides.vocabulary.grammar.dates").joinpath("words.toml").read_text(encoding="utf-8")
)
REIGNS: dict[str, int] = _FILE["reigns"]
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
ROMAN = {roman: number for number, roman in enumerate(_ROMANS, start=1)}
_SIGNS = {
    "-": "-‐‑‒–—−〜～", "/": "/", ",": ",，、", "(": "([（", ")": ")]）", ".": ".", ":": ":", ";": ";", "?": "?",
}  # fmt: skip
_DIRECTIONS = {"after": "L", "before": "J", "next": "X", "previous": "V", "same": "="}


def _forms(word: str) -> tuple[str, ...]:
    return word, word.capitalize(), word.upper(), word.title()


def _alike(words: dict[str, Any], letter: str) -> Iterator[tuple[str, Meaning]]:
    """Words whose value stands beside them, in every use of capitals."""
    for word, value in words.items():
        yield from ((form, (letter, value)) for form in _forms(word))


def _months() -> Iterator[tuple[str, Meaning]]:
    months = _FILE["months"]
    for number, names in enumerate(months["names"], start=1):
        full, *abbreviations = names
        common = full in months["common_words"]
        yield from ((form, ("m", number)) for form in (full.capitalize(), full.upper()))
        yield full, ("w" if common else "l", number)
        for short in abbreviations:
            yield from ((form, ("a", number)) for form in (short.capitalize(), short.upper()))
            yield short, ("w", number)
    for letter, key in (("w", "foreign"), ("P", "republican"), ("Q", "islamic")):
        for number, names in enumerate(months[key], start=1):
            for name in names:
                yield from ((form, (letter, number)) for form in _forms(name))


def _meanings() -> Iterator[tuple[str, Meaning]]:
    for letter, words in _FILE["shape"].items():
        yield from ((form, (letter, None)) for word in words for form in _forms(word))
    for group, word in _FILE["later"].items():
        yield from ((form, (_DIRECTIONS[group], None)) for each in word for form in _forms(each))
    yield from _alike({word: place for place, word in enumerate(_FILE["ordinals"]["words"], start=1)}, "H")
    yield from _alike(dict.fromkeys(_FILE["century"]["words"]), "C")
    for section, letter in (
        ("seasons", "s"),
        ("parts", "v"),
        ("units", "U"),
        ("numbers", "z"),
        ("styles", "k"),
        ("writing", "r"),
    ):
        yield from _alike(_FILE[section], letter)
    yield from ((word, ("e", value)) for word, value in _FILE["eras"].items())
    yield from ((word.lower(), ("e", value)) for word, value in _FILE["eras"].items() if word not in ("AD",))
    yield from ((word.upper(), ("k", value)) for word, value in _FILE["styles"].items())
    yield from ((word, ("G", zero)) for word, zero in REIGNS.items())
    yield from ((sign, (letter, None)) for letter, signs in _FILE["cjk"].items() for sign in signs)
    yield from ((form, ("R", number)) for roman, number in ROMAN.items() for form in (roman, roman.lower()))
    yield from ((sign, (letter, None)) for letter, signs in _SIGNS.items() for sign in signs)


def _known() -> dict[str, Meaning]:
    """One meaning for each form: months and the little words before what merely looks like them."""
    known: dict[str, Meaning] = {}
    for form, meaning in (*_little(), *_months(), *_meanings()):
        known.setdefault(form, meaning)
    return known


def _little() -> Iterator[tuple[str, Meaning]]:
    """The little words that are also something else elsewhere in the file (after, before)."""
    for letter in ("A", "B", "p"):
        yield from ((form, (letter, None)) for word in _FILE["shape"][letter] for form in _forms(word))


KNOWN = _known()
SEVERAL_WORDS = tuple(sorted((form for form in KNOWN if len(form) > 1 and not form.isalpha()), key=len, reverse=True))
VAGUE_LENGTHS: frozenset[str] = frozenset(_FILE["lengths"]["vague"])
SPANNING: frozenset[str] = frozenset(_FILE["lengths"]["spanning"])
FUNCTION = "_TOiuAB&tnYSfb"
