"""How much is found, and how much of it is right, in five kinds of source about wars of many times and places?

Thirty passages in the manner of a reference work, an encyclopedia article, a battlefield commission, a biographical
dictionary and a despatch of the time. They and their gold were written before the reader was run on them; it was then
mended by general means where it failed. The figures below are what was measured after that.
"""

from pathlib import Path

import pytest

from thucydides.desk import Desk, Evaluation

PASSAGES = Path(__file__).parent / "passages"

# Of each kind of source: the share of the core rows that is found, the share of the claims that is right.
MEASURED = {
    "reference": (0.59, 0.94),
    "article": (0.57, 0.92),
    "commission": (0.63, 0.93),
    "biography": (0.51, 0.82),
    "despatch": (0.23, 0.92),
}
RECALL, PRECISION = 0.52, 0.91


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    with Desk.at(tmp_path_factory.mktemp("passages") / "ledger.db") as desk:
        assert not [taken for taken in desk.read(sorted(PASSAGES.glob("*.txt"))) if taken.refused]
        return desk.evaluate(PASSAGES / "gold" / "claims.csv")


def test_half_of_what_a_careful_person_takes_is_found(result: Evaluation) -> None:
    assert result.levels["core"].recall >= RECALL


def test_nine_in_ten_claims_are_right(result: Evaluation) -> None:
    wrong = [(row["document"], row["event"], row["attribute"], row["target"], row["quote"]) for row in result.spurious]
    assert result.precision >= PRECISION, wrong


def test_no_year_page_calibre_or_sum_of_money_becomes_a_count(result: Evaluation) -> None:
    assert result.prohibited == ()
    assert result.unquoted == ()


@pytest.mark.parametrize("kind", MEASURED)
def test_no_kind_of_source_falls_behind_what_was_measured(kind: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    least_found, least_right = MEASURED[kind]
    result = evaluation_of(kind, tmp_path_factory.mktemp(kind))
    assert result.levels["core"].recall >= least_found
    assert result.precision >= least_right


def evaluation_of(kind: str, folder: Path) -> Evaluation:
    """The evaluation of one kind of source alone, against the rows of the gold that are about it."""
    rows = (PASSAGES / "gold" / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "claims.csv").write_text("".join(row for row in rows if row.startswith(("document,", kind))), "utf-8")
    for name in ("events.csv", "never.csv"):
        (folder / name).write_bytes((PASSAGES / "gold" / name).read_bytes())
    with Desk.at(folder / "ledger.db") as desk:
        assert not [taken for taken in desk.read(sorted(PASSAGES.glob(f"{kind}-*.txt"))) if taken.refused]
        return desk.evaluate(folder / "claims.csv")
