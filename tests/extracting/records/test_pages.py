"""Are the rendered pages what they are meant to be, and read alike, for a record of our own?"""

from collections.abc import Callable

import pytest

from tests.extracting.fakes import COUNTRIES
from tests.extracting.records.pages import HABITS, Record, record_of
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Document

RECORD = """Smith & Son's Ford
Other Names: Old Mill; Klow Bridge
Date(s): May 3-4, 1863
Principal Commanders: Col. Adam Orlo [US]; Brig. Gen. Otto R. Quist, Jr. [CS]
Forces Engaged: Brigades: 900 total (US 400; CS 500)
Estimated Casualties: 90 total (US 30; CS 60)
Description: Colonel Orlo came down to the river before dawn and found the bridge at Smith & Son's Ford burnt. He sent \
a company across on rafts, and when the sun rose the hills behind the mill were in his hands.

The next day he went home.
Result(s): Union victory
"""


def _claims(content: bytes, media_type: str) -> set[tuple[str, ...]]:
    text = read(Document("ford", content, media_type))
    return {
        (claim.attribute, str(claim.target), str(claim.counted), str(claim.value).replace("’", "'"))
        for claim in extract(text, document_name="ford", gazetteer=COUNTRIES).claims
        if claim.reader.startswith("labelled-record")
    }


def test_a_record_keeps_its_paragraphs() -> None:
    record = record_of(RECORD)
    assert record.name == "Smith & Son's Ford"
    assert [(label, len(said)) for label, said in record.facts][-2:] == [("Description", 2), ("Result(s)", 1)]


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_a_page_says_what_the_text_says(habit: Callable[[Record], bytes]) -> None:
    said = _claims(RECORD.encode(), "text/plain")
    assert {"Otto R. Quist, Jr.", "400", "60", "Klow Bridge"} <= {value for *_, value in said}
    assert _claims(habit(record_of(RECORD)), "text/html") == said


def test_letters_after_words_in_a_bracket_count_a_part_of_the_side() -> None:
    losses = "Casualties: [c] 500 k/w/m (the 2nd Foot suffered 175 k/w/m); [u] 35 (5k/30w)\n"
    said = _claims(b"Klow\nLocation: Klow\nDate: May 3, 1863\n" + losses.encode(), "text/plain")
    assert {value for attribute, _, _, value in said if attribute == "loss"} == {"500", "35", "5", "30"}


def test_a_heading_gives_two_names_and_a_date() -> None:
    page = (
        "<h1>3. KLOW or Old Mill (3 May 1863)</h1><b>County:</b> Klow<p><b>Campaign:</b> River<p><b>Forces:</b> 900<p>"
    )
    said = {(attribute, value) for attribute, _, _, value in _claims(page.encode(), "text/html")}
    assert {("name", "KLOW"), ("name", "Old Mill"), ("date", "1863-05-03")} <= said


def test_initials_behind_a_rank_are_no_side_and_a_list_of_chiefs_is_as_many_persons() -> None:
    led = "Commanders: Gen. U.S. Hale [US]; Chiefs Grey Bear, Tall Pine, and Shako [I]\n"
    said = _claims(b"Klow\nLocation: Klow\nDate: May 3, 1863\n" + led.encode(), "text/plain")
    named = {value for attribute, _, _, value in said if attribute == "commander"}
    assert named == {"U.S. Hale", "Grey Bear", "Tall Pine", "Shako"}
