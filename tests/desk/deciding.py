"""Decides, reads and (where that is asked for) understands all anew until it is killed or its time is up.

It says each decision that it was told is kept.
"""

import sys
from itertools import count
from pathlib import Path
from time import monotonic, time_ns

from thucydides.desk import Desk, Ruling
from thucydides.vocabulary import Answer


def main(path: str, work: str = "reading", seconds: str = "600") -> None:
    until = monotonic() + float(seconds)
    with Desk.over(Path(path)) as desk:
        claims = [linked.claim.id for linked in desk.claims()]
        review = desk.review
        print("ready", flush=True)
        for number in count():
            if monotonic() > until:
                return
            decision = review.decide(Ruling(claims[number % len(claims)], Answer.ACCEPT, f"the {number}th"))
            print(decision.id, flush=True)
            if number % 5 == 0:
                desk.take(f"{number}.txt", page(time_ns()))
            if work == "understanding":
                desk.understand_anew()


def page(number: int) -> bytes:
    """A page with forty figures, other than any before."""
    lines = "".join(f"Sweden lost 1,0{place:02} killed. " for place in range(40))
    return f"Battle of Field {number}\n\nThe battle was fought on 3 May 1711. {lines}\n".encode()


if __name__ == "__main__":
    main(*sys.argv[1:])
