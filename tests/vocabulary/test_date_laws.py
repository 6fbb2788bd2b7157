"""Which laws hold for every reading of every text?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import least_seconds
from thucydides.vocabulary.dates import HistoricalDate
from thucydides.vocabulary.days import Day
from thucydides.vocabulary.grammar.dates import (
    DateForm,
    DayMonthHabit,
    could_mean_date,
    could_mean_duration,
    read_dates,
)

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
PIECES = (
    *MONTHS, "Dec.", "may", "11", "23rd", "31", "1939", "45", "480", "BC", "AD", "AH", "OS", "(", ")", "-", "–", "/",
    ",", ".", "to", "and", "or", "of", "the", "in", "on", "between", "from", "until", "since", "before", "after", "by",
    "early", "mid-", "late", "end", "circa", "c.", "about", "spring", "winter", "1930s", "16th", "century", "days",
    "weeks", "year", "three", "hundred", "a", "half", "later", "next", "Sunday", "Brumaire", "VIII", "Ramadan", "年",
    "月", "日", "昭和", "5/11/1939", "11.05.1939", "1939-05-11", "men", "War", "\n", "\n\n", "p.", "?", "1,500",
)  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
                  st.lists(st.sampled_from(PIECES), max_size=10).map("".join))  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(texts, st.sampled_from(DayMonthHabit))
def test_phrases_stand_in_the_words_in_order_and_apart(words: str, habit: DayMonthHabit) -> None:
    end = 0
    for phrase in read_dates(words, habit=habit):
        assert end <= phrase.start < phrase.end <= len(words)
        end = phrase.end
        value = phrase.date or phrase.duration
        if phrase.form is DateForm.RELATIVE and phrase.day:
            continue  # `on the 19th`: which month it was, other words say
        assert value is not None
        if phrase.form is not DateForm.RELATIVE:
            assert value.as_written == words[phrase.start : phrase.end]
        else:
            assert words[phrase.start : phrase.end].startswith(value.as_written)


@settings(max_examples=600, deadline=None)
@given(texts)
def test_a_date_that_is_read_is_edtf_and_its_bounds_are_days_in_order(words: str) -> None:
    for phrase in read_dates(words):
        for date in filter(None, (phrase.date, phrase.begin, phrase.finish)):
            again = HistoricalDate.from_edtf(date.edtf, part=date.part)
            assert again.edtf == date.edtf
            assert phrase.lacks_year or date.earliest or date.latest
            for day in filter(None, (date.earliest, date.latest)):
                assert day.exists
            if date.earliest and date.latest:
                assert date.earliest <= date.latest


@settings(max_examples=600, deadline=None)
@given(texts)
def test_an_extent_begins_before_it_ends(words: str) -> None:
    for phrase in read_dates(words):
        if phrase.begin and phrase.finish and phrase.begin.earliest and phrase.finish.latest:
            assert phrase.begin.earliest <= phrase.finish.latest
            assert phrase.begin.edtf != phrase.finish.edtf


@settings(max_examples=400, deadline=None)
@given(texts)
def test_the_words_of_a_reading_give_that_reading_again(words: str) -> None:
    """The law on which a claim's own check rests, for the words as they stand in their sentence."""
    for phrase in read_dates(words):
        for date in filter(None, (phrase.date, phrase.begin, phrase.finish)):
            assert could_mean_date(words, date)
        if phrase.duration is not None:
            assert could_mean_duration(words, phrase.duration)


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1000, 2100))
def test_a_day_is_read_if_and_only_if_there_is_one(month: int, day: int, year: int) -> None:
    exists = Day(year, month, day).exists
    for words in (f"on {day} {MONTHS[month - 1]} {year}", f"on {MONTHS[month - 1]} {day}, {year}"):
        assert [str(phrase.date) for phrase in read_dates(words)] == [f"{year}-{month:02d}-{day:02d}"] * exists


@given(st.integers(1, 4000))
def test_a_year_before_christ_is_shifted_by_one(year: int) -> None:
    (phrase,) = read_dates(f"{year} BC")
    assert phrase.date is not None
    assert phrase.date.earliest == Day(1 - year, 1, 1)


@given(st.integers(1000, 2099), st.integers(1000, 2099))
def test_a_wrong_year_is_never_proved(year: int, other: int) -> None:
    date = HistoricalDate.from_edtf(f"{other}-05-11")
    assert could_mean_date(f"On May 11, {year}", date) == (year == other)


@given(st.integers(1, 31), st.integers(1, 31))
def test_a_wrong_day_is_never_proved(day: int, other: int) -> None:
    date = HistoricalDate.from_edtf(f"1939-05-{other:02d}")
    assert could_mean_date(f"{day} May 1939", date) == (day == other)
    assert could_mean_date(f"{day} May", date, ["1939"]) == (day == other)


@given(st.integers(0, 3000), st.sampled_from(("men", "prisoners", "%", "km", "tanks")))
def test_what_is_counted_is_no_date(number: int, what: str) -> None:
    assert read_dates(f"In battle {number} {what} were seen.") == ()


ADVERSARIAL = ("1", "1-", "1939-", "May ", "11/12/", "1 May ", "early ", "1 day, ", "a.", "(", "1,000,", "one and ",
               "BC 5 ", "11.", "\n ", "the end of ")  # fmt: skip


@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_hostile_lines_take_time_in_proportion_to_their_length(unit: str) -> None:
    """Four times the length may take eight times as long, no more: a quadratic reader would take sixteen."""

    def seconds(length: int) -> float:
        words = (unit * (length // len(unit) + 1))[:length]
        return least_seconds(lambda: read_dates(words))

    assert seconds(40_000) < 8 * seconds(10_000) + 0.05
