"""What can words prove, what do they leave open, and what do other calendars mean?"""

import csv
from pathlib import Path

import pytest

from thucydides.vocabulary.dates import Calendar, Day, Duration, HistoricalDate, Part
from thucydides.vocabulary.grammar.dates import (
    DateForm,
    DatePhrase,
    DayMonthHabit,
    could_mean_date,
    could_mean_duration,
    day_month_habit,
    read_dates,
    resolve,
)

GOLD = Path(__file__).parents[2].parent / "shared" / "gold" / "date-phrases.csv"
edtf = HistoricalDate.from_edtf


def only(words: str) -> DatePhrase:
    (phrase,) = read_dates(words)
    return phrase


def dated(words: str) -> HistoricalDate:
    date = only(words).date
    assert date is not None
    return date


@pytest.mark.skipif(not GOLD.exists(), reason="the gold phrases are not on this machine")
def test_every_phrase_of_the_gold_reads_as_it_should() -> None:
    wrong = []
    with GOLD.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            phrase = only(row["phrase"])
            read = str(phrase.date or phrase.duration)
            relative = phrase.form is DateForm.RELATIVE and row["reading"].startswith("relative")
            if not relative and read not in row["reading"].replace(",", " ").split():
                wrong.append((row["phrase"], row["reading"], read))
    assert not wrong


def test_early_is_kept_in_the_bounds() -> None:
    assert (dated("early 1939").earliest, dated("early 1939").latest) == (Day(1939, 1, 1), Day(1939, 4, 30))
    assert dated("mid-August").part is Part.MIDDLE


def test_winter_1939_may_be_either_winter() -> None:
    assert dated("winter 1939").earliest == Day(1938, 12, 1)
    assert dated("winter 1939").latest == Day(1940, 2, 29)
    assert dated("winter of 1939-40").earliest == Day(1939, 12, 1)


def test_old_style_keeps_its_own_date() -> None:
    date = dated("1 March 1655 OS")
    assert (date.calendar, date.original) == (Calendar.JULIAN, "1655-03-01")


def test_a_month_of_the_old_style_has_the_bounds_of_its_days() -> None:
    date = dated("March 1655 OS")
    assert date.edtf == "1655-03/1655-04"
    assert (date.earliest, date.latest) == (Day(1655, 3, 11), Day(1655, 4, 10))


def test_an_islamic_day_is_right_to_the_sighting_of_the_moon() -> None:
    date = dated("17 Ramadan 2 AH")
    assert (date.calendar, date.original) == (Calendar.ISLAMIC, "0002-09-17")
    assert date.earliest == Day(624, 3, 14)


def test_an_extent_tells_its_ends() -> None:
    phrase = only("from 11 May to 16 September 1939")
    assert phrase.form is DateForm.EXTENT
    assert str(phrase.begin) == "1939-05-11"
    assert str(phrase.finish) == "1939-09-16"
    assert phrase.begin is not None
    assert phrase.begin.as_written == "11 May"


def test_an_open_extent_has_one_end() -> None:
    assert only("since 1932").finish is None
    assert only("until 1945").begin is None


@pytest.mark.parametrize(
    ("document", "habit"),
    [
        ("on 23/05/1939 and 5/11/1939", DayMonthHabit.DAY_FIRST),
        ("on 5/23/1939 and 5/11/1939", DayMonthHabit.MONTH_FIRST),
        ("on 5/11/1939", DayMonthHabit.UNDECIDED),
        ("on 23/05/1939 and 5/23/1939", DayMonthHabit.UNDECIDED),
        ("no dates", DayMonthHabit.UNDECIDED),
    ],
)
def test_a_document_shows_which_number_it_gives_first(document: str, habit: DayMonthHabit) -> None:
    assert day_month_habit(document) is habit


def test_a_date_in_figures_is_certain_only_with_a_habit() -> None:
    readings = {habit: str(read_dates("5/11/1939", habit=habit)[0].date) for habit in DayMonthHabit}
    assert readings == {
        DayMonthHabit.DAY_FIRST: "1939-11-05",
        DayMonthHabit.MONTH_FIRST: "1939-05-11",
        DayMonthHabit.UNDECIDED: "[1939-05-11,1939-11-05]",
    }


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        ("four months later", "1945-04-05", "1945-08"),
        ("four months later", "1945-04", "1945-08"),
        ("three days later", "1939-05-30", "1939-06-02"),
        ("ten days before", "1939-01-05", "1938-12-26"),
        ("two years later", "1939-05-11", "1941"),
        ("two years earlier", "1941", "1939"),
        ("a week later", "1939-05-11", "1939-05-18~"),
        ("the next day", "1939-05-11", "1939-05-12"),
        ("the same day", "1939-05-11", "1939-05-11"),
        ("that year", "1939-05-11", "1939"),
        ("the following month", "1939-12-31", "1940-01"),
        ("48 hours later", "1939-05-11", "1939-05-13"),
        ("one hour later", "1939-05-11", "[1939-05-11..1939-05-12]"),
        ("three days later", "1939-05", "[1939-05-04..1939-06-03]"),
        ("four months later", "1945", "[1945-05..1946-04]"),
        ("two years before", "0001", "-0001"),
    ],
)
def test_a_relative_date_is_as_precise_as_its_length_and_its_anchor(words: str, anchor: str, expected: str) -> None:
    assert str(resolve(only(words), edtf(anchor))) == expected


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        ("on the 22nd inst.", "1879-01-27", "1879-01-22"),
        ("on the 30th ult.", "1879-01-27", "1878-12-30"),
        ("on the 3rd prox.", "1879-12-27", "1880-01-03"),
        ("on the 19th, early", "1862-11", "1862-11-19"),
        ("seized it yesterday", "1950-03-01", "1950-02-28"),
    ],
)
def test_a_day_of_a_month_is_one_of_its_anchors_month_or_of_one_seen_from_it(
    words: str, anchor: str, expected: str
) -> None:
    assert str(resolve(only(words), edtf(anchor))) == expected


@pytest.mark.parametrize("anchor", ["1862-02", "1862", "1862-03/1862-04", "1862-03/.."])
def test_a_day_that_the_anchor_does_not_have_or_whose_month_is_not_certain_stays_open(anchor: str) -> None:
    assert resolve(only("on the 30th, early"), edtf(anchor)) is None


@pytest.mark.parametrize("anchor", ["[..1904]", "XXXX-08-23", "1932/.."])
def test_a_relative_date_without_a_certain_anchor_stays_open(anchor: str) -> None:
    assert resolve(only("two days later"), edtf(anchor)) is None


@pytest.mark.parametrize(
    ("words", "date", "times"),
    [
        ("May 11, 1939", "1939-05-11", ()),
        ("May 11", "1939-05-11", ("September 16, 1939",)),
        ("In August, after battling", "1939-08", ("On May 11, 1939, troops",)),
        ("May 11 to September 16", "1939-09-16", ("in 1939",)),
        ("between 1932 and 1945", "1932/1945", ()),
        ("between 1932 and 1945", "[1932..1945]", ()),
        ("July 29, 1938 – August 11, 1938", "1938-07-29", ()),
        ("Four months later", "1945-08", ("On April 5, 1945",)),
        ("5/11/1939", "1939-11-05", ()),
        ("5/11/1939", "1939-05-11", ()),
        ("the Border War 1939 ended", "1939", ()),
        ("the 1500 campaign", "1500", ()),
    ],
)
def test_words_prove_what_they_say(words: str, date: str, times: tuple[str, ...]) -> None:
    assert could_mean_date(words, edtf(date), times)


@pytest.mark.parametrize(
    ("words", "date", "times"),
    [
        ("May 11, 1939", "1939-05-12", ()),
        ("May 11", "1939-05-11", ()),
        ("May 11", "1939-05-11", ("September 16, 1938",)),
        ("June 1940", "1940-06-01", ()),
        ("in the 1930s", "1935", ()),
        ("11,939 men", "1939", ()),
        ("118 days", "0118-01-01", ()),
        ("Four months later", "1945-09", ("On April 5, 1945",)),
        ("", "1939", ("1939",)),
    ],
)
def test_words_do_not_prove_what_they_do_not_say(words: str, date: str, times: tuple[str, ...]) -> None:
    assert not could_mean_date(words, edtf(date), times)


def test_lengths_of_time_are_proved_by_their_words() -> None:
    assert could_mean_duration("(118 days)", Duration("P118D", "118 days", days=118))
    assert could_mean_duration("two weeks later", Duration("P14D", "two weeks", days=14))
    assert not could_mean_duration("118 days", Duration("P128D", "118 days", days=128))
    assert not could_mean_duration("1939-05-11", Duration("P11D", "11", days=11))
