"""Does each page stand in a real browser: wide and narrow, light and dark, for those who see and those who do not?"""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Served

WIDTHS = (360, 1440)
PAPERS = ("light", "dark")


TEMPLATES = Path(__file__).parents[2] / "src" / "thucydides" / "web" / "templates"
MATRIX = (
    "index", "explore", "record", "compare", "collation", "documents", "document", "words", "claim", "review", "log",
    "read", "intake", "refusal", "api",
)  # fmt: skip
"""Every page; `words` is a document with one of its claims chosen. Else the names are those of the templates."""


def addresses(served: Served) -> dict[str, str]:
    fullest = max(served.desk.index(), key=lambda entry: entry.claims)
    document, other = served.desk.documents()[:2]
    claim = served.desk.claims(document=document.id)[0].claim.id
    return {
        "api": "/api",
        "claim": f"/claims/{claim}",
        "collation": f"/texts/compare?one={document.id}&other={other.id}",
        "intake": "/read/1",
        "index": "/",
        "explore": "/explore",
        "record": f"/events/{quote(fullest.event.id, safe='')}",
        "compare": f"/events/{quote(fullest.event.id, safe='')}/compare",
        "documents": "/documents",
        "document": f"/documents/{document.id}",
        "words": f"/documents/{document.id}?claim={claim}",
        "read": "/read",
        "review": "/review",
        "log": "/review/log",
        "refusal": "/events/nobody-knows-this",
    }


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", MATRIX)
def test_a_page_is_accessible_and_no_wider_than_its_window(
    page: Any, served: Served, axe: str, name: str, width: int, paper: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=paper)
    if name == "intake":
        bring_in(page, served)
    if name == "refusal":
        page.expected = ("Failed to load resource: the server responded with a status of 404 (Not Found)",)
    said = page.goto(served.address + addresses(served)[name])
    assert said.status == (404 if name == "refusal" else 200)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(result => result.violations.map(one => one.id + ': ' + one.nodes[0].html))")
    assert found == []


def test_every_page_of_the_program_is_among_them() -> None:
    pages = {path.stem for path in TEMPLATES.glob("*.html") if '{% extends "page.html" %}' in path.read_text("utf-8")}
    assert pages | {"words"} == set(MATRIX)


def bring_in(page: Any, served: Served) -> None:
    """Send a note, so that there is something whose progress can be looked at."""
    page.goto(f"{served.address}/read")
    page.set_input_files("input[type=file]", {"name": "note.txt", "mimeType": "text/plain", "buffer": b"A note.\n"})
    page.locator("form:has(input[type=file]) button[type=submit]").click()
    page.wait_for_url("**/read/*")


def test_type_comes_from_the_program_itself(page: Any, served: Served) -> None:
    page.goto(served.address)
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('16px \"Source Serif 4 Variable\"')")
    assert page.evaluate("[...document.fonts].some(face => face.status === 'loaded')")


def test_the_pages_read_in_order_without_a_mouse(page: Any, served: Served) -> None:
    page.goto(served.address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
