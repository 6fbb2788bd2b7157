"""Where in these words are dates and lengths of time?"""

import re
from collections.abc import Callable
from functools import lru_cache

from thucydides.vocabulary.grammar.dates.anchored import read_day_of_month, read_yesterday
from thucydides.vocabulary.grammar.dates.calendars import read_other_calendar
from thucydides.vocabulary.grammar.dates.extents import Reading, read_extent
from thucydides.vocabulary.grammar.dates.lengths import read_length
from thucydides.vocabulary.grammar.dates.lexicon import KNOWN
from thucydides.vocabulary.grammar.dates.lists import read_list
from thucydides.vocabulary.grammar.dates.phrases import DatePhrase
from thucydides.vocabulary.grammar.dates.points import read_bound, read_point
from thucydides.vocabulary.grammar.dates.shapes import DayMonthHabit, Shaped, shaped

# In this order: what several tokens say together goes before what a part of them might say alone.
READERS: tuple[Callable[[Shaped, int], Reading | None], ...] = (
    read_length,
    read_other_calendar,
    read_list,
    read_extent,
    read_bound,
    read_point,
    read_day_of_month,
    read_yesterday,
)
# `the`, `about` and other numbers are frequent: they begin a date or a length only before certain tokens.
_DATE = "[doy2FDHmalwsvecWGPQRXV=U~]"
_MAY_BEGIN = re.compile(
    rf"[doy2FDHmalwsvecBASYufz≥hjGPQXV=Z]|_(?=U)|#(?=-?U)|g(?=[hU&])|[T~](?=T?{_DATE})|b(?=T?{_DATE})"
)


# A claim's words are read once to hear the claim and again to prove it.
@lru_cache(maxsize=256)
def read_dates(words: str, *, habit: DayMonthHabit = DayMonthHabit.UNDECIDED) -> tuple[DatePhrase, ...]:
    """Every date and length of time in the words, left to right, not overlapping.

    `habit`: which number of 5/11/1939 the document gives first (`day_month_habit`); without it such a date is the set
    of both readings.
    """
    return tuple(phrases_of(shaped(words, habit))) if _may_date(words) else ()


def _may_date(words: str) -> bool:
    """Is there a figure, or a word without which no date and no length is said? Many sentences have neither."""
    return _FIGURE.search(words) is not None or not _TIMES.isdisjoint(_LETTERS.findall(words.lower()))


_FIGURE = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_TIMES = frozenset(_LETTERS.findall(form.lower())[0] for form, (letter, _) in KNOWN.items() if letter in "malwPQsCUZ")


def phrases_of(line: Shaped) -> list[DatePhrase]:
    """The phrases of shaped words. Every reader looks at a bounded number of tokens, so the time is linear."""
    phrases: list[DatePhrase] = []
    place = 0
    while found := _MAY_BEGIN.search(line.shape, place):
        place = found.start()
        for reader in READERS:
            if reading := reader(line, place):
                break
        if reading is None:
            place += 1
            continue
        place = reading[0]
        if reading[1] is not None:
            phrases.append(reading[1])
    return phrases


def day_month_habit(words: str) -> DayMonthHabit:
    """Which number of 5/11/1939 a document gives first, by its dates that can be read in one way only.

    Undecided where it has none, or some of either kind.
    """
    if not _HAS_NUMERIC.search(words):
        return DayMonthHabit.UNDECIDED
    habits = set()
    for one, _sign, two in _NUMERIC.findall(words):
        if int(one) > 12 >= int(two):
            habits.add(DayMonthHabit.DAY_FIRST)
        elif int(two) > 12 >= int(one):
            habits.add(DayMonthHabit.MONTH_FIRST)
    return habits.pop() if len(habits) == 1 else DayMonthHabit.UNDECIDED


# Begins with a sign, so that a long text without such dates is passed over at once.
_HAS_NUMERIC = re.compile(r"[./-]\d{1,2}[./-]\d{4}")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2\d{4}(?!\d)")
