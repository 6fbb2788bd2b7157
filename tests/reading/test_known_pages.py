"""Are pages that others wrote read as a careful person would sort their lines? Skipped where they are absent."""

from collections import Counter
from pathlib import Path

import pytest

from thucydides.archive import collect
from thucydides.reading import read
from thucydides.vocabulary import Document, PassageKind, Text

ROOT = Path(__file__).parents[2]
WITNESSES = ROOT / "tests" / "witnesses"
OTHERS = ROOT.parent / "shared"
SEEDS = OTHERS / "seeds"
RECORDS = OTHERS / "data" / "records-cwsac"
PAGES = OTHERS / "data" / "records-html"


def _texts(folder: Path, pattern: str) -> dict[str, Text]:
    paths = sorted(folder.glob(pattern))
    if not paths:
        pytest.skip(f"{folder.name} is not there")
    return {found.name: read(found) for found in collect(paths) if isinstance(found, Document)}


def _kinds(text: Text) -> Counter[str]:
    return Counter(passage.kind.value for passage in text.passages)


@pytest.mark.parametrize("folder", [SEEDS, WITNESSES], ids=["seeds", "witnesses"])
def test_a_label_less_record_is_narrative_note_works_and_facts(folder: Path) -> None:
    for text in _texts(folder, "*record.txt").values():
        kinds = _kinds(text)
        assert kinds["paragraph"] == 3
        assert kinds["fact line"] == 14
        assert kinds["footnote"] == kinds["reference"] == 1


@pytest.mark.parametrize("folder", [SEEDS, WITNESSES], ids=["seeds", "witnesses"])
def test_a_flattened_article_has_its_box_its_headings_and_its_references(folder: Path) -> None:
    for text in _texts(folder, "*article.txt").values():
        kinds = _kinds(text)
        labels = Counter(passage.label for passage in text.passages_of(PassageKind.BOX_LINE))
        assert kinds["title"] == 1
        assert kinds["reference"] == 2
        assert kinds["heading"] >= 5
        assert labels["title"] == labels["caption"] == labels["result"] == 1
        assert labels["combatants"] == 4
        assert labels["commanders"] == 5
        assert labels["casualties"] == 9


def test_the_text_of_a_seed_is_its_bytes() -> None:
    for name, text in _texts(SEEDS, "*.txt").items():
        assert text.content == (SEEDS / name).read_text(encoding="utf-8")
        assert text.segments == ()


def test_every_labelled_record_has_its_title_and_a_label_for_each_value() -> None:
    for name, text in _texts(RECORDS, "*.txt").items():
        first, *others = text.passages
        assert first.kind is PassageKind.TITLE, name
        assert all(passage.label for passage in others), name


def test_every_record_page_of_its_time_is_read_and_names_its_event() -> None:
    for name, text in _texts(PAGES, "aad_*.html").items():
        cells = {
            passage.label: text.words(passage) for passage in text.passages_of(PassageKind.CELL) if passage.side == 1
        }
        assert name == f"aad_{cells['Reference Number']}.html"
        assert cells["Event"]


def test_every_page_of_a_survey_is_read_with_a_title() -> None:
    for name, text in _texts(PAGES, "nps_*.html").items():
        assert _kinds(text)["title"] == 1, name
