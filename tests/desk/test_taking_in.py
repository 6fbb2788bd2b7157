"""Can others decide while a long document is heard, and is it kept as if it were short?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from thucydides.desk import Desk, Ruling, taking_in
from thucydides.vocabulary import Answer

WORDS = "The Battle of Zenda was fought on 3 May 1911 between France and Spain. France lost 120 men killed. "
LONG = (WORDS + "Spain lost 30 wounded.\n\n") * 5


def test_decisions_are_kept_while_a_long_document_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.at(tmp_path / "war.db") as desk, Desk.at(tmp_path / "short.db") as short:
        for one in (desk, short):
            one.take("first.txt", WORDS.encode())
        claim = desk.claims()[0].claim.id
        hear = taking_in.hear

        def heard(*given: Any, **named: Any) -> Iterator[Any]:
            for each in hear(*given, **named):
                with Desk.over(tmp_path / "war.db") as another:
                    another.review.decide(Ruling(claim, Answer.UNSURE, "meanwhile"))
                yield each

        short.take("long.txt", LONG.encode())
        monkeypatch.setattr(taking_in, "_LONG", len(LONG) - 1)
        monkeypatch.setattr(taking_in, "hear", heard)
        taken = desk.take("long.txt", LONG.encode())
        assert taken.claims > 5
        assert len(desk.review.log()) >= taken.claims
        assert [linked.claim for linked in desk.claims()] == [linked.claim for linked in short.claims()]
