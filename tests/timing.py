"""How long does a piece of work take, whatever else the machine does?"""

import gc
import time
from collections.abc import Callable

ROUNDS = 3
ENOUGH = 0.5
"""Seconds after which no further round is needed: what disturbs for a moment weighs little in them."""


def least_seconds(*works: Callable[[], object]) -> float:
    """The least processor time that the works took, of which one was given, or several that do the same.

    One alone is done up to three times. The collector waits, since it would count what other tests left behind.
    """
    taken: list[float] = []
    for work in works if len(works) > 1 else works * ROUNDS:
        taken.append(_seconds(work))
        if sum(taken) > ENOUGH:
            break
    return min(taken)


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()
