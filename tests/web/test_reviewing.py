"""Are answers taken at the pages kept, taken back, written down and read again, and only from pages of ours?"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from thucydides.desk import Desk, demo_documents
from thucydides.vocabulary import Answer
from thucydides.web import create_app


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.at(tmp_path / "war.db") as desk:
        assert all(not taken.refused for taken in desk.read(demo_documents()))
        yield desk


def browser(desk: Desk) -> TestClient:
    return TestClient(create_app(desk), base_url="http://127.0.0.1", raise_server_exceptions=False)


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found[1]


def reading_as(client: TestClient, name: str) -> None:
    token = field(client.get("/review").text, "token")
    client.post("/review/reader", data={"reader": name, "token": token})


def answered(client: TestClient, answer: str, *, which: str = "first", **more: str) -> str:
    """The claim that was answered."""
    page = client.get(f"/review?pass={which}").text
    held = {name: field(page, name) for name in ("token", "claim", "pass", "at")}
    told = client.post("/review/decide", data={**held, "answer": answer, **more}, follow_redirects=False)
    assert told.status_code == 303, told.text
    return held["claim"]


def test_an_answer_is_kept_with_who_and_why_and_the_next_question_follows(desk: Desk) -> None:
    client = browser(desk)
    reading_as(client, "Ærla 二")
    first = answered(client, "accept", why="it stands there")
    (kept,) = desk.review.log()
    assert (kept.claim, kept.answer, kept.who, kept.why) == (first, Answer.ACCEPT, "Ærla 二", "it stands there")
    assert field(client.get("/review").text, "claim") != first
    assert "Ærla 二" in client.get("/review/log").text


def test_questions_come_by_influence_times_doubt(desk: Desk) -> None:
    asked = desk.agenda.questions
    assert len(asked) == len({linked.claim.id for linked in desk.claims()})
    assert [one.weight for one in asked] == sorted((one.weight for one in asked), reverse=True)
    assert field(browser(desk).get("/review").text, "claim") == asked[0].claim
    assert desk.claim(asked[0].claim).claim.attribute == "loss"


def test_all_answers_can_be_taken_back_one_after_the_other(desk: Desk) -> None:
    client, before = browser(desk), desk.digest()
    for answer in ("accept", "reject", "unsure"):
        answered(client, answer)
    answered(client, "correct", correction="rather 12")
    assert desk.digest() != before
    for _ in range(4):
        client.post("/review/undo", data={"token": field(client.get("/review").text, "token")})
    assert desk.digest() == before
    assert len(desk.review.log()) == 8


def test_the_log_replayed_over_the_raw_documents_gives_the_same_digest(desk: Desk, tmp_path: Path) -> None:
    client = browser(desk)
    for answer in ("accept", "reject", "accept", "unsure"):
        answered(client, answer)
    written = client.get("/review/log.jsonl").text
    assert len(written.splitlines()) == 4
    with Desk.at(tmp_path / "again.db") as again:
        assert all(not taken.refused for taken in again.read(demo_documents()))
        again.review.replay(written.splitlines())
        assert again.digest() == desk.digest()


def test_a_second_reader_sees_no_answer_of_the_first_until_both_are_given(desk: Desk) -> None:
    first, second = browser(desk), browser(desk)
    reading_as(first, "Ann")
    reading_as(second, "Bo")
    claim = answered(first, "reject", why="a misprint, surely")
    page = second.get("/review?pass=second").text
    assert field(page, "claim") == claim
    assert "a misprint, surely" not in page
    assert "Ann" not in page
    assert answered(second, "accept", which="second") == claim
    page = first.get("/review?pass=disputed").text
    assert "a misprint, surely" in page
    assert field(page, "claim") == claim
    answered(first, "accept", which="disputed", why="settled")
    assert "Nothing is left" in first.get("/review?pass=disputed").text


def changing(client: TestClient) -> list[tuple[str, str]]:
    """Every address that changes something, by its method."""

    def routes_of(held: object, before: str = "") -> Iterator[tuple[str, APIRoute]]:
        for route in getattr(held, "routes", ()):
            inner = getattr(route, "original_router", None) or getattr(route, "app", None)
            if isinstance(route, APIRoute):
                yield before, route
            else:
                yield from routes_of(inner, before + getattr(route, "path", ""))

    found = [
        (method, before + re.sub(r"{\w+(:\w+)?}", "x", route.path))
        for before, route in routes_of(client.app)
        for method in route.methods - {"GET", "HEAD"}
    ]
    assert ("POST", "/api/v1/decisions") in found
    assert len(found) >= 3
    return found


FORGERIES: dict[str, Callable[[TestClient], dict[str, dict[str, str]]]] = {
    "no token": lambda client: {"data": {}},
    "a wrong token": lambda client: {"data": {"token": "0" * 32}, "headers": {"x-token": "0" * 32}},
    "a foreign origin": lambda client: {"headers": {"origin": "https://example.org", "x-token": token(client)}},
    "an origin on another port": lambda client: {
        "headers": {"origin": "http://127.0.0.1:81", "x-token": token(client)}
    },
    "a site that says so": lambda client: {"headers": {"sec-fetch-site": "cross-site", "x-token": token(client)}},
    "no origin to speak of": lambda client: {"headers": {"origin": "null", "x-token": token(client)}},
}


def token(client: TestClient) -> str:
    return field(client.get("/review").text, "token")


@pytest.mark.parametrize("forgery", FORGERIES)
def test_no_address_changes_anything_for_a_forged_request(desk: Desk, forgery: str) -> None:
    client = browser(desk)
    before = desk.digest()
    for method, address in changing(client):
        told = client.request(method, address, **FORGERIES[forgery](client))
        assert told.status_code == 403, (method, address, told.text)
    assert desk.digest() == before
    assert desk.review.log() == ()


def test_the_token_without_its_cookie_changes_nothing(desk: Desk) -> None:
    client = browser(desk)
    page = client.get("/review").text
    held = {"token": field(page, "token"), "claim": field(page, "claim"), "answer": "accept"}
    client.cookies.clear()
    assert client.post("/review/decide", data=held).status_code == 403
    assert desk.review.log() == ()


def test_the_cookie_goes_to_no_other_site_and_no_script(desk: Desk) -> None:
    given = browser(desk).get("/").headers["set-cookie"].lower()
    assert "samesite=strict" in given
    assert "httponly" in given


def test_a_document_says_who_decided_on_a_claim_and_when(desk: Desk) -> None:
    client = browser(desk)
    reading_as(client, "Anna")
    claim = answered(client, "unsure")
    (decision,) = desk.review.log()
    said = f"unsure by Anna, {decision.when[:10]}"
    page = client.get(f"/documents/{decision.document}?claim={claim}").text
    assert page.count(said) == 2
    assert f'title="{said}"' in client.get(f"/documents/{decision.document}").text
