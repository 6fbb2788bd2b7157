"""Are sources held against each other slot by slot, copies folded, and the reasons told?"""

import pytest
from fake_desk import CHRONICLE_TEXT, CLAIMS, ENDS, GAZETTE_TEXT, TESSEN, WAR, FakeDesk, heard
from fastapi.testclient import TestClient

from thucydides.desk import Record
from thucydides.vocabulary import Comparison, Copy, CopySort, Count, Counted, Lineage, Relation, Role
from thucydides.web import create_app
from thucydides.web.comparepage import compare_view

ROOT = next(one for one in CLAIMS if one.claim.quote == "4,000")
DEAD = Counted("dead", measure="person")
COPY = heard(
    CHRONICLE_TEXT, "loss", "9,000 dead", Count.exactly(9000, as_written="9,000"), about=(TESSEN,), counted=DEAD,
    also=[(Role.TARGET, "Tessen")],
)  # fmt: skip
WHY = "Two ends, 8 days apart."
ECHO = "both give the figure of the same register"
LINEAGES = (
    Lineage("lineage:1", ROOT.claim.id, (ROOT.claim.id, COPY.claim.id),
            (Copy(COPY.claim.id, (ROOT.claim.id,), CopySort.COINCIDENCE, ECHO),)),
)  # fmt: skip
PAIRS = (
    Comparison(ENDS[0], ENDS[1], Relation.CONTRADICT, WHY),
    Comparison(ROOT.claim.id, COPY.claim.id, Relation.ECHO, ECHO),
)


class Comparing(FakeDesk):
    def record(self, event_ref: str) -> Record:
        known = super().record(event_ref)
        return Record(WAR, (), (), (*CLAIMS, COPY), (), known.documents, LINEAGES)

    def record_with_pairs(self, event_ref: str) -> tuple[Record, tuple[Comparison, ...]]:
        return self.record(event_ref), tuple(PAIRS)


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(Comparing()), base_url="http://127.0.0.1")  # type: ignore[arg-type]


def test_the_copy_text_comes_first_and_can_be_chosen() -> None:
    record = Comparing().record(WAR.id)
    fullest = compare_view(record, PAIRS)
    other = fullest.columns[1].account.siglum
    chosen = compare_view(record, PAIRS, base=other)
    assert chosen.columns[0].account.siglum == other
    assert compare_view(record, PAIRS, base="nobody").columns == fullest.columns


def test_a_contradiction_stands_in_its_cell_with_its_reason() -> None:
    view = compare_view(Comparing().record(WAR.id), PAIRS)
    cells = [cell for _, rows in view.groups for row in rows for cell in row.cells if cell.relation == "contradicts"]
    assert [cell.why for cell in cells] == [WHY]
    assert view.differences[0].why == WHY


def test_a_figure_that_repeats_another_is_folded_under_its_root_and_shown_as_no_reading_of_its_own() -> None:
    view = compare_view(Comparing().record(WAR.id), PAIRS)
    said = [one for _, rows in view.groups for row in rows for cell in row.cells for one in cell.said]
    folded = [one for one in said if one.folded]
    roots = [one for one in said if one.echoes]
    assert [(one.quote, one.reason) for one in folded] == [("9,000 dead", ECHO)]
    assert [one.quote for one in roots] == ["4,000"]
    assert roots[0].echoes[0].reason == ECHO
    column = next(column for column in view.columns if column.account == roots[0].echoes[0].voice.account)
    assert column.repeats == tuple(one.folded.account.siglum for one in folded if one.folded)


def test_the_page_tells_each_pair_once_and_offers_two_texts(client: TestClient) -> None:
    page = client.get(f"/events/{WAR.id}/compare").text
    assert "1 contradiction" in page
    assert page.count(f"<bdi>{WHY}</bdi></span></li>") == 1
    assert 'action="/texts/compare"' in page


def test_two_texts_are_held_against_each_other(client: TestClient) -> None:
    page = client.get(f"/texts/compare?one={CHRONICLE_TEXT.document}&other={GAZETTE_TEXT.document}").text
    assert "<del>" in page
    assert "<ins>" in page
    assert "<script>alert" not in page
    assert client.get("/texts/compare?one=nobody&other=nobody").status_code == 404
