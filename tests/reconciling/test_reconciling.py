"""Does an estimate behave as a careful historian would want it to?"""

import math
import os
import random
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reconciling.telling import estimated, of, told
from thucydides.linking import lineages
from thucydides.reconciling import reconcile
from thucydides.vocabulary import CATEGORIES, LEVELS, Support

OWN = {"value": 1234, "relation": "self"}
ENEMY = {"value": 4000, "relation": "adversary"}


def test_one_account_alone_is_insufficient() -> None:
    alone = of(estimated(OWN))
    assert alone.status is Support.INSUFFICIENT
    assert 1234 < alone.median < 1850  # a side usually admits fewer than it lost
    assert alone.low < 1234 < alone.high


@pytest.mark.parametrize("relation", ["self", "neutral", "adversary"])
def test_five_uncited_copies_change_nothing(relation: str) -> None:
    first = {"value": 1234, "relation": relation}
    alone = of(estimated(first))
    copied = of(estimated(first, *({"value": 1234, "relation": "neutral"} for _ in range(5))))
    assert abs(copied.median / alone.median - 1) < 0.01
    assert abs(math.log(copied.high / copied.low) / math.log(alone.high / alone.low) - 1) < 0.02
    assert copied.status is Support.INSUFFICIENT


def test_an_enemys_figure_raises_a_sides_own_and_gives_at_most_a_weak_estimate() -> None:
    alone, both = of(estimated(OWN)), of(estimated(OWN, ENEMY))
    assert alone.median < both.median < 2200
    assert both.high / both.low < alone.high / alone.low
    assert both.status is not Support.SUPPORTED


def test_records_are_believed_and_a_roll_still_more() -> None:
    records, roll = (of(estimated({"value": 1234, "relation": each})) for each in ("archival", "roll"))
    assert records.median == pytest.approx(1234, rel=0.06)
    assert records.status is Support.WEAK
    assert roll.median == pytest.approx(1234, rel=0.02)
    assert roll.high / roll.low < records.high / records.low


def test_a_bound_or_a_word_alone_is_insufficient() -> None:
    bound = of(estimated({"kind": "lower", "lo": 300}))
    assert bound.status is Support.INSUFFICIENT
    assert bound.quantiles[0.975] > 1000
    word = of(estimated({"kind": "word", "word": "scores", "relation": "neutral"}))
    assert word.status is Support.INSUFFICIENT
    assert 40 < word.median < 150


def test_a_bound_bounds() -> None:
    other = {"value": 400, "relation": "neutral"}
    free = of(estimated(other))
    above = of(estimated(other, {"kind": "lower", "lo": 700, "relation": "archival"}))
    below = of(estimated(other, {"kind": "upper", "hi": 200, "relation": "archival"}))
    assert below.median < free.median < above.median
    assert of(estimated(other, {"kind": "lower", "lo": 3, "relation": "archival"})).median == pytest.approx(
        free.median, rel=0.05
    )


def test_an_impossible_account_is_named_and_leaves_the_others_alone() -> None:
    sound = [
        {"event": f"battle {n}", "value": 100 + 37 * n, "relation": relation, "source": relation}
        for n in range(12)
        for relation in ("self", "neutral", "archival")
    ]
    wrong = [
        {"event": "raid", "value": -4}, {"event": "raid", "value": 1e12}, {"event": "raid", "value": 0},
        {"event": "raid", "kind": "range", "lo": 30, "hi": 20},
        {"event": "feud", "value": 1234, "source": "a"},
        {"event": "feud", "category": "total", "value": 900, "source": "a"},
        {"event": "raid", "kind": "word", "word": "heavy"}, {"event": "raid", "kind": "upper", "hi": 0},
        {"event": "raid", "value": float("nan")},
    ]  # fmt: skip
    result = estimated(*sound, *wrong)
    assert {finding.rule for finding in result.findings} >= {
        "negative-figure", "absurd-figure", "zero-figure", "backward-range", "part-over-whole", "word-without-number",
    }  # fmt: skip
    for event in ("battle 0", "battle 7"):
        assert of(result, event=event).median == pytest.approx(of(estimated(*sound), event=event).median, rel=0.05)
    assert all(math.isfinite(estimate.median) for estimate in result.estimates)
    assert of(result, event="raid").median < 1


def test_a_slip_of_the_pen_does_not_carry_the_estimate_away() -> None:
    sound = [{"value": value, "relation": relation} for value, relation in ((2810, "archival"), (2955, "neutral"))]
    assert of(estimated(*sound, {"value": 28_700, "relation": "neutral"})).median < 3600


def test_every_draw_adds_up() -> None:
    result = estimated(OWN, ENEMY, {"category": "total", "value": 6_100, "relation": "neutral"})
    draws = result.draws("siege", "Reds")
    assert len(draws["killed"]) == 512
    assert np.all(draws["killed"] <= draws["dead_or_missing"])
    assert np.all(draws["dead_or_missing"] <= draws["total"])
    assert np.allclose(draws["total"], sum(draws[name] for name in ("killed", "wounded", "missing", "captured")))


def test_a_coalitions_figure_is_the_sum_of_its_parties() -> None:
    both = {"party": "Reds + Blues", "value": 1000, "relation": "archival"}
    result = estimated(both, {"party": "Reds", "value": 800, "relation": "archival"})
    assert of(result, party="Blues").median < 500
    assert of(result, party="Reds + Blues").median == pytest.approx(1000, rel=0.1)
    total = result.draws("siege", "Reds + Blues")["killed"]
    assert np.allclose(total, result.draws("siege", "Reds")["killed"] + result.draws("siege", "Blues")["killed"])


def test_a_war_has_at_least_what_its_battles_have() -> None:
    war = {"event": "war", "value": 700, "relation": "neutral"}
    battles = [{"event": f"battle {n}", "value": 611 + n, "relation": "archival", "part_of": "war"} for n in range(3)]
    assert of(estimated(war), event="war").median < 1000
    assert of(estimated(war, *battles), event="war").median > 1150


def test_a_total_given_for_the_dead_is_seen() -> None:
    records = [
        {"category": name, "value": value, "relation": "archival", "source": f"office {office}"}
        for office, values in enumerate(((7_713, 8_652), (8_123, 8_671)))
        for name, value in zip(("killed", "wounded"), values, strict=True)
    ]
    found = estimated(*records, {"value": 20_000, "relation": "neutral", "source": "handbook"}).findings
    (doubt,) = [finding for finding in found if finding.rule == "fits-another-category"]
    assert "handbook's 20,000 fits total" in doubt.message


@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_order_of_claims_does_not_matter_and_a_rerun_is_the_same_to_the_bit(chosen: random.Random) -> None:
    reports = list(told(OWN, ENEMY, {"event": "battle", "value": 70}, {"event": "battle", "kind": "lower", "lo": 90}))
    first = reconcile(reports, lineages(reports)).estimates
    chosen.shuffle(reports)
    assert reconcile(reports, lineages(reports)).estimates == first


def test_the_number_of_threads_does_not_change_a_bit() -> None:
    program = (
        "from tests.reconciling.telling import estimated\n"
        "rows = [{'event': f'e{n % 9}', 'value': 100 + 37 * n, 'relation': ('self', 'neutral', 'adversary')[n % 3],"
        " 'source': f's{n % 7}'} for n in range(120)]\n"
        "print([float(q).hex() for e in estimated(*rows).estimates for q in e.quantiles.values()])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
            capture_output=True, text=True, check=True,
        ).stdout
        for threads in ("1", "2")
    }  # fmt: skip
    assert len(answers) == 1


figures = st.one_of(
    st.fixed_dictionaries({"value": st.sampled_from([0, -1, 3, 77, 500, 123_456, 1e30])}),
    st.fixed_dictionaries({"kind": st.just("lower"), "lo": st.sampled_from([0, 1, 90, 5_000_000])}),
    st.fixed_dictionaries({"kind": st.just("upper"), "hi": st.sampled_from([0, 1, 90, 5_000_000])}),
    st.fixed_dictionaries(
        {"kind": st.just("range"), "lo": st.sampled_from([0, 9]), "hi": st.sampled_from([0, 9, 1e6])}
    ),
)
said = st.tuples(
    figures, st.sampled_from(sorted(CATEGORIES)), st.sampled_from(["Reds", "Blues", "Reds + Blues"]),
    st.sampled_from(["self", "adversary", "ally", "neutral", "archival", "roll"]), st.integers(0, 3),
)  # fmt: skip


@given(st.lists(said, max_size=14))
@settings(max_examples=25, deadline=None)
def test_whatever_is_said_the_quantiles_rise_and_are_finite(
    rows: list[tuple[dict[str, float], str, str, str, int]],
) -> None:
    result = estimated(
        *(
            figure | {"category": category, "party": party, "relation": relation, "source": f"s{source}"}
            for figure, category, party, relation, source in rows
        )
    )
    for estimate in result.estimates:
        bounds = [estimate.quantiles[level] for level in LEVELS]
        assert bounds == sorted(bounds)
        assert all(0 < bound < math.inf for bound in bounds)
