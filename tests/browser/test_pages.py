"""Does each page stand in a real browser: wide and narrow, light and dark, for those who see and those who do not?"""

from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Served

WIDTHS = (360, 1440)
PAPERS = ("light", "dark")


def addresses(served: Served) -> dict[str, str]:
    fullest = max(served.desk.index(), key=lambda entry: entry.claims)
    document = served.desk.documents()[0]
    return {
        "index": "/",
        "explore": "/explore",
        "record": f"/events/{quote(fullest.event.id, safe='')}",
        "compare": f"/events/{quote(fullest.event.id, safe='')}/compare",
        "documents": "/documents",
        "document": f"/documents/{document.id}",
        "claim": f"/documents/{document.id}?claim={served.desk.claims(document=document.id)[0].claim.id}",
        "read": "/read",
        "review": "/review",
        "log": "/review/log",
        "refusal": "/events/nobody-knows-this",
    }


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "name", ["index", "explore", "record", "compare", "documents", "document", "claim", "review", "log", "read"]
)
def test_a_page_is_accessible_and_no_wider_than_its_window(
    page: Any, served: Served, axe: str, name: str, width: int, paper: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=paper)
    page.goto(served.address + addresses(served)[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(result => result.violations.map(one => one.id + ': ' + one.nodes[0].html))")
    assert found == []


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
