"""Can one find, narrow, take away and place events, with a mouse or without?"""

import csv
import io
from typing import Any

import pytest

from tests.browser.conftest import Served


def rows(page: Any) -> list[str]:
    return [row.inner_text() for row in page.locator(".tree tbody th a").all()]


def test_two_characters_find_an_event_in_its_own_script(page: Any, served: Served) -> None:
    page.goto(f"{served.address}/explore")
    everything = len(rows(page))
    page.fill("#q", "事件")
    page.press("#q", "Enter")
    assert 0 < len(rows(page)) < everything
    page.goto(f"{served.address}/explore?q=峰")
    assert 0 < len(rows(page)) < everything


def test_a_facet_narrows_the_list_and_its_chip_takes_it_back(page: Any, served: Served) -> None:
    page.goto(f"{served.address}/explore")
    everything = rows(page)
    page.get_by_label("agreement").check()
    page.get_by_role("button", name="Show these").click()
    narrowed = rows(page)
    assert 0 < len(narrowed) < len(everything)
    assert set(narrowed) < set(everything)
    assert "kind=agreement" in page.url
    page.get_by_role("link", name="agreement remove").click()
    assert rows(page) == everything


def test_a_column_of_the_overview_shows_its_years(page: Any, served: Served) -> None:
    page.goto(f"{served.address}/explore")
    page.locator(".overview a[aria-label^='1939']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**since=1939&until=1939")
    assert page.locator("h1").inner_text() == "1939"


def test_a_file_of_the_list_equals_the_list(page: Any, served: Served) -> None:
    page.goto(f"{served.address}/explore?kind=agreement&kind=battle")
    with page.expect_download() as taken:
        page.get_by_role("link", name="This list as CSV").click()
    with open(taken.value.path(), encoding="utf-8", newline="") as stream:  # noqa: PTH123 (a path of the browser's)
        written = [row["label"] for row in csv.DictReader(io.StringIO(stream.read()))]
    assert written == rows(page)


def test_the_map_can_be_walked_as_a_list_by_keyboard_alone(page: Any, served: Served) -> None:
    page.goto(f"{served.address}/explore")
    page.locator(".places summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # the list itself can be scrolled, and so be reached
    if page.evaluate("document.activeElement.tagName") != "A":
        page.keyboard.press("Tab")
    named = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/**")
    assert page.locator("h1").inner_text() == named


def test_a_map_that_can_be_moved_takes_the_place_of_the_drawn_one(page: Any, served: Served) -> None:
    page.goto(f"{served.address}/explore")
    page.wait_for_timeout(300)
    if page.locator("#atlas button").count() == 0:
        pytest.skip("this browser draws no WebGL")
    page.locator("#atlas button").click()
    page.wait_for_selector("#atlas [data-ready]", timeout=20_000)
    assert page.locator("#atlas canvas").count() == 1
    assert page.get_by_role("button", name="Nearer").is_visible()
