from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extracting.fakes import COUNTRIES
from thucydides.extracting import EXTRACTORS, NOBODY, extract
from thucydides.vocabulary import Passage, PassageKind, Text

WORDS = st.sampled_from(
    ["Ruritania", "Bordurian victory", "20,000", "[1]", "Total:", "May 3, 1911", "dead", "300+", "(", "))", "23x15px",
     "estimate:", "Result", "Date(s):", "[US];", "4k/12w", "the Battle of Klow", "3.6", ";", ",", "according to",
     "wounded", "\u2013", "\x00"]
)  # fmt: skip
LINES = st.tuples(st.sampled_from(list(PassageKind)), st.lists(WORDS, min_size=1, max_size=8).map(" ".join))
LABELS = st.sampled_from(
    ["", "combatants", "strength", "casualties1", "commanders", "result", "date", "Estimated Casualties"]
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    content, passages = "", []
    for kind, words in draw(st.lists(LINES, max_size=12)):
        label = draw(LABELS)
        passages.append(Passage(kind, len(content), len(content) + len(words), label=label, mark="1"))
        content += words + "\n"
    return Text("0" * 64, content, tuple(passages))


@settings(deadline=None, max_examples=150)
@given(texts())
def test_no_text_stops_the_extractors_and_every_claim_stands_in_it(text: Text) -> None:
    found = extract(text, document_name="any.txt", gazetteer=COUNTRIES)
    for claim in found.claims:
        claim.verify(text)
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    assert not [finding.message for finding in found.findings if " stopped: " in finding.message]


@settings(deadline=None, max_examples=40)
@given(texts())
def test_reading_twice_hears_the_same(text: Text) -> None:
    first, second = (extract(text, document_name="any.txt", gazetteer=COUNTRIES) for _ in range(2))
    assert first == second


def test_every_number_in_a_row_of_figures_is_a_claim_or_reported() -> None:
    content = "4,8649 dead"
    text = Text("0" * 64, content, (Passage(PassageKind.BOX_LINE, 0, len(content), label="casualties"),))
    found = extract(text, document_name="any.txt", gazetteer=NOBODY)
    assert not found.claims
    assert [(finding.rule, finding.start) for finding in found.findings] == [("not-understood", 0)]


def test_extractors_have_names_of_their_own() -> None:
    assert len({extractor.name for extractor in EXTRACTORS}) == len(EXTRACTORS)
