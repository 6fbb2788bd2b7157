"""How long does an import take, against putting the same rows into SQLite without a word on what they mean?"""

import csv
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from thucydides.desk import Desk, Taken

T = TypeVar("T")
DATA = Path(__file__).parents[2] / "shared" / "data"
MAPPINGS = Path(__file__).parents[1] / "docs" / "mappings"
TABLES: tuple[tuple[str, str], ...] = (
    ("cow-inter", "cow/Inter-StateWarData_v4.0.csv"),
    ("cow-inter", "cow/InterStateWarData_v4.0_irdata.csv"),
    ("cow-extra", "cow/Extra-StateWarData_v4.0.csv"),
    ("cow-intra", "cow/INTRA-STATE WARS v5.1 CSV.csv"),
    ("cow-nonstate", "cow/Non-StateWarData_v4.0.csv"),
    ("cow-mida", "cow/MIDA_3.10.csv"),
    ("cow-midb", "cow/MIDB_3.10.csv"),
    ("cow-states", "cow/states2016.csv"),
    ("cow-states", "states/cowstates.csv"),
    ("gw-states", "states/gwstates.csv"),
    ("gml-disputes", "cow-derived/gml_mid_disps.csv"),
    ("gml-participants", "cow-derived/gml_part.csv"),
    ("ucdp-acd", "ucdp/ucdp_acd.csv"),
    ("ucdp-ged", "ucdp/ged_syria_sample.csv"),
    ("ucdp-country-year", "ucdp/organizedviolencecy_v25_1.csv"),
    ("cdb90", "cdb90/battles.csv"),
    ("cdb90", "cdb90/belligerents.csv"),
    ("cdb90", "cdb90/active_periods.csv"),
    ("cdb90", "cdb90/commanders.csv"),
    ("cdb90", "cdb90/battle_dyads.csv"),
    ("cdb90", "cdb90/wars.csv"),
    ("acw", "acw/claims.csv"),
    ("radford2023", "radford2023/replication-data-pnas.csv"),
    ("wikidata-battles", "battles-lists/wikidata_battles.csv"),
    ("located-battles", "battles-lists/wikipedia_battles_coords.csv"),
    ("khalkhin-gol", "khalkhin-gol-claims.csv"),
)


def importing() -> list[str]:
    """every table at hand into claims with proof, against `.import` of the same rows; once each, cold"""
    if not DATA.is_dir():
        return ["the data sets are not beside this project"]
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        taken, ours = _timed(lambda: _imported(work / "ledger.db"))
        again, second = _timed(lambda: _imported(work / "ledger.db"))
        texts = _plain(work)
        peer_name, peer = _peer(work, texts)
        rows = sum(map(_rows, texts))
    claims = sum(each.claims for each in taken)
    return [
        f"{len(taken)} tables, {rows:,} rows, {claims:,} claims in {ours:.1f} s: {claims / ours:,.0f} claims a second; "
        f"{sum(each.unread for each in taken)} cells not understood",
        f"{peer_name} of the same rows: {peer:.2f} s; the import takes {ours / peer:.0f} times as long "
        f"and makes {claims / rows:.1f} claims of a row",
        f"a second import: {sum(each.new for each in again)} documents with anything new, in {second:.1f} s",
    ]


def _timed(run: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    return run(), time.perf_counter() - begun


def _imported(ledger: Path) -> list[Taken]:
    with Desk.at(ledger) as desk:
        found = []
        for kind, name in TABLES:
            own = MAPPINGS / f"{kind}.toml"
            mapping = own if own.is_file() else None
            found += desk.import_tables([DATA / name], kind="" if mapping else kind, mapping=mapping)
    refused = [each.refused for each in found if each.refused]
    assert not refused, refused
    return found


def _plain(work: Path) -> list[Path]:
    """The same tables in UTF-8 with LF, as the peer needs them."""
    for number, (_, name) in enumerate(TABLES):
        raw = (DATA / name).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        (work / f"{number}.csv").write_text(raw.decode("utf-8", "replace"), encoding="utf-8")
    return [work / f"{number}.csv" for number in range(len(TABLES))]


def _rows(text: Path) -> int:

    with text.open(encoding="utf-8", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


def _peer(work: Path, texts: list[Path]) -> tuple[str, float]:
    """The command line of SQLite where there is one, else Python's own module."""
    path = work / "peer.db"
    if shutil.which("sqlite3"):
        words = "".join(f".import --csv '{text}' t{number}\n" for number, text in enumerate(texts))
        run = lambda: subprocess.run(["sqlite3", str(path)], input=words.encode(), check=True, capture_output=True)  # noqa: E731
        return "sqlite3 .import", _timed(run)[1]
    return "sqlite3 executemany", _timed(lambda: _executed(path, texts))[1]


def _executed(path: Path, texts: list[Path]) -> None:

    with sqlite3.connect(path) as connection:
        for number, text in enumerate(texts):
            rows = list(csv.reader(text.open(encoding="utf-8", newline="")))
            connection.execute(f"create table t{number} ({', '.join(f'c{place}' for place in range(len(rows[0])))})")
            connection.executemany(f"insert into t{number} values ({', '.join('?' * len(rows[0]))})", rows[1:])
