"""Does the quickstart lead where it says: by the links it names, in their order, to why two sources differ?"""

import re
from pathlib import Path
from typing import Any

from tests.browser.conftest import Served

PAGE = Path(__file__).parents[2] / "docs" / "quickstart.md"


def test_its_links_lead_from_the_first_page_to_why_two_sources_differ(page: Any, served: Served) -> None:
    words = PAGE.read_text(encoding="utf-8").partition("## Your own documents")[0]
    explore, against, every, cite = re.findall(r"\*\*(.+?)\*\*", words)
    (event,) = re.findall(r"Open \*(.+?)\* and", words)
    page.goto(served.address)
    page.get_by_role("link", name=explore, exact=True).click()
    page.get_by_role("link", name=event).first.click()
    record = page.url
    page.get_by_role("link", name=against).click()
    page.get_by_role("link", name=every).click()
    first = page.locator(".difflist li").first
    assert first.is_visible()
    assert len(first.inner_text().split()) > 8
    page.locator(".difflist li a").first.click()
    page.wait_for_url("**/documents/*claim=*")
    assert page.locator("mark:visible, .chosen:visible").count()
    page.goto(record)
    page.get_by_role("link", name=f"{cite} this value").first.click()
    assert page.locator("pre.cite").first.is_visible()
