"""How long does a complete reading take, against the bare cost of putting the same claims into SQLite?"""

import sqlite3
import tempfile
from pathlib import Path

from benchmarks.timing import in_turn
from thucydides.desk import Desk, claim_row, demo_documents

ROUNDS = 5


def reading() -> list[str]:
    """read, extract, link, check and keep, against inserting the finished claims as rows"""
    seeds = Path(__file__).parents[2] / "shared" / "seeds"
    folders = {"witnesses": demo_documents(), "seeds": tuple(sorted(seeds.glob("*.txt")))}
    return [line for name, paths in folders.items() if paths for line in _measured(name, paths)]


def _measured(name: str, paths: tuple[Path, ...]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        rows = _read(paths, Path(folder) / "first.db")
        ledgers = (Path(folder) / f"{number}.db" for number in range(10**6))
        ours, peer = in_turn(lambda: _read(paths, next(ledgers)), lambda: _insert(rows, next(ledgers)), rounds=ROUNDS)
    characters = sum(len(path.read_text(encoding="utf-8")) for path in paths)
    return [
        f"{name}: {characters} characters, {len(rows)} claims in {ours * 1000:.0f} ms "
        f"({characters / ours:,.0f} characters a second), {ours / peer:.0f} times the bare inserts"
    ]


def _read(paths: tuple[Path, ...], ledger: Path) -> list[tuple[str, ...]]:
    with Desk.at(ledger) as desk:
        refused = [taken for taken in desk.read(paths) if taken.refused]
        assert not refused, refused
        return [tuple(claim_row(linked).values()) for linked in desk.claims()]


def _insert(rows: list[tuple[str, ...]], path: Path) -> None:
    with sqlite3.connect(path) as connection:
        columns = ", ".join(f"c{number}" for number in range(len(rows[0])))
        connection.execute(f"create table claims ({columns})")
        connection.executemany(f"insert into claims values ({', '.join('?' * len(rows[0]))})", rows)
    connection.close()
