"""Is a forgotten document gone, to its last word, and does it stay so?"""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ledger.witnesses import Meanwhile, claims_of, document, text_of, unread
from thucydides.ledger import Forgotten, Ledger, Understood
from thucydides.vocabulary import (
    Anchor,
    Answer,
    Decision,
    Document,
    Event,
    EventKind,
    LedgerProblem,
    Subject,
    Tombstone,
)

KEPT = document("Zenda fell in May", name="kept.txt")
SECRET = document("Qwyzzlford burned in June", name="secret-qwyzzlford.txt")
STONE = Tombstone(SECRET.id, "a reader", "2026-01-01T00:00:00Z", "the archive asked for it")


def keep(ledger: Ledger, found: Document) -> None:
    text = text_of(found)
    ledger.keep(found, text, claims_of(text), [unread(text)])


def decision(found: Document, *, other: Document | None = None) -> Decision:
    claim, *_ = claims_of(text_of(found))
    made = Decision(claim.id, Answer.ACCEPT, "a reader", "2026-01-01T00:00:00Z", "", found.id, claim.quote)
    if other is None:
        return made
    second, *_ = claims_of(text_of(other))
    anchor = Anchor(second.id, other.id, second.quote)
    return replace(made, about=Subject.LINEAGE, answer=Answer.JOIN, other=anchor)


def test_no_word_of_a_forgotten_document_is_left_in_the_files(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        for found in (KEPT, SECRET):
            keep(ledger, found)
        ledger.decide(decision(SECRET))
        ledger.forget(STONE)
        left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"wyzzlford" not in left
    assert b"Zenda" in left
    assert b"the archive asked for it" in left


@pytest.mark.parametrize("last", [False, True])
def test_an_understanding_of_a_document_that_is_forgotten_meanwhile_is_let_go(tmp_path: Path, last: bool) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger, Ledger.open(tmp_path / "war.db") as another:
        keep(ledger, KEPT)
        keep(ledger, SECRET)
        event = Event("event:one", "the burning of Qwyzzlford", EventKind.BATTLE)
        written = Meanwhile(() if last else (event,))
        written.happens = lambda: another.forget(STONE) if another.holds(SECRET.id) else None
        known = Understood((event,), (), (), (), (), (), ledger.generation())
        ledger.replace_understood(replace(known, traits=written) if last else replace(known, events=written))
        assert ledger.understood_generation() == -1
        assert ledger.events.all() == ()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"wyzzlford" not in left


def test_forgetting_restores_the_digest(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        keep(ledger, KEPT)
        ledger.decide(decision(KEPT))
        before = ledger.digest()
        keep(ledger, SECRET)
        ledger.decide(decision(KEPT, other=SECRET))
        ledger.decide(decision(SECRET))
        assert ledger.digest() != before
        ledger.forget(STONE)
        assert ledger.digest() == before
        assert ledger.decisions() == (decision(KEPT),)


def test_the_same_bytes_are_refused_until_the_tombstone_is_lifted(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        keep(ledger, SECRET)
        ledger.forget(STONE)
        with pytest.raises(Forgotten, match="the archive asked for it"):
            keep(ledger, SECRET)
        ledger.lift(replace(STONE, when="2026-02-01T00:00:00Z", why="the term has ended", lifted=True))
        keep(ledger, SECRET)
        assert ledger.holds(SECRET.id)
        assert [stone.lifted for stone in ledger.tombstones()] == [False, True]


def test_what_is_not_there_cannot_be_forgotten_or_lifted(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        with pytest.raises(LedgerProblem):
            ledger.forget(STONE)
        with pytest.raises(LedgerProblem):
            ledger.lift(STONE)
        assert ledger.tombstones() == ()


def test_a_text_that_two_documents_share_stays_with_the_other(tmp_path: Path) -> None:
    twin = Document("twin.txt", SECRET.content + b"\n")
    words = SECRET.content.decode()
    shared = replace(text_of(SECRET), document=twin.id)
    with Ledger.open(tmp_path / "war.db") as ledger:
        keep(ledger, SECRET)
        ledger.keep(twin, shared, claims_of(shared))
        ledger.forget(STONE)
        assert ledger.text(twin.id).content == words
