"""Does a date read in English as vaguely as it is?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import HistoricalDate
from thucydides.web.dating import bounds, told, told_between

CASES = {
    "1939-05-11": "11 May 1939",
    "1939-05": "May 1939",
    "1939": "1939",
    "193X": "the 1930s",
    "19XX": "the 1900s",
    "1939-22": "summer 1939",
    "1939~": "about 1939",
    "1939-05?": "perhaps May 1939",
    "1939-05-XX": "May 1939",
    "XXXX-05-11": "11 May of a year not said",
    "-0479": "480 BC",
    "[1935-12..1936-03]": "between December 1935 and March 1936",
    "1932/1945": "1932 to 1945",
    "1939-05-11/1939-09-16": "11 May to 16 September 1939",
    "1939-05-11/..": "from 11 May 1939",
    "../1940": "until 1940",
    "[..1940]": "1940 or earlier",
}


@pytest.mark.parametrize(("edtf", "words"), CASES.items())
def test_a_date_reads_as_vaguely_as_it_is(edtf: str, words: str) -> None:
    assert told(edtf) == words


def test_the_part_of_a_year_is_said() -> None:
    assert told(HistoricalDate.from_edtf("1939", as_written="early 1939", part="early")) == "early 1939"


def test_the_same_day_twice_is_one_day() -> None:
    assert told_between("1939-05-11", "1939-05-11") == "11 May 1939"


def test_what_is_no_date_has_no_bounds_and_is_shown_as_it_is() -> None:
    assert bounds("soon") == (None, None)
    assert told("soon") == "soon"


@given(st.text(max_size=40))
def test_no_string_breaks_the_telling(words: str) -> None:
    assert isinstance(told(words), str)
