"""Does a date keep its notation, its bounds and its vagueness together?"""

from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary.dates import Calendar, Day, HistoricalDate, Part


def bounds(edtf: str, part: Part = Part.WHOLE) -> tuple[str, str]:
    date = HistoricalDate.from_edtf(edtf, part=part)
    return str(date.earliest or ""), str(date.latest or "")


def oracle(day: object) -> str:
    assert isinstance(day, struct_time)
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}" if day[0] >= 0 else f"-{-day[0]:04d}-{day[1]:02d}-{day[2]:02d}"


@pytest.mark.parametrize(
    "edtf",
    [
        "1939", "1939-05", "1939-05-11", "-0479", "0000", "-0043-03-15", "193X", "15XX", "1939-XX", "1939-05-XX",
        "1939?", "1939-05?", "1939-05-11/1939-09-16", "1939-05/1939-09", "1932/1945", "1935-12/1936-03", "1939-21",
        "1939-22", "1939-23", "1904-02-29", "-0499/-0400", "1939-05-11/1940",
    ],
)  # fmt: skip
def test_the_bounds_are_those_of_the_edtf_package(edtf: str) -> None:
    parsed = parse_edtf(edtf)
    assert bounds(edtf) == (oracle(parsed.lower_strict()), oracle(parsed.upper_strict()))


def test_an_approximate_year_is_widened_as_the_edtf_package_does() -> None:
    parsed = parse_edtf("1937~")
    assert bounds("1937~") == (oracle(parsed.lower_fuzzy()), oracle(parsed.upper_fuzzy()))


def test_an_approximate_date_is_widened_by_one_unit_of_its_precision() -> None:
    assert bounds("1937-05~") == ("1937-04-01", "1937-06-30")
    assert bounds("1937-05-11~") == ("1937-05-10", "1937-05-12")


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1939-24", ("1939-12-01", "1940-02-29")),
        ("[1935-12..1936-03]", ("1935-12-01", "1936-03-31")),
        ("[1939-05-11,1939-11-05]", ("1939-05-11", "1939-11-05")),
        ("{1792-04-28,1792-04-30}", ("1792-04-28", "1792-04-30")),
        ("[..1904]", ("", "1904-12-31")),
        ("[1906..]", ("1906-01-01", "")),
        ("1932/..", ("1932-01-01", "")),
        ("../1945", ("", "1945-12-31")),
        ("/1945", ("", "1945-12-31")),
        ("XXXX-08-23", ("", "")),
        ("XXXX-02-29", ("", "")),
        ("-04XX", ("-0499-01-01", "-0400-12-31")),
        ("1939-05-1X", ("1939-05-10", "1939-05-19")),
        ("1939-1X", ("1939-10-01", "1939-12-31")),
        ("1900-02-2X", ("1900-02-20", "1900-02-28")),
    ],
)
def test_what_the_edtf_package_does_not_bound_is_bounded_too(edtf: str, expected: tuple[str, str]) -> None:
    assert bounds(edtf) == expected


@pytest.mark.parametrize(
    "edtf",
    ["", "1939-13", "1939-02-30", "XXXX-02-30", "1900-02-29", "39", "May 1939", "1939/", "[1939", "1939/1940/1941", "/",
     "1939-05-11T10:00", "[]", "1939-00-10"],
)  # fmt: skip
def test_what_is_no_date_is_refused(edtf: str) -> None:
    if edtf == "1939/":
        assert bounds(edtf) == ("1939-01-01", "")
        return
    with pytest.raises(ValueError, match=r"EDTF|exist|month"):
        HistoricalDate.from_edtf(edtf)


@pytest.mark.parametrize(
    ("edtf", "part", "expected"),
    [
        ("1939", Part.EARLY, ("1939-01-01", "1939-04-30")),
        ("1939", Part.LATE, ("1939-09-01", "1939-12-31")),
        ("1939-08", Part.MIDDLE, ("1939-08-11", "1939-08-20")),
        ("1939-08", Part.LATE, ("1939-08-21", "1939-08-31")),
        ("1943", Part.FIRST_HALF, ("1943-01-01", "1943-06-30")),
        ("1943-02", Part.SECOND_HALF, ("1943-02-16", "1943-02-28")),
        ("193X", Part.EARLY, ("1930-01-01", "1933-04-30")),
        ("1914-22", Part.LATE, ("1914-08-01", "1914-08-31")),
    ],
)
def test_early_and_late_narrow_the_bounds(edtf: str, part: Part, expected: tuple[str, str]) -> None:
    assert bounds(edtf, part) == expected


@given(st.integers(-3000, 2100), st.integers(1, 12), st.sampled_from(Part))
def test_a_part_lies_within_its_whole(year: int, month: int, part: Part) -> None:
    sign = "-" if year < 0 else ""
    edtf = f"{sign}{abs(year):04d}-{month:02d}"
    whole, narrow = HistoricalDate.from_edtf(edtf), HistoricalDate.from_edtf(edtf, part=part)
    assert whole.earliest and whole.latest and narrow.earliest and narrow.latest
    assert whole.earliest <= narrow.earliest <= narrow.latest <= whole.latest


def test_a_date_without_year_takes_one_from_elsewhere() -> None:
    date = HistoricalDate.from_edtf("XXXX-08-23", as_written="August 23rd")
    assert date.lacks_year
    assert date.in_year(1939).edtf == "1939-08-23"
    assert date.in_year(1939).earliest == Day(1939, 8, 23)
    assert date.in_year(1939).as_written == "August 23rd"


def test_a_date_with_a_year_keeps_it() -> None:
    date = HistoricalDate.from_edtf("1939-08-23")
    assert date.in_year(1941) is date


def test_there_is_no_29_february_where_the_year_has_none() -> None:
    date = HistoricalDate.from_edtf("XXXX-02-29")
    assert date.in_year(1905) is date
    assert date.in_year(1904).edtf == "1904-02-29"


def test_an_extent_over_new_year_ends_in_the_next() -> None:
    assert HistoricalDate.from_edtf("XXXX-12-29/XXXX-01-02").in_year(1799).edtf == "1799-12-29/1800-01-02"


def test_late_august_stays_late_when_its_year_is_found() -> None:
    assert HistoricalDate.from_edtf("XXXX-08", part=Part.LATE).in_year(1939).earliest == Day(1939, 8, 21)


def test_an_interval_knows_its_ends() -> None:
    war = HistoricalDate.from_edtf("1939-05-11/1939-09-16")
    assert str(war.begin) == "1939-05-11"
    assert str(war.finish) == "1939-09-16"
    assert HistoricalDate.from_edtf("1932/..").finish is None
    assert HistoricalDate.from_edtf("1939").begin is None


def test_a_date_is_gregorian_unless_it_says_otherwise() -> None:
    assert HistoricalDate.from_edtf("1939").calendar is Calendar.GREGORIAN
