"""Is every word shown once, and every claim reachable?"""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import Evidence, Passage, PassageKind, Role, Text
from thucydides.web.highlighting import Mark, passages_with_words, runs_by_passage

CONTENT = "The fords were held until dawn.\nThen the mill burned.\nNobody counted the dead."
LINES = ((0, 31), (32, 53), (54, 78))


def text_of(*lines: tuple[int, int]) -> Text:
    return Text("d", CONTENT, tuple(Passage(PassageKind.PARAGRAPH, *line) for line in lines))


def pieces_of(text: Text, marks: list[Mark], evidence: list[Evidence] | None = None):
    shown = runs_by_passage(text, tuple(passages_with_words(text)), marks, evidence or [])
    return [piece for _, runs in shown for run in runs for piece in run.pieces]


spans = st.tuples(st.integers(0, len(CONTENT) - 1), st.integers(1, 30)).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], len(CONTENT)))
)


@given(st.lists(spans, max_size=12), st.lists(spans, max_size=4))
def test_every_word_of_every_passage_is_shown_once_whatever_overlaps(
    claims: list[tuple[int, int]], proofs: list[tuple[int, int]]
) -> None:
    text = text_of(*LINES)
    marks = [Mark(*span, claim=f"c{place}", family="who") for place, span in enumerate(claims)]
    evidence = [Evidence(Role.TARGET, text.span(*span), text.content[slice(*span)]) for span in proofs]
    pieces = pieces_of(text, marks, evidence)
    assert "".join(piece.words for piece in pieces) == CONTENT.replace("\n", "")


@given(st.lists(spans.filter(lambda span: CONTENT[slice(*span)].strip()), max_size=12))
def test_every_claim_has_its_anchor_once(claims: list[tuple[int, int]]) -> None:
    marks = [Mark(*span, claim=f"c{place}", family="who") for place, span in enumerate(claims)]
    anchors = [anchor for piece in pieces_of(text_of(*LINES), marks) for anchor in piece.anchors]
    assert sorted(anchors) == sorted(mark.claim for mark in marks)


def test_a_claim_inside_another_keeps_its_own_words() -> None:
    outer, inner = Mark(4, 30, "outer", "who"), Mark(20, 30, "inner", "when")
    pieces = [(piece.words, piece.claim, piece.claims) for piece in pieces_of(text_of(*LINES), [outer, inner])]
    assert pieces[:3] == [("The ", "", 0), ("fords were held ", "outer", 1), ("until dawn", "inner", 2)]


def test_words_that_were_not_understood_give_way_to_a_claim() -> None:
    pieces = pieces_of(text_of(*LINES), [Mark(0, 9), Mark(4, 9, "claim", "who")])
    assert [(piece.unread, piece.claim) for piece in pieces[:2]] == [(True, ""), (False, "claim")]


def test_words_outside_of_all_passages_are_shown_too() -> None:
    assert [piece.words for piece in pieces_of(text_of(LINES[1]), [])] == CONTENT.split("\n")


def test_ten_thousand_nested_claims_are_cut_in_a_moment() -> None:
    content = "x" * 30_000
    text = Text("d", content, (Passage(PassageKind.PARAGRAPH, 0, len(content)),))
    marks = [Mark(place, len(content) - place, f"c{place}", "who") for place in range(10_000)]
    assert sum(len(piece.anchors) for piece in pieces_of(text, marks)) == 10_000


def test_a_label_before_a_passage_stays_on_its_line() -> None:
    first = next(passages_with_words(text_of((4, 31), *LINES[1:])))
    assert (first.start, first.end) == LINES[0]
