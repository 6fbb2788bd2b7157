"""Is each number in a casualty, strength or date cell a claim, or listed as not understood?"""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extracting.boxes.coverage import DATES, FIGURES, Number, counted_from, numbers_of
from thucydides import authorities
from thucydides.extracting import Extraction, extract
from thucydides.reading import read
from thucydides.vocabulary import Document, Text

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "infoboxes"
FILES = sorted(FOLDER.glob("*.wikitext"))
COUNTRIES = authorities.load()
BOX = """{{Infobox military conflict
| conflict = Battle of the Fords
| date = 4 May 1808
| combatant1 = {{flag|France}}<br>{{flag|Italy}}
| combatant2 = {{flag|Spain}}
| %s = %s
}}"""
AMOUNTS = (
    "300",
    "1,234",
    "c. 20,000",
    "300+",
    "80,000–97,000",
    "at least 40",
    "1 in 5",
    "45%",
    "12.5%",
    "II",
    "3 × 4",
    "~7",
)
THINGS = (
    "killed", "wounded", "men", "zorbs", "tanks destroyed", "prisoners", "", "guns (1806)", "dead or missing",
    "of 400 ships", "Italian dead", "in May 1808", "captured, p. 44", "third-rates", "(until 1809)",
    "24-pounders", "7th Hussars", "killed[1]",
)  # fmt: skip
JOINTS = ("<br>", ", ", " and ", "\n* ", " (", "; ", "<br>'''Per Orlo:'''<br>", "<br>{{flagicon|Italy}} ", "<br>1807: ")
cells = st.lists(
    st.tuples(st.sampled_from(AMOUNTS), st.sampled_from(THINGS), st.sampled_from(JOINTS)), min_size=1, max_size=6
)


def _heard(name: str, source: bytes) -> tuple[Text, Extraction]:
    text = read(Document(name, source, media_type="text/x-wiki"))
    return text, extract(text, document_name=name, gazetteer=COUNTRIES)


@cache
def _public_boxes() -> tuple[tuple[Text, Extraction], ...]:
    return tuple(_heard(path.name, path.read_bytes()) for path in FILES)


def _numbers(*labels: str) -> list[Number]:
    return [number for text, heard in _public_boxes() for number in numbers_of(text, heard, *labels)]


@settings(deadline=None, max_examples=60)
@example("casualties1", [("14", "May: 300 killed", ""), ("8", "%", "")])
@given(st.sampled_from(("casualties1", "strength2", "casualties3", "date")), cells)
def test_no_number_of_a_cell_is_dropped(row: str, parts: list[tuple[str, str, str]]) -> None:
    cell = "".join(f"{amount} {thing}{joint}" for amount, thing, joint in parts)
    text, heard = _heard("page.wikitext", (BOX % (row, cell)).encode())
    dropped = [number.words for number in numbers_of(text, heard, *FIGURES, *DATES) if number.fate == "dropped"]
    assert not dropped
    assert not list(counted_from(heard.claims, text))


needs_public_boxes = pytest.mark.skipif(not FILES, reason="the info-boxes for measuring are not beside the project")


@needs_public_boxes
def test_of_the_numbers_in_the_rows_of_public_boxes_97_in_100_are_claims_and_the_rest_is_listed() -> None:
    numbers = _numbers(*FIGURES)
    claims = [number for number in numbers if number.fate == "claim"]
    assert not [number for number in numbers if number.fate == "dropped"]
    assert len(claims) >= 0.97 * len(numbers)
    counts = [number for number in numbers if number.counts]
    assert sum(number.fate == "claim" for number in counts) >= 0.975 * len(counts)


@needs_public_boxes
def test_every_number_in_the_dates_of_public_boxes_is_a_claim_or_listed() -> None:
    assert not [number for number in _numbers(*DATES) if number.fate == "dropped"]


@needs_public_boxes
def test_no_year_page_or_book_number_of_a_public_box_is_counted() -> None:
    assert not [quote for text, heard in _public_boxes() for quote in counted_from(heard.claims, text)]
