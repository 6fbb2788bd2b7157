"""Do these words carry this value?

The same grammars that read words into values read the evidence again; a value they do not give is refused.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from thucydides.vocabulary.counts import Count
from thucydides.vocabulary.dates import Duration, HistoricalDate
from thucydides.vocabulary.errors import InventedWords, WrongNumber
from thucydides.vocabulary.grammar.dates import could_mean_date, could_mean_duration
from thucydides.vocabulary.grammar.numbers import could_mean_count
from thucydides.vocabulary.values import Coordinates, Identifier, Magnitude, Name, Party, Value, Wording

_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def tokens(words: str) -> list[str]:
    """Letters and digits in runs, compatibility forms and case folded."""
    return _WORD.findall(unicodedata.normalize("NFKC", words).casefold())


def without(name: str, said: Iterable[str]) -> str:
    """The tokens of a name that stand nowhere in what was said, joined; empty if all do."""
    present = {token for words in said for token in tokens(words)}
    return " ".join(token for token in tokens(name) if token not in present)


def require_proof(value: Value, words: Sequence[str], times: Sequence[str], *, attribute: str) -> None:
    """Raise WrongNumber or InventedWords unless the words (with dates said elsewhere, `times`) carry the value."""
    for kinds, check in _CHECKS:
        if isinstance(value, kinds):
            check(value, words, times, attribute)
            return


def _words(value: Value, words: Sequence[str], _times: Sequence[str], attribute: str) -> None:
    if missing := without(str(value), words):
        raise InventedWords(f"{attribute} {str(value)!r}: {missing!r} stands in none of {list(words)}")


def _count(value: Value, words: Sequence[str], _times: Sequence[str], attribute: str) -> None:
    assert isinstance(value, Count)
    if not any(could_mean_count(said, value) for said in words):
        raise WrongNumber(f"{attribute} {value} ({value.qualifier}) is not what {list(words)} say")


def _date(value: Value, words: Sequence[str], times: Sequence[str], attribute: str) -> None:
    assert isinstance(value, HistoricalDate)
    if not any(could_mean_date(said, value, times) for said in words):
        raise WrongNumber(
            f"{attribute} {value} is not what {list(words)} say" + (f" beside {list(times)}" if times else "")
        )


def _duration(value: Value, words: Sequence[str], _times: Sequence[str], attribute: str) -> None:
    assert isinstance(value, Duration)
    if not any(could_mean_duration(said, value) for said in words):
        raise WrongNumber(f"{attribute} {value} is not what {list(words)} say")


def _digits(value: Value, words: Sequence[str], _times: Sequence[str], attribute: str) -> None:
    wanted = re.findall(r"\d+", value.as_written if isinstance(value, Coordinates) else str(value))
    seen = {figure for said in words for figure in re.findall(r"\d+", said)}
    if missing := [figure for figure in wanted if figure not in seen]:
        raise WrongNumber(f"{attribute} {value}: {', '.join(missing)} stands in none of {list(words)}")


_CHECKS: tuple[tuple[tuple[type, ...], Callable[[Value, Sequence[str], Sequence[str], str], None]], ...] = (
    ((Count,), _count),
    ((HistoricalDate,), _date),
    ((Duration,), _duration),
    ((Name, Wording, Party), _words),
    ((Identifier, Magnitude, Coordinates), _digits),
)
