"""Is a length of time that fits neither way of counting shown, with the slips that would explain it?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checking.pages import WAR, Page, inside
from thucydides.checking import check
from thucydides.checking.durations import fits
from thucydides.vocabulary import Day, Duration, EventKind, Finding, Severity


def found(page: Page) -> tuple[Finding, ...]:
    return tuple(finding for finding in check(page.claims()) if finding.rule == "duration-against-dates")


def months_and_days() -> Page:
    page = Page().began("1939-05-11").ended("1939-09-16")
    return page.lasted("3 months, 26 days", "P3M26D").lasted("118 days", "P118D")


def test_118_days_fits_neither_way_of_counting_may_11_to_september_16() -> None:
    (finding,) = found(months_and_days())
    assert finding.severity is Severity.CONTRADICTION
    assert "118 days" in finding.message
    assert "3 months, 26 days" in finding.message
    assert "128 days (129 counting both ends)" in finding.message
    assert len(finding.claims) == 4


def test_both_slips_that_make_every_stated_length_true_are_offered_and_no_other() -> None:
    (finding,) = found(months_and_days())
    assert finding.suggestions == ("21 May 1939 as start (1939-05-21)", "6 September 1939 as end (1939-09-06)")


def test_a_misprinted_length_is_offered_where_it_is_the_only_one() -> None:
    (finding,) = found(Page().began("1939-05-11").ended("1939-09-16").lasted("118 days", "P118D"))
    assert "128 days as duration (P128D)" in finding.suggestions


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("128 days", "P128D"),
        ("129 days", "P129D"),
        ("4 months, 5 days", "P4M5D"),
        ("4 months, 6 days", "P4M6D"),
        ("4 months", "P4M"),
        ("18 weeks", "P18W"),
    ],
)
def test_a_length_that_fits_in_some_way_of_counting_is_let_be(words: str, iso: str) -> None:
    assert not found(Page().began("1939-05-11").ended("1939-09-16").lasted(words, iso))


@pytest.mark.parametrize(("words", "iso"), [("127 days", "P127D"), ("130 days", "P130D"), ("6 months", "P6M")])
def test_a_length_that_fits_in_no_way_of_counting_is_shown(words: str, iso: str) -> None:
    assert found(Page().began("1939-05-11").ended("1939-09-16").lasted(words, iso))


def test_the_length_of_another_event_is_not_held_against_the_war() -> None:
    offensive = inside(WAR, "the August offensive", EventKind.CAMPAIGN)
    page = Page().began("1939-05-11").ended("1939-09-16")
    assert not found(page.lasted("11 days", "P11D", event=offensive))


def test_nothing_is_said_where_a_date_is_vague_or_several_are_given() -> None:
    assert not found(Page().began("1939-05").ended("1939-09-16").lasted("118 days", "P118D"))
    twice = Page().began("1939-05-11").began("1939-05-12").ended("1939-09-16")
    assert not found(twice.lasted("118 days", "P118D"))


@given(st.dates(date(1000, 1, 1), date(2800, 1, 1)), st.integers(0, 4000))
def test_the_days_between_two_dates_fit_with_and_without_the_last_and_one_more_does_not(begin: date, days: int) -> None:
    finish = begin + timedelta(days)
    ends = Day(begin.year, begin.month, begin.day), Day(finish.year, finish.month, finish.day)
    for stated, right in ((days, True), (days + 1, True), (days + 2, False), (days - 1, False)):
        if stated >= 0:
            assert fits(Duration(f"P{stated}D", "", stated), *ends) is right
