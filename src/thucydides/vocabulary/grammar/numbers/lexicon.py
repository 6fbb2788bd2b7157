"""Which words does the number grammar know?"""

import tomllib
from importlib.resources import files

from thucydides.vocabulary.counts import Qualifier
from thucydides.vocabulary.grammar.numbers.pieces import phrases_by_first_word

_WORDS = tomllib.loads(
    files("thucydides.vocabulary.grammar.numbers").joinpath("words.toml").read_text(encoding="utf-8")
)

ONES: dict[str, int] = _WORDS["ones"]
TENS: dict[str, int] = _WORDS["tens"]
SCALES: dict[str, int] = _WORDS["scales"]
SHARES = phrases_by_first_word((words, float(share)) for words, share in _WORDS["shares"].items())
FRACTIONS = phrases_by_first_word((words, float(part)) for words, part in _WORDS["fractions"].items())

VAGUE_SCALES = frozenset(_WORDS["vague"]["scales"])
VAGUE_LEADS = phrases_by_first_word((words, True) for words in _WORDS["vague"]["leads"])
DEGREES = phrases_by_first_word((words, True) for words in _WORDS["vague"]["degrees"])
SUFFERED = frozenset(_WORDS["vague"]["lost"])

NONE = phrases_by_first_word((words, True) for words in _WORDS["said"]["none"])
UNKNOWN = phrases_by_first_word((words, True) for words in _WORDS["said"]["unknown"])
NO_ZERO_BEFORE = frozenset(_WORDS["said"]["not_none"])

BEFORE = phrases_by_first_word(
    (words, Qualifier(name)) for name, phrases in _WORDS["before"].items() for words in phrases
)
AFTER = phrases_by_first_word(
    (words, Qualifier(name)) for name, phrases in _WORDS["after"].items() for words in phrases
)

UNITS = {name: frozenset(words) for name, words in _WORDS["units"].items()}
MONTHS = frozenset(_WORDS["time"]["months"])
ERAS = frozenset(_WORDS["time"]["eras"])
YEAR_LEADS = frozenset(_WORDS["time"]["year_leads"])
SURE_YEAR_LEADS = frozenset(_WORDS["time"]["sure_year_leads"])
USE = {name: frozenset(words) for name, words in _WORDS["use"].items()}

EXACT = phrases_by_first_word((words, Qualifier.EXACT) for words in USE["exact"])

_LEADING = (SHARES, VAGUE_LEADS, DEGREES, NONE, UNKNOWN, BEFORE, EXACT)
STARTS = frozenset().union(
    ONES, TENS, VAGUE_SCALES, USE["ordinals"], ("half", "between", "no", "?"),
    (words[0] for leading in _LEADING for phrases in leading.values() for words, _ in phrases if len(words) == 1),
)  # fmt: skip
"""The words with which a number can begin, whatever follows."""


def _followers() -> dict[str, frozenset[str]]:
    after = {word: {*SCALES, *USE["fraction_nouns"]} for word in ("a", "an", "the")}
    for leading in _LEADING:
        for first, phrases in leading.items():
            after.setdefault(first, set()).update(words[1] for words, _ in phrases if len(words) > 1)
    return {first: frozenset(seconds) for first, seconds in after.items() if first not in STARTS}


FOLLOWERS = _followers()
"""The words with which a number can begin only before certain others: `at least`, but not `at dawn`."""
