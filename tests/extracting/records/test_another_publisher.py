"""Is the layout of a further publisher a table alone? Its table stands in `tests/cases/layouts`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.extracting.fakes import COUNTRIES
from tests.extracting.records import pages
from thucydides.extracting import extract
from thucydides.extracting.records import layouts
from thucydides.reading import read
from thucydides.vocabulary import Document

TABLE = Path(__file__).parents[2] / "cases" / "layouts" / "river_gazette.toml"
ENTRY = """Ford of Zlip
Called Also: Wet Thursday; Zlip Bridge
Where: Klow Parish
In the Course of: Autumn Rising (1911)
When: 3 May 1911 to 5 May 1911
Led by: Gen. Otto Quist and Col. Adam Orlo [B]; Maj. Ezra Pym [S]
Took the Field: 900 in all (B 400; S 500)
Did Not Return: 90 in all (B 10d/20h; S 40d/20p)
Issue: Victory of Borduria
Entry: RG-17
"""
SAID = {
    ("name", "", "Ford of Zlip"), ("name", "", "Wet Thursday"), ("name", "", "Zlip Bridge"),
    ("place", "", "Klow Parish"), ("part_of", "", "Autumn Rising"), ("start_date", "", "1911-05-03"),
    ("end_date", "", "1911-05-05"), ("commander", "Borduria", "Otto Quist"), ("commander", "Borduria", "Adam Orlo"),
    ("commander", "Syldavia", "Ezra Pym"), ("strength", "all", "900"), ("strength", "Borduria", "400"),
    ("strength", "Syldavia", "500"), ("loss", "all", "90"), ("loss", "Borduria", "10"), ("loss", "Borduria", "20"),
    ("loss", "Syldavia", "40"), ("loss", "Syldavia", "20"), ("outcome", "Borduria", "victory"),
    ("external_id", "", "gazette:RG-17"),
}  # fmt: skip


def _said(content: bytes, media_type: str) -> set[tuple[str, str, str]]:
    claims = extract(read(Document("zlip", content, media_type)), document_name="zlip", gazetteer=COUNTRIES).claims
    heard = (claim for claim in claims if claim.reader.startswith("labelled-record") and claim.attribute != "winner")
    return {(claim.attribute, str(claim.target), str(claim.value).replace("’", "'")) for claim in heard}


@pytest.fixture
def _with_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (*layouts.declared(), layouts.layout_in(TABLE.read_text(encoding="utf-8")))
    monkeypatch.setattr(layouts, "declared", lambda: known)


def test_without_its_table_a_publishers_record_is_left_alone() -> None:
    assert _said(ENTRY.encode(), "text/plain") == set()


@pytest.mark.usefixtures("_with_its_table")
def test_with_its_table_it_is_read_without_a_line_of_code() -> None:
    assert _said(ENTRY.encode(), "text/plain") == SAID


@pytest.mark.usefixtures("_with_its_table")
@pytest.mark.parametrize(
    "habit", (pages.table_with_bold_cells, pages.one_paragraph_of_breaks), ids=lambda habit: habit.__name__
)
def test_and_as_a_web_page_too(habit: Callable[[pages.Record], bytes]) -> None:
    assert _said(habit(pages.record_of(ENTRY)), "text/html") == SAID
