"""How long do two things take, run in turn?"""

import time
from collections.abc import Callable
from statistics import median


def in_turn(*runs: Callable[[], object], rounds: int) -> tuple[float, ...]:
    """Median seconds of each, after one round that does not count."""
    times: list[list[float]] = [[] for _ in runs]
    for number in range(rounds + 1):
        for place, run in enumerate(runs):
            begun = time.perf_counter()
            run()
            if number:
                times[place].append(time.perf_counter() - begun)
    return tuple(median(each) for each in times)
