"""Does a ledger of a million claims show its pages as quickly as a small one?

`python -m benchmarks.large_ledger 1000000 large.db` keeps the ledger in that file, or measures the one that is there.
"""

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from fastapi.testclient import TestClient

from thucydides.authorities import load
from thucydides.desk import Desk
from thucydides.desk.understanding import understand
from thucydides.ledger import Ledger
from thucydides.vocabulary import (
    Claim,
    Count,
    Counted,
    Document,
    EventKind,
    EventMention,
    HistoricalDate,
    Name,
    Passage,
    PassageKind,
    Role,
    Said,
    Target,
    Text,
    Wish,
)

CLAIMS = 1_000_000
EACH = 20
ASKED = 300
WARMING = 5
"""Rounds that are not counted: templates and questions are then made ready."""
EMPTY = "<!doctype html><title>Empty</title>"
SYLLABLES = ("ka", "lo", "mir", "ten", "vo", "shu", "gra", "del", "pin", "or", "bas", "ul", "hem", "ri", "zan", "fe")
SIDES = ("France", "Austria", "Spain", "Russia", "Sweden", "Denmark", "Portugal", "Japan", "China", "Chile", "Peru")
CONCEPTS = ("killed", "wounded", "missing", "captured")


def large_ledger() -> list[str]:
    """p95 of every page of a ledger of a million claims, against an empty page of the same framework"""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        return made(path, CLAIMS) + measured(path)


def made(path: Path, claims: int) -> list[str]:
    """Keep and link so many claims in a ledger, unless they are there already; what that cost."""
    lines = []
    if not path.exists():
        began = time.perf_counter()
        fill(path, claims)
        size = f"{path.stat().st_size / 1e6:,.0f} MB"
        lines.append(f"{claims:,} claims of {claims // EACH:,} documents kept in {_seconds(began)}, {size}")
    with Ledger.open(path) as ledger:
        if not ledger.is_understood():
            began = time.perf_counter()
            understand(ledger, load())
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            size = f"{path.stat().st_size / 1e6:,.0f} MB"
            lines.append(f"linked and checked in {_seconds(began)}, {most:,.0f} MB of memory at the peak, {size}")
    return lines


def _seconds(began: float) -> str:
    return f"{time.perf_counter() - began:,.0f} s"


def fill(path: Path, claims: int) -> None:
    """Documents of twenty claims, each about a battle of its own."""
    chance = random.Random(431)
    with Ledger.open(path) as ledger:
        for number in range(claims // EACH):
            document, text, heard = _document(number, f"Battle of {_place(chance)}", chance)
            ledger.keep(document, text, heard)


def _place(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=4)).capitalize()


def _document(number: int, name: str, chance: random.Random) -> tuple[Document, Text, list[Claim]]:
    year, day = chance.randint(1500, 1950), chance.randint(1, 28)
    sides = chance.sample(SIDES, 2)
    lines = [name, f"{day} May {year}", *sides]
    losses = [(side, concept, chance.randint(10, 90_000)) for side in sides for concept in CONCEPTS]
    strengths = [(side, chance.randint(1_000, 200_000)) for side in sides for _ in range(4)]
    lines += [f"{side}: {many:,} {concept}" for side, concept, many in losses]
    lines += [f"{side}: {many:,} men" for side, many in strengths]
    content = "\n".join(lines)
    document = Document(f"battles/{number}.txt", content.encode())
    text = Text(document.id, content, (Passage(PassageKind.PARAGRAPH, 0, len(content)),), reader="bench/1")
    places, start = [], 0
    for line in lines:
        places.append((start, start + len(line)))
        start += len(line) + 1
    return document, text, list(_claims(text, lines, places, f"{year}-05-{day:02}"))


def _claims(text: Text, lines: list[str], places: list[tuple[int, int]], day: str) -> Iterator[Claim]:
    event = EventMention(lines[0], text.span(*places[0]), EventKind.BATTLE)
    yield Claim.stated(text, places[0], event=event, attribute="name", value=Name(lines[0]), reader="bench/1")
    date = HistoricalDate.from_edtf(day, as_written=lines[1])
    yield Claim.stated(text, places[1], event=event, attribute="date", value=date, reader="bench/1")
    for line, place in zip(lines[2:4], places[2:4], strict=True):
        yield Claim.stated(
            text, place, event=event, attribute="belligerent", value=Said(), reader="bench/1", target=Target((line,)),
            evidence=((Role.TARGET, place),),
        )  # fmt: skip
    for line, (start, end) in zip(lines[4:], places[4:], strict=True):
        side, _, said = line.partition(": ")
        figure, _, word = said.partition(" ")
        attribute, concept = ("strength", "personnel") if word == "men" else ("loss", word)
        yield Claim.stated(
            text, (end - len(said), end), event=event, attribute=attribute, reader="bench/1", target=Target((side,)),
            value=Count.exactly(int(figure.replace(",", "")), as_written=figure),
            counted=Counted(concept, measure="person"),
            evidence=((Role.TARGET, (start, start + len(side))),),
        )  # fmt: skip


VIEWS = {
    "record": "/events/{event}",
    "record by the API": "/api/v1/events/{event}",
    "search": "/explore?q={words}",
    "search by the API": "/api/v1/search?q={words}",
    "list of events": "/explore?page={page}",
    "events of an actor and a time": "/explore?actor=France&since=1700&until=1720",
    "sources compared": "/events/{event}/compare",
    "document": "/documents/{document}",
    "documents": "/documents?page={few}",
    "review desk": "/review",
    "a question far down the agenda": "/review?at={far}",
    "findings by the API": "/api/v1/findings?offset={far}",
    "claims by the API": "/api/v1/claims?event={event}",
}
"""What is looked at of the large ledger, each as often as the empty page."""


def measured(path: Path, asked: int = ASKED) -> list[str]:
    """Every view in turn, for events drawn at random, against an empty page in the same turn."""
    from thucydides.web import create_app

    chance = random.Random(1)
    with Desk.over(path) as desk:
        client = TestClient(create_app(desk), base_url="http://127.0.0.1")
        bare = TestClient(_empty(), base_url="http://127.0.0.1")
        events = desk.explore(Wish(), most=0).total
        times: dict[str, list[float]] = {name: [] for name in ("empty page", *VIEWS)}
        for number in range(asked + WARMING):
            (entry,) = desk.index(first=chance.randrange(events), most=1)
            given = {
                "event": quote(entry.event.id, safe=""),
                "words": quote(entry.event.label.removeprefix("Battle of ")),
                "document": entry.event.documents[0],
                "page": chance.randint(1, max(1, events // 100)),
                "few": chance.randint(1, max(1, events // 500)),
                "far": chance.randrange(events * EACH),
            }
            spent = {"empty page": _time(lambda: bare.get("/"))}
            spent |= {name: _time(partial(client.get, at)) for name, at in _addresses(given)}
            if number >= WARMING:
                for name, seconds in spent.items():
                    times[name].append(seconds)
    return [_told(name, held, times["empty page"]) for name, held in times.items()]


def _told(name: str, held: list[float], empty: list[float]) -> str:
    """Median and p95 in milliseconds, each with how many times that of the empty page it is."""
    parts = []
    for what, share in (("median", 0.5), ("p95", 0.95)):
        ours, bare = (sorted(each)[int(len(each) * share)] for each in (held, empty))
        parts.append(f"{what} {ours * 1000:.1f} ms, {ours / bare:.1f} times")
    return f"{name}: {'; '.join(parts)} the empty page"


def _addresses(given: dict[str, object]) -> Iterator[tuple[str, str]]:
    return ((name, view.format(**given)) for name, view in VIEWS.items())


def _empty() -> FastAPI:
    app = FastAPI()

    @app.get("/")
    def empty() -> HTMLResponse:
        return HTMLResponse(EMPTY)

    return app


def _time(do: Callable[[], Any]) -> float:
    began = time.perf_counter()
    answer = do()
    spent = time.perf_counter() - began
    assert answer.status_code == 200, answer.text
    return spent


if __name__ == "__main__":
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    with TemporaryDirectory() as folder:
        held = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(folder) / "large.db"
        print("\n".join(made(held, claims) + measured(held)))
