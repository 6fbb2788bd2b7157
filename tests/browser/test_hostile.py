"""Is a hostile document shown, and does nothing in it run?"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Served, serving
from thucydides.desk import Desk

HOSTILE = """<!doctype html><html><head><title>Battle of Marrowfield</title>
<script>window.ran = 1; document.title = 'ran'</script><base href="http://example.org/">
<meta http-equiv="refresh" content="0;url=http://example.org/"></head>
<body onload="window.ran = 2"><h1>Battle of Marrowfield</h1>
<p>The Battle of Marrowfield was fought on 3 May 1711. Sweden lost 1,234 killed.</p>
<img src="http://example.org/x.png" onerror="window.ran = 3">
<svg onload="window.ran = 4"><script>window.ran = 5</script></svg>
<a href="javascript:window.ran = 6">Denmark lost 99 killed.</a>
<a href="data:text/html,<script>window.ran=7</script>">data</a>
<iframe src="http://example.org/"></iframe>
<p>\u202egnissap\u202c &lt;script&gt;window.ran = 8&lt;/script&gt;
"><script>window.ran = 9</script></p>
<form action="http://example.org/"><button>Accept</button></form>
<table>{rows}</table></body></html>
"""
NAME = "<img src=x onerror=window.ran=10>.html"


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Served]:
    page = HOSTILE.format(rows="<tr>" + "<td>7</td>" * 40 + "</tr>" * 300)
    with Desk.at(tmp_path / "hostile.db") as desk:
        assert not desk.take(NAME, page.encode()).refused
        assert not desk.take("x.txt", page.encode()).refused
        desk.refresh()
        with serving(desk) as address:
            yield Served(address, desk)


def test_it_is_shown_on_every_page_and_nothing_runs(page: Any, hostile: Served) -> None:
    events = [f"/events/{quote(entry.event.id, safe='')}" for entry in hostile.desk.index()[:3]]
    documents = [f"/documents/{entry.id}" for entry in hostile.desk.documents()]
    claims = [f"/documents/{one.claim.document}?claim={one.claim.id}" for one in hostile.desk.claims()[:2]]
    for address in ("/", "/documents", "/review", "/read", *events, *documents, *claims):
        assert page.goto(hostile.address + address).status == 200
        assert page.evaluate("window.ran") is None
        assert page.url.startswith(hostile.address)
        assert page.locator("img, iframe, base, object, embed").count() == 0
        assert page.locator('a[href^="javascript:"], a[href^="data:"], a[href^="http://example"]').count() == 0
        assert page.locator('form[action^="http"]').count() == 0
    assert "1,234" in page.locator("article.source").inner_text()


def test_words_that_are_marked_fill_the_form_with_their_place(page: Any, hostile: Served) -> None:
    entry = next(one for one in hostile.desk.documents() if one.name == NAME)
    page.goto(f"{hostile.address}/documents/{entry.id}")
    page.evaluate(
        """() => {
        const walk = document.createTreeWalker(document.querySelector("article.source"), NodeFilter.SHOW_TEXT);
        for (let node; (node = walk.nextNode());) {
            const at = node.data.indexOf("1,234");
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at); range.setEnd(node, at + 5);
            getSelection().removeAllRanges(); getSelection().addRange(range);
            return;
        }}"""
    )
    page.wait_for_function("document.querySelector('#mark [name=words]').value === '1,234'")
    start = int(page.locator("#mark [name=start]").input_value())
    assert hostile.desk.text(entry.id)[start : start + 5] == "1,234"
    page.locator("#mark [name=target]").fill("Sweden")
    page.locator("#mark [name=concept]").select_option("wounded")
    page.locator("#mark [name=event]").fill("Battle of Marrowfield")
    with page.expect_navigation():
        page.locator("#mark button").click()
    made = [one.claim for one in hostile.desk.claims() if one.claim.reader.startswith("person/")]
    assert [(claim.quote, claim.counted.concept) for claim in made] == [("1,234", "wounded")]


def _sent() -> dict[str, bytes]:
    svg = b'<svg onload="window.ran=1"><script>window.ran=2</script><text>Sweden lost 9 killed.</text></svg>'
    xml = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "%s"><!ENTITY c "%s">]><a>&c;</a>' % (b"x" * 999, b"&b;" * 999)
    pdf = b"%PDF-1.4\n1 0 obj << /OpenAction << /S /JavaScript /JS (window.ran=3) >> >> endobj\n"
    return {
        "picture.svg": svg,
        "entities.xml": xml,
        "script.pdf": pdf,
        "deep.html": b"<div>" * 50_000 + b"They lost 7 killed.",
        "../../etc/passwd.html": b"<h1>Battle of Marrowfield</h1><p>Sweden lost 8 killed.</p>",
        "bidi\u202efdp.exe": b"MZ" + bytes(range(256)) * 9,
        "nested.zip": _zipped(_zipped(b"words")),
    }


def _zipped(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner", content)
    return packed.getvalue()


@pytest.mark.parametrize("name", _sent())
def test_whatever_is_sent_from_the_browser_ends_in_a_sentence_and_nothing_runs(
    page: Any, hostile: Served, name: str
) -> None:
    page.goto(f"{hostile.address}/read")
    page.set_input_files(
        "input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": _sent()[name]}
    )
    page.locator("form:has(input[type=file]) button[type=submit]").click()
    page.wait_for_url("**/read/*")
    page.get_by_role("heading", name="Read", exact=True).wait_for(timeout=60_000)
    said = page.locator("ol.log").inner_text()
    assert len(said.split()) > 3
    assert page.evaluate("window.ran") is None
    kept = {entry.name for entry in hostile.desk.documents()}
    assert not any("/" in one or "\\" in one for one in kept - {NAME})
    for entry in hostile.desk.documents():
        page.goto(f"{hostile.address}/documents/{entry.id}")
        assert page.evaluate("window.ran") is None
