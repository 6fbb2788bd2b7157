"""What is the shape of the words: where stand numbers, months, little words and dashes?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from thucydides.vocabulary.grammar.dates.lexicon import KNOWN, REIGNS, SEVERAL_WORDS, Meaning


class DayMonthHabit(StrEnum):
    """Which number of 5/11/1939 a document gives first."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNDECIDED = "undecided"


def _by_first_letter(several: Iterable[str]) -> str:
    """Phrases as one alternative in which the first letter decides at once which of them are tried."""
    rest: dict[str, list[str]] = {}
    for words in several:
        rest.setdefault(words[0], []).append(re.escape(words[1:]).replace(r"\ ", r"\s+"))
    return "|".join(f"{letter}(?:{'|'.join(ends)})" for letter, ends in rest.items())


# Most tokens are words with a first letter that begins none of the phrases below: they are tried first.
_PLAIN_FIRST = "".join(
    letter
    for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLNOPQRSTUVWXYZ"  # without the M of May
    if letter not in {words[0] for words in SEVERAL_WORDS}
)
_TOKEN = re.compile(
    "(?! )(?:" + "|".join((
        rf"[{_PLAIN_FIRST}][a-z]+(?![^\W\d_])",
        r"\n[^\S\n]*\n",
        r"(?=\d)(?:(?<![\d.,])\d{4}-\d{2}-\d{2}(?!\d|-\d)"
        r"|(?<![\d.,/])\d{1,4}(?P<sign>[./-])(?:\d{1,2}|[IVX]{1,4})(?P=sign)\d{1,4}(?!\d|(?P=sign)\d)"
        r"|\d{1,3}(?:,\d{3})+(?!\d)"
        r"|\d+)",
        r"[年月日년월일](?<=\d.)",
        r"(?:" + "|".join(REIGNS) + r")(?=\d)",
        r"\b(?:[A-Za-z]\.){2,3}(?![A-Za-z])",
        r"\bMay\.(?=\s\d{1,2}(?:\s?[-–]\s?\d{1,2})?,\s\d{4})",  # as if it were an abbreviation
        r"\b(?:" + _by_first_letter(words for words in SEVERAL_WORDS if words[0].isalpha()) + r")\b",
        r"[^\W\d_]+",
        r"[^\s\w]|_",
    )) + ")"
)  # fmt: skip
_SUFFIX = re.compile(r"(st|nd|rd|th|ST|ND|RD|TH)|(['’]?s)")
# Most numbers stand by themselves: no letter, sign or further digits touches them.
_ALONE = re.compile(r"(?<![\w.,:'’/-])[1-9][0-9]{0,3}(?![\w'’/-]|[.,:]\d)")
_FIGURES = re.compile(r"\d{1,4}([./-])(?:\d{1,2}|[IVX]{1,4})\1\d{1,4}")
_FIRST_CJK = "⺀"
_ABBREVIATIONS = "awcepWk~"
_INSIDE_NUMBERS = ".:'’"
_COUNTED = re.compile(r"[doy2](?=q|-q)|(?<=p)[doy2](?:-[doy2])?")


@dataclass(frozen=True, slots=True)
class Shaped:
    """Words with a letter for each token: `shape[n]` is that of the token at `spots[n]`, `values[n]` its value."""

    words: str
    shape: str
    spots: tuple[tuple[int, int], ...]
    values: tuple[Any, ...]
    habit: DayMonthHabit = DayMonthHabit.UNDECIDED

    def text(self, first: int, end: int) -> str:
        """The words of the tokens from `first` to before `end`."""
        return self.words[self.spots[first][0] : self.spots[end - 1][1]]

    def adjoin(self, first: int) -> bool:
        """Do this token and the next stand together without a space?"""
        return self.spots[first][1] == self.spots[first + 1][0]


def shaped(words: str, habit: DayMonthHabit = DayMonthHabit.UNDECIDED) -> Shaped:
    """The shape of the words, in one pass."""
    letters: list[str] = []
    spots: list[tuple[int, int]] = []
    values: list[Any] = []
    until = 0
    known = KNOWN.get
    for token in _TOKEN.finditer(words):
        spot = token.span()
        if spot[0] < until:
            continue
        word = token[0]
        if (meaning := known(word)) is None:
            meaning = _OTHER[word[0].isupper()] if word.isalpha() else _meaning(word)
        letter, value = meaning
        if letter == "":
            start = spot[0]
            letter, value, until = _number(words, *spot)
            spot = start, until
            if letter in _NUMBERS and _ends_a_name(letters, spots, start):
                letter = "#"
        elif letter == "." and letters and letters[-1] in _ABBREVIATIONS and spots[-1][1] == spot[0]:
            continue
        letters.append(letter)
        spots.append(spot)
        values.append(value)
    return Shaped(words, _counts_marked("".join(letters)), tuple(spots), tuple(values), habit)


_OTHER: tuple[Meaning, Meaning] = (("x", None), ("N", None))
_NUMBERS = frozenset("dy2")


def _ends_a_name(letters: list[str], spots: list[tuple[int, int]], start: int) -> bool:
    """BT-7, U-47: a name, a hyphen and figures without a space between them."""
    if letters[-1:] != ["-"] or len(letters) < 2 or letters[-2] not in "NxR":
        return False
    return spots[-1][1] == start and spots[-2][1] == spots[-1][0]


def _meaning(word: str) -> Meaning:
    """The letter of a token that is no known word; empty for figures."""
    if word[0].isdecimal():
        return "", None
    if word[0] == "\n":
        return "¶", None
    if word[0].isalpha():
        joined = KNOWN.get(word.replace(".", "") if word[-1] == "." else " ".join(word.split()))
        return joined or ("N" if word[0].isupper() else "x", None)
    return "!", None


def _number(words: str, start: int, end: int) -> tuple[str, Any, int]:
    """The letter and value of figures, and where they end with their ordinal or plural ending."""
    figures = words[start:end]
    if (alone := _ALONE.match(words, start)) and alone.end() == end:
        value = int(figures)
        return _size(figures, value), value, end
    if _FIGURES.fullmatch(figures):
        return ("#", None, end) if _adjoins_letters(words, start, end) else ("F", figures, end)
    if len(figures) > 9 or _is_glued(words, start, end):
        return "#", None, end
    if figures[0] == "0" and len(figures) > 2:
        return "#", None, end
    value = int(figures.replace(",", ""))
    if (suffix := _SUFFIX.match(words, end)) and not words[suffix.end() : suffix.end() + 1].isalnum():
        return _with_suffix(suffix, value, figures, end)
    if _adjoins_letters(words, start, end):
        return "#", None, end
    return _size(figures, value), value, end


def _with_suffix(suffix: re.Match[str], value: int, figures: str, end: int) -> tuple[str, Any, int]:
    if suffix[1]:
        return ("o" if 1 <= value <= 31 else "H"), value, suffix.end()
    if suffix[2] and len(figures) in (3, 4) and value % 10 == 0:
        return "D", value, suffix.end()
    return "#", None, end


def _size(figures: str, value: int) -> str:
    if len(figures) <= 2:
        return "d" if 1 <= value <= 31 else "2"
    return "y" if len(figures) <= 4 and figures[0] != "0" else "#"


def _is_glued(words: str, start: int, end: int) -> bool:
    """Is this run of digits only a piece of a number: 1.5, 12.000, 3:30, or of a name: BT-7?"""
    before, after = words[max(0, start - 2) : start], words[end : end + 2]
    follows = len(before) == 2 and before[0].isdecimal()
    is_followed = len(after) == 2 and after[1].isdecimal()
    if (follows and before[1] in _INSIDE_NUMBERS) or (is_followed and after[0] in _INSIDE_NUMBERS):
        return True
    if follows and is_followed and before[1] == after[0] == "-":
        return True
    return "," not in words[start:end] and _is_a_third(words, start, end)


def _is_a_third(words: str, start: int, end: int) -> bool:
    """Is this a group of three digits after a comma without a space, or are three such digits next?"""
    if end - start == 3 and start > 1 and words[start - 1] == "," and words[start - 2].isdecimal():
        return True
    following = words[end : end + 5]
    return following[:1] == "," and len(following) >= 4 and following[1:4].isdecimal() and not following[4:].isdecimal()


def _adjoins_letters(words: str, start: int, end: int) -> bool:
    """T34, 23x15px: letters of an alphabet beside figures make a name; c1200 does not, nor do Chinese signs."""
    before, after = words[max(0, start - 2) : start], words[end : end + 1]
    if after and _is_letter(after):
        return True
    circa = before[-1:] == "c" and not before[:-1].isalnum()
    return bool(before) and _is_letter(before[-1]) and not circa


def _is_letter(sign: str) -> bool:
    return sign == "_" or (sign.isalpha() and sign < _FIRST_CJK)


def _counts_marked(shape: str) -> str:
    """Numbers of men, miles or pages are neither days nor years."""
    return _COUNTED.sub(lambda found: "#" * len(found.group()), shape)
