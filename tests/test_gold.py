"""Is what a careful person finds in the seeds and the witnesses found?

The witnesses run everywhere; the seeds run, with the same thresholds, where they are at hand.
"""

from pathlib import Path

import pytest

from thucydides.desk import Desk, Evaluation, demo_documents

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
WITNESS_GOLD = ROOT / "tests" / "witnesses" / "gold" / "claims.csv"
SEED_GOLD = SHARED / "gold" / "seed-claims.csv"

# Shares of the gold rows: core all, inferred 9 of 12, narrative 80 of 90.
LEAST = {"core": 1.0, "inferred": 9 / 12, "narrative": 80 / 90}
PRECISION = 0.9


def evaluation(paths: tuple[Path, ...], gold: Path, ledger: Path) -> Evaluation:
    with Desk.at(ledger) as desk:
        assert not [taken for taken in desk.read(paths) if taken.refused]
        return desk.evaluate(gold)


@pytest.fixture(scope="module", params=["witnesses", "seeds"])
def result(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    ledger = tmp_path_factory.mktemp("gold") / "ledger.db"
    if request.param == "witnesses":
        return evaluation(demo_documents(), WITNESS_GOLD, ledger)
    if not SEED_GOLD.exists():
        pytest.skip("the seeds are not at hand (../shared/seeds and ../shared/gold)")
    return evaluation(tuple(sorted((SHARED / "seeds").glob("*.txt"))), SEED_GOLD, ledger)


@pytest.mark.parametrize("level", LEAST)
def test_enough_of_each_level_is_found(result: Evaluation, level: str) -> None:
    score = result.levels[level]
    missed = [(row["event"], row["attribute"], row["quote"]) for row in result.missed if row["level"] == level]
    assert score.recall >= LEAST[level], missed


def test_at_least_nine_in_ten_claims_are_right(result: Evaluation) -> None:
    wrong = [(row["event"], row["attribute"], row["target"], row["value"], row["quote"]) for row in result.spurious]
    assert result.precision >= PRECISION, wrong


def test_nothing_that_must_not_appear_appears_and_nothing_lacks_a_quote(result: Evaluation) -> None:
    assert result.prohibited == ()
    assert result.unquoted == ()
