"""Does what is understood hold all that was decided, whoever does something meanwhile?"""

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import thucydides.desk.understanding
import thucydides.desk.upkeep
from thucydides.desk import Desk, Marked, Ruling
from thucydides.desk.taking_up import take_up
from thucydides.vocabulary import Answer

WORDS = "The Battle of Zenda was fought on 3 May 1911 between France and Spain. France lost 120 men killed."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "war.db"
    with Desk.at(path) as desk:
        desk.take("zenda.txt", WORDS.encode())
        desk.refresh()
    return path


def test_a_claim_that_a_person_reads_while_a_shorter_log_is_taken_up_is_not_lost(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = "Battle of Zenda"
    marks = [
        Marked(words="Zenda", attribute="place", event=event),
        Marked(words="120", attribute="strength", concept="personnel", target="Spain", event=event),
    ]

    def slowly(held, decisions) -> None:
        if marks:
            with Desk.over(ledger) as another:
                another.mark("zenda.txt", marks.pop(), who="Ann")
                take_up(held, another.review.log())
        take_up(held, decisions)

    monkeypatch.setattr(thucydides.desk.understanding, "take_up", slowly)
    with Desk.over(ledger) as desk:
        desk.understand_anew()
        assert not marks
        assert desk.following().current
        assert sum(linked.claim.reader.startswith("person/") for linked in desk.claims()) == 2


def test_where_many_pages_wait_for_an_understanding_it_is_made_once(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    understand = thucydides.desk.upkeep.understand

    def counted(*given) -> None:
        made.append(given)
        understand(*given)

    monkeypatch.setattr(thucydides.desk.upkeep, "understand", counted)
    with Desk.over(ledger) as desk:
        desk.take("strelsau.txt", WORDS.replace("Zenda", "Strelsau").encode())
        with ThreadPoolExecutor(8) as readers:
            shown = list(readers.map(lambda _: len(desk.index()), range(16)))
        assert len(set(shown)) == 1
        assert len(made) == 1


def test_a_ledger_that_can_only_be_read_answers_many_at_once_from_a_copy(ledger: Path) -> None:
    with Desk.over(ledger) as desk:
        desk.take("strelsau.txt", WORDS.replace("Zenda", "Strelsau").encode())
    ledger.chmod(0o444)
    before = ledger.read_bytes()
    with Desk.over(ledger) as desk:
        events = [entry.event.id for entry in desk.index()]
        with ThreadPoolExecutor(8) as readers:
            records = list(readers.map(lambda turn: desk.record(events[turn % len(events)]), range(80)))
        assert len(events) > 1
        assert all(record.claims for record in records)
        desk.review.decide(Ruling(records[0].claims[0].claim.id, Answer.ACCEPT, "it is not kept"))
        assert len(desk.review.log()) == 1
    assert ledger.read_bytes() == before


def test_a_stale_ledger_that_can_only_be_read_is_given_away_as_a_fresh_one_would_be(ledger: Path) -> None:
    def given(path: Path) -> tuple[str, object]:
        with Desk.over(path) as desk:
            stream = io.StringIO()
            publishing, analysing = desk.publishing, desk.analysing
            publishing.export(stream, form="claims-csv")
            return stream.getvalue(), analysing.agreements()

    with Desk.over(ledger) as desk:
        desk.take("strelsau.txt", WORDS.replace("Zenda", "Strelsau").encode())
    ledger.chmod(0o444)
    from_reading_only = given(ledger)
    ledger.chmod(0o644)
    assert "Strelsau" in from_reading_only[0]
    assert from_reading_only == given(ledger)
