"""What holds for every text, however hostile."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extracting.narrative.pages import claims_of, heard, lines_of, page
from tests.timing import least_seconds
from thucydides.vocabulary import Claim

_WORDS = st.sampled_from(
    [
        "Japan",
        "the Soviet Union",
        "French",
        "troops",
        "attacked",
        "lost",
        "300",
        "two",
        "men",
        "killed",
        "on",
        "3 May 1812",
        "In August",
        "the",
        "Battle of",
        "Gorne",
        "War",
        "incident",
        "(",
        ")",
        "signed",
        "a ceasefire",
        "and",
        "by",
        ",",
        ".",
        "Pact",
        "which",
        "expired",
        "their client state of",
        "was",
        "defeated",
        "near",
        "River",
        "outnumbered",
        "two to one",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_every_quote_stands_in_the_text_whatever_is_said(words: str) -> None:
    text = page("# War of Words\n" + words)
    for claim in heard(text):
        if isinstance(claim, Claim):
            claim.verify(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_too_strange_to_be_heard(words: str) -> None:
    heard(page(words))


def test_hearing_twice_gives_the_same_claims() -> None:
    words = "# Gorne War\nOn 3 May 1812 French troops attacked the Prussians. They lost 300 men."
    assert [claim.id for claim in claims_of(words)] == [claim.id for claim in claims_of(words)]


def test_the_same_words_said_again_add_nothing() -> None:
    said = "On 3 May 1812 French troops attacked the Prussians."
    assert lines_of(f"# Gorne War\n{said}") == lines_of(f"# Gorne War\n{said} {said}")


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "1",
        "A",
        "Battle of ",
        "War ",
        "and the ",
        "a, and ",
        ". ",
        "1939 and ",
        "Soviet-",
        "the Japanese attacked ",
    ],
)
def test_a_long_line_takes_time_in_proportion(unit: str) -> None:
    once, twice = (
        least_seconds(lambda size=size: heard(page(unit * (size // len(unit))))) for size in (60_000, 120_000)
    )
    assert twice < 4 * once + 0.5
