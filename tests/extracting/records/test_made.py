"""Are records of every form of row that a commission may print read as they were made to say?"""

from collections import Counter
from functools import cache

import pytest

from tests.extracting.records.made import made_records
from tests.extracting.records.measured import Score
from tests.extracting.records.pages import HABITS, display_of_archives, record_of
from tests.extracting.records.reading_made import HOW_MANY, heard_in, scores
from thucydides import authorities
from thucydides.vocabulary import Document

ROWS = ("dates", "casualties", "commanders", "result", "strengths", "names", "place", "campaign", "number")
AT_LEAST = 0.97


@cache
def _as_text() -> dict[str, Score]:
    return scores(made_records(HOW_MANY), lambda place: None)


@cache
def _as_pages() -> dict[str, Score]:
    return scores(made_records(HOW_MANY), lambda place: HABITS[place % len(HABITS)])


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS)
def test_a_record_of_any_form_says_what_it_was_made_to_say(row: str) -> None:
    assert HOW_MANY >= 300 and _as_text()[row].gold > 200
    assert _as_text()[row].f1 >= AT_LEAST, _as_text()[row].differing


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS)
def test_as_a_page_of_its_time_it_says_the_same(row: str) -> None:
    assert _as_pages()[row].f1 >= _as_text()[row].f1 - 0.01, _as_pages()[row].differing


def test_the_archives_display_of_a_record_gives_its_name_dates_and_number() -> None:
    gazetteer = authorities.load()
    wrong = []
    for record in made_records(60):
        days = sorted(day for _, day in record.said["dates"])
        if any(day.count("-") != 2 for day in days):
            continue
        page = display_of_archives(record_of(record.words), days[0], days[-1])
        claims = heard_in(Document("entry.html", page, "text/html"), gazetteer)
        heard = Counter((claim.attribute, str(claim.value)) for claim in claims)
        name = record.words.partition("\n")[0]
        said = {
            ("name", name),
            ("start_date", days[0]),
            ("end_date", days[-1]),
            ("external_id", f"cwsac:{record.number}"),
        }
        if not said <= set(heard):
            wrong.append((record.number, said - set(heard)))
    assert wrong == []
