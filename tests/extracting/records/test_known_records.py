import pytest

from tests.extracting.records.measured import RECORDS, Score, measured

AT_LEAST = {"dates": 0.98, "casualties": 0.97, "commanders": 0.95, "result": 0.97, "strengths": 0.85, "names": 0.97}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    if not RECORDS.is_dir():
        pytest.skip("the battle records are not beside this project")
    return measured()


@pytest.mark.slow
@pytest.mark.parametrize(("fact", "least"), AT_LEAST.items())
def test_battle_records_are_read_as_their_gold_says(scores: dict[str, Score], fact: str, least: float) -> None:
    assert scores[fact].f1 >= least, scores[fact].differing
