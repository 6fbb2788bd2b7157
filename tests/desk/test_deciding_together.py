"""Is a decision kept that was acknowledged: with ten at work at once, and when the program is killed?"""

import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fastapi.testclient import TestClient

from thucydides.desk import Desk, Ruling
from thucydides.vocabulary import Answer
from thucydides.web import create_app

READERS = 10
EACH = 6
KILLS = 6
WORK = Path(__file__).parent / "deciding.py"


def test_ten_decide_through_the_pages_while_documents_are_read_and_no_decision_is_lost(
    ledger: Path, tmp_path: Path
) -> None:
    with Desk.over(ledger) as desk:
        client = TestClient(create_app(desk), base_url="http://127.0.0.1")
        token = client.get("/api/v1/").json()["token"]
        claims = [linked.claim.id for linked in desk.claims()]

        def decide(reader: int) -> list[str]:
            acknowledged = []
            for place in range(EACH):
                told = client.post(
                    "/api/v1/decisions",
                    json={
                        "claim": claims[(reader * EACH + place) % len(claims)],
                        "answer": "accept",
                        "who": f"r{reader}",
                    },
                    headers={"x-token": token},
                )
                assert told.status_code == 201, told.text
                acknowledged.append(told.json()["id"])
            return acknowledged

        def read() -> list[str]:
            pages = [
                f"Battle of Field {n}\n\nSweden lost {n},234 killed on 3 May 17{n}1.\n".encode() for n in range(1, 7)
            ]
            return [desk.take(f"{place}.txt", page).refused for place, page in enumerate(pages)]

        with ThreadPoolExecutor(READERS + 1) as workers:
            reading = workers.submit(read)
            acknowledged = [one for group in workers.map(decide, range(READERS)) for one in group]
            assert reading.result() == [""] * 6
        assert len(set(acknowledged)) == READERS * EACH
        assert set(acknowledged) <= {decision.id for decision in desk.review.log()}
        assert len(desk.documents()) == 2 + 6


def test_killed_at_any_moment_every_acknowledged_decision_is_there_and_no_document_half_read(ledger: Path) -> None:
    chance = random.Random(1939)
    acknowledged: set[str] = set()
    for _ in range(KILLS):
        process = subprocess.Popen([sys.executable, str(WORK), str(ledger)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.5))
        process.send_signal(signal.SIGKILL)
        told = process.communicate()[0].splitlines(keepends=True)
        acknowledged |= {line.strip() for line in told if line.endswith("\n")}
    with Desk.over(ledger) as desk:
        assert acknowledged <= {decision.id for decision in desk.review.log()}
        assert acknowledged
        for entry in desk.documents():
            text = desk.page(entry.id).text
            claims = desk.claims(document=entry.id)
            assert claims
            for linked in claims:
                linked.claim.verify(text)
        killed = [one for one in desk.claims(attribute="loss") if one.claim.quote.startswith("1,0")]
        assert len(killed) % 40 == 0
        desk.review.decide(Ruling(desk.claims()[0].claim.id, Answer.ACCEPT, "it still works"))
