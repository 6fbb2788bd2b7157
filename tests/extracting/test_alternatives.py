"""Does the tree of letters find what the plain list of phrases finds?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting.alternatives import one_of

phrases = st.sets(st.text("ab -", min_size=1, max_size=5).map(str.strip).filter(bool), min_size=1, max_size=8)


@given(phrases, st.text("ab -", max_size=30))
def test_the_tree_finds_what_the_list_finds_longest_first(said: set[str], words: str) -> None:
    listed = "|".join(re.escape(phrase) for phrase in sorted(said, key=len, reverse=True))
    places = [hit.span() for hit in re.finditer(rf"(?<!\w)(?:{one_of(said, gap=' ')})(?!\w)", words)]
    assert places == [hit.span() for hit in re.finditer(rf"(?<!\w)(?:{listed})(?!\w)", words)]


@pytest.mark.parametrize("words", ["cease fire", "cease\nfire", "cease   fire"])
def test_any_blank_may_stand_where_a_phrase_has_one(words: str) -> None:
    assert re.fullmatch(one_of(["cease fire", "cease"]), words)
