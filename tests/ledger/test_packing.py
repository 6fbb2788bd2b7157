"""Does every noun come back exactly as it was written down?"""

from dataclasses import dataclass
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.witnesses import claims_of, document, text_of
from thucydides.ledger.packing import packed, packed_all, unpacked, unpacked_all
from thucydides.vocabulary import (
    Calendar,
    Claim,
    Code,
    Coordinates,
    Count,
    Day,
    Decision,
    Duration,
    Event,
    EventMention,
    Evidence,
    Finding,
    HistoricalDate,
    Identifier,
    Link,
    Magnitude,
    Name,
    Party,
    Passage,
    Qualifier,
    Said,
    Segment,
    Source,
    Span,
    Value,
    Wording,
)


@dataclass(frozen=True)
class Slot:
    value: Value


anything = st.text(st.characters(codec=None), max_size=12)  # halves of surrogate pairs among them
figures = st.floats(0, 1e9, allow_nan=False) | st.integers(0, 10**9)
days = st.builds(Day, st.integers(-5000, 3000), st.integers(1, 12), st.integers(1, 28))
spans = st.tuples(anything, st.integers(0, 99), st.integers(1, 99)).map(lambda p: Span(p[0], p[1], p[1] + p[2]))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    qualifier = draw(st.sampled_from(Qualifier))
    low, high = sorted(draw(st.tuples(figures, figures)))
    for bounds in ((low, high), (low, None), (None, high), (None, None)):
        try:
            return Count(qualifier, *bounds, draw(anything))
        except ValueError:
            continue
    raise AssertionError(qualifier)


VALUES = {
    Count: counts(),
    HistoricalDate: st.builds(
        HistoricalDate, anything, st.none() | days, st.none() | days, anything, st.sampled_from(Calendar), anything
    ),
    Duration: st.builds(Duration, anything, anything, st.none() | st.integers(0, 9999), st.booleans()),
    Name: st.builds(Name, anything, anything),
    Wording: st.builds(Wording, anything),
    Party: st.builds(Party, anything),
    Said: st.just(Said()),
    Code: st.builds(Code, st.lists(anything, max_size=3).map(tuple)),
    Identifier: st.builds(Identifier, anything, anything),
    Coordinates: st.builds(Coordinates, st.floats(-90, 90), st.floats(-180, 180), anything),
    Magnitude: st.builds(Magnitude, anything),
}
st.register_type_strategy(Span, spans)
st.register_type_strategy(float, st.floats(allow_nan=False))  # what is no number equals nothing, not even itself
NOUNS = {
    Evidence: st.from_type(Evidence),
    EventMention: st.from_type(EventMention),
    Passage: st.from_type(Passage),
    Segment: st.from_type(Segment),
    Finding: st.from_type(Finding),
    Decision: st.from_type(Decision),
    Event: st.from_type(Event),
    Link: st.from_type(Link),
    Source: st.from_type(Source),
}


def test_the_round_trip_is_tried_for_every_type_of_value() -> None:
    assert set(VALUES) == set(get_args(Value))


@given(st.one_of(*VALUES.values()))
def test_a_value_comes_back_with_its_type_and_words(value: Value) -> None:
    back = unpacked(Slot, packed(Slot(value)))
    assert back == Slot(value)
    assert type(back.value) is type(value)


@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_a_noun_comes_back(kind: type) -> None:
    @given(NOUNS[kind])
    def comes_back(noun: object) -> None:
        assert unpacked(kind, packed(noun)) == noun
        assert unpacked_all(kind, packed_all((noun, noun))) == (noun, noun)

    comes_back()


def test_a_claim_comes_back_with_its_id_and_evidence() -> None:
    text = text_of(document("Ruritania marched"))
    for claim in claims_of(text):
        back = unpacked(Claim, packed(claim))
        assert back == claim
        assert back.id == claim.id
        back.verify(text)


def test_a_field_at_its_default_takes_no_room() -> None:
    assert packed(Name("Zenda")) == '{"words":"Zenda"}'


def test_a_noun_without_a_written_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no written form"):
        packed(object())
