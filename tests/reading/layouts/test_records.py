"""Are the facts of a record found, with and without labels?"""

from thucydides.reading import read
from thucydides.vocabulary import Document, PassageKind

NARRATIVE = (
    "In the spring the two kingdoms quarrelled over the salt road, and by May their armies had met at the fords."
)
CODED = f"""{NARRATIVE}
The peace was signed in the autumn of the same year, and the road was shared between them from then on.
[1] Orlo counts 412 dead.
Brand and Holt, 27; Orlo, 668-9; RW12; Salt - A History.
Inter-State War
Northern Marches
Northland, Southland
May 3, 1702
October 9, 1702
(159 days)
Compromise
Total: 1,200
Northland: 400[1]
Southland: 800
3.1
Copyright © 2001 A. Keeper"""
LABELLED = f"""Old Ford
Other Names: Salt Bridge
Date(s): May 3-5, 1702
Commanders: Gen. A. Orlo [N]; Duke Per [S]
Description: {NARRATIVE} {NARRATIVE}

{NARRATIVE}
Result(s): Northern victory, although at a price.
Reference #: RW012"""


def _kinds(words: str) -> list[tuple[PassageKind, str, str, str]]:
    text = read(Document("record.txt", words.encode()))
    return [(passage.kind, passage.label, passage.mark, text.words(passage)) for passage in text.passages]


def test_facts_that_lost_their_labels_are_passages_as_they_stand() -> None:
    found = _kinds(CODED)
    facts = [words for kind, _, _, words in found if kind is PassageKind.FACT_LINE]
    assert facts[0] == "Inter-State War"
    assert facts[-4:] == ["Total: 1,200", "Northland: 400[1]", "Southland: 800", "3.1"]
    assert len(facts) == 11


def test_notes_works_and_furniture_around_the_facts_are_told_apart() -> None:
    found = _kinds(CODED)
    assert (PassageKind.FOOTNOTE, "", "1", "Orlo counts 412 dead.") in found
    assert (PassageKind.REFERENCE, "", "", "Brand and Holt, 27; Orlo, 668-9; RW12; Salt - A History.") in found
    assert found[-1] == (PassageKind.FURNITURE, "", "", "Copyright © 2001 A. Keeper")


def test_facts_in_groups_with_empty_lines_between_are_one_record() -> None:
    facts = "Inter-State War\nNorthern Marches\n\nMay 3, 1702\nOctober 9, 1702\n\nTotal: 1,200\nNorthland: 400\n"
    kinds = [kind for kind, *_ in _kinds(f"Old Ford\n\n{NARRATIVE}\n\n{facts}")]
    assert kinds == [PassageKind.TITLE, PassageKind.PARAGRAPH, *[PassageKind.FACT_LINE] * 6]


def test_a_single_work_between_a_note_and_the_facts_is_a_reference() -> None:
    found = _kinds(CODED.replace("Brand and Holt, 27; Orlo, 668-9; RW12; Salt - A History.", "Orlo, 668-9."))
    assert (PassageKind.REFERENCE, "", "", "Orlo, 668-9.") in found


def test_named_facts_are_their_values_under_their_labels() -> None:
    found = _kinds(LABELLED)
    assert found[0] == (PassageKind.TITLE, "", "", "Old Ford")
    assert (PassageKind.FACT_LINE, "Date(s)", "", "May 3-5, 1702") in found
    assert (PassageKind.FACT_LINE, "Result(s)", "", "Northern victory, although at a price.") in found
    assert found[-1] == (PassageKind.FACT_LINE, "Reference #", "", "RW012")


def test_labels_below_an_empty_line_are_no_part_of_the_figures_above() -> None:
    coded = CODED.removesuffix("3.1\nCopyright © 2001 A. Keeper")
    found = _kinds(f"{coded}\nEvent: Old Ford\nFirst side: Northland\nCommanders: A. Orlo\nSecond side: Southland\n")
    assert (PassageKind.FACT_LINE, "", "", "Southland: 800") in found
    assert [label for _, label, *_ in found if label] == ["Event", "First side", "Commanders", "Second side"]


def test_a_value_of_several_paragraphs_keeps_its_label() -> None:
    described = [kind for kind, label, *_ in _kinds(LABELLED) if label == "Description"]
    assert described == [PassageKind.PARAGRAPH, PassageKind.PARAGRAPH]


def test_a_label_on_a_line_of_its_own_names_the_line_below() -> None:
    found = _kinds("Old Ford\nDate:\nMay 3, 1702\nPlace:\nOldford\nResult:\nNorthern victory\n")
    assert [words for kind, *_, words in found if kind is PassageKind.FACT_LINE] == [
        "May 3, 1702",
        "Oldford",
        "Northern victory",
    ]
    assert (PassageKind.FURNITURE, "Date", "", "Date:") in found


def test_a_sentence_with_a_colon_makes_no_record() -> None:
    prose = f"One thing was clear: the army had lost. {NARRATIVE}"
    assert {kind for kind, *_ in _kinds("\n\n".join([prose] * 4))} == {PassageKind.PARAGRAPH}


def test_lines_broken_for_the_width_of_a_page_are_one_paragraph() -> None:
    broken = (
        "In the spring the two kingdoms quarrelled over the salt road, and by\n"
        "May their armies had met at the fords. The northern army, which Gen.\n"
        "Orlo led, crossed first and lost some 300 men before it could form a\n"
        "line on the southern bank.\n\n"
        "The duke withdrew after dark with what guns he still had, and the\n"
        "bridge was burnt behind him by the last of his horsemen.\n"
    )
    found = _kinds(broken)
    assert [kind for kind, *_ in found] == [PassageKind.PARAGRAPH] * 2
    assert found[0][-1].endswith("on the southern bank.")
