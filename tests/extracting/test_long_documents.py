"""What is held of a long document while it is heard?"""

import tracemalloc
from collections import deque

from benchmarks.prose import prose

from thucydides.authorities import load
from thucydides.extracting import hear
from thucydides.reading import read
from thucydides.vocabulary import Claim, Document

ONCE = 30_000
REGISTRY = load()
MOST = 14  # bytes for each further character: measured 8, and 24 with all claims held together


def held_while_hearing(characters: int) -> int:
    """The most bytes that hearing holds beyond the text itself, everything loaded before."""
    document = Document("prose.txt", prose(characters).encode())
    text = read(document)
    tracemalloc.start()
    try:
        deque(hear(text, document_name=document.name, gazetteer=REGISTRY), maxlen=0)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_four_times_the_prose_is_heard_in_little_more_memory() -> None:
    held_while_hearing(ONCE)
    once, four_times = held_while_hearing(ONCE), held_while_hearing(4 * ONCE)
    assert four_times - once < MOST * 3 * ONCE


def test_claims_come_before_the_whole_text_was_heard() -> None:
    document = Document("prose.txt", prose(ONCE).encode())
    heard = hear(read(document), document_name=document.name, gazetteer=REGISTRY)
    first = next(each for each in heard if isinstance(each, Claim))
    assert first.span.start < ONCE // 10
    assert next(heard)
