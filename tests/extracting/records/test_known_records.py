from collections.abc import Callable
from functools import cache

import pytest

from tests.extracting.records.measured import PAGES, RECORDS, Score, displayed, measured
from tests.extracting.records.pages import HABITS, Record

AT_LEAST = {"dates": 0.98, "casualties": 0.97, "commanders": 0.95, "result": 0.97, "strengths": 0.85, "names": 0.97}
WITHIN = 0.02


@cache
def _scores(habit: Callable[[Record], bytes] | None = None) -> dict[str, Score]:
    if not RECORDS.is_dir():
        pytest.skip("the battle records are not beside this project")
    return measured(habit)


@pytest.mark.slow
@pytest.mark.parametrize(("fact", "least"), AT_LEAST.items())
def test_battle_records_are_read_as_their_gold_says(fact: str, least: float) -> None:
    assert _scores()[fact].f1 >= least, _scores()[fact].differing


@pytest.mark.slow
@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.__name__)
def test_as_a_web_page_they_are_read_as_well(habit: Callable[[Record], bytes]) -> None:
    text, page = _scores(), _scores(habit)
    assert {fact: page[fact].differing for fact in AT_LEAST if text[fact].f1 - page[fact].f1 > WITHIN} == {}


@pytest.mark.slow
def test_the_archives_pages_of_the_same_records_are_read_as_they_print() -> None:
    """The archives' file dates eight battles, and spells six, otherwise than the gold does."""
    if not PAGES.is_dir():
        pytest.skip("the archives' pages are not beside this project")
    scores = displayed()
    assert scores["external_id"].f1 == 1.0
    assert {name: score.differing for name, score in scores.items() if score.f1 < 0.9} == {}
