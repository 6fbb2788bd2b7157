"""Does the record as it is served say how many witnesses speak, and no more of them than is known?"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.test_tracing import OTHER, PAGE, keep

from thucydides.desk import Desk
from thucydides.web import create_app

PAGES = {
    "page.txt": PAGE,
    "mirror.txt": f"{PAGE}Copied from elsewhere with thanks.\n",
    "other.txt": OTHER.replace("3 May", "5 May").replace("20 killed", "41 killed"),
}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with Desk.at(tmp_path / "war.db") as desk:
        assert not [one.refused for one in desk.read([keep(tmp_path, *page) for page in PAGES.items()]) if one.refused]
        yield TestClient(create_app(desk), base_url="http://127.0.0.1")


def event(client: TestClient) -> str:
    (entry,) = client.get("/api/v1/events").json()["items"]
    return entry["id"]


def seen(page: str, start: str, end: str) -> str:
    """The words between two marks of a page, without its elements."""
    words = re.sub(r"<[^>]+>", " ", page[page.index(start) : page.index(end, page.index(start))])
    return " ".join(unescape(words).split())


def test_a_slot_shows_witnesses_and_beside_them_in_how_many_documents(client: TestClient) -> None:
    page = client.get(f"/events/{event(client)}").text
    brief = seen(page, 'id="brief"', "</section>")
    assert "2 in 3 2 witnesses, none known to copy another, in 3 documents 2 days" in brief
    assert "independent is said of figures alone" in brief
    assert "Sweden 3 claims, 2 independent witnesses" in seen(page, 'id="losses"', "</section>")
    assert "M (mirror.txt: its words) P (page.txt: its words) 1 witness" in seen(page, 'id="parties"', "</section>")
    assert "one witness with P , the two share" in seen(page, 'id="sources"', "</section>")


def test_as_many_witnesses_for_one_day_as_for_another_are_as_many_though_one_has_a_mirror(client: TestClient) -> None:
    assert 'width="24.0"' in client.get(f"/events/{event(client)}").text, (
        "half of the witnesses leave the first reading"
    )


def test_a_program_is_told_which_claims_are_the_word_of_one_witness_and_why(client: TestClient) -> None:
    record = client.get(f"/api/v1/events/{event(client)}").json()
    slots = {(slot["attribute"], *slot["targets"]): slot for slot in record["slots"]}
    date = slots["date",]
    assert (date["witnesses"], date["documents"], date["independent"]) == (2, 3, False)
    assert date["says"] == "2 witnesses, none known to copy another"
    assert sorted(len(heard["claims"]) for heard in date["heard"]) == [1, 2]
    assert any("share" in reason for heard in date["heard"] for reason in heard["reasons"])
    assert slots["loss", "gw:380"]["says"] == "2 independent witnesses"
    told = [claim for slot in record["slots"] for heard in slot["heard"] for claim in heard["claims"]]
    assert sorted(told) == sorted(claim["id"] for claim in record["claims"])
