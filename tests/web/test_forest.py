"""Is an estimate drawn beside the claims it was made from?"""

import re

from fake_desk import WAR, FakeDesk
from fastapi.testclient import TestClient

from thucydides.web import create_app


def page() -> str:
    return TestClient(create_app(FakeDesk()), base_url="http://localhost").get(f"/events/{WAR.id}").text  # type: ignore


def test_every_direct_estimate_has_its_interval_its_claims_and_its_assumption() -> None:
    drawings = page().split('class="wide why"')[1:]
    assert len(drawings) == len(FakeDesk().explained(WAR.id)) > 0
    for drawing in drawings:
        assert 'class="i95"' in drawing
        assert 'class="imed"' in drawing
        assert re.search(r'<use href="#m-(own|enemy|third|archival|ally|roll|up|down)"', drawing)
        assert "right on average" in drawing
        assert re.search(r'class="status (supported|weak|insufficient)"', drawing)


def test_everything_is_drawn_on_the_paper() -> None:
    places = [float(x) for x in re.findall(r'x[12]?="(-?[0-9.]+)%"', page())]
    assert all(-1 <= x <= 101 for x in places)
