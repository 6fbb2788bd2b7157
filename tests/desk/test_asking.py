"""Is the agenda, which never goes through all questions, the same as if it did?"""

import random
from pathlib import Path

import pytest

from thucydides.desk import Desk, Pass, Ruling, demo_documents
from thucydides.reviewing import answers_of, open_to
from thucydides.vocabulary import Answer

READERS = ("Ann", "Bo", "Cy")
ANSWERS = (Answer.ACCEPT, Answer.REJECT, Answer.UNSURE)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "war.db"
    with Desk.at(path) as desk:
        assert all(not taken.refused for taken in desk.read(demo_documents()))
        desk.refresh()
    return path


def as_before(desk: Desk, agenda, chance: random.Random) -> None:
    asked, answers = agenda.questions, answers_of(desk.review.log())
    for reader in READERS:
        for which in Pass:
            wanted = open_to(asked, answers, reader, which)
            assert agenda.open_to(reader, which) == wanted
            assert agenda.count(reader, which) == len(wanted)
            first, most = chance.randrange(len(asked)), chance.randrange(1, 30)
            assert agenda.open_to(reader, which, first=first, most=most) == wanted[first : first + most]
    assert {claim: given.by for claim, given in agenda.answers.items() if given.by} == {
        claim: given.by for claim, given in answers.items() if given.by
    }


def test_any_part_of_any_pass_is_as_if_all_questions_were_gone_through(ledger: Path) -> None:
    chance = random.Random(1571)
    with Desk.over(ledger) as desk:
        agenda = desk.agenda
        claims = [question.claim for question in agenda.questions]
        assert len(claims) > 60
        for _ in range(12):
            for _ in range(10):
                claim = chance.choice(claims[:20] if chance.random() < 0.5 else claims)
                desk.review.decide(Ruling(claim, chance.choice(ANSWERS), "", chance.choice(READERS)))
            for one in chance.sample(desk.review.log(), 3):
                desk.review.undo(one.id, why="after all")
            as_before(desk, agenda, chance)


def test_the_agenda_holds_after_all_was_understood_anew_and_after_a_document_was_forgotten(ledger: Path) -> None:
    chance = random.Random(1573)
    with Desk.over(ledger) as desk:
        agenda = desk.agenda
        desk.review.decide(Ruling(agenda.questions[0].claim, Answer.ACCEPT, ""))
        desk.understand_anew()
        as_before(desk, desk.agenda, chance)
        desk.take("another.txt", b"The Battle of Zenda was fought on 3 May 1911. France lost 120 killed.")
        as_before(desk, desk.agenda, chance)
        desk.forget(desk.documents()[0].id, why="asked for")
        as_before(desk, desk.agenda, chance)
