"""Does each cell of a copied info-box get the column in which it stood?"""

import pytest

from thucydides.reading import read
from thucydides.vocabulary import Document, PassageKind

HEAD = "Battle of the Fords\nDate\t3 May 1702\nBelligerents\nNorth\nEastmark\tSouth\n"


def _sides(words: str, label: str) -> list[tuple[int, str]]:
    text = read(Document("copy.txt", words.encode()))
    lines = text.passages_of(PassageKind.BOX_LINE)
    return [(line.side, text.words(line)) for line in lines if line.label == label]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("Strength\n4,000\t5,000\n", [(1, "4,000"), (2, "5,000")]),
        (
            "Strength[edit]\n4,000\n12 guns\t5,000\n20 guns\n",
            [(1, "4,000"), (1, "12 guns"), (2, "5,000"), (2, "20 guns")],
        ),
        ("Strength\t4,000\t5,000\n", [(1, "4,000"), (2, "5,000")]),
        ("Strength\n4,000\t5,000\n12 guns\t20 guns\n", [(1, "4,000"), (2, "5,000"), (1, "12 guns"), (2, "20 guns")]),
        ("Strength\n9,000 in all\n", [(0, "9,000 in all")]),
    ],
)
def test_tabs_part_the_cells_of_a_row_and_new_lines_the_lines_of_a_cell(
    rows: str, cells: list[tuple[int, str]]
) -> None:
    assert _sides(HEAD + rows, "strength") == cells
    assert _sides(HEAD + rows, "combatants") == [(1, "North"), (1, "Eastmark"), (2, "South")]


@pytest.mark.parametrize("row", ["| {} | {} |", "{} | {}", "{}      {}"])
def test_bars_and_wide_blanks_part_the_cells_of_a_line(row: str) -> None:
    rows = [
        row.format("North", "South"),
        "Losses",
        row.format("300 killed", "700 killed"),
        row.format("20 guns", "3 guns"),
    ]
    words = "\n".join(["Battle of the Fords", "Belligerents", *rows])
    assert _sides(words, "casualties") == [(1, "300 killed"), (2, "700 killed"), (1, "20 guns"), (2, "3 guns")]


def test_a_table_about_something_else_is_left_whole() -> None:
    text = read(Document("copy.txt", b"Army\tStrength\tLosses\nNorth\t4,000\t300\nSouth\t5,000\t700\n"))
    assert any("\t" in text.words(passage) for passage in text.passages)
