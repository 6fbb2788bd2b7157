"""What do the lists of actors cost, against reading their files and searching them plainly?"""

import csv
import difflib
from importlib.resources import files
from itertools import islice

from benchmarks.timing import in_turn
from thucydides.authorities import load

ROUNDS = 7
SLIPS = 5  # a round; each round has its own, for a name once looked up is remembered


def authorities() -> list[str]:
    """loading the tables against `csv.DictReader` over the same files; a misspelled name against difflib"""
    tables = files("thucydides.authorities") / "tables"
    names = [table for table in tables.iterdir() if table.name.endswith(".csv") and table.name != "towns.csv"]

    def plainly() -> None:
        for table in names:
            list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))

    mine, theirs = in_turn(load, plainly, rounds=ROUNDS)
    known = load()
    spellings = sorted({form for row in known.rows for form in known.forms_of(row.key)})
    slips = [name[:4] + name[5:] for name in spellings if len(name) > 9 and name.isascii()][::37]
    ours, peers = iter(slips), iter(slips)

    def near() -> None:
        for slip in islice(ours, SLIPS):
            known.proposals(slip, None)

    def plain() -> None:
        for slip in islice(peers, SLIPS):
            difflib.get_close_matches(slip, spellings, n=1)

    quick, slow = in_turn(near, plain, rounds=3)
    return [
        f"load: {mine * 1000:.0f} ms against {theirs * 1000:.0f} ms: ratio {mine / theirs:.2f}",
        f"a misspelled name: {quick / SLIPS * 1000:.1f} ms against {slow / SLIPS * 1000:.1f} ms: "
        f"ratio {quick / slow:.3f}",
    ]
