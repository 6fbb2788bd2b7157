"""Is the file read as it stands, as it stood at one moment, or in a copy, and does whoever asks it notice nothing?"""

from pathlib import Path
from tempfile import gettempdir

import pytest

from tests.ledger.witnesses import claims_of, document, text_of
from thucydides.ledger import Ledger, Understood
from thucydides.vocabulary import Event, EventKind, LedgerProblem

PAGE = document("Ruritania fought Strelsau")
SIEGE = Event("event:one", "Siege of Zenda", EventKind.BATTLE)


def understood(ledger: Ledger, *events: Event) -> None:
    ledger.replace_understood(Understood(events, (), (), (), (), (), ledger.generation()))


def test_who_holds_a_part_of_a_ledger_that_moves_to_a_copy_asks_the_copy_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "copies"))
    (tmp_path / "copies").mkdir()
    path = tmp_path / "war.db"
    with Ledger.open(path) as ledger:
        ledger.keep(PAGE, text_of(PAGE), claims_of(text_of(PAGE)))
    path.chmod(0o444)
    before = path.read_bytes()
    with Ledger.open_existing(path) as ledger:
        events = ledger.events
        with pytest.raises(LedgerProblem, match="can only be read"):
            understood(ledger, SIEGE)
        ledger.move_to_copy()
        understood(ledger, SIEGE)
        assert ledger.writable
        assert events.all() == (SIEGE,)
        assert len(list(ledger.claims())) == 5
        assert len(list(Path(gettempdir()).iterdir())) == 1
    assert path.read_bytes() == before
    assert list(Path(gettempdir()).iterdir()) == []


def test_within_one_moment_every_part_answers_as_it_stood_then(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger, Ledger.open(tmp_path / "war.db") as another:
        with ledger.one_moment():
            assert ledger.events.all() == ()
            understood(another, SIEGE)
            another.keep(PAGE, text_of(PAGE), claims_of(text_of(PAGE)))
            assert ledger.events.one(SIEGE.id) is None
            assert ledger.documents() == ()
        assert ledger.events.one(SIEGE.id) == SIEGE
        assert len(ledger.documents()) == 1
