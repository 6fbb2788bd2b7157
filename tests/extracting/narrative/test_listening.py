"""Does the quick look at the words of a sentence find what the whole pattern finds?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting.narrative.hearing import beginning
from thucydides.extracting.narrative.lexicon import marks, openings, pattern, phrases, words_of

LISTS = ("dated", "denied", "fighting", "deeds", "saying", "at_issue", "undecided", "moved_back", "causes", "ranks")
company = st.sampled_from(["the", "A", "-", ", ", "was", "Was", "not", "pre-", "'s", ". ", "\n", "İ", "to", "war"])


@pytest.mark.parametrize("name", LISTS)
def test_words_without_any_mark_of_a_list_hold_none_of_its_phrases(name: str) -> None:
    for phrase in phrases(name):
        assert not marks(name).isdisjoint(words_of(phrase)), phrase
        assert not openings(name).isdisjoint(words_of(phrase)), phrase


@pytest.mark.parametrize("name", LISTS)
@given(data=st.data())
def test_phrases_are_found_where_the_pattern_finds_them(name: str, data: st.DataObject) -> None:
    said = st.one_of(st.sampled_from(sorted(phrases(name))), company)
    words = data.draw(st.lists(said, max_size=8).map(" ".join)) + data.draw(st.sampled_from(["", " ", "x"]))
    found = beginning(pattern(name), openings(name) & words_of(words), words)
    assert [hit.span() for hit in found] == [hit.span() for hit in pattern(name).finditer(words)]
