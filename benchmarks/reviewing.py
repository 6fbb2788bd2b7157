"""Do ten reviewers of a large ledger lose a decision, or meet a locked ledger, while documents are read?

`python -m benchmarks.reviewing large.db` reviews a copy of that ledger; without a file a smaller one is made.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from benchmarks.large_ledger import made
from thucydides.desk import Desk
from thucydides.ledger import Ledger

READERS = 10
EACH = 100
READ = 400
SMALL = 20_000
PROGRAM = str(Path(sys.executable).with_name("thucydides"))
LOCKED = "being written by another program"


@dataclass(slots=True)
class Reviewer:
    """One reader at a browser of their own: looks at a question, answers it, looks at the next."""

    name: str
    address: str
    acknowledged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    looked: list[float] = field(default_factory=list)
    decided: list[float] = field(default_factory=list)
    _door: HTTPConnection | None = None
    _headers: dict[str, str] = field(default_factory=dict)

    def work(self, place: int) -> None:
        """Answer so many questions, from a place of the agenda on."""
        self._door = HTTPConnection(self.address, timeout=60)
        status, cookie, page = self._ask("GET", "/api/v1/")
        token = json.loads(page)["token"]
        self._headers = {"Cookie": f"{cookie}; thucydides-reader={self.name}", "x-token": token}
        for _ in range(EACH):
            began = time.perf_counter()
            status, _, page = self._ask("GET", f"/review?at={place}")
            self.looked.append(time.perf_counter() - began)
            if status != 200 or (claim := re.search(r'name="claim" value="([^"]+)"', page)) is None:
                self.refused.append(f"{status} {page[:200]}")
                continue
            self._decide(claim[1])

    def _decide(self, claim: str) -> None:
        began = time.perf_counter()
        said = json.dumps({"claim": claim, "answer": "accept", "who": self.name, "why": "it stands there"})
        status, _, told = self._ask("POST", "/api/v1/decisions", said)
        self.decided.append(time.perf_counter() - began)
        if status == 201:
            self.acknowledged.append(json.loads(told)["id"])
        else:
            self.refused.append(f"{status} {told[:200]}")

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str, str]:
        assert self._door is not None
        self._door.request(method, path, body, self._headers | {"Content-Type": "application/json"})
        answer = self._door.getresponse()
        cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        return answer.status, cookie, answer.read().decode()


def reviewing() -> list[str]:
    """ten reviewers over HTTP and a program that reads documents, on one ledger: decisions kept, lost, refused"""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        return made(path, SMALL) + reviewed(path, Path(folder))


def reviewed(path: Path, folder: Path) -> list[str]:
    with Ledger.open(path) as ledger:
        before = len(ledger.decisions())
        kept = {document.id for document in ledger.documents()}
    (folder / "new").mkdir()
    for number in range(READ):
        (folder / "new" / f"{number}.txt").write_text(_page(number))
    with _served(path) as address:
        reviewers = [Reviewer(f"r{number}", address) for number in range(READERS)]
        began = time.perf_counter()
        reading = get_context("spawn").Process(target=_read, args=(path, folder / "new"))
        reading.start()
        with ThreadPoolExecutor(READERS) as at_work:
            list(at_work.map(lambda one: one[1].work(one[0] * 1_000), enumerate(reviewers)))
        spent = time.perf_counter() - began
        reading.join()
    with Ledger.open(path) as ledger:
        held = {decision.id for decision in ledger.decisions()}
        new = [document.id for document in ledger.documents() if document.id not in kept]
        halves = sum(next(ledger.claims(document=document), None) is None for document in new)
    read = f"{len(new)} of {READ} documents were read meanwhile, {halves} without their claims"
    return [*_told(reviewers, held, before, spent), read]


def _told(reviewers: list[Reviewer], held: set[str], before: int, spent: float) -> list[str]:
    acknowledged = [one for reviewer in reviewers for one in reviewer.acknowledged]
    refused = [one for reviewer in reviewers for one in reviewer.refused]
    locked = sum(LOCKED in one for one in refused)
    lines = [
        f"{len(reviewers)} reviewers, {len(acknowledged):,} decisions acknowledged in {spent:.0f} s",
        f"lost: {len(set(acknowledged) - held)}; refused: {len(refused)}, of these because of a lock: {locked}",
        f"in the log {len(held):,}, before {before:,}",
        *(f"refused: {one}" for one in refused[:3]),
    ]
    for what in ("decided", "looked"):
        times = sorted(seconds for reviewer in reviewers for seconds in getattr(reviewer, what))
        lines.append(
            f"{what}: median {times[len(times) // 2] * 1000:.0f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.0f} "
            f"ms, longest {times[-1] * 1000:.0f} ms, ten at once without a pause"
        )
    return lines


def _read(path: Path, folder: Path) -> None:
    with Desk.at(path) as desk:
        for taken in desk.read([folder]):
            assert not taken.refused, taken


def _page(number: int) -> str:
    return (
        f"The Battle of Newfield {number} was fought on {number % 28 + 1} June {1700 + number % 200} between Sweden "
        f"and Russia. Sweden lost {number + 1_000:,} men killed and {number + 2_000:,} wounded. Russia lost "
        f"3,{number:03} dead.\n"
    )


@contextmanager
def _served(path: Path) -> Iterator[str]:
    """The pages of a ledger, served by the program itself; where."""
    program = subprocess.Popen(
        [PROGRAM, "serve", "--ledger", str(path), "--port", "0", "--json"],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert program.stdout is not None
    found = re.search(r"http://[\d.:]+", program.stdout.readline())
    assert found, "the server did not say where it is"
    try:
        address = urlsplit(found[0])
        _wait_for(address.hostname or "", address.port or 0)
        yield address.netloc
    finally:
        program.terminate()
        program.wait()


def _wait_for(host: str, port: int) -> None:
    """Until somebody answers there; a minute at most."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection((host, port), timeout=5):
            return
        time.sleep(0.1)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.db"
            shutil.copy(sys.argv[1], copy)
            print("\n".join(reviewed(copy, Path(folder))))
    else:
        print("\n".join(reviewing()))
