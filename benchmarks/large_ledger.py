"""Does a ledger of a million claims show a record as quickly as a small one?"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
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
)

CLAIMS = 1_000_000
EACH = 20
ASKED = 300
EMPTY = "<!doctype html><title>Empty</title>"
EXPLORED_EACH = 30
EXPLORED = {
    "explore all": "?page=1",
    "explore by words": "?q={}",
    "explore by actor and time": "?actor=France&since=1700&until=1720",
}
"""Views of the explore page, each asked for `EXPLORED_EACH` times."""
SYLLABLES = ("ka", "lo", "mir", "ten", "vo", "shu", "gra", "del", "pin", "or", "bas", "ul", "hem", "ri", "zan", "fe")
SIDES = ("France", "Austria", "Spain", "Russia", "Sweden", "Denmark", "Portugal", "Japan", "China", "Chile", "Peru")
CONCEPTS = ("killed", "wounded", "missing", "captured")


def large_ledger() -> list[str]:
    """p95 of a record and of a search among a million claims, against an empty page of the same framework"""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        began = time.perf_counter()
        names = fill(path, CLAIMS)
        kept = time.perf_counter()
        with Ledger.open(path) as ledger:
            understand(ledger, load())
        linked = time.perf_counter()
        return [
            f"{CLAIMS:,} claims of {len(names):,} documents kept in {kept - began:.0f} s, linked and checked in "
            f"{linked - kept:.0f} s, {path.stat().st_size / 1e6:.0f} MB",
            *measured(path, names),
        ]


def fill(path: Path, claims: int) -> list[str]:
    """Documents of twenty claims, each about a battle of its own; the names of the battles."""
    chance = random.Random(431)
    names = []
    with Ledger.open(path) as ledger:
        for number in range(claims // EACH):
            name = f"Battle of {_place(chance)}"
            names.append(name)
            document, text, heard = _document(number, name, chance)
            ledger.keep(document, text, heard)
    return names


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


def measured(path: Path, names: list[str]) -> list[str]:
    from thucydides.web import create_app

    chance = random.Random(1)
    asked = chance.sample(names, min(ASKED, len(names)))
    with Desk.over(path) as desk:
        app = create_app(desk)
        client, bare = TestClient(app, base_url="http://127.0.0.1"), TestClient(_empty(), base_url="http://127.0.0.1")
        ids = [desk.search(name, most=1)[0].event.id for name in asked]
        times: dict[str, list[float]] = {name: [] for name in ("empty page", "record", "search", *EXPLORED)}
        for name, identity in zip(asked, ids, strict=True):
            times["empty page"].append(_time(lambda: bare.get("/")))
            times["record"].append(_time(lambda at=identity: client.get(f"/events/{quote(at, safe='')}")))
            times["search"].append(_time(lambda words=name: desk.search(words[10:], most=50)))
            for view, query in EXPLORED.items():
                if len(times[view]) < EXPLORED_EACH:
                    times[view].append(_time(lambda at=query, words=name: client.get(f"/explore{at.format(words)}")))
    p95 = {what: sorted(held)[int(len(held) * 0.95)] for what, held in times.items()}
    base = p95["empty page"]
    return [
        f"{what}: p95 {value * 1000:.1f} ms, {value / base:.1f} times the empty page" for what, value in p95.items()
    ]


def _empty() -> FastAPI:
    app = FastAPI()

    @app.get("/")
    def empty() -> HTMLResponse:
        return HTMLResponse(EMPTY)

    return app


def _time(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


if __name__ == "__main__":
    CLAIMS = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    print("\n".join(large_ledger()))
