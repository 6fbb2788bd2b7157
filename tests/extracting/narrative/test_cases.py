"""The cases that a historian extends: `tests/cases/narrative/*.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extracting.narrative.pages import as_line, heard, page
from thucydides.vocabulary import Claim, Finding

CASES = Path(__file__).parents[2] / "cases" / "narrative"


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['name']}")
        for file in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    ]


@pytest.mark.parametrize("case", _cases())
def test_a_passage_gives_its_claims_and_no_others(case: dict[str, Any]) -> None:
    found = [one for one in heard(page(case["text"])) if isinstance(one, Claim)]
    assert sorted(as_line(claim) for claim in found) == sorted(case["claims"])


@pytest.mark.parametrize("case", _cases())
def test_what_is_not_understood_is_said(case: dict[str, Any]) -> None:
    text = page(case["text"])
    unread = [one for one in heard(text) if isinstance(one, Finding)]
    assert [text.content[one.start : one.end] for one in unread] == case.get("unread", [])


@pytest.mark.parametrize("case", _cases())
def test_every_claim_shows_exactly_the_words_of_the_text(case: dict[str, Any]) -> None:
    text = page(case["text"])
    for claim in heard(text):
        if isinstance(claim, Claim):
            claim.verify(text)
