"""Has every value an address, and does its citation hold what finds the words again?"""

import re

import pytest
from fake_desk import CHRONICLE_DOCUMENT, CHRONICLE_TEXT, CLAIMS, WAR, FakeDesk
from fastapi.testclient import TestClient

from thucydides.desk import NotFound
from thucydides.vocabulary import LinkedClaim
from thucydides.web import create_app
from thucydides.web.citing import citation_of

LOSS = next(one for one in CLAIMS if one.claim.quote == "1,240 dead or missing")


class Citing(FakeDesk):
    def claim(self, identity: str) -> LinkedClaim:
        for linked in CLAIMS:
            if linked.claim.id == identity:
                return linked
        raise NotFound(f"no claim has the id {identity!r}")


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(Citing()), base_url="http://127.0.0.1")  # type: ignore[arg-type]


def test_a_citation_names_claim_quotation_document_and_hashes(client: TestClient) -> None:
    said = client.get(f"/claims/{LOSS.claim.id}.txt").text
    for part in (LOSS.claim.id, "“1,240 dead or missing”", CHRONICLE_DOCUMENT.id, CHRONICLE_TEXT.id, WAR.label, WAR.id):
        assert part in said
    span = LOSS.claim.span
    assert CHRONICLE_TEXT.content[span.start : span.end] == "1,240 dead or missing"
    assert f"characters {span.start} to {span.end}" in said


def test_what_would_move_or_hide_words_is_shown_by_its_number() -> None:
    hostile = next(one for one in CLAIMS if "\u202e" in one.claim.quote)
    assert "\u202e" not in citation_of(hostile).text
    assert "‹U+202E›" in citation_of(hostile).text


def test_every_citation_that_the_record_offers_is_there(client: TestClient) -> None:
    offered = set(re.findall(r'href="(/claims/[0-9a-f]+)"', client.get(f"/events/{WAR.id}").text))
    assert len(offered) > 5
    for address in offered:
        assert client.get(address).status_code == 200
    assert client.get("/claims/nobody").status_code == 404


def test_the_record_is_cited_with_the_hash_of_each_document(client: TestClient) -> None:
    page = client.get(f"/events/{WAR.id}").text
    assert f"SHA-256 {CHRONICLE_DOCUMENT.id}" in page
