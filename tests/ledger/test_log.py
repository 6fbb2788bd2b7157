"""Is the log in memory what it is in the file, whoever adds to it and whatever is taken from it?"""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from tests.ledger.witnesses import claims_of, document, text_of
from thucydides.ledger import Ledger
from thucydides.vocabulary import Anchor, Answer, Decision, Subject, Tombstone

FIRST = Decision("c1", Answer.REJECT, "Ann", "2026-01-01T00:00:00Z", "torn", "d1", "Zenda")
TAKES_BACK = replace(FIRST, who="Bo", when="2026-01-02T00:00:00Z", undoes=FIRST.id)
RESTORES = replace(FIRST, when="2026-01-03T00:00:00Z", undoes=TAKES_BACK.id)
PAIR = replace(FIRST, answer=Answer.JOIN, about=Subject.EVENT, other=Anchor("c2", "d2", "Strelsau"))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger.open(tmp_path / "war.db")


def test_what_another_program_adds_is_seen_at_the_next_question(ledger: Ledger) -> None:
    ledger.decide(FIRST)
    assert ledger.decisions() == (FIRST,)
    with Ledger.open(ledger.path) as another:
        another.decide(PAIR)
    assert ledger.decisions() == (FIRST, PAIR)
    assert ledger.log().about("c2") == ledger.log().on(["d2"]) == (PAIR,)
    assert ledger.log().on(["d1", "d2"]) == (FIRST, PAIR)
    assert (ledger.log().by("Ann"), ledger.log().by("Bo")) == ((FIRST, PAIR), ())


@pytest.mark.parametrize("order", list(permutations((FIRST, TAKES_BACK, RESTORES))))
def test_what_takes_a_decision_back_is_found_where_the_decision_is_in_any_order(
    ledger: Ledger, order: tuple[Decision, ...]
) -> None:
    elsewhere = {one: replace(one, document="d9") if one.undoes else one for one in order}
    for one in order:
        ledger.decide(elsewhere[one])
    assert elsewhere[TAKES_BACK] in ledger.log().on(["d1"])
    assert ledger.decisions() == tuple(elsewhere[one] for one in order)


def test_where_a_document_is_forgotten_the_log_begins_anew(ledger: Ledger) -> None:
    found = document("Zenda fell", name="a.txt")
    ledger.keep(found, text_of(found), claims_of(text_of(found)))
    ledger.decide(PAIR)
    ledger.decide(replace(FIRST, document=found.id))
    before = ledger.log()
    assert len(before.decisions) == 2
    with Ledger.open(ledger.path) as another:
        another.forget(Tombstone(found.id, "Ann", "2026-01-01T00:00:00Z", "asked for"))
        another.decide(TAKES_BACK)
    assert ledger.decisions() == (PAIR, TAKES_BACK)
    assert ledger.log().age != before.age
    assert ledger.log().on([found.id]) == ()
