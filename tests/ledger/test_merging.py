"""Does it matter which of two ledgers takes over the other?"""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.witnesses import claims_of, document, text_of
from thucydides.ledger import Ledger
from thucydides.vocabulary import Answer, Decision, Tombstone

WORDS = ("Zenda fell in May", "Ruritania lost the war", "Strelsau held out")

steps = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.integers(0, 2), st.integers(1, 12), st.sampled_from(("a.txt", "b.txt"))),
        st.tuples(st.just("decide"), st.integers(0, 2), st.integers(0, 3), st.integers(0, 9)),
        st.tuples(st.just("forget"), st.integers(0, 2), st.integers(0, 9), st.booleans()),
        st.tuples(st.just("undo"), st.integers(0, 5), st.integers(0, 9), st.just(0)),
    ),
    max_size=6,
)


def take(ledger: Ledger, step: tuple[object, ...]) -> None:
    match step:
        case ("read", int(which), int(version), str(name)):
            found = document(WORDS[which], name=name)
            text = text_of(found, reader=f"text/{version}")
            if found.id not in {stone.document for stone in ledger.tombstones()}:
                ledger.keep(found, text, claims_of(text, label=f"{name} {version}"))
        case ("decide", int(which), int(answer), int(second)):
            found = document(WORDS[which])
            claim, *_ = claims_of(text_of(found))
            ledger.decide(
                Decision(
                    claim.id, list(Answer)[answer], "me", f"2026-01-01T00:00:0{second}Z", "", found.id, claim.quote
                )
            )
        case ("undo", int(which), int(second), _):
            log = ledger.decisions()
            if log:
                taken = log[which % len(log)]
                ledger.decide(
                    Decision(
                        taken.claim, Answer.UNSURE, "me", f"2026-01-02T00:00:0{second}Z", "", taken.document,
                        taken.quote, undoes=taken.id,
                    )
                )  # fmt: skip
        case ("forget", int(which), int(second), bool(lifted)):
            found = document(WORDS[which])
            stone = Tombstone(found.id, "me", f"2026-01-03T00:00:0{second}Z", "asked for")
            if ledger.holds(found.id):
                ledger.forget(stone)
                if lifted:
                    ledger.lift(Tombstone(found.id, "me", f"2026-01-04T00:00:0{second}Z", "found", lifted=True))


def made(folder: Path, name: str, taken: Sequence[tuple[object, ...]]) -> Ledger:
    ledger = Ledger.open(folder / f"{name}.db")
    for step in taken:
        take(ledger, step)
    return ledger


@settings(max_examples=12, deadline=None)
@given(steps, steps)
def test_either_taking_over_the_other_comes_to_the_same_and_twice_is_once(
    mine: Sequence[tuple[object, ...]], theirs: Sequence[tuple[object, ...]]
) -> None:
    with TemporaryDirectory() as folder:
        one, other = made(Path(folder), "one", mine), made(Path(folder), "other", theirs)
        again, copy = made(Path(folder), "again", mine), made(Path(folder), "copy", theirs)
        one.merge(other)
        copy.merge(again)
        assert one.digest() == copy.digest()
        before = one.digest()
        second = one.merge(other)
        assert one.digest() == before
        assert (second.documents, second.readings, second.decisions, second.forgotten) == (0, 0, 0, 0)
        for ledger in (one, other, again, copy):
            ledger.close()


@settings(max_examples=8, deadline=None)
@given(st.permutations(range(3)), st.integers(0, 3))
def test_reading_in_two_ledgers_and_merging_is_reading_in_one(order: list[int], split: int) -> None:
    with TemporaryDirectory() as folder:
        reads = [("read", which, 1, f"{which}.txt") for which in order]
        whole = made(Path(folder), "whole", [("read", which, 1, f"{which}.txt") for which in range(3)])
        one, other = made(Path(folder), "one", reads[:split]), made(Path(folder), "other", reads[split:])
        merged = one.merge(other)
        assert merged.documents == 3 - split
        assert one.digest() == whole.digest()
        for ledger in (whole, one, other):
            ledger.close()


def test_a_tombstone_wins_over_the_document_until_it_is_lifted(tmp_path: Path) -> None:
    read = ("read", 0, 1, "a.txt")
    one = made(tmp_path, "one", [read])
    other = made(tmp_path, "other", [read, ("forget", 0, 1, False)])
    lifted = made(tmp_path, "lifted", [read, ("forget", 0, 1, True), read])
    assert one.merge(other).forgotten == 1
    assert one.documents() == ()
    assert one.merge(made(tmp_path, "lifted again", [read, ("forget", 0, 1, True)])).documents == 0
    assert lifted.merge(other).forgotten == 0
