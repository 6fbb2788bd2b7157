"""What does it cost, as a ratio to a peer measured in the same run?

Each benchmark runs the two sides in turn, so that a noisy machine disturbs both alike, and reports medians. Without
arguments all run but the long ones; `python -m benchmarks memory` runs those that it names.
"""

import sys
from collections.abc import Callable, Sequence

from benchmarks.authorities import authorities
from benchmarks.copies import copies
from benchmarks.dumps import memory_of_dumps, passing_dumps
from benchmarks.encyclopedia_pages import encyclopedia_pages
from benchmarks.hold_out import civil_war_hold_out
from benchmarks.importing_tables import importing
from benchmarks.killing import killing
from benchmarks.large_ledger import large_ledger
from benchmarks.memory import memory
from benchmarks.narrative import narrative
from benchmarks.oracle import oracle
from benchmarks.reading_documents import reading
from benchmarks.reconciliation import ranks, reconciling_cost, simulation
from benchmarks.reviewing import reviewing
from benchmarks.start_up import start_up
from benchmarks.web_pages import web_pages

BENCHMARKS: tuple[Callable[[], list[str]], ...] = (
    start_up,
    reading,
    narrative,
    web_pages,
    encyclopedia_pages,
    passing_dumps,
    copies,
    authorities,
    importing,
)
LONG: tuple[Callable[[], list[str]], ...] = (
    memory,
    memory_of_dumps,
    large_ledger,
    reviewing,
    killing,
    simulation,
    ranks,
    reconciling_cost,
    civil_war_hold_out,
    oracle,
)


def main(names: Sequence[str]) -> None:
    for benchmark in [each for each in BENCHMARKS + LONG if each.__name__ in names] or BENCHMARKS:
        print(f"{benchmark.__name__.replace('_', ' ')}: {benchmark.__doc__}")
        for line in benchmark():
            print(f"  {line}", flush=True)


main(sys.argv[1:])
