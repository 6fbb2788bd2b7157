"""Which verb does a date belong to?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thucydides.extracting.narrative.hearing import Hearing
from thucydides.extracting.narrative.lexicon import meanings
from thucydides.vocabulary import DateForm, DatePhrase

_PLACED = (DateForm.POINT, DateForm.EXTENT, DateForm.BETWEEN)


@dataclass(frozen=True, slots=True)
class Dated:
    """A verb that dates something, what it dates (a key of the list `dated`), and the date nearest to it."""

    start: int
    end: int
    meaning: str
    date: DatePhrase | None


# Several hearers ask for the verbs of one sentence, one after the other.
@lru_cache(maxsize=1)
def dated_verbs(hearing: Hearing) -> tuple[Dated, ...]:
    """Every such verb that is asserted, left to right; a date belongs to the verb nearest to it in the sentence."""
    verbs = [verb for verb in _verbs(hearing) if not hearing.denied(verb.start())]
    holds: dict[int, DatePhrase] = {}
    for date in hearing.dates:
        if date.form in _PLACED and not hearing.flat[date.start].isspace() and verbs:
            nearest = min(range(len(verbs)), key=lambda place: (_distance(hearing, verbs[place], date), place))
            holds.setdefault(nearest, date)
    return tuple(
        Dated(verb.start(), verb.end(), meanings("dated")[_said(verb)], holds.get(place))
        for place, verb in enumerate(verbs)
    )


def _verbs(hearing: Hearing) -> Iterator[re.Match[str]]:
    return hearing.found("dated")


def _said(verb: re.Match[str]) -> str:
    return " ".join(verb.group().casefold().split())


def _distance(hearing: Hearing, verb: re.Match[str], date: DatePhrase) -> int:
    """Characters between a verb and a date; a border of clauses counts as many more."""
    gap = date.start - verb.end() if date.start >= verb.end() else verb.start() - date.end
    low, high = min(date.start, verb.start()), max(date.end, verb.end())
    return gap + 200 * sum(low < border < high for border in hearing.breaks)
