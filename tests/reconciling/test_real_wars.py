"""Are historians' best figures believed, in wars that are well known?"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from benchmarks.corpora import CIVIL_WAR, UKRAINE, ukraine

from tests.reconciling.khalkhin_gol import PATH, cleaned
from tests.reconciling.telling import of
from thucydides.linking import lineages
from thucydides.reconciling import Reconciliation, reconcile, snapshot
from thucydides.reconciling.drawing import figures
from thucydides.reconciling.reconciling import _fitted
from thucydides.vocabulary import Support

KHASAN, KHALKHIN = "lake_khasan_1938", "khalkhin_gol_1939"
here = pytest.mark.skipif(not PATH.exists(), reason="the figures lie in ../shared/data, which is not here")
fought = pytest.mark.skipif(not (UKRAINE.exists() and CIVIL_WAR.exists()), reason="the corpora lie in ../shared/data")


@pytest.fixture(scope="module", params=["", "COW"], ids=["all", "without COW"])
def border(request: pytest.FixtureRequest) -> Iterator[Reconciliation]:
    reports = cleaned(without=request.param)
    yield reconcile(reports, lineages(reports))


@here
def test_a_roll_is_not_overruled_by_the_enemy(border: Reconciliation) -> None:
    estimate = of(border, event=KHASAN, party="Japan")
    assert 500 <= estimate.median <= 650
    assert estimate.status is Support.WEAK  # two lineages, one of them the enemy's


@here
def test_records_are_not_overruled_by_a_handbook(border: Reconciliation) -> None:
    estimate = of(border, event=KHASAN, party="USSR")
    assert estimate.median == pytest.approx(717, rel=0.1)
    assert estimate.low < 717 < estimate.high
    assert of(border, event=KHALKHIN, party="Mongolia").median == pytest.approx(280, rel=0.15)


@here
def test_the_lost_are_the_armys_own_and_not_the_enemys(border: Reconciliation) -> None:
    lost = of(border, "dead_or_missing", event=KHALKHIN, party="Japan")
    assert lost.low < 8717 < 9130 < lost.high < 18_155
    assert of(border, "total", event=KHALKHIN, party="Japan").high < 61_000


@here
def test_a_handbooks_total_given_for_the_dead_is_seen() -> None:
    reports = cleaned()
    doubts = [f for f in reconcile(reports, lineages(reports)).findings if f.rule == "fits-another-category"]
    assert any("20,000 fits total" in doubt.message for doubt in doubts)


@here
def test_what_a_claim_did_is_what_the_estimate_would_be_without_it() -> None:
    """All others being what they are: what they repeat and add up to is not traced anew."""
    reports = cleaned()
    result = reconcile(reports, lineages(reports))
    spoken = {said.reports[0]: said for group in result.heard.groups for said in group.observations}
    pulled = [
        (len(spoken[each.report].reports) * each.pull, spoken[each.report], estimate)
        for estimate in result.estimates
        if estimate.direct and estimate.category == "killed" and "+" not in estimate.party
        for each in estimate.influences
        if each.report in spoken
    ]
    for pull, said, estimate in sorted(pulled, key=lambda one: -abs(one[0]))[:10]:
        left = tuple(
            replace(group, observations=tuple(other for other in group.observations if other is not said))
            for group in result.heard.groups
        )
        _, held = _fitted(left, result.sources, snapshot())
        (without,) = [
            np.median(figures(part.log_components[place], group.parties.index(estimate.party), ["killed"]))
            for part in held
            for place, group in enumerate(part.batch.groups)
            if group.event == estimate.event and estimate.party in group.parties
        ]
        assert pull == pytest.approx(np.log10(estimate.median / without), abs=0.01), said


@here
def test_one_enemy_figure_alone_is_insufficient() -> None:
    (alone,) = [report for report in cleaned() if report.id == "k015"]
    estimate = of(reconcile([alone], ()), "total", party="Japan", event=KHALKHIN)
    assert estimate.status is Support.INSUFFICIENT


@fought
def test_each_side_admits_too_little_and_claims_too_much() -> None:
    reports = ukraine()
    estimates = [
        estimate
        for estimate in reconcile(reports, lineages(reports)).estimates
        if estimate.party == "Russia" and estimate.category == "killed"
    ]
    for standpoint, holds in (("self", lambda factor: factor < 0.5), ("adversary", lambda factor: factor > 1.3)):
        factors = [e.exaggeration[standpoint][0] for e in estimates if standpoint in e.exaggeration]
        middle = sorted(factors)[len(factors) // 2]
        assert holds(middle), (standpoint, middle)
