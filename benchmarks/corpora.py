"""What do several sources say of the same losses, in the two corpora at hand?

Both lie beside the project and are read where they lie; none of their rows is kept here.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from thucydides.vocabulary import Report, read_reports

DATA = Path(__file__).parents[2] / "shared" / "data"
CIVIL_WAR = DATA / "acw" / "claims.csv"
UKRAINE = DATA / "radford2023" / "replication-data-pnas.csv"

_QUANTITIES = {
    "casualties": "total", "killed": "killed", "wounded": "wounded", "missing": "missing", "captured": "captured",
    "killed_wounded": "killed_wounded", "missing_captured": "missing_captured",
}  # fmt: skip
_CATEGORIES = {"Military Deaths": "killed", "Military Injuries": "wounded", "Military Casualties": "total"}
_SIDES = {"UA Source": "Ukraine", "RU Source": "Russia"}
_CONFIRMED = "OSI"
"""Open-source counts list the cases that were confirmed; how many are missing, nobody knows."""
_BIN = 15
"""Days that are taken together as one moment of a cumulative count."""


def civil_war() -> tuple[Report, ...]:
    """Losses in battles of the American Civil War, by historians who took neither side."""
    with CIVIL_WAR.open(encoding="utf-8", newline="") as rows:
        return read_reports(list(_battles(csv.DictReader(rows))))


def _battles(rows: Iterator[dict[str, str]]) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(rows):
        if row["quantity"] in _QUANTITIES:
            low, high = float(row["low"]), float(row["high"])
            said = {"kind": "exact", "value": low} if low == high else {"kind": "range", "lo": low, "hi": high}
            yield said | {
                "id": f"acw{number:05}", "event": row["cwsac_id"], "party": row["belligerent"], "source": row["source"],
                "category": _QUANTITIES[row["quantity"]], "relation": "neutral", "year": 1863,
            }  # fmt: skip


def ukraine() -> tuple[Report, ...]:
    """Losses of people in the Russian invasion of Ukraine, cumulative, as each source put them in each fortnight."""
    latest: dict[tuple[str, ...], dict[str, Any]] = {}
    with UKRAINE.open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.DictReader(rows)):
            if row["category"] not in _CATEGORIES or row["claim_source"] == _CONFIRMED:
                continue
            if row["time_frame"] != "Cumulative" or int(row["days"]) < 1:
                continue
            event = f"by day {(int(row['days']) // _BIN + 1) * _BIN:03}"
            key = (event, row["loss_country"], row["category"], row["claim_source"])
            latest[key] = _loss(row, number, event)
    return read_reports(list(latest.values()))


def _loss(row: dict[str, str], number: int, event: str) -> dict[str, Any]:
    reporter = _SIDES.get(row["claim_source"], "")
    relation = "neutral" if not reporter else "self" if reporter == row["loss_country"] else "adversary"
    figure = float(row["loss_count"])
    said = {"kind": "exact", "value": figure}
    if row["minimum"] == "1":
        said = {"kind": "lower", "lo": figure}
    elif row["maximum"] == "1":
        said = {"kind": "upper", "hi": figure}
    return said | {
        "id": f"uk{number:05}", "event": event, "party": row["loss_country"], "source": row["claim_source"],
        "category": _CATEGORIES[row["category"]], "relation": relation, "year": 2022,
    }  # fmt: skip
