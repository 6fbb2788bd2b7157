"""Is it said which numbers changed, by how much, and because of what?"""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.publishing.releases.made import release
from thucydides.publishing import Change, changes, package, published, zipped
from thucydides.vocabulary import Answer, CannotRead, Cell, Decision, Release


def differences(tmp_path: Path, before: Release, after: Release) -> list[Change]:
    for name, made in (("a", before), ("b", after)):
        (tmp_path / f"{name}.zip").write_bytes(zipped(package(made)))
    return list(changes(published(tmp_path / "a.zip"), published(tmp_path / "b.zip")))


def with_cell(made: Release, variable: str, cell: Cell, **changed: object) -> Release:
    first, *rest = made.rows
    return replace(made, rows=(replace(first, cells={**first.cells, variable: cell}), *rest), **changed)  # type: ignore[arg-type]


def test_the_same_release_has_no_changes(tmp_path: Path) -> None:
    assert differences(tmp_path, release(), release()) == []


def test_a_number_that_moved_says_by_how_much_and_that_its_claims_are_the_same(tmp_path: Path) -> None:
    cell = release().rows[0].cells["killed"]
    (change,) = differences(tmp_path, release(), with_cell(release(), "killed", replace(cell, value=650, high=900)))
    assert (change.variable, change.by) == ("killed", 150)
    assert change.before == "500 (350 to 700)"
    assert "what is usual in other events" in change.because[0]


def test_a_claim_that_was_rejected_is_named_with_the_decision(tmp_path: Path) -> None:
    before = release()
    cell = before.rows[0].cells["end_date"]
    gone, kept = cell.claims
    held = before.claims[gone].claim
    decision = Decision(
        gone, Answer.REJECT, "R. Eader", "2026-01-01T00:00:00Z", "a misprint", held.document, held.quote
    )
    after = with_cell(before, "end_date", replace(cell, value="1911-08-25", claims=(kept,)), decisions=(decision,))
    (change,) = [each for each in differences(tmp_path, before, after) if each.variable == "end_date"]
    assert any("R. Eader decided reject: a misprint" in reason for reason in change.because)
    assert any(repr(held.quote) in reason for reason in change.because)


def test_another_rule_is_named(tmp_path: Path) -> None:
    cell = replace(release().rows[0].cells["killed"], value=1, rule="by lot")
    (change,) = differences(tmp_path, release(), with_cell(release(), "killed", cell))
    assert change.because == ("another rule: by lot",)


def test_a_row_that_came_or_went_is_said(tmp_path: Path) -> None:
    shorter = replace(release(), rows=release().rows[1:])
    (change,) = differences(tmp_path, release(), shorter)
    assert (change.before, change.after) == ("in it", "not in it")
    assert change.because == ("the event is in both, with other parties or years",)


def test_what_is_no_release_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no zip")
    with pytest.raises(CannotRead, match=r"a\.zip is no release"):
        published(tmp_path / "a.zip")
