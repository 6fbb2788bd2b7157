"""Is every case that a historian wrote down read as it says, and does every claim quote its own words?"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Document

FOLDER = Path(__file__).parents[1] / "cases"
FILES = ("coded_records", "info_boxes", "labelled_records")
READERS = ("coded-record", "labelled-record", "info-box", "citations")
CASES = [
    pytest.param(case, id=case["name"])
    for file in FILES
    for case in tomllib.loads((FOLDER / f"{file}.toml").read_text(encoding="utf-8"))["case"]
]


def _heard(text: str) -> tuple[Claim, ...]:
    document = Document("case.txt", text.strip().encode())
    found = extract(read(document), document_name=document.name, gazetteer=authorities.load())
    return tuple(claim for claim in found.claims if claim.reader.startswith(READERS))


def _line(claim: Claim) -> str:
    parts = [claim.attribute, str(claim.target), str(claim.value), claim.counted.concept, claim.attribution.claimant]
    while len(parts) > 3 and not parts[-1]:
        parts.pop()
    return " | ".join(parts).replace("  ", " ").strip()


@pytest.mark.parametrize("case", CASES)
def test_the_claims_of_a_case_are_heard_and_no_others_of_their_kind(case: dict[str, Any]) -> None:
    wanted = {line.replace("  ", " ") for line in case["claims"]}
    kinds = {line.partition(" ")[0] for line in wanted}
    assert {_line(claim) for claim in _heard(case["text"]) if claim.attribute in kinds} == wanted


@pytest.mark.parametrize("case", CASES)
def test_every_claim_of_a_case_stands_in_its_text(case: dict[str, Any]) -> None:
    text = read(Document("case.txt", case["text"].strip().encode()))
    claims = _heard(case["text"])
    assert claims
    for claim in claims:
        claim.verify(text)
