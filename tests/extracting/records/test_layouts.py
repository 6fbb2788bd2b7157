from tests.extracting.fakes import text_of
from thucydides.extracting.records.layouts import heading_before, layout_of, rows_in
from thucydides.vocabulary import PassageKind

FACT, TITLE = PassageKind.FACT_LINE, PassageKind.TITLE


def test_a_layout_is_known_by_its_labels_printed_or_declared_by_the_page() -> None:
    printed = text_of(
        (TITLE, "Klow"), (FACT, "Location: Klow"), (FACT, "Date(s): May 3, 1911"), (FACT, "Result(s): Inconclusive")
    )
    declared = text_of((FACT, "Klow", "Location"), (FACT, "May 3, 1911", "Dates"), (FACT, "Inconclusive", "Result"))
    for text in (printed, declared):
        layout = layout_of(rows_in(text))
        assert layout is not None and layout.name == "battlefield commission"
    heading = heading_before(printed, rows_in(printed)[0])
    assert heading is not None and heading.words == "Klow"


def test_few_labels_are_no_layout() -> None:
    assert layout_of(rows_in(text_of((FACT, "Location: Klow"), (FACT, "Owner: Ames")))) is None
