"""Which words give a date, a stretch of time or a length of time?

Duty: read dates and lengths of time in words, with offsets, and never read one that is not there.
In: a string, and the document's habit of writing day and month. Out: DatePhrases.
"""

from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase
from thucydides.vocabulary.grammar.dates.proving import could_mean_date, could_mean_duration
from thucydides.vocabulary.grammar.dates.reading import day_month_habit, read_dates
from thucydides.vocabulary.grammar.dates.relations import resolve
from thucydides.vocabulary.grammar.dates.shapes import DayMonthHabit

__all__ = [
    "DateForm", "DatePhrase", "DayMonthHabit", "could_mean_date", "could_mean_duration", "day_month_habit",
    "read_dates", "resolve",
]  # fmt: skip
