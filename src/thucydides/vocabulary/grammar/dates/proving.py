"""Can these words mean this date or this length of time?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from thucydides.vocabulary.dates import Duration, HistoricalDate
from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase
from thucydides.vocabulary.grammar.dates.reading import read_dates
from thucydides.vocabulary.grammar.dates.relations import resolve
from thucydides.vocabulary.grammar.dates.shapes import DayMonthHabit

# A claim's quote may be a bare number whose company stands elsewhere; it proves that year and no other.
_BARE_YEAR = re.compile(r"(?<![\w.,'’])\d{3,4}(?![\w'’]|[.,]\d)")
_NUMERIC = re.compile(r"\d[./-]\d")
_ANCHORS = (DateForm.POINT, DateForm.EXTENT, DateForm.BETWEEN)


def could_mean_date(words: str, date: HistoricalDate, times: Sequence[str] = ()) -> bool:
    """Do these words, alone or filled up from the dates in `times`, give this date, its begin or its finish?"""
    wanted = _alike(date.edtf)
    return any(reading.edtf in wanted for reading in _readings(words, times))


def could_mean_duration(words: str, duration: Duration) -> bool:
    """Do these words give this length of time?"""
    return any(
        phrase.duration.iso == duration.iso or (duration.days is not None and phrase.duration.days == duration.days)
        for phrase in read_dates(words)
        if phrase.duration is not None
    )


def _alike(edtf: str) -> frozenset[str]:
    """`A/B` and `[A..B]` are the two readings of one stretch within which something lies."""
    if edtf.startswith("[") and edtf.count("..") == 1 and "," not in edtf:
        begin, finish = edtf[1:-1].split("..")
        return frozenset({edtf, f"{begin}/{finish}"} if begin and finish else {edtf})
    return frozenset({edtf})


def _readings(words: str, times: Sequence[str]) -> Iterator[HistoricalDate]:
    phrases = _phrases(words)
    own = tuple(_dates(phrases, words))
    yield from own
    anchors = tuple(chain.from_iterable(_dates(_phrases(time), time) for time in times))
    years = sorted({year for anchor in (*anchors, *own) for year in _years(anchor)})
    for date in own:
        if date.lacks_year:
            yield from (each for year in years for each in _ends(date.in_year(year)))
    for phrase in phrases:
        if phrase.form is DateForm.RELATIVE:
            yield from filter(None, (resolve(phrase, anchor) for anchor in _in_years(anchors, years)))


def _in_years(dates: Iterable[HistoricalDate], years: Iterable[int]) -> Iterator[HistoricalDate]:
    """Each date, in each of the years where it has none."""
    for date in dates:
        yield from (date.in_year(year) for year in years) if date.lacks_year else (date,)


def _phrases(words: str) -> list[DatePhrase]:
    """The phrases by either habit of writing day and month, where the words have figures that depend on it."""
    if not _NUMERIC.search(words):
        return list(dict.fromkeys(read_dates(words)))
    return list(dict.fromkeys(chain.from_iterable(read_dates(words, habit=habit) for habit in DayMonthHabit)))


def _dates(phrases: Iterable[DatePhrase], words: str) -> Iterator[HistoricalDate]:
    for phrase in phrases:
        if phrase.form in _ANCHORS:
            yield from filter(None, (phrase.date, phrase.begin, phrase.finish))
    for year in dict.fromkeys(_BARE_YEAR.findall(words)):
        if int(year) > 0:
            yield HistoricalDate.from_edtf(f"{int(year):04d}", as_written=year)


def _ends(date: HistoricalDate) -> Iterator[HistoricalDate]:
    yield from filter(None, (date, date.begin, date.finish))


def _years(date: HistoricalDate) -> Iterator[int]:
    yield from (day.year for day in (date.earliest, date.latest) if day is not None)
