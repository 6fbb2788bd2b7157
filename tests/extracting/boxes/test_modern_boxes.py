"""Are the cells understood in which editors write of the wars of the last hundred years?"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document, Qualifier

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "infobox" / "modern.toml").read_text("utf-8"))["case"]
COUNTRIES = authorities.load()
BOX = """{{{{Infobox military conflict
| conflict = War of the Wells
| date = 5 June – 30 November 1967
| combatant1 = {{{{flag|Israel}}}}
| combatant2 = {{{{flag|Egypt}}}}<br>{{{{flag|Syria}}}}<br>{{{{flag|Jordan}}}}<br>{{{{flag|Iraq}}}}
| {row} = {cell}
}}}}
"""
_SIGNS = {Qualifier.ABOUT: "~{}", Qualifier.AT_LEAST: "{}+", Qualifier.OVER: "over {}"}


def _figure(claim: Claim) -> str:
    assert isinstance(claim.value, Count)
    value = _SIGNS.get(claim.value.qualifier, "{}").format(claim.value)
    counted = f"{claim.counted.concept} {claim.counted.population}".strip()
    said = [claim.attribute, str(claim.target), value, counted, claim.attribution.claimant, claim.phase]
    while not said[-1]:
        said.pop()
    return " | ".join(said).replace("|  |", "| |")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_figures_of_a_modern_cell_are_claimed_and_no_others(case: dict[str, Any]) -> None:
    page = BOX.format(row=case.get("row", "casualties2"), cell=case["cell"])
    document = Document("page.wikitext", page.encode(), media_type="text/x-wiki")
    text = read(document)
    claims = extract(text, document_name=document.name, gazetteer=COUNTRIES).claims
    for claim in claims:
        claim.verify(text)
    assert [_figure(claim) for claim in claims if isinstance(claim.value, Count)] == case["figures"]
