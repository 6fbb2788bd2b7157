"""Can a ledger be analysed in a notebook, with claims and estimates one step from every row?"""

from collections.abc import Iterator
from pathlib import Path

import pytest

import thucydides
from thucydides.desk import Desk, demo_documents
from thucydides.notebook import Notebook
from thucydides.vocabulary import LedgerProblem


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    path = tmp_path_factory.mktemp("notebook") / "demo.db"
    with Desk.at(path) as desk:
        list(desk.read(demo_documents()))
    with thucydides.open(path) as opened:
        yield opened


def test_events_become_a_data_frame_and_an_arrow_table(notebook: Notebook) -> None:
    events = notebook.events()
    frame, table = events.to_pandas(), events.to_arrow()
    assert len(frame) == table.num_rows == len(events)
    assert set(frame["kind"]) >= {"war", "battle"}
    assert list(frame["event_id"]) == [event.id for event in events]


def test_claims_and_estimates_are_one_step_from_an_event(notebook: Notebook) -> None:
    event = notebook.event("Battle of Lake Khasan")
    claims = event.claims("loss")
    assert {claim.event.id for claim in claims} == {event.id}
    assert "717 killed" in set(claims.to_pandas()["quote"])
    assert {"low", "median", "high", "status"} <= set(event.estimates().to_pandas().columns)


def test_a_dataset_keeps_the_claims_of_every_cell(notebook: Notebook) -> None:
    release = notebook.release("participant", "onwar")
    rows = notebook.rows("participant", "onwar")
    assert len(rows) == len(release.rows)
    cell = next(row.cells["killed"] for row in rows if row.cells["killed"].value)
    assert all(release.claims[claim].claim.quote for claim in cell.claims)
    assert "killed_absent" in rows.to_pandas().columns


def test_a_part_of_a_table_is_a_table(notebook: Notebook) -> None:
    assert len(notebook.events()[:2].to_pandas()) == 2
    assert "event_id" in repr(notebook.events())


def test_a_ledger_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LedgerProblem, match="there is no ledger"):
        thucydides.open(tmp_path / "none.db")
