"""Do decisions bear on what is shown, and can each be taken back?"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.desk import Desk, NotFound, Ruling, demo_documents, log_line
from thucydides.desk.reviewing import WrongDecision
from thucydides.vocabulary import Answer, Relation, Subject, ThucydidesError

FIRST = "Battle of Marrowfield\n\nThe Battle of Marrowfield was fought on 3 May 1711. Sweden lost 1,234 killed.\n"
SECOND = "Battle of Marrowfield\n\nThe Battle of Marrowfield, 3 May 1711, was bloody. Sweden lost 1,234 killed.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.at(tmp_path / "war.db") as desk:
        pages = [written(tmp_path / "first.txt", FIRST), written(tmp_path / "second.txt", SECOND)]
        assert not [taken.refused for taken in desk.read(pages) if taken.refused]
        yield desk


def written(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def killed(desk: Desk) -> list[str]:
    return [linked.claim.id for linked in desk.claims(attribute="loss")]


def relation(desk: Desk) -> Relation:
    (pair,) = [pair for _, pair in desk.compare() if {pair.a, pair.b} == set(killed(desk))]
    return pair.relation


def test_a_split_makes_two_witnesses_of_one_and_its_undoing_restores_the_digest(desk: Desk) -> None:
    before = desk.digest()
    assert relation(desk) is Relation.ECHO
    one, other = killed(desk)
    split = desk.review.decide(Ruling(one, Answer.SPLIT, "two diaries", about=Subject.LINEAGE, other=other))
    assert relation(desk) is Relation.AGREE
    assert desk.digest() != before
    desk.review.undo(split.id[:8], why="one diary after all")
    assert relation(desk) is Relation.ECHO
    assert desk.digest() == before


def test_two_mentions_may_be_parted_and_joined_again(desk: Desk) -> None:
    before = desk.digest()
    one, other = killed(desk)
    assert desk.claim(one).event == desk.claim(other).event
    parted = desk.review.decide(Ruling(one, Answer.SPLIT, "two battles", about=Subject.EVENT, other=other))
    assert desk.claim(one).event.id != desk.claim(other).event.id
    desk.review.undo(parted.id, why="one battle")
    assert desk.digest() == before


def test_an_actor_may_be_put_right(desk: Desk) -> None:
    one, _ = killed(desk)
    desk.review.decide(Ruling(one, Answer.CORRECT, "the regiment", about=Subject.TARGET, correction="actor:swedes"))
    assert [actor.id for actor in desk.claim(one).targets] == ["actor:swedes"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer": Answer.JOIN},
        {"answer": Answer.CORRECT},
        {"answer": Answer.ACCEPT, "correction": "7"},
        {"answer": Answer.JOIN, "about": Subject.LINEAGE},
        {"answer": Answer.ACCEPT, "other": "x"},
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(desk: Desk, wrong: dict[str, str]) -> None:
    one, _ = killed(desk)
    with pytest.raises(WrongDecision):
        desk.review.decide(Ruling(claim=one, why="", **wrong))  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        desk.review.decide(Ruling("no claim", Answer.ACCEPT, ""))
    with pytest.raises(NotFound):
        desk.review.undo("abc", why="")


def test_a_forgotten_document_is_not_read_again_until_it_is_lifted(desk: Desk, tmp_path: Path) -> None:
    before = desk.digest()
    third = written(tmp_path / "third.txt", FIRST.replace("1,234", "77"))
    list(desk.read([third]))
    assert desk.digest() != before
    stone = desk.forget("third.txt", why="asked for by its owner")
    assert desk.digest() == before
    (taken,) = desk.read([third])
    assert "asked for by its owner" in taken.refused
    desk.lift(stone.document[:12], why="permitted again")
    (taken,) = desk.read([third])
    assert not taken.refused
    with pytest.raises(ThucydidesError):
        desk.lift(stone.document[:12], why="once more")


def test_replaying_the_log_over_the_raw_documents_gives_the_same_digest(desk: Desk, tmp_path: Path) -> None:
    one, other = killed(desk)
    desk.review.decide(Ruling(one, Answer.REJECT, "a slip"))
    desk.review.decide(Ruling(one, Answer.JOIN, "one diary", about=Subject.LINEAGE, other=other))
    undone = desk.review.decide(Ruling(other, Answer.ACCEPT, ""))
    desk.review.undo(undone.id, why="not so sure")
    lines = [log_line(decision) for decision in desk.review.log()]
    with Desk.at(tmp_path / "again.db") as again:
        again_read = [tmp_path / "second.txt", tmp_path / "first.txt"]
        list(again.read(again_read))
        assert again.review.replay(lines) == 4
        assert again.review.agenda() == ()
        assert again.digest() == desk.digest()
        assert again.review.replay(lines) == 4
        assert again.digest() == desk.digest()


@settings(max_examples=2, deadline=None)
@given(st.permutations(range(4)), st.integers(1, 3))
def test_shuffled_split_and_merged_reading_gives_the_same_digest(order: list[int], split: int) -> None:
    with TemporaryDirectory() as folder:
        place = Path(folder)
        pages = [written(place / "first.txt", FIRST), written(place / "second.txt", SECOND), *demo_documents()]
        with (
            Desk.at(place / "whole.db") as whole,
            Desk.at(place / "one.db") as one,
            Desk.at(place / "other.db") as other,
        ):
            list(whole.read(pages))
            shuffled = [pages[place] for place in order]
            list(one.read(shuffled[:split]))
            list(other.read(shuffled[split:]))
            one.merge(place / "other.db")
            assert one.digest() == whole.digest()
