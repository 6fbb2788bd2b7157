"""Does a claim refuse what its own words do not carry?"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.vocabulary import (
    Claim,
    ClaimRefused,
    Code,
    Count,
    Counted,
    EmptyQuote,
    EventKind,
    EventMention,
    HistoricalDate,
    Inference,
    InventedWords,
    Name,
    QuoteNotInText,
    Role,
    Said,
    SpanOutsideText,
    Target,
    Text,
    UnknownCode,
    WrongNumber,
    read_dates,
)

WORDS = (
    "Between March 1901 and June 1901 the Alder incident and the Birch incident took place. "
    "Lowland lost 8,440 men killed at Alder, the Uplanders wrote in 1902."
)
TEXT = Text("d" * 64, WORDS, ())


def mention(label: str) -> EventMention:
    start = WORDS.index(label)
    return EventMention(label, TEXT.span(start, start + len(label)), EventKind.INCIDENT)


ALDER, BIRCH = mention("Alder incident"), mention("Birch incident")


def at(words: str) -> tuple[int, int]:
    start = WORDS.index(words)
    return start, start + len(words)


def loss(**changed: object) -> Claim:
    stated: dict[str, object] = {
        "event": ALDER,
        "attribute": "loss",
        "value": Count.exactly(8440, as_written="8,440"),
        "reader": "test/1",
        "target": Target(("Lowland",)),
        "counted": Counted("killed", measure="person"),
        "evidence": [(Role.TARGET, at("Lowland"))],
    }
    return Claim.stated(TEXT, at("Lowland lost 8,440 men killed"), **(stated | changed))  # type: ignore[arg-type]


def test_a_claim_quotes_the_text_at_its_span() -> None:
    claim = loss()
    assert TEXT.quote(claim.span) == claim.quote == "Lowland lost 8,440 men killed"
    claim.verify(TEXT)


def test_a_wrong_digit_on_a_right_quote_is_refused() -> None:
    with pytest.raises(WrongNumber):
        loss(value=Count.exactly(8441, as_written="8,440"))


@given(st.integers(0, 10**7).filter(lambda number: number != 8440))
def test_no_other_figure_than_the_one_in_the_words_is_accepted(number: int) -> None:
    with pytest.raises(WrongNumber):
        loss(value=Count.exactly(number, as_written="8,440"))


@pytest.mark.parametrize(
    "value",
    [
        Count.at_least(8440, as_written="8,440"),
        Count.about(8440, as_written="8,440"),
        Count.between(8000, 8440, as_written="8,440"),
        Count.none(as_written="8,440"),
    ],
)
def test_a_right_figure_with_a_bound_that_nobody_said_is_refused(value: Count) -> None:
    with pytest.raises(WrongNumber):
        loss(value=value)


def test_an_empty_quote_is_refused() -> None:
    with pytest.raises(EmptyQuote):
        replace(loss(), quote="")
    with pytest.raises(EmptyQuote):
        Claim.stated(Text("d" * 64, "a   b", ()), (1, 4), event=EventMention("x", None), attribute="name",
                     value=Name("x"), reader="test/1")  # fmt: skip


def test_a_span_past_the_end_is_refused() -> None:
    with pytest.raises(SpanOutsideText):
        Claim.stated(TEXT, (0, len(WORDS) + 1), event=ALDER, attribute="name", value=Name("Alder"), reader="test/1")


def test_a_quote_that_the_text_does_not_have_is_refused() -> None:
    claim = loss()
    with pytest.raises(QuoteNotInText):
        replace(claim, quote=claim.quote.upper()).verify(TEXT)
    with pytest.raises(QuoteNotInText):
        replace(claim, quote="shorter")


INVENTED = ["Battle of the Willows", "Alder campaign", "Аldеr", "Alder-2", "incident of 1903", "Lowlands' incident"]


@pytest.mark.parametrize("name", INVENTED)
def test_invented_strings_are_refused(name: str) -> None:
    with pytest.raises(ClaimRefused):
        Claim.stated(TEXT, at("Alder incident"), event=ALDER, attribute="name", value=Name(name), reader="test/1")


def test_a_target_or_claimant_that_no_words_name_must_be_marked_as_inferred() -> None:
    with pytest.raises(InventedWords):
        loss(target=Target(("Midland",)))
    claim = loss(target=Target(("Midland",)), inferred=[Inference("target", "remaining-member")])
    assert claim.inferred_fields == {"target"}


@pytest.mark.parametrize(
    "changed",
    [
        {"attribute": "losses"},
        {"counted": Counted("dead ones")},
        {"relation": "copies"},
        {"attribute": "outcome", "value": Code(("triumph",))},
    ],
)
def test_a_code_that_the_vocabulary_does_not_list_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(UnknownCode):
        loss(**changed)


def date_of(event: EventMention) -> Claim:
    (phrase,) = read_dates("Between March 1901 and June 1901")
    assert phrase.date is not None
    return Claim.stated(
        TEXT, at("Between March 1901 and June 1901"), event=event, attribute="date", value=phrase.date, reader="test/1"
    )


def test_two_incidents_that_share_one_sentence_and_one_date_have_claims_of_their_own() -> None:
    alder, birch = date_of(ALDER), date_of(BIRCH)
    assert alder.span == birch.span
    assert alder.id != birch.id


def test_the_id_survives_a_better_reader_and_a_better_understanding() -> None:
    claim = loss()
    better = replace(claim, reader="test/2", value=replace(claim.value, as_written="8,440 men"), side=1)  # type: ignore[type-var]
    assert better.id == claim.id
    assert replace(claim, attribute="strength", counted=Counted("personnel")).id != claim.id
    assert loss(target=Target(("Uplanders",)), evidence=[(Role.TARGET, at("Uplanders"))]).id != claim.id


def test_a_wrong_date_on_right_words_is_refused() -> None:
    claim = date_of(ALDER)
    assert isinstance(claim.value, HistoricalDate)
    wrong = replace(claim.value, edtf=claim.value.edtf.replace("1901", "1902"))
    with pytest.raises(WrongNumber):
        replace(claim, value=wrong)


@given(st.integers(0, len(WORDS)), st.integers(0, len(WORDS)))
def test_the_quote_law_holds_for_every_span(start: int, end: int) -> None:
    def stated() -> Claim:
        return Claim.stated(
            TEXT, (start, end), event=ALDER, attribute="belligerent", value=Said(), reader="test/1", target=Target(())
        )

    if end <= start or not WORDS[start:end].strip():
        with pytest.raises(ClaimRefused):
            stated()
    else:
        claim = stated()
        assert claim.quote == WORDS[start:end] == TEXT.quote(claim.span)
