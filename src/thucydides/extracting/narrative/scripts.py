"""Which names, in which scripts, stand in the brackets after a name?"""

import re
import unicodedata
from collections.abc import Iterator

from thucydides.extracting.narrative.hearing import Hearing
from thucydides.extracting.narrative.lexicon import meanings
from thucydides.extracting.pieces import Piece

_SCRIPTS = {
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CYRILLIC": "",
    "ARABIC": "",
    "HEBREW": "",
    "GREEK": "",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "DEVANAGARI": "hi",
}
_LABELLED = re.compile(r"^\s*(?:(?:also|in)\s)?(?P<label>[A-Za-zō–-]+(?:\s[A-Za-z]+)?)\s?:\s*")
_OPENING = re.compile(r"\s?\(")
_READING = re.compile(r"[^\W\d_]+(?:[-’'‘ ][^\W\d_]+){0,3}")
_LONGEST = 400
_NO_NAMES = re.compile(r"\d{3}|\b(?:lit|literally|meaning|see|after|or|aged|about|born|died)\b", re.IGNORECASE)


def names_in_brackets(hearing: Hearing, end: int) -> Iterator[tuple[Piece, str]]:
    """Each name in the brackets right after `end`, with its language tag where the page or the script tells it."""
    opening = _OPENING.match(hearing.words, end)
    closing = hearing.words.find(")", opening.end(), opening.end() + _LONGEST) if opening else -1
    if opening is None or closing < 0:
        return
    spoken, foreign = "", False
    for part in hearing.at(opening.end(), closing).split(_SEPARATORS):
        label = _LABELLED.match(part.words)
        language = tongue(label["label"]) if label else ""
        content = part.part(label.end() if label else 0, len(part.words)).trimmed("?*")
        if foreign and not label and _READING.fullmatch(content.words):
            yield content, _in_latin(spoken)
        else:
            yield from _names(content, language, labelled=label["label"] if label and language else "")
        foreign = foreign or _foreign_end(content.words) > 0
        spoken = language or spoken


_SEPARATORS = re.compile(r"[;,]\s*")


def _names(content: Piece, language: str, *, labelled: str) -> Iterator[tuple[Piece, str]]:
    """A name in a script of its own, and the Latin reading that follows it."""
    foreign = _foreign_end(content.words)
    if foreign:
        script = content.part(0, foreign)
        tag = language or _script_language(script.words)
        yield script, tag
        latin = content.part(foreign, len(content.words)).trimmed("?*")
        if latin and not _NO_NAMES.search(latin.words):
            yield latin, _in_latin(tag)
    elif labelled and content and not _NO_NAMES.search(content.words):
        yield content, language


def _foreign_end(words: str) -> int:
    """Where the run of a script that is not Latin ends, counted from the start; 0 if there is none."""
    end = 0
    for place, letter in enumerate(words):
        if letter.isalpha():
            if _script(letter) == "LATIN":
                break
            end = place + 1
        elif letter.isdigit() and not end:
            break
    return end


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0].removesuffix("-")


def _script_language(words: str) -> str:
    """Kana tell Japanese and Hangul Korean; Han characters alone do not tell the language."""
    scripts = {_script(letter) for letter in words if letter.isalpha()}
    for script in ("KATAKANA", "HIRAGANA", "HANGUL"):
        if script in scripts:
            return _SCRIPTS[script]
    return "" if "CJK" in scripts or len(scripts) != 1 else _SCRIPTS.get(next(iter(scripts)), "")


def _in_latin(tag: str) -> str:
    return f"{tag}-Latn" if tag and "-" not in tag else tag


def tongue(label: str) -> str:
    """The language tag that a label names; empty if it names none."""
    return {said.casefold(): tag for said, tag in meanings("tongues").items()}.get(label.strip().casefold(), "")
