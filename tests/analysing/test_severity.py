"""Is a true power law kept, another law told from it, and uncertainty carried through?"""

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from tests.analysing.test_tails import power_law
from thucydides.analysing import Measure, Severity, TooFewEvents, onsets, severity

COW = Path(__file__).parents[3] / "shared" / "data" / "cow" / "Inter-StateWarData_v4.0.csv"


def rows() -> list[dict[str, str]]:
    if not COW.is_file():
        pytest.skip("needs ../shared/data, which is not here")
    words = COW.read_bytes().decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    return list(csv.DictReader(io.StringIO(words)))


def wars() -> np.ndarray:
    deaths: dict[str, int] = {}
    for row in rows():
        deaths[row["WarNum"]] = deaths.get(row["WarNum"], 0) + max(0, int(row["BatDeath"]))
    return np.array(list(deaths.values()), dtype=float)


@pytest.fixture(scope="module")
def inter_state() -> Severity:
    return severity(wars())


def test_the_published_exponent_of_inter_state_wars_is_reproduced(inter_state: Severity) -> None:
    tail = inter_state.tail
    assert (tail.xmin, tail.n_tail, inter_state.events) == (7_061, 51, 95)
    assert 1.52 <= tail.alpha <= 1.53
    assert tail.ks == pytest.approx(0.0571, abs=1e-4)
    assert tail.standard_error == pytest.approx(0.073, abs=1e-3)
    assert inter_state.p == pytest.approx(0.78, abs=0.05)


def test_an_exponent_whose_threshold_is_estimated_too_is_less_sure_than_its_standard_error(
    inter_state: Severity,
) -> None:
    assert inter_state.alpha_spread == pytest.approx(0.10, abs=0.015)
    assert inter_state.alpha_interval == pytest.approx((1.38, 1.70), abs=0.04)
    assert inter_state.alpha_spread > inter_state.tail.standard_error


def test_taken_as_whole_numbers_the_exponent_is_another_and_says_so() -> None:
    tail = severity(wars(), measure=Measure.DISCRETE, replicates=2).tail
    assert (tail.measure, tail.xmin, tail.n_tail) == (Measure.DISCRETE, 5_002, 56)
    assert tail.alpha == pytest.approx(1.486, abs=2e-3)


def test_wars_begin_at_random_as_far_as_can_be_told() -> None:
    first = {row["WarNum"]: int(row["StartYear1"]) for row in reversed(rows())}
    found = onsets(list(first.values()))
    assert found.wars == 95
    assert 0.7 < found.dispersion < 1.3
    assert found.p > 0.05


def test_a_true_power_law_is_not_ruled_out_and_an_exponential_is() -> None:
    assert severity(power_law(2.0, 100, 150), replicates=100).p > 0.1
    drawn = np.random.default_rng(3).exponential(100, 400) + 300
    found = severity(drawn, replicates=50)
    assert next(rival for rival in found.rivals if rival.name == "exponential").ratio < 0


def test_uncertain_sizes_widen_the_exponent() -> None:
    sizes = power_law(1.8, 500, 80)
    noise = np.random.default_rng(4).normal(0, 0.5, size=(40, 80))
    found = severity(sizes, replicates=20, draws=sizes * np.exp(noise))
    assert found.propagated is not None
    middle, low, high = found.propagated
    assert low < middle < high


def test_the_same_sizes_give_the_same_numbers() -> None:
    sizes = power_law(1.8, 500, 60)
    assert severity(sizes, replicates=30) == severity(sizes, replicates=30)


def test_events_without_a_size_are_counted_as_left_out_and_few_are_refused() -> None:
    sizes = np.concatenate([power_law(1.8, 500, 40), [0, -9, np.nan]])
    assert severity(sizes, replicates=5).left_out == 3
    with pytest.raises(TooFewEvents, match="4 events have a size above 0"):
        severity(np.array([1.0, 2.0, 3.0, 4.0, 0.0]))


def test_a_short_tail_is_warned_of() -> None:
    assert "says little" in severity(power_law(1.8, 500, 20), replicates=5).warnings[0]


def test_a_process_that_is_too_regular_or_too_clustered_is_noticed() -> None:
    assert onsets(range(1900, 1990)).p < 0.01
    assert onsets([1900] * 20 + [1990] * 20).p < 0.01
