"""Does every figure survive the habits of mark-up in which editors write info-boxes, and does nothing else count?"""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from thucydides import authorities
from thucydides.extracting import extract
from thucydides.reading import read
from thucydides.vocabulary import Claim, Count, Document, Qualifier, Text

FOLDER = Path(__file__).parents[2] / "cases" / "infobox"
CASES, LANGUAGES = (
    tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["case"] for name in ("habits", "languages")
)
LISTED = Path(__file__).parents[4] / "shared" / "gold" / "infobox-habits.json"
_DIGIT, _MARK = re.compile(r"\d"), re.compile(r"\[\w{1,3}\]")
COUNTRIES = authorities.load()
BOX = """{{{{Infobox military conflict
| conflict = Battle of the Fords
| combatant1 = {{{{flag|Soviet Union}}}}<br>{{{{flagicon|Mongolia}}}} [[Mongolian People's Republic|Mongolia]]
| combatant2 = {{{{flagicon|Empire of Japan}}}} [[Empire of Japan|Japan]]<br>{{{{flag|Manchukuo}}}}
| {row} = {cell}
}}}}
"""
ids = [f"{case['habit']} {place % 3 + 1}" for place, case in enumerate(CASES)]
ids += [case["habit"] for case in LANGUAGES]


def _read(page: str) -> tuple[Text, tuple[Claim, ...]]:
    document = Document("page.wikitext", page.encode(), media_type="text/x-wiki")
    text = read(document)
    return text, extract(text, document_name=document.name, gazetteer=COUNTRIES).claims


def _page(case: dict[str, Any]) -> str:
    return case.get("page") or BOX.format(row=case.get("row", "casualties2"), cell=case["cell"])


def _figure(claim: Claim) -> str:
    assert isinstance(claim.value, Count)
    value = {Qualifier.ABOUT: f"~{claim.value}", Qualifier.AT_LEAST: f"{claim.value}+"}
    said = value.get(claim.value.qualifier, str(claim.value))
    parts = [claim.attribute, str(claim.target), said, claim.counted.concept, claim.attribution.claimant]
    return " | ".join(parts if parts[-1] else parts[:-1])


def _raw(text: Text, page: str, claim: Claim) -> str:
    place = text.raw_range(claim.span)
    assert place is not None
    return page[slice(*place)]


@pytest.mark.parametrize("case", [*CASES, *LANGUAGES], ids=ids)
def test_the_figures_of_a_habit_are_claimed_and_no_others(case: dict[str, Any]) -> None:
    _, claims = _read(_page(case))
    assert [_figure(claim) for claim in claims if isinstance(claim.value, Count)] == case["figures"]


@pytest.mark.parametrize("case", [*CASES, *LANGUAGES], ids=ids)
def test_what_else_a_habit_says_is_claimed_and_readable(case: dict[str, Any]) -> None:
    text, claims = _read(_page(case))
    said = {f"{claim.attribute} | {claim.target} | {claim.value}" for claim in claims}
    assert set(case.get("said", ())) <= said
    assert not [words for words in case.get("reads", ()) if words not in text.content]


@pytest.mark.parametrize("case", [*CASES, *LANGUAGES], ids=ids)
def test_every_claim_of_a_habit_stands_in_the_text_and_its_digits_in_the_source(case: dict[str, Any]) -> None:
    page = _page(case)
    text, claims = _read(page)
    for claim in claims:
        claim.verify(text)
        if isinstance(claim.value, Count) and "#expr" not in page:
            shown = _shown(_raw(text, page, claim))
            assert "".join(_DIGIT.findall(_MARK.sub("", claim.quote))) in "".join(_DIGIT.findall(shown))


def _shown(raw: str) -> str:
    """The source without its comments."""
    while "<!--" in raw and "-->" in raw:
        raw = raw[: raw.index("<!--")] + raw[raw.index("-->") + 3 :]
    return raw


@pytest.mark.parametrize("case", [*CASES, *LANGUAGES], ids=ids)
def test_hidden_numbers_years_and_pages_are_counted_nowhere(case: dict[str, Any]) -> None:
    _, claims = _read(_page(case))
    counted = {str(claim.value) for claim in claims if isinstance(claim.value, Count)}
    assert not counted & set(case.get("silent", ()))


def test_each_habit_has_three_cases() -> None:
    habits = [case["habit"] for case in CASES]
    assert len(set(habits)) == 24 and all(habits.count(habit) == 3 for habit in habits)


@pytest.mark.skipif(not LISTED.exists(), reason="the listed habits are not beside the project")
def test_what_must_survive_of_each_listed_habit_is_readable() -> None:
    listed = json.loads(LISTED.read_text(encoding="utf-8"))
    lost = []
    for case in listed:
        text, _ = _read(BOX.format(row="casualties2", cell=case["wikitext"]))
        lost += [(case["habit"], words) for words in case["must_survive"] if words not in text.content]
    assert not lost and len(listed) == 24
