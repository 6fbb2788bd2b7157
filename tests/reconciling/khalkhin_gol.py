"""Published figures for two border battles, cleaned by hand: which rows were changed, and why?

Secondary works carry the standpoint of what they cite (`INHERITED`, besides every row that cites another); figures that
cover two parties are said to (`TOGETHER`); a side's own count by unit is a roll (`ROLLS`).
"""

import csv
from pathlib import Path
from typing import Any

from thucydides.vocabulary import Report, read_reports

PATH = Path(__file__).parents[3] / "shared" / "data" / "khalkhin-gol-claims.csv"
TOGETHER = {"k031": "USSR + Mongolia", "k032": "USSR + Mongolia"}
INHERITED = {"k014": "k004", "k019": "k001", "k035": "k033"}
"""An info-box whose range begins with the army's own total, a copy that adds the army's killed and wounded, and an
info-box whose range ends with the sum of the archive's two figures."""
ROLLS = ("k038", "k039")
"""The army counted its losses by unit, to the man."""


def cleaned(*, without: str = "") -> tuple[Report, ...]:
    """The rows as reports; `without` leaves out a source."""
    with PATH.open(encoding="utf-8", newline="") as rows:
        table = {row["id"]: row for row in csv.DictReader(rows)}
    return read_reports([_row(row, table) for row in table.values() if not without or without not in row["source"]])


def _row(row: dict[str, str], table: dict[str, dict[str, str]]) -> dict[str, Any]:
    cites = row["cites"] or INHERITED.get(row["id"], "")
    said = {name: float(row[name]) for name in ("value", "lo", "hi") if row[name]}
    kept = {name: row[name] for name in ("id", "event", "category", "kind", "source")}
    return kept | said | {
        "party": TOGETHER.get(row["id"], row["party"]),
        "relation": "roll" if row["id"] in ROLLS else table[cites]["relation"] if cites else row["relation"],
        "cites": cites or None,
        "year": 1938 if "1938" in row["event"] else 1939,
    }  # fmt: skip
