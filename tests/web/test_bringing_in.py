"""Can documents be brought in and corrected from the browser, and does nothing hostile get further than a sentence?"""

import gzip
import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.archive.dumps.making import export, page
from tests.web.test_reviewing import browser, field

from thucydides.desk import Desk
from thucydides.web.guarding import MOST_BYTES

WORDS = "The Battle of Marrowfield was fought on 3 May 1711. Sweden lost 1,234 killed. Denmark lost 40 waggons.\n"
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">'
    '<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>&d;&e;</p></body></html>'
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.at(tmp_path / "war.db") as desk:
        yield desk


def sent(client: TestClient, *files: tuple[str, bytes], kind: str = "", pages: str = "") -> str:
    """The page that says what became of the files."""
    token = field(client.get("/read").text, "token")
    fields = {"token": token, "kind": kind, "pages": pages}
    told = client.post("/read", data=fields, files=[("files", file) for file in files], follow_redirects=False)
    assert told.status_code == 303, told.text
    for _ in range(200):
        answer = client.get(told.headers["location"])
        if "refresh" not in answer.headers:
            return answer.text
        time.sleep(0.05)
    raise AssertionError("it was never done")


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * 20_000_000)
    return packed.getvalue()


def test_files_are_read_behind_the_pages_and_their_claims_are_there(desk: Desk) -> None:
    page = sent(browser(desk), ("marrow.txt", WORDS.encode()), ("other.html", b"<p>Sweden lost 99 killed.</p>"))
    assert "2 of 2 files" in page
    assert {entry.name for entry in desk.documents()} == {"marrow.txt", "other.html"}
    assert desk.claims(attribute="loss")


def test_the_pages_of_a_dump_are_read_behind_the_pages_and_the_rest_of_it_is_counted(desk: Desk) -> None:
    pages = [page("Battle of Marrowfield", WORDS), page("Marrowfield", "A town. Sweden lost 99 killed in a film.")]
    told = sent(
        browser(desk), ("dump.xml.gz", gzip.compress(export(pages))), ("marrow.txt", b"Denmark lost 77 killed.")
    )
    assert "2 of 2 files" in told
    assert "2 revisions of pages, 1 read" in told
    assert {entry.name for entry in desk.documents()} == {
        "https://wiki.example/pages/Battle_of_Marrowfield?oldid=1",
        "marrow.txt",
    }


def test_all_articles_of_a_dump_are_read_where_they_are_asked_for(desk: Desk) -> None:
    client = browser(desk)
    xml = export([page("Marrowfield", "A town. Sweden lost 99 killed in a film.")])
    sent(client, ("dump.xml", xml))
    assert desk.documents() == ()
    sent(client, ("dump.xml", xml), pages="all")
    assert len(desk.documents()) == 1


def test_a_dump_that_is_a_bomb_is_refused_in_a_sentence(desk: Desk) -> None:
    bomb = BOMB.replace("<html><body><p>", "<mediawiki><page>").replace("</p></body></html>", "</page></mediawiki>")
    told = sent(browser(desk), ("bomb.xml", bomb.replace("DOCTYPE a", "DOCTYPE mediawiki").encode()))
    assert "declares a document type" in told
    assert desk.documents() == ()


def test_a_table_is_imported_by_its_kind_and_one_that_is_none_is_refused_in_a_sentence(desk: Desk) -> None:
    client = browser(desk)
    kinds = client.get("/read").text
    kind = next(part.split('"')[0] for part in kinds.split('<option value="')[2:])
    page = sent(client, ("table.csv", b"a,b\n1,2\n"), kind=kind)
    assert "table.csv" in page
    assert desk.documents() == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [("bomb.zip", zipped()), ("bomb.txt", zipped()), ("noise.bin", bytes(range(256)) * 50), ("empty.txt", b"")],
)
def test_what_is_no_text_is_refused_in_a_sentence(desk: Desk, name: str, content: bytes) -> None:
    page = sent(browser(desk), (name, content))
    assert desk.documents() == ()
    assert name in page


@pytest.mark.parametrize("name", ["bomb.xml", "bomb.html"])
def test_entities_are_not_blown_up_and_no_file_is_read(desk: Desk, name: str) -> None:
    sent(browser(desk), (name, BOMB.encode()))
    for entry in desk.documents():
        text = desk.text(entry.id)
        assert len(text) < 2_000
        assert "root:" not in text


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\boot.ini", "/abs/olute.txt", "a\x01b.txt"])
def test_a_path_in_a_name_leads_nowhere(desk: Desk, tmp_path: Path, name: str) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    sent(browser(desk), (name, WORDS.encode()))
    (entry,) = desk.documents()
    assert "/" not in entry.name
    assert "\\" not in entry.name
    assert {path.name for path in tmp_path.iterdir()} == before


def test_more_than_is_taken_from_a_browser_is_refused_before_it_is_read(desk: Desk) -> None:
    client = browser(desk)
    told = client.post("/read", content=b"", headers={"content-length": str(MOST_BYTES + 1)})
    assert told.status_code == 413
    assert "thucydides read" in told.text


def test_a_transcription_is_kept_with_its_source_and_page(desk: Desk) -> None:
    client = browser(desk)
    held = {"token": field(client.get("/read").text, "token"), "source": "Field diary", "page": "14", "words": WORDS}
    assert "Field diary, 14" in client.post("/transcriptions", data=held).text
    told = client.post("/transcriptions", data=held | {"source": ""})
    assert (told.status_code, "needs its source" in told.text) == (422, True)


def test_words_are_marked_and_corrected_by_form(desk: Desk) -> None:
    client = browser(desk)
    sent(client, ("marrow.txt", WORDS.encode()))
    (entry,) = desk.documents()
    (loss,) = [one for one in desk.claims(attribute="loss") if one.claim.counted.concept == "killed"]
    page = client.get(f"/documents/{entry.id}?claim={loss.claim.id}").text
    held = {"token": field(page, "token"), "document": entry.id, "words": "1,234", "attribute": "loss"}
    held |= {"concept": "wounded", "instead": loss.claim.id}
    told = client.post("/marks", data=held)
    assert told.status_code == 200, told.text
    assert "wounded" in told.text
    assert any(one.claim.counted.concept == "wounded" for one in desk.claims(attribute="loss"))
    refused = client.post("/marks", data=held | {"value": "12,340", "instead": ""} | {"event": "Battle of Marrowfield"})
    assert refused.status_code == 422
    assert "is not what" in refused.text


def test_an_answer_on_the_document_page_is_shown_there(desk: Desk) -> None:
    client = browser(desk)
    sent(client, ("marrow.txt", WORDS.encode()))
    claim = desk.claims(attribute="loss")[0].claim
    page = client.get(f"/documents/{claim.document}?claim={claim.id}").text
    held = {"token": field(page, "token"), "claim": claim.id, "answer": "reject", "then": "document"}
    assert "rejected by " in client.post("/review/decide", data=held).text
