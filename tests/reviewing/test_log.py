"""Can a review log be written as text, compared line by line, and read again?"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.reviewing import log_line, read_log
from thucydides.reviewing.log import LogUnreadable
from thucydides.vocabulary import Anchor, Answer, Decision, Subject

words = st.text(max_size=20)
decisions = st.builds(
    Decision, claim=words, answer=st.sampled_from(Answer), who=words, when=words, why=words, document=words,
    quote=words, context=words, correction=words, undoes=words, about=st.sampled_from(Subject),
    other=st.none() | st.builds(Anchor, claim=st.text(min_size=1), document=words, quote=words, context=words),
)  # fmt: skip


@given(st.lists(decisions))
def test_what_is_written_is_read_again(log: list[Decision]) -> None:
    lines = [log_line(decision) for decision in log]
    assert list(read_log(lines)) == log
    assert all("\n" not in line for line in lines)


@pytest.mark.parametrize("line", ["{", "[]", '"x"', '{"claim": 3}', '{"answer": "perhaps"}', '{"claim": "c"}'])
def test_a_line_that_is_no_decision_is_named(line: str) -> None:
    with pytest.raises(LogUnreadable, match="line 2"):
        list(read_log(["", line]))


def test_a_line_that_was_changed_is_told_apart() -> None:
    row = json.loads(log_line(Decision("c", Answer.ACCEPT, "me", "2026-01-01", "", "d", "q")))
    with pytest.raises(LogUnreadable, match="was changed"):
        list(read_log([json.dumps(row | {"who": "somebody else"})]))
