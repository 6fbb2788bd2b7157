"""Is what was left out foretold as well as is promised?"""

import pytest
from benchmarks.corpora import CIVIL_WAR
from benchmarks.hold_out import held_out
from benchmarks.simulation import SCENARIOS, make

from thucydides.linking import lineages
from thucydides.reconciling import hold_out
from thucydides.vocabulary import read_reports


def test_made_up_reports_are_foretold_by_the_others_of_their_event() -> None:
    reports = read_reports([claim for claim in make(SCENARIOS["base"], 3).claims if claim["event"] < "event 00040"])
    result = hold_out(reports, lineages(reports))
    assert len(result.figures) > 150
    assert 0.70 <= result.coverage()[1] <= 0.93
    model, median, between = result.scores()
    assert model > median > between
    assert set(result.standpoints()) >= {"self", "adversary", "neutral", "archival"}


def test_a_lineage_that_stands_alone_is_not_left_out() -> None:
    reports = read_reports(list(make(SCENARIOS["base"], 3).claims[:1]))
    assert hold_out(reports, lineages(reports)).figures == ()


@pytest.mark.slow
@pytest.mark.skipif(not CIVIL_WAR.exists(), reason="the corpus lies in ../shared/data, which is not here")
def test_historians_of_one_war_foretell_each_other() -> None:
    result = held_out()
    half, eighty, most = result.coverage()
    assert 0.45 <= half <= 0.60
    assert 0.74 <= eighty <= 0.88
    assert 0.90 <= most <= 0.98
    model, median, between = result.scores()
    assert model > median
    assert model > between
