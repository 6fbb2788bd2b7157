"""Is what was changed between two texts told, and nothing lost?"""

from hypothesis import given
from hypothesis import strategies as st

from thucydides.web.collation import MOST, collated

LINES = st.lists(st.sampled_from(["one two three", "four, five", "", "six 1,200 dead", "seven"]), max_size=8)


@given(LINES, LINES)
def test_gone_and_new_words_account_for_the_whole_difference(one: list[str], other: list[str]) -> None:
    made = collated("\n".join(one), "\n".join(other))
    assert made is not None
    assert len(" ".join(one).split()) - made.gone == len(" ".join(other).split()) - made.new
    assert (one == other) == (made.changes == ()) or "".join(one) == "".join(other)


def test_only_the_words_that_changed_are_marked() -> None:
    made = collated("first\nJapan lost 8,440 men there\nlast", "first\nJapan lost 8,629 men there\nlast")
    assert made is not None
    assert [(p.sort, p.words) for p in made.changes[0].pieces if p.sort != "same"] == [
        ("gone", "8,440"),
        ("new", "8,629"),
    ]
    assert (made.gone, made.new) == (1, 1)


def test_lines_that_did_not_change_are_counted_and_left_out() -> None:
    before = "\n".join(f"line {n}" for n in range(20))
    made = collated(before, before.replace("line 10", "line ten"))
    assert made is not None
    assert made.changes[0].skipped == 9


def test_texts_that_are_too_long_are_refused() -> None:
    assert collated("x" * MOST, "y") is None
