"""Can a file that is no document, or one line of a megabyte, stop a reading or slow it down out of proportion?"""

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.timing import least_seconds
from thucydides.desk import Desk, Taken

LONG, TIMES, SLACK = 120_000, 8, 3
NOISE = 0.02  # seconds below which a time says more about the machine than about the words
NAMES = ("line.txt", "line.html")
OPENING = "The war between France and Spain began in 1911. "


def taken_in(folder: Path, words: str, name: str) -> Taken:
    """What became of a file in a ledger of its own."""
    folder.mkdir()
    path = folder / name
    path.write_text(words, encoding="utf-8", errors="surrogatepass")
    with Desk.at(folder / "ledger.db") as desk:
        (taken,) = desk.read([path])
        stand_in_the_text(desk, taken)
    return taken


def seconds(folder: Path, words: str, name: str) -> float:
    """The least time of three that it takes to read a file into a ledger that is empty."""
    taken_in(folder, words, name)
    with ExitStack() as held:
        desks = [held.enter_context(Desk.at(folder / f"{turn}.db")) for turn in range(3)]
        return least_seconds(*(lambda desk=desk: list(desk.read([folder / name])) for desk in desks))


def stand_in_the_text(desk: Desk, taken: Taken) -> None:
    words = "" if taken.refused else desk.text(taken.document)
    for linked in desk.claims():
        assert words[linked.claim.span.start : linked.claim.span.end] == linked.claim.quote
    desk.check()


@pytest.mark.parametrize("unit", ["a", "1,", "(", "the ", "<b>", "&amp;", "<a href='"])
@pytest.mark.parametrize("name", NAMES)
def test_one_long_line_takes_the_time_of_its_length(tmp_path: Path, unit: str, name: str) -> None:
    whole = OPENING + unit * (LONG // len(unit))
    shorter = seconds(tmp_path / "part", whole[: len(whole) // TIMES], name)
    longer = seconds(tmp_path / "whole", whole, name)
    assert longer <= SLACK * TIMES * max(shorter, NOISE)


@pytest.mark.parametrize("name", NAMES)
def test_a_line_of_a_megabyte_is_read_and_what_it_says_is_heard(tmp_path: Path, name: str) -> None:
    taken = taken_in(tmp_path / "line", OPENING + "a" * 1_000_000, name)
    assert not taken.refused
    assert taken.claims


@pytest.mark.parametrize(
    "words",
    [
        "\u202eThe war began in 1911\u202c and 300 men fell.",
        "The war began in 1911\0 and 300 men fell.",
        "The war began in 1911 \ud800 and 300 men fell.",
        "<p>The war began in 1911 &#xD800;&#0;&#x110000;&#99999999999999; and 300 men fell.",
        f"<p>The war began in 1911 &#x{'9' * 5_000}; and 300 men fell.",
        "<p" * 1_000,
        "<!--" * 1_000,
    ],
    ids=["two directions", "NUL", "lone surrogate", "entities of no character", "endless entity", "tags", "comments"],
)
@pytest.mark.parametrize("name", NAMES)
def test_odd_characters_are_refused_with_a_sentence_or_give_claims_that_stand_in_the_text(
    tmp_path: Path, words: str, name: str
) -> None:
    taken = taken_in(tmp_path / "odd", words, name)
    assert not taken.refused or taken.refused.startswith(f"{name}: ")
