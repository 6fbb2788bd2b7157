"""Can claims be reviewed without a mouse, and without a script?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Served, serving
from thucydides.desk import Desk, demo_documents
from thucydides.vocabulary import Answer

KEYS = ("a", "r", "u", "a", "c")


@pytest.fixture
def reviewed(tmp_path: Path) -> Iterator[Served]:
    with Desk.at(tmp_path / "review.db") as desk:
        for _ in desk.read(demo_documents()):
            pass
        desk.refresh()
        with serving(desk) as address:
            yield Served(address, desk)


def test_twenty_claims_are_reviewed_by_keyboard_with_at_most_two_keystrokes_each(page: Any, reviewed: Served) -> None:
    page.goto(f"{reviewed.address}/review")
    pressed = 0
    for place in range(20):
        before = page.locator('input[name="claim"]').get_attribute("value")
        strokes = ("c", "Enter") if KEYS[place % 5] == "c" else (KEYS[place % 5],)
        with page.expect_navigation():
            for stroke in strokes:
                page.keyboard.press(stroke)
        pressed += len(strokes)
        assert page.locator('input[name="claim"]').get_attribute("value") != before
    assert pressed <= 40
    log = reviewed.desk.review.log()
    assert len({decision.claim for decision in log}) == 20
    assert [decision.answer for decision in log[:5]] == [
        Answer.ACCEPT, Answer.REJECT, Answer.UNSURE, Answer.ACCEPT, Answer.CORRECT,
    ]  # fmt: skip
    with page.expect_navigation():
        page.keyboard.press("z")
    assert len(reviewed.desk.review.in_force()) == 19


def test_single_keys_can_be_switched_off_and_stay_off(page: Any, reviewed: Served) -> None:
    page.goto(f"{reviewed.address}/review")
    page.locator("#keys").uncheck()
    page.keyboard.press("a")
    page.goto(f"{reviewed.address}/review")
    assert not page.locator("#keys").is_checked()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert reviewed.desk.review.log() == ()


def test_letters_typed_into_a_field_decide_nothing(page: Any, reviewed: Served) -> None:
    page.goto(f"{reviewed.address}/review")
    page.keyboard.press("n")
    page.keyboard.type("a rather racy reading")
    assert page.locator("#why").input_value() == "a rather racy reading"
    assert reviewed.desk.review.log() == ()


def test_it_works_without_a_script(chromium: Any, reviewed: Served) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reviewed.address}/review")
    page.get_by_role("button", name="Reject").click()
    assert [decision.answer for decision in reviewed.desk.review.log()] == [Answer.REJECT]
    page.get_by_role("button", name="Undo the last").click()
    assert reviewed.desk.review.in_force() == ()
    context.close()
