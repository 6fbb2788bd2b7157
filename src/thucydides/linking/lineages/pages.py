"""Which documents repeat each other's words?

Each text is cut into runs of a few words; of these runs a fixed share is kept, chosen by their hash, so that two
texts keep the same runs. Cost grows with the length of the texts, not with the number of pairs.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

RUN = 6
"""Words in a run. Shorter runs are common phrases, longer ones do not survive small changes."""
ONE_IN = 4
"""Of the runs one in so many is kept."""
ALIKE = 0.4
"""From this share of the shorter text's runs on, one page has its words from the other."""
FEWEST_RUNS = 8
COMMON = 50
"""A run that stands in more documents than this is the publisher's boilerplate."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageCopy:
    """Two documents whose words overlap. Which of them is older is not known; the longer is taken as the original."""

    copy: str
    original: str
    share: float

    @property
    def reason(self) -> str:
        """As a sentence goes on after `it stands in`."""
        return f"two documents that share {self.share:.0%} of the words of the shorter"


def page_copies(texts: Iterable[tuple[str, str]]) -> tuple[PageCopy, ...]:
    """The pairs of documents (given as id and content) of which one repeats the other's words."""
    return copies_among({document: kept_runs(content) for document, content in texts})


def copies_among(runs: Mapping[str, frozenset[int]]) -> tuple[PageCopy, ...]:
    """The same, where the kept runs of each document are known."""
    where: dict[int, list[str]] = defaultdict(list)
    for document in sorted(runs):
        for run in runs[document]:
            where[run].append(document)
    common: Counter[tuple[str, str]] = Counter()
    shared_by_many = {run for run, documents in where.items() if len(documents) > COMMON}
    for run, documents in where.items():
        if run not in shared_by_many:
            common.update(combinations(documents, 2))
    sizes = {document: len(held - shared_by_many) for document, held in runs.items()}
    found = (_copy(pair, number, sizes) for pair, number in sorted(common.items()))
    return tuple(copy for copy in found if copy is not None)


def _copy(pair: tuple[str, str], number: int, sizes: dict[str, int]) -> PageCopy | None:
    original, copy = sorted(pair, key=lambda document: (-sizes[document], document))
    if sizes[copy] < FEWEST_RUNS or number / sizes[copy] < ALIKE:
        return None
    return PageCopy(copy, original, number / sizes[copy])


def kept_runs(content: str) -> frozenset[int]:
    """The hashes of the runs of words that are kept of a text."""
    words = [word.casefold() for word in _WORD.findall(content)]
    hashes = (
        zlib.crc32(" ".join(words[place : place + RUN]).encode("utf-8", "surrogatepass"))
        for place in range(len(words) - RUN + 1)
    )
    return frozenset(held for held in hashes if held % ONE_IN == 0)
