"""Which document was forgotten, by whom, when and why?"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a document that was forgotten: the hash of its bytes, and why. None of its words.

    `when`: ISO 8601, UTC. `lifted`: the same bytes may be read again from then on.
    """

    document: str
    who: str
    when: str
    why: str
    lifted: bool = False


def forgotten(stones: Iterable[Tombstone]) -> dict[str, Tombstone]:
    """The documents that are to stay forgotten: of several words on one, the latest stands."""
    latest: dict[str, Tombstone] = {}
    for stone in sorted(stones, key=lambda stone: (stone.when, not stone.lifted, stone.who, stone.why)):
        latest[stone.document] = stone
    return {document: stone for document, stone in latest.items() if not stone.lifted}
