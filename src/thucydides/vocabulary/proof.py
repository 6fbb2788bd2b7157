"""Do these words carry this value?

The same grammars that read words into values read the evidence again; a value they do not give is refused.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from thucydides.vocabulary.composing import (
    MEANS,
    could_bound,
    could_compose_count,
    dates_composed,
    interval_ends,
    meaning,
)
from thucydides.vocabulary.counts import Count
from thucydides.vocabulary.dates import Duration, HistoricalDate
from thucydides.vocabulary.errors import InventedWords, WrongNumber
from thucydides.vocabulary.grammar.dates import could_mean_date, could_mean_duration
from thucydides.vocabulary.grammar.numbers import could_mean_count
from thucydides.vocabulary.values import Code, Coordinates, Identifier, Magnitude, Name, Party, Value, Wording

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
# A date, perhaps with a time of day, as data write it.
_IS_DATE = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?)?)?")


def tokens(words: str) -> list[str]:
    """Letters and digits in runs, compatibility forms and case folded."""
    if words.isascii():
        return _WORD.findall(words.lower())
    return _WORD.findall(unicodedata.normalize("NFKC", words).casefold())


def without(name: str, said: Iterable[str]) -> str:
    """The tokens of a name that stand nowhere in what was said, joined; empty if all do."""
    present = frozenset().union(*map(_said, said))
    return " ".join(token for token in tokens(name) if token not in present)


# The words of one event's mention are evidence of many claims.
@lru_cache(maxsize=256)
def _said(words: str) -> frozenset[str]:
    return frozenset(tokens(words))


class Witnesses(NamedTuple):
    """What the evidence of a claim has to say: the value's words, dates said elsewhere, units, and declared rules.

    `rules`: how the value was put together from its words, see `composing`. `bounds`: how a cell bounds the figure.
    """

    words: Sequence[str]
    times: Sequence[str] = ()
    units: Sequence[str] = ()
    rules: Sequence[str] = ()
    bounds: Sequence[str] = ()


def require_proof(value: Value, said: Witnesses, *, attribute: str) -> None:
    """Raise WrongNumber or InventedWords unless the words (with dates said elsewhere, and rules) carry the value."""
    check = _CHECKS.get(type(value))
    if check is not None:
        check(value, said, attribute)


def require_meaning(code: str, words: Sequence[str], rules: Sequence[str]) -> None:
    """Raise WrongNumber unless each rule by which a cell was taken for a code reads that cell as that code."""
    for rule in rules:
        if MEANS in rule and meaning(rule, words) != code:
            raise WrongNumber(f"{code} is not what {list(words)} mean by {rule!r}")


def _words(value: Value, said: Witnesses, attribute: str) -> None:
    spoken = str(value)
    if spoken in said.words or any(meaning(rule, said.words) == spoken for rule in said.rules):
        return
    if missing := without(spoken, said.words):
        raise InventedWords(f"{attribute} {str(value)!r}: {missing!r} stands in none of {list(said.words)}")


def _code(value: Value, said: Witnesses, attribute: str) -> None:
    """Words that are read as a code are not weighed; a cell that a code book explains must be what was explained."""
    explained = [rule for rule in said.rules if MEANS in rule]
    if explained and not any(meaning(rule, said.words) == str(value) for rule in explained):
        raise WrongNumber(f"{attribute} {value} is not what {list(said.words)} mean by {explained}")


def _count(value: Value, said: Witnesses, attribute: str) -> None:
    assert isinstance(value, Count)
    if said.bounds and could_bound(said.words, value):
        return
    if said.rules and could_compose_count(said.words, value, said.rules, could_mean_count):
        return
    if any(could_mean_count(words, value) for words in said.words):
        return
    if said.rules or not could_compose_count(said.words, value, (), could_mean_count):
        raise WrongNumber(f"{attribute} {value} ({value.qualifier}) is not what {list(said.words)} say")


def _date(value: Value, said: Witnesses, attribute: str) -> None:
    assert isinstance(value, HistoricalDate)
    if said.units and value.edtf in dates_composed((*said.words, *said.times), said.units, said.rules):
        return
    if value.edtf in said.words:
        return
    if any(words.startswith(value.edtf) and _IS_DATE.fullmatch(words) for words in said.words):
        return
    if any(could_mean_date(words, value, said.times) for words in said.words) or _ends_are_said(value, said):
        return
    beside = f" beside {list(said.times)}" if said.times else ""
    raise WrongNumber(f"{attribute} {value} is not what {list(said.words)} say{beside}")


def _ends_are_said(value: HistoricalDate, said: Witnesses) -> bool:
    """An interval of which two pieces of the evidence, each for itself, say the two ends."""
    ends = interval_ends(value.edtf)
    return ends is not None and all(any(words.startswith(end) for words in said.words) for end in ends)


def _duration(value: Value, said: Witnesses, attribute: str) -> None:
    assert isinstance(value, Duration)
    readings = (*said.words, *filter(None, (meaning(rule, said.words) for rule in said.rules)))
    if value.iso not in said.words and not any(could_mean_duration(words, value) for words in readings):
        raise WrongNumber(f"{attribute} {value} is not what {list(said.words)} say")


def _digits(value: Value, said: Witnesses, attribute: str) -> None:
    wanted = re.findall(r"\d+", _written(value))
    seen = {figure for words in said.words for figure in re.findall(r"\d+", words)}
    if missing := [figure for figure in wanted if figure not in seen]:
        raise WrongNumber(f"{attribute} {value}: {', '.join(missing)} stands in none of {list(said.words)}")


def _written(value: Value) -> str:
    """The part of a value that its words must hold: not the name of the list that a number stands in."""
    if isinstance(value, Coordinates):
        return value.as_written
    return value.number if isinstance(value, Identifier) else str(value)


_CHECKS: Mapping[type, Callable[[Value, Witnesses, str], None]] = {
    Count: _count,
    HistoricalDate: _date,
    Duration: _duration,
    Name: _words,
    Wording: _words,
    Party: _words,
    Identifier: _digits,
    Magnitude: _digits,
    Coordinates: _digits,
    Code: _code,
}
