"""How much memory does much prose take?"""

import resource
import subprocess
import sys
from collections import deque
from itertools import islice

from benchmarks.narrative import hearer
from benchmarks.prose import documents

# Megabytes of prose, and how many of them make one document.
CASES = ((1, 1), (4, 4), (16, 16), (16, 1), (100, 1))


def memory() -> list[str]:
    """the peak of a process that reads and hears prose, as one document and as many (takes a quarter of an hour)"""
    idle = _peak_of(0, 1)
    return [
        f"{size} MB in documents of {each} MB: {_peak_of(size, each):.0f} MB at the peak ({idle:.0f} MB without any)"
        for size, each in CASES
    ]


def _peak_of(size: int, each: int) -> float:
    command = [sys.executable, "-m", "benchmarks.memory", str(size), str(each)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _hear(size: int, each: int) -> None:
    """Hear so many megabytes, each document forgotten before the next, and print the peak."""
    hear = hearer()
    deque(map(hear, islice(documents(each * 1_000_000), size // each)), maxlen=0)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    _hear(*map(int, sys.argv[1:]))
