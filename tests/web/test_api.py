"""Does `/api/v1` say what the pages say, in parts, and nothing that its own description does not allow?"""

from collections.abc import Iterator
from contextlib import suppress

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from thucydides.desk import Desk, demo_documents
from thucydides.vocabulary import Answer
from thucydides.web import create_app

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
EXAMPLES = 10
LISTS = ("events", "claims", "documents", "findings", "comparisons", "estimates", "agenda", "decisions")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk.at(tmp_path_factory.mktemp("api") / "war.db") as desk:
        assert all(not taken.refused for taken in desk.read(demo_documents()))
        yield desk


@pytest.fixture(scope="module")
def client(desk: Desk) -> TestClient:
    return TestClient(create_app(desk), base_url="http://127.0.0.1", raise_server_exceptions=False)


def test_each_list_comes_in_parts_that_together_are_the_whole(client: TestClient) -> None:
    for name in LISTS:
        whole = client.get(f"/api/v1/{name}?limit=1000").json()["items"]
        address, parts = f"/api/v1/{name}?limit={max(1, len(whole) // 3)}", []
        while address:
            told = client.get(address)
            parts += told.json()["items"]
            address = told.links.get("next", {}).get("url", "")
        assert parts == whole, name


def test_the_lists_hold_what_the_desk_holds(client: TestClient, desk: Desk) -> None:
    def ids(name: str, key: str = "id") -> list[str]:
        return [one[key] for one in client.get(f"/api/v1/{name}?limit=1000").json()["items"]]

    assert ids("claims") == [linked.claim.id for linked in desk.claims()]
    assert ids("events") == [entry.event.id for entry in desk.index()]
    assert sorted(ids("findings")) == sorted(finding.id for finding in desk.check())
    assert ids("agenda", "claim") == [one.claim for one in desk.agenda.questions]
    assert len(ids("comparisons", "event")) == len(list(desk.compare())) > 0
    assert len(ids("estimates", "event")) == len(desk.estimates().result.estimates) > 0


def test_the_words_of_each_claim_stand_in_the_text_where_it_says(client: TestClient) -> None:
    for document in client.get("/api/v1/documents").json()["items"]:
        text = client.get(f"/api/v1/documents/{document['id']}/text").text
        for claim in client.get(f"/api/v1/claims?document={document['id']}&limit=1000").json()["items"]:
            assert text[claim.get("start", 0) : claim["end"]] == claim["quote"]


def test_an_answer_need_not_be_sent_twice_until_something_changes(client: TestClient) -> None:
    first = client.get("/api/v1/claims")
    again = client.get("/api/v1/claims", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    decide(client, "accept")
    assert client.get("/api/v1/claims", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def decide(client: TestClient, answer: str, **more: str) -> dict[str, str]:
    token = client.get("/api/v1/").json()["token"]
    claim = client.get("/api/v1/agenda?limit=1").json()["items"][0]["claim"]
    held = {"claim": claim, "answer": answer, **more}
    told = client.post("/api/v1/decisions", json=held, headers={"x-token": token})
    assert told.status_code == 201, told.text
    return told.json()


def test_a_decision_taken_here_is_on_the_desk_and_in_the_claim(client: TestClient, desk: Desk) -> None:
    taken = decide(client, "reject", why="a misprint", who="Ann")
    assert (desk.review.log()[-1].answer, desk.review.log()[-1].id) == (Answer.REJECT, taken["id"])
    held = client.get("/api/v1/claims?limit=1000").json()["items"]
    assert [one["status"] for one in held if one["id"] == taken["claim"]] == ["rejected"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("events/nobody", 404),
        ("documents/none/text", 404),
        ("nothing", 404),
        ("events/%0Afive", 404),
        ("claims?limit=0", 422),
        ("claims?offset=x", 422),
        ("comparisons?event=nobody", 404),
    ],
)
def test_what_cannot_be_had_is_a_problem_with_a_sentence(client: TestClient, address: str, status: int) -> None:
    told = client.get(f"/api/v1/{address}")
    assert told.status_code == status
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json()["status"] == status
    assert told.json()["detail"]


def test_a_decision_without_the_token_is_refused_as_a_problem(client: TestClient) -> None:
    told = client.post("/api/v1/decisions", json={"claim": "x", "answer": "accept"})
    assert (told.status_code, told.headers["content-type"]) == (403, "application/problem+json")


def test_no_request_makes_it_fail_or_answer_otherwise_than_described(desk: Desk) -> None:
    app = create_app(desk)
    token = TestClient(app, base_url="http://127.0.0.1").get("/api/v1/").json()["token"]
    headers = {"host": "127.0.0.1", "x-token": token, "cookie": f"thucydides-token={token}"}
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=headers)
    tried, told = 0, set()
    for operation in described.get_all_operations():
        asked = operation.ok()
        for mode in GenerationMode:

            @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            @given(case=asked.as_strategy(generation_mode=mode))
            def holds(case) -> None:
                nonlocal tried
                answer = case.call(headers=headers)
                case.validate_response(answer, checks=CHECKS)
                tried += 1
                told.add(answer.status_code)

            with suppress(Unsatisfiable):  # an address without parameters cannot be asked wrongly
                holds()
    assert tried > 100
    assert {200, 422} <= told
