"""Does a ledger's estimate lead back to the claims it was made from?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from thucydides.desk import Ambiguous, Desk, NotFound
from thucydides.vocabulary import Answer, Decision, Support

ARTICLE = """Battle of Red Hill

The Battle of Red Hill was fought between France and Austria on 11 May 1809.

According to French archives, 1,234 French soldiers were killed. Austria claimed that 4,100 French soldiers were killed.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    page, copy = tmp_path / "page.txt", tmp_path / "copy.txt"
    page.write_text(ARTICLE)
    copy.write_text(
        "Battle of Red Hill\n\nIn the Battle of Red Hill on 11 May 1809, 1,234 French soldiers were killed.\n"
    )
    with Desk.at(tmp_path / "a.db") as desk:
        assert not [taken.refused for taken in desk.read([page, copy]) if taken.refused]
        yield desk


def test_an_estimate_names_the_claims_it_rests_on(desk: Desk) -> None:
    answer = desk.why("Battle of Red Hill", "France killed")
    assert answer.estimate.low < 1300 < answer.estimate.high
    assert answer.estimate.status is not Support.SUPPORTED
    assert {pull.linked.claim.id for pull in answer.pulls} >= set(answer.estimate.accounts)
    assert "right on average" in answer.paragraph
    assert answer.moved < answer.estimate.median


def test_a_page_that_repeats_a_figure_is_called_a_copy(desk: Desk) -> None:
    answer = desk.why("Battle of Red Hill", "killed of France")
    assert [pull.repeats for pull in answer.pulls if pull.linked.document_name.endswith("copy.txt")] != [""]
    assert answer.estimate.lineages == 2


def test_a_reviewer_may_say_from_where_a_claim_speaks(desk: Desk) -> None:
    before = desk.why("Battle of Red Hill", "France killed")
    enemy = next(pull for pull in before.pulls if pull.report.relation == "adversary")
    claim = enemy.linked.claim
    desk._ledger.decide(
        Decision(
            claim=claim.id, answer=Answer.CORRECT, who="reviewer", when="2026-01-01T00:00:00Z", why="counted by name",
            document=claim.document, quote=claim.quote, correction="standpoint:roll",
        )
    )  # fmt: skip
    after = desk.why("Battle of Red Hill", "France killed")
    assert after.estimate.median > 1.3 * before.estimate.median


def test_a_slot_that_is_unknown_or_means_several_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound, match="name a party and a kind of loss"):
        desk.why("Battle of Red Hill", "Prussia killed")
    with pytest.raises(Ambiguous):
        desk.why("Battle of Red Hill", "missing")
