"""Are the title, the headings, the box and the notes of a flattened article found?"""

import pytest

from thucydides.reading import read
from thucydides.vocabulary import Document, PassageKind

ARTICLE = """Free Reference Copies- Best Results for River%20War

River War

For the novel, see River War (novel).
The Salt War
The old ford, in 1702. Engraving by a traveller.
Result Decisive northern victory; Treaty of Oldford
24x16px\xa0Northland
24x16px Kingdom of Southland
Commanders and leaders
24x16px Anders Orlo
24x16px Duke Per
4,000 men,
12 guns
c. 6,000 men
Casualties and losses
Northern figures:
412 dead or missing
24x16px 80+ dead
Southern estimate:
2,000 killed and wounded

The River War was fought between Northland and Southland in 1702, mostly along the salt road.[1]

First clashes

Main article: Battle of the Fords

In May 1702 the Battle of the Fords was fought, and some 300 men were killed on both sides.

File:Fords.jpg
The fords of the river as they were in that year.

Order of battle:

• First line of foot
• Second line of foot

See also

Battle of the Fords
List of wars of 1702

References

  1. ^ Orlo, Memoirs
  2. ^ "Salt". Oldford Review.
Holt, The Salt Road, 1920.
"""


def _found(words: str) -> list[tuple[str, str, str]]:
    text = read(Document("article.txt", words.encode()))
    return [(passage.kind.value, passage.label, text.words(passage)) for passage in text.passages]


def test_the_banner_is_told_from_the_title_it_runs_into() -> None:
    assert [kind for kind, *_ in _found(ARTICLE)[:3]] == ["furniture", "title", "furniture"]


def test_the_rows_of_the_box_are_known_by_what_headings_are_left_and_by_their_order() -> None:
    rows = [(label, words) for kind, label, words in _found(ARTICLE) if kind == "info-box line"]
    assert rows == [
        ("title", "The Salt War"),
        ("caption", "The old ford, in 1702. Engraving by a traveller."),
        ("result", "Decisive northern victory; Treaty of Oldford"),
        ("combatants", "24x16px\xa0Northland"),
        ("combatants", "24x16px Kingdom of Southland"),
        ("commanders", "24x16px Anders Orlo"),
        ("commanders", "24x16px Duke Per"),
        ("strength", "4,000 men,"),
        ("strength", "12 guns"),
        ("strength", "c. 6,000 men"),
        ("casualties", "Northern figures:"),
        ("casualties", "412 dead or missing"),
        ("casualties", "24x16px 80+ dead"),
        ("casualties", "Southern estimate:"),
        ("casualties", "2,000 killed and wounded"),
    ]


def test_each_row_has_its_number() -> None:
    text = read(Document("article.txt", ARTICLE.encode()))
    rows = {passage.label: passage.row for passage in text.passages if passage.kind is PassageKind.BOX_LINE}
    assert sorted(rows.values()) == list(rows.values()) == list(range(7))


def test_a_box_without_any_flag_still_has_its_sides_below_the_result() -> None:
    flagless = ARTICLE.replace("24x16px\xa0", "").replace("24x16px ", "")
    sides = [words for _, label, words in _found(flagless) if label == "combatants"]
    assert sides == ["Northland", "Kingdom of Southland"]


def test_a_box_with_all_its_headings_is_read_by_them() -> None:
    box = (
        "River War\nDate May 1702\nLocation Oldford\nResult Truce\nPeace of 1703\nBelligerents\nNorthland\nSouthland\n"
        "Strength\n4,000\n6,000\nCasualties and losses\n412\nUnknown\n\n"
    )
    rows = [(label, words) for kind, label, words in _found(box) if kind == "info-box line"]
    assert ("date", "May 1702") in rows
    assert ("result", "Peace of 1703") in rows
    assert [words for label, words in rows if label == "combatants"] == ["Northland", "Southland"]
    assert [words for label, words in rows if label == "casualties"] == ["412", "Unknown"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("heading", "First clashes"),
        ("furniture", "Main article: Battle of the Fords"),
        ("caption", "The fords of the river as they were in that year."),
        ("heading", "Order of battle:"),
        ("list line", "Second line of foot"),
        ("list line", "List of wars of 1702"),
        ("reference", "Orlo, Memoirs"),
        ("reference", '"Salt". Oldford Review.'),
        ("reference", "Holt, The Salt Road, 1920."),
    ],
)
def test_the_lines_around_the_prose_are_what_they_are(kind: str, words: str) -> None:
    assert (kind, "", words) in _found(ARTICLE)


def test_only_the_prose_is_paragraphs() -> None:
    assert [words[:9] for kind, _, words in _found(ARTICLE) if kind == "paragraph"] == ["The River", "In May 17"]


def test_marked_headings_have_their_depth() -> None:
    text = read(
        Document("page.md", b"# River War\n\nIt was a short war over the salt road.\n\n### Fords\n\nOne fell.\n")
    )
    assert [(passage.kind.value, passage.level) for passage in text.passages][::2] == [("title", 1), ("heading", 3)]


def test_letters_in_brackets_are_sides_unless_the_notes_begin_with_a() -> None:
    assert all(kind != "footnote" for kind, *_ in _found("[u] 590 of the men\n[c] 718 of the men\n"))
    assert [kind for kind, *_ in _found("[a] Orlo says 12.\n[b] Per says 13.\n")] == ["footnote", "footnote"]
