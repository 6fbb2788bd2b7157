"""What does it cost, as a ratio to a peer measured in the same run?

Each benchmark runs the two sides in turn, so that a noisy machine disturbs both alike, and reports medians.
"""

from collections.abc import Callable

from benchmarks.reading_documents import reading
from benchmarks.start_up import start_up

BENCHMARKS: tuple[Callable[[], list[str]], ...] = (start_up, reading)


def main() -> None:
    for benchmark in BENCHMARKS:
        print(f"{benchmark.__name__.replace('_', ' ')}: {benchmark.__doc__}")
        for line in benchmark():
            print(f"  {line}")


main()
