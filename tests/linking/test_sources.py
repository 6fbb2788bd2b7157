"""Which work does a claim come from?"""

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.linking.telling import Saying, document_id, told
from thucydides.linking import link
from thucydides.linking.sources import Works, together
from thucydides.vocabulary import Basis, Claim, Registry, Source

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "sources.toml").read_text(encoding="utf-8"))["case"]
Meant = list[tuple[str, Claim]]


def saying(how: str, words: str) -> Saying:
    match how:
        case "lists":
            return Saying("Long War", "source", words)
        case "cites":
            return Saying("Long War", "loss", "1,500", target=("Japan",), cites=words)
        case "reports":
            return Saying("Long War", "loss", "1,500", target=("Japan",), claimant=words, basis=Basis.SCHOLARLY)
    return Saying("Long War", "loss", "2,500", target=("Japan",))


def meant_in(case: dict[str, Any]) -> Meant:
    """Each claim of a case with the letter of the work that it should come from."""
    meant: Meant = []
    for document in sorted({name for _, name, _, _ in case["said"]}):
        theirs = [(work, saying(how, words)) for work, name, how, words in case["said"] if name == document]
        meant += zip((work for work, _ in theirs), told(document, *(said for _, said in theirs)), strict=True)
    return meant


def sources_of(meant: Meant, case: dict[str, Any], registry: Registry) -> dict[str, set[str]]:
    """The ids of the sources that were found for each letter."""
    names = {document_id(name): name for _, name, _, _ in case["said"]}
    works = Works([claim for _, claim in meant], names, registry)
    found: dict[str, set[str]] = {}
    for work, claim in meant:
        found.setdefault(work, set()).add((works.cited(claim) or works.of(claim)[0]).id)
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_claims_come_from_the_work_that_is_meant(case: dict[str, Any], registry: Registry) -> None:
    found = sources_of(meant_in(case), case, registry)
    assert all(len(ids) == 1 for ids in found.values()), found
    assert len(set.union(*found.values())) == len(found), found


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(CASES), st.integers(0, 10**6))
def test_the_order_of_the_claims_does_not_matter(registry: Registry, case: dict[str, Any], seed: int) -> None:
    meant = meant_in(case)
    shuffled = random.Random(seed).sample(meant, len(meant))
    assert sources_of(shuffled, case, registry) == sources_of(meant, case, registry)


def test_the_entry_of_a_list_is_linked_to_its_work(registry: Registry) -> None:
    claims = told("page.txt", saying("lists", "Anna Brell, Rivers and Guns, 1960"), saying("cites", "Brell, 31"))
    linking = link(claims, document_names={}, registry=registry)
    entry, figure = (
        {made.object for made in linking.links if made.subject == claim.id and made.object.startswith("source:")}
        for claim in claims
    )
    assert entry == figure
    (work,) = (source for source in linking.sources if source.kind == "work")
    assert (work.title, work.author, work.year) == ("Rivers and Guns", "Brell", "1960")


def test_one_work_keeps_the_fullest_title_and_a_year() -> None:
    long = Source("source:bodart", "Lexikon der Kriege", "Bodart", "1908", "work")
    short = Source("source:bodart", "Bodart", "Bodart", "", "work")
    assert together([short, long]) == together([long, short]) == (long,)
