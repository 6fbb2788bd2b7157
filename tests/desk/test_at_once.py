"""Are pages shown, and decisions kept, while several programs understand, decide and read at once?"""

import random
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from fastapi.testclient import TestClient

from thucydides.desk import Desk
from thucydides.web import create_app

SECONDS = 4.0
PROGRAMS = 2
WORK = Path(__file__).parent / "deciding.py"
VIEWS = (
    "/events/{event}", "/events/{event}/compare", "/explore", "/review", "/review?pass=second", "/documents/{document}",
    "/api/v1/claims?event={event}", "/api/v1/events", "/api/v1/findings", "/api/v1/agenda?offset=7", "/review/log",
)  # fmt: skip


def shown_before(ledger: Path) -> dict[str, str]:
    """An event of the documents that nobody adds to, and one of these documents."""
    with Desk.over(ledger) as desk:
        entry = desk.index()[0]
        return {"event": entry.event.id, "document": entry.event.documents[0]}


def test_no_page_fails_and_no_decision_is_lost_while_programs_understand_anew_at_once(ledger: Path) -> None:
    given = shown_before(ledger)
    programs = [
        subprocess.Popen(
            [sys.executable, str(WORK), str(ledger), "understanding", str(SECONDS)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(PROGRAMS)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    with Desk.over(ledger) as desk:
        claims = [linked.claim.id for linked in desk.claims()]
        client = TestClient(create_app(desk), base_url="http://127.0.0.1", raise_server_exceptions=False)
        token = client.get("/api/v1/").json()["token"]
        until = time.monotonic() + SECONDS

        def look(reader: int) -> list[str]:
            chance, failed = random.Random(reader), []
            while time.monotonic() < until:
                view = chance.choice(VIEWS).format(**given)
                told = client.get(view, follow_redirects=False)
                if told.status_code != 200:
                    failed.append(f"{view}: {told.status_code} {told.text[:300]}")
            return failed

        def decide(reader: int) -> list[str]:
            chance, kept = random.Random(reader), []
            while time.monotonic() < until:
                said = {"claim": chance.choice(claims), "answer": "reject", "who": f"r{reader}"}
                told = client.post("/api/v1/decisions", json=said, headers={"x-token": token})
                assert told.status_code == 201, told.text
                kept.append(told.json()["id"])
            return kept

        with ThreadPoolExecutor(6) as readers:
            deciding = [readers.submit(decide, reader) for reader in range(3)]
            failed = [one for group in readers.map(look, range(3)) for one in group]
            acknowledged = {one for each in deciding for one in each.result()}
        told = [program.communicate()[0].split() for program in programs]
        assert failed == []
        assert all(program.returncode == 0 for program in programs)
        acknowledged |= {one for group in told for one in group}
        assert acknowledged
        assert acknowledged <= {decision.id for decision in desk.review.log()}
        desk.understand_anew()
        assert desk.following().current
    with closing(sqlite3.connect(ledger)) as store:
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'linked_[0-9]*'"
        assert len(store.execute(named).fetchall()) == 1
