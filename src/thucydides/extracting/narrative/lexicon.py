"""Which words does the narrative listen for?

The lists are `phrases.toml` beside this module: a historian adds a verb or a noun there, and nothing else changes.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from thucydides.extracting.alternatives import one_of

_WORDS = re.compile(r"[^\W_]+")


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    said = files("thucydides.extracting.narrative").joinpath("phrases.toml").read_text(encoding="utf-8")
    lists: dict[str, dict[str, list[str]]] = tomllib.loads(said)
    return lists


@cache
def phrases(name: str) -> frozenset[str]:
    """All phrases of a list, whatever they stand for."""
    return frozenset(phrase for listed in _lists()[name].values() for phrase in listed)


@cache
def meanings(name: str) -> dict[str, str]:
    """What each phrase of a list stands for."""
    return {phrase: meaning for meaning, listed in _lists()[name].items() for phrase in listed}


@cache
def listed(name: str, meaning: str) -> frozenset[str]:
    """The phrases of a list that stand for one meaning."""
    return frozenset(_lists()[name][meaning])


def any_of(*names: str) -> str:
    """The phrases of lists as one alternative, the longest first. `list:meaning` takes a part of a list."""
    return one_of(phrase for name in names for phrase in _named(name))


def _named(name: str) -> frozenset[str]:
    title, _, meaning = name.partition(":")
    return listed(title, meaning) if meaning else phrases(title)


@cache
def openings(*names: str) -> frozenset[str]:
    """The first words of the phrases of lists, in small letters."""
    return frozenset(_WORDS.findall(phrase.lower())[0] for name in names for phrase in _named(name))


@cache
def marks(*names: str) -> frozenset[str]:
    """The longest word of each phrase of lists, in small letters: words without any of them hold none of the phrases.

    The longest is mostly the rarest: `place` of `took place`, `fought` of `was fought`.
    """
    return frozenset(max(_WORDS.findall(phrase.lower()), key=len) for name in names for phrase in _named(name))


# Whoever hears a sentence asks first whether it holds a word without which there is nothing to hear.
@lru_cache(maxsize=8)
def words_of(said: str) -> frozenset[str]:
    """The runs of letters and digits, in small letters."""
    return frozenset(_WORDS.findall(said.lower()))


@cache
def pattern(*names: str) -> re.Pattern[str]:
    """A pattern that finds the phrases of lists as whole words, whatever their case."""
    return re.compile(rf"(?<![\w-]){any_of(*names)}(?![\w-])", re.IGNORECASE)
