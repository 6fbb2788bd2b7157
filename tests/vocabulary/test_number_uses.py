"""Does the quick look at a number's neighbours decide as the uses would?"""

import tomllib
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.vocabulary import Count, Qualifier, read_numbers
from thucydides.vocabulary.grammar.numbers import NumberHabit
from thucydides.vocabulary.grammar.numbers.amounts import amount_at
from thucydides.vocabulary.grammar.numbers.pieces import pieces_of
from thucydides.vocabulary.grammar.numbers.reading import _is_plainly as is_plainly
from thucydides.vocabulary.grammar.numbers.uses import asked, sort_of

WORDS = tomllib.loads(files("thucydides.vocabulary.grammar.numbers").joinpath("words.toml").read_text(encoding="utf-8"))
TABLES = [entry for table in WORDS.values() for entry in table.items()]
LISTED = sorted({name for name, _ in TABLES} | {word for _, said in TABLES if isinstance(said, list) for word in said})
MARKS = [*",.;:()[]-/^%#@_x$£*", " ", "No.", "Smith", "Army", "the", "St", "A", "p.", "C."]
FIGURES = ["3", "12", "31", "99", "617", "1815", "2100", "5,000", "12,345", "1.5", "007", "40,000", "two", "dozen"]
company = st.lists(st.sampled_from([*LISTED, *MARKS]), max_size=4)


@given(company, st.sampled_from(FIGURES), company, st.sampled_from(["", " "]))
@settings(max_examples=600)
def test_a_number_that_is_taken_for_a_count_at_once_is_one_for_every_use(
    before: list[str], figure: str, after: list[str], gap: str
) -> None:
    words = " ".join(before) + gap + figure + gap + " ".join(after)
    pieces = pieces_of(words)
    for at in range(len(pieces)):
        if amount := amount_at(pieces, at, NumberHabit()):
            assert sort_of(pieces, amount) is asked(pieces, amount), words


@given(
    st.sampled_from(["3", "99", "617", "5,000", "12,345", "1,234,567"]), st.lists(st.sampled_from(LISTED), max_size=4)
)
@settings(max_examples=600)
def test_what_is_said_plainly_is_what_the_grammar_reads(figure: str, after: list[str]) -> None:
    words = " ".join([figure, *after])
    count = Count.exactly(int(figure.replace(",", "")), as_written=figure)
    if is_plainly(words, count):
        read = [phrase.count for phrase in read_numbers(words)]
        assert [(each and each.low, each and each.qualifier) for each in read] == [(count.low, Qualifier.EXACT)], words
