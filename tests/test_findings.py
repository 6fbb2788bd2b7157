"""Are the contradictions of the seeds and the witnesses found, and no others?"""

from pathlib import Path

import pytest

from thucydides.desk import Desk, demo_documents
from thucydides.vocabulary import Finding, Severity

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


def findings(paths: tuple[Path, ...], ledger: Path) -> dict[str, list[Finding]]:
    with Desk.at(ledger) as desk:
        assert not [taken for taken in desk.read(paths) if taken.refused]
        found: dict[str, list[Finding]] = {}
        for finding in desk.check():
            found.setdefault(finding.rule, []).append(finding)
        return found


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    if not SEEDS.exists():
        pytest.skip("the seeds are not at hand (../shared/seeds)")
    return findings(tuple(sorted(SEEDS.glob("*.txt"))), tmp_path_factory.mktemp("seeds") / "ledger.db")


@pytest.fixture(scope="module")
def witnesses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    return findings(demo_documents(), tmp_path_factory.mktemp("witnesses") / "ledger.db")


def only(found: dict[str, list[Finding]], rule: str) -> Finding:
    (finding,) = found[rule]
    return finding


def test_118_days_fits_neither_way_of_counting_and_both_readings_are_offered(seeds: dict[str, list[Finding]]) -> None:
    finding = only(seeds, "duration-against-dates")
    assert all(figure in finding.message for figure in ("118", "128", "129"))
    offered = " ".join(finding.suggestions)
    assert "1939-05-21" in offered
    assert "1939-09-06" in offered


def test_the_war_ends_a_day_after_its_ceasefire(seeds: dict[str, list[Finding]]) -> None:
    finding = only(seeds, "end-against-ceasefire")
    assert "15 September" in finding.message
    assert "16 September" in finding.message


def test_the_note_would_change_the_total_and_the_magnitude(seeds: dict[str, list[Finding]]) -> None:
    finding = only(seeds, "footnote-against-value")
    assert all(figure in finding.message for figure in ("8,440", "20,000", "16,440", "4.2"))


def test_the_coded_outcome_is_held_against_its_own_prose_and_against_the_article(
    seeds: dict[str, list[Finding]],
) -> None:
    assert "Unsettled Dispute" in only(seeds, "outcome-within-record").message
    assert "Unsettled Dispute" in only(seeds, "outcome-across-documents").message
    assert "Decisive Soviet and Mongolian victory" in only(seeds, "outcome-across-documents").message


def test_a_belligerent_of_one_source_only_is_named(seeds: dict[str, list[Finding]]) -> None:
    assert "Manchukuo" in only(seeds, "belligerents-against-belligerents").message


def test_what_agrees_gives_no_finding(seeds: dict[str, list[Finding]]) -> None:
    assert "total-against-parts" not in seeds
    assert "magnitude-against-deaths" not in seeds


def test_the_seeds_give_no_finding_that_was_not_judged(seeds: dict[str, list[Finding]]) -> None:
    judged_true = {"own-against-enemy", "losses-above-strength"}
    asked_for = {
        *("duration-against-dates", "end-against-ceasefire", "footnote-against-value", "outcome-within-record"),
        *("outcome-across-documents", "belligerents-against-belligerents"),
    }
    assert {
        rule for rule, found in seeds.items() if found[0].severity is not Severity.UNREAD
    } == asked_for | judged_true


def test_the_witnesses_contradict_themselves_where_they_were_written_to(witnesses: dict[str, list[Finding]]) -> None:
    assert "127 days (128" in only(witnesses, "duration-against-dates").message
    assert "1939-05-11" in " ".join(only(witnesses, "duration-against-dates").suggestions)
    assert all(figure in only(witnesses, "footnote-against-value").message for figure in ("8,629", "16,629", "4.2"))
    assert "Manchukuo" in only(witnesses, "belligerents-against-belligerents").message
    assert "3.5" in only(witnesses, "own-against-enemy").message
    assert "total-against-parts" not in witnesses
