"""Does a decision find its claim again when a better reader has heard the document?"""

from dataclasses import replace

from thucydides.reviewing import Attached, anchored, attached
from thucydides.vocabulary import Anchor, Answer, Claim, Decision, EventMention, Name, Subject, Text, Wording

TEXT = Text("d", "Zenda fell in May. Strelsau fell in June.", ())


def claim(at: tuple[int, int], *, attribute: str = "place", label: str = "the war", text: Text = TEXT) -> Claim:
    words = text.content[slice(*at)]
    value = Name(words) if attribute == "name" else Wording(words)
    return Claim.stated(
        text, at, event=EventMention(label, None), attribute=attribute, value=value, reader="test/1"
    )  # fmt: skip


def decided(one: Claim, *, text: Text = TEXT) -> Decision:
    anchor = anchored(one, text.content)
    return Decision(
        anchor.claim, Answer.ACCEPT, "me", "2026-01-01T00:00:00Z", "", anchor.document, anchor.quote, anchor.context
    )


def attach(decision: Decision, *claims: Claim, text: Text = TEXT) -> Attached:
    return attached([decision], lambda _: claims, lambda _: text.content)


ZENDA, STRELSAU, FELL, FELL_AGAIN = (claim(at) for at in ((0, 5), (19, 27), (6, 10), (28, 32)))


def test_the_claim_of_the_same_id_is_meant() -> None:
    assert attach(decided(ZENDA), STRELSAU, ZENDA).decisions == (decided(ZENDA),)


def test_a_claim_that_a_better_reader_gave_another_event_is_known_by_its_words() -> None:
    better = claim((0, 5), label="the long war")
    assert better.id != ZENDA.id
    (found,) = attach(decided(ZENDA), better, STRELSAU).decisions
    assert found.claim == better.id


def test_of_two_claims_with_the_same_words_the_context_tells() -> None:
    better = [claim(at, label="the long war") for at in ((6, 10), (28, 32))]
    (found,) = attach(decided(FELL_AGAIN), *better).decisions
    assert found.claim == better[1].id


def test_the_same_words_with_another_question_are_not_meant() -> None:
    named = claim((0, 5), attribute="name")
    (item,) = attach(decided(ZENDA), named).agenda
    assert "'Zenda'" in item.reason


def test_a_decision_without_a_claim_goes_to_the_agenda() -> None:
    assert "no claim has the words" in attach(decided(ZENDA), STRELSAU).agenda[0].reason
    assert "no claims of the document" in attach(decided(ZENDA)).agenda[0].reason


def test_of_a_pair_both_must_be_found() -> None:
    second = anchored(STRELSAU, TEXT.content)
    pair = replace(decided(ZENDA), about=Subject.LINEAGE, answer=Answer.JOIN, other=second)
    assert attach(pair, ZENDA, STRELSAU).decisions == (pair,)
    gone = replace(pair, other=Anchor("x", "d", "Hentzau"))
    assert attach(gone, ZENDA, STRELSAU).agenda[0].decision == gone
