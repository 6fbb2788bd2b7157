import pytest

from tests.extracting.fakes import COUNTRIES, text_of
from thucydides.extracting import extract
from thucydides.vocabulary import Claim, Count, Passage, PassageKind, Text

FACT, NOTE, REFERENCE = PassageKind.FACT_LINE, PassageKind.FOOTNOTE, PassageKind.REFERENCE


def _heard(text: Text) -> tuple[Claim, ...]:
    return extract(text, document_name="record.txt", gazetteer=COUNTRIES).claims


def test_a_note_disputes_the_value_that_carries_its_mark() -> None:
    claims = _heard(
        text_of((FACT, "Total: 30"), (FACT, "Borduria: 20[1]"), (NOTE, "[1] Ames reports 8 Bordurian battle deaths."))
    )
    value = next(claim for claim in claims if claim.quote == "Borduria: 20")
    note = next(claim for claim in claims if claim.attribution.claimant)
    assert (note.quote, note.attribution.claimant) == ("Ames reports 8 Bordurian battle deaths", "Ames")
    assert (note.relates_to, note.relation, note.counted.concept) == (value.id, "disputes", "battle_deaths")


def test_a_note_that_counts_without_saying_what_became_of_it_claims_nothing_by_itself() -> None:
    note = "The brigade had 1 battalion of foot (976), see Ames, A History, p. 148, 513."
    claims = _heard(text_of((FACT, "Commander: Bell[1]"), (NOTE, f"[1] {note}")))
    assert not [claim for claim in claims if isinstance(claim.value, Count)]


def test_each_work_of_a_bibliography_is_a_source() -> None:
    claims = _heard(text_of((REFERENCE, "Ames and Bell, 14-19; COW907; Whitlock, 3.")))
    assert [str(claim.value) for claim in claims if claim.attribute == "source"] == [
        "Ames and Bell, 14-19",
        "COW907",
        "Whitlock, 3",
    ]
    assert [str(claim.value) for claim in claims if claim.attribute == "external_id"] == ["cow-war:907"]


def test_what_a_cited_work_says_and_when_it_was_looked_up_is_no_part_of_its_name() -> None:
    words = (
        '"A Treaty of Klow". Ruritanian Law School. Retrieved 3 May 2011. It divides the water of the upper wells '
        "between both parties by the day of the week and the hour."
    )
    sources = [claim for claim in _heard(text_of((REFERENCE, words))) if claim.attribute == "source"]
    assert [claim.quote for claim in sources] == ['"A Treaty of Klow". Ruritanian Law School']


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("Left the war after signing the treaty of Klow", []),
        ("Nominally Ruritania, of which Klow was a part", []),
        ("Ames, p. 12", ["Ames, p. 12"]),
        ("Ames, p. 12 the men were lost in the fog", ["Ames, p. 12"]),
        ("Ames, p. 12 in A History of Wells, 1903", ["Ames, p. 12 in A History of Wells, 1903"]),
        ("Ames: 900 were lost", ["Ames"]),
        ("Ames: about 900 of the men, p. 12", ["Ames"]),
        (
            "Ames, The Wells: A Short History of the Upper Valley, 1492–1905, p. 10",
            ["Ames, The Wells: A Short History of the Upper Valley, 1492–1905, p. 10"],
        ),
        ("Ames Chronicle 17.46.4 claims 7,000, with 2,000 put on the beach", ["Ames Chronicle 17.46.4"]),
        (
            '"They came at dawn and were thrown back. Nobody who was there that day slept the night after it.", Ames, '
            "A History, p. 3",
            ["Ames, A History, p. 3"],
        ),
    ],
)
def test_a_note_that_tells_something_names_no_work_but_the_one_that_it_cites(words: str, sources: list[str]) -> None:
    claims = _heard(text_of((REFERENCE, words)))
    assert [str(claim.value) for claim in claims if claim.attribute == "source"] == sources


def test_a_reference_belongs_to_the_event_whose_section_cites_it() -> None:
    content = "Wells conflicts\nTreaty of Klow\nIt was signed at night.[2]\nAmes, A Law of Wells"
    starts = [0, 16, 31, 58]
    kinds = (PassageKind.TITLE, PassageKind.HEADING, PassageKind.PARAGRAPH, REFERENCE)
    ends = [start - 1 for start in starts[1:]] + [len(content)]
    passages = tuple(
        Passage(kind, start, end, level=2 if kind is PassageKind.HEADING else 0, mark="2" if kind is REFERENCE else "")
        for kind, start, end in zip(kinds, starts, ends, strict=True)
    )
    claims = _heard(Text("0" * 64, content, passages))
    assert [claim.event.label for claim in claims if claim.attribute == "source"] == ["Treaty of Klow"]
