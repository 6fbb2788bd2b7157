"""Does any figure of a real info-box get lost on the way to its lines, and does any note leak into them?"""

import re
from pathlib import Path

import pytest

from thucydides.reading import read
from thucydides.vocabulary import Document, PassageKind, Text

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "infoboxes"
FILES = sorted(FOLDER.glob("*.wikitext"))
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_CELLS = re.compile(r"\s*(?:casualties|strength)\d?[a-d]?\s*\Z", re.IGNORECASE)
_WIDTH = re.compile(r"\s*\d+%\s*\Z")
# What holds no words of the cell: pictures, sources, what is computed, and a ship's year of launch and rate.
_ASIDE = (
    "flag",
    "sfn",
    "harv",
    "rp",
    "cite",
    "efn",
    "notetag",
    "age in",
    "cn",
    "citation",
    "file:",
    "image:",
    "isbn",
    "hms",
    "uss",
    "ship",
)

pytestmark = pytest.mark.skipif(not FILES, reason="the info-boxes for measuring are not beside the project")
mwparserfromhell = pytest.importorskip("mwparserfromhell", reason="the oracle is not installed")


def _read(path: Path) -> Text:
    return read(Document(path.name, path.read_bytes(), media_type="text/x-wiki"))


def _seen_by_the_oracle(source: str) -> set[str]:
    """The figures in the words of casualty and strength cells."""
    found: set[str] = set()
    for template in mwparserfromhell.parse(source).filter_templates(recursive=False)[:1]:
        for parameter in template.params:
            if _CELLS.match(str(parameter.name)):
                for node in parameter.value.filter_text(recursive=True):
                    found |= set(_DIGITS.findall(str(node))) if _is_said(parameter.value, node) else set()
    return found


def _is_said(value: "mwparserfromhell.wikicode.Wikicode", node: object) -> bool:
    """Does the text stand outside references, pictures, targets of links, sizes of type and the like?"""
    if _WIDTH.match(str(node)):
        return False
    for outer in value.get_ancestors(node):
        kind = type(outer).__name__
        name = str(getattr(outer, "name", getattr(outer, "tag", getattr(outer, "title", "")))).strip().casefold()
        if (kind == "Tag" and name == "ref") or (kind != "Tag" and name.startswith(_ASIDE)):
            return False
        if kind == "Wikilink" and outer.text is not None and node not in outer.text.filter_text():
            return False
        if kind == "Tag" and not any(node is text for text in (outer.contents or value).filter_text()):
            return False
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_that_the_oracle_sees_in_a_cell_is_in_our_lines_or_reported(path: Path) -> None:
    text = _read(path)
    lines = [text.words(line) for line in text.passages if line.label in ("casualties", "strength")]
    ours = set(_DIGITS.findall("\n".join([*lines, *(part.why for part in text.unread)])))
    missing = {figure for figure in _seen_by_the_oracle(path.read_text(encoding="utf-8")) if figure not in ours}
    assert not missing


def test_no_note_is_part_of_a_line() -> None:
    for path in FILES:
        text = _read(path)
        lines = [text.words(line) for line in text.passages_of(PassageKind.BOX_LINE) if line.label != "notes"]
        assert not any("isbn" in line.casefold() or "<ref" in line for line in lines), path.name
