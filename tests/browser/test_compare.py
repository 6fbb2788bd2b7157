"""Can one see why two sources differ, and fold or unfold what only repeats?"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Served, serving
from thucydides.desk import Desk

COPIED = (
    "The Ford War\n\nThe Ford War was fought in 1911 between Chile and Peru. Chile lost 7,214 dead and 9,871 wounded, "
    "Peru lost 11,365 dead and 8,127 wounded."
)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an event of whose two documents one copies the other."""
    folder = tmp_path_factory.mktemp("copies")
    for name in ("almanac.txt", "mirror.txt"):
        (folder / name).write_text(f"{COPIED}\n\nFrom the {name}.\n", encoding="utf-8")
    with Desk.at(folder / "copies.db") as desk:
        for _ in desk.read(sorted(folder.glob("*.txt"))):
            pass
        fullest = max(desk.index(), key=lambda entry: entry.claims)
        with serving(desk) as address:
            yield f"{address}/events/{quote(fullest.event.id, safe='')}/compare"


def test_a_copy_is_folded_under_what_it_repeats(page: Any, copies: str) -> None:
    page.goto(copies)
    folded = page.locator(".matrix td .diff.echo:has(details)")
    assert folded.count() >= 4
    assert not folded.first.locator("details a").is_visible()
    folded.first.locator("summary").press("Enter")
    assert folded.first.locator("details a").is_visible()
    assert page.locator(".matrix .echoes summary").first.inner_text() == "repeated by 1"


def test_the_record_leads_to_the_sentence_that_says_why_two_figures_differ(page: Any, served: Served) -> None:
    fullest = max(served.desk.index(), key=lambda entry: (entry.documents, entry.claims))
    page.goto(f"{served.address}/events/{quote(fullest.event.id, safe='')}")
    page.get_by_role("link", name="Source against source").click()
    first = page.locator(".difflist li").first
    assert "contradicts" in first.inner_text()
    assert len(first.inner_text()) > 60


def test_another_copy_text_is_chosen_and_kept_in_the_address(page: Any, served: Served) -> None:
    fullest = max(served.desk.index(), key=lambda entry: (entry.documents, entry.claims))
    page.goto(f"{served.address}/events/{quote(fullest.event.id, safe='')}/compare")
    second = page.locator(".matrix thead th .siglum").nth(1).inner_text()
    page.locator(f"input[name=base][value='{second}']").check()
    page.get_by_role("button", name="Show").click()
    assert page.locator(".matrix thead th.base .siglum").inner_text() == second
    assert f"base={second}" in page.url


def test_two_texts_are_collated_word_for_word(page: Any, served: Served) -> None:
    fullest = max(served.desk.index(), key=lambda entry: (entry.documents, entry.claims))
    page.goto(f"{served.address}/events/{quote(fullest.event.id, safe='')}/compare")
    page.get_by_role("button", name="Collate").click()
    assert page.locator("ins").count() > 0
