"""Do the pages say what the desk says, safely and without a script?"""

import re
from html.parser import HTMLParser

import pytest
from fake_desk import CLAIMS, FINDINGS, IN_CHRONICLE, WAR, FakeDesk
from fastapi.testclient import TestClient

from thucydides.vocabulary import Finding, Severity
from thucydides.web import create_app

CHRONICLE = "/documents/fords/chronicle.txt"
PAGES = (
    "/",
    "/explore",
    f"/events/{WAR.id}",
    "/events/event:raid",
    "/documents",
    CHRONICLE,
    "/events/mill",
    "/nowhere",
)


class Outline(HTMLParser):
    """The ids, the links and the elements of a page, and whether every element is closed."""

    VOID = frozenset(("meta", "link", "input", "br"))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        own = tag == "script" and (held.get("src") or "").startswith("/style/")
        self.tags |= set() if own else {tag}
        self.attributes |= set(held)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held["href"] or ""] if tag == "a" else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(FakeDesk()), base_url="http://127.0.0.1", raise_server_exceptions=False)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_well_formed_with_no_script_or_style_in_it_and_each_id_once(client, address: str) -> None:
    outline = Outline(client.get(address).text)
    assert outline.open == []
    assert not outline.tags & {"script", "style", "iframe", "object", "img"}
    assert not {name for name in outline.attributes if name.startswith("on") or name == "style"}
    assert len(outline.ids) == len(set(outline.ids))


@pytest.mark.parametrize("address", (*PAGES, "/style/style.css"))
def test_every_answer_carries_the_strict_policy(client, address: str) -> None:
    headers = client.get(address).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_asked_of_another_machine(client, address: str) -> None:
    page = client.get(address).text
    assert not re.search(r'(?:href|src|action)="(?:[a-z]+:)?//', page)


@pytest.mark.parametrize("host", ("example.org", "127.0.0.1.example.org", "ledger.local"))
def test_a_page_answers_only_to_the_names_of_this_machine(client, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "content-security-policy" in answer.headers


def test_markup_in_a_document_is_words(client) -> None:
    for address in (f"/events/{WAR.id}", CHRONICLE):
        page = client.get(address).text
        assert '<script>alert("ford")' not in page
        assert "&lt;script&gt;" in page
    assert "<b>A bold doubt" not in client.get(f"/events/{WAR.id}").text


def test_characters_that_would_turn_the_text_around_are_shown_by_number(client) -> None:
    page = client.get(CHRONICLE).text
    assert "\u202e" not in page
    assert "‹U+202E›gnikcatta‹U+202C›" in page


def test_the_index_links_every_event_and_shows_its_time(client) -> None:
    page = client.get("/").text
    assert '<a href="/events/event%3Araid">' in page
    assert "3 May to 20 August 1911" in page
    assert "date silent" in page


def test_the_record_shows_every_rival_figure_with_who_says_it(client) -> None:
    page = client.get(f"/events/{WAR.id}").text
    for shown in ("1,240", "at least 300", "9,000", "4,000", "2,610", "“slight”"):
        assert shown in page
    for claimant in ("Orland archives", "Verrin"):
        assert claimant in page
    assert {f"#m-{shape}" for shape in ("archival", "enemy", "third", "up")} <= set(
        re.findall(r'use href="(#m-\w+)"', page)
    )


def test_the_record_says_why_its_mentions_are_taken_for_one_event(client) -> None:
    page = client.get("/events/event:fords").text
    assert "Why these mentions are taken for one event" in page
    assert "share most of their names" in page


def test_every_claim_of_the_record_is_one_click_from_its_words(client) -> None:
    links = set(Outline(client.get(f"/events/{WAR.id}").text).links)
    for linked in CLAIMS:
        if linked.claim.attribute in ("loss", "outcome"):
            assert f"/documents/{linked.claim.document}?claim={linked.claim.id}#t-{linked.claim.id}" in links


def test_rival_ends_stand_in_one_slot_with_the_days_between_them(client) -> None:
    page = client.get(f"/events/{WAR.id}").text
    assert "20 August 1911" in page
    assert "12 August 1911" in page
    assert "8 days" in page


def test_a_slot_that_nobody_fills_is_called_silent(client) -> None:
    assert re.search(
        r"At issue</abbr></th><td role=\"cell\"><span class=\"silent\">silent", client.get(f"/events/{WAR.id}").text
    )


def test_findings_stand_in_the_margin_and_readings_are_not_applied(client) -> None:
    page = client.get(f"/events/{WAR.id}").text
    assert "The two ends lie 8 days apart." in page
    assert "Possible readings, none applied" in page
    assert "read it as a total" in page


def test_every_link_within_a_page_has_its_end(client) -> None:
    for address in (f"/events/{WAR.id}", CHRONICLE, f"{CHRONICLE}?claim={IN_CHRONICLE[6].claim.id}"):
        outline = Outline(client.get(address).text)
        inside = {link[1:] for link in outline.links if link.startswith("#")}
        assert inside <= {*outline.ids}


def test_every_claim_of_a_document_can_be_reached_and_has_its_words_marked(client) -> None:
    outline = Outline(client.get(CHRONICLE).text)
    for linked in IN_CHRONICLE:
        assert f"t-{linked.claim.id}" in outline.ids
        assert f"c-{linked.claim.id}" in outline.ids


def test_a_selected_claim_shows_its_sentence_its_evidence_and_the_rule_of_what_is_inferred(client) -> None:
    claim = IN_CHRONICLE[8].claim
    page = client.get(f"{CHRONICLE}?claim={claim.id}").text
    assert "Orland says that Tessen lost 9,000 dead, wounded and captured" in page
    assert 'id="e-claimant"' in page
    assert "the picture that named it is lost" in page


@pytest.mark.parametrize("linked", IN_CHRONICLE, ids=lambda linked: linked.claim.attribute)
def test_every_claim_can_be_selected(client, linked) -> None:
    answer = client.get(f"{CHRONICLE}?claim={linked.claim.id}")
    assert answer.status_code == 200
    assert Outline(answer.text).open == []


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [
        ("/events/nobody", 404, "no event goes by"),
        ("/documents/none", 404, "no document goes by"),
        (f"{CHRONICLE}?claim=0000", 404, "no such claim"),
        ("/elsewhere", 404, "no page at this address"),
        ("/events/mill", 300, "may be 2 events"),
        ("/events?name=" + "x" * 500, 422, "longer than any name"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_sentence(client, address: str, status: int, sentence: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert sentence in answer.text
    assert "Traceback" not in answer.text


def test_an_ambiguous_name_offers_each_event(client) -> None:
    assert 'href="/events/event%3Apact"' in client.get("/events/mill").text


def test_a_name_leads_to_its_event_and_no_name_to_the_index(client) -> None:
    assert client.get("/events?name=Fords+War", follow_redirects=False).headers["location"] == "/events/event:fords"
    assert client.get("/events", follow_redirects=False).headers["location"] == "/"


def test_a_failure_of_the_program_is_a_page_with_a_sentence() -> None:
    class BrokenDesk(FakeDesk):
        def index(self):
            raise RuntimeError("secret path")

    broken = TestClient(create_app(BrokenDesk()), base_url="http://127.0.0.1", raise_server_exceptions=False)
    answer = broken.get("/")
    assert answer.status_code == 500
    assert "secret path" not in answer.text
    assert "content-security-policy" in answer.headers


def test_findings_beyond_the_alphabet_keep_letters_of_their_own() -> None:
    many = tuple(Finding(f"rule-{n}", Severity.NOTE, f"Number {n}.", event=WAR.id) for n in range(60))
    crowded = TestClient(create_app(FakeDesk((*FINDINGS, *many))), base_url="http://127.0.0.1")
    ids = Outline(crowded.get(f"/events/{WAR.id}").text).ids
    assert {"n-a", "n-z", "n-aa", "n-bk"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_party_shows_its_numbers_in_the_lists(client) -> None:
    assert "gw:9001 · cow:9001" in client.get(f"/events/{WAR.id}").text


def test_what_persons_decided_stands_beside_the_claim_in_a_mark_and_in_words(client) -> None:
    page = client.get("/events/event:fords").text
    assert "rejected by Anna &lt;b&gt;, 2026-05-03: misread" in page
    assert 'class="val rejected"' in page
    assert "1 accepted" in page and "1 rejected" in page
