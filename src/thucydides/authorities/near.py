"""Which listed name is nearly the one that is written?

Letters slip: Afganistan, Manchukou, Ottomon Empire. A near spelling is proposed; it is safe to take only where one
letter differs in a word of some length and no other actor has a name anywhere near.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from thucydides.authorities.folding import fold
from thucydides.authorities.rows import Form
from thucydides.vocabulary import FormSort

_SHORTEST = 5  # of four letters, one is a quarter
_SAFE_LENGTH = 7
_CLEARLY_FURTHER = 2
_MOST = 5


@dataclass(frozen=True, slots=True)
class Near:
    """A form that is nearly the words: how many letters differ, and whether it is safe to take."""

    form: Form
    letters: int
    score: float
    safe: bool


class _Hit(NamedTuple):
    """How far a form is off; of two as far off the longer, for a letter is oftener dropped than added."""

    letters: int
    shortness: int
    unlikeness: float
    form: Form


@dataclass(frozen=True)
class NearNames:
    """The names of a list, by how they are spelled. `lines`: the line of each actor; names of one line are one."""

    forms: tuple[Form, ...]
    lines: dict[str, str]
    _known: dict[str, tuple[Near, ...]] = field(default_factory=dict, init=False, repr=False)

    def near(self, words: str) -> tuple[Near, ...]:
        """The nearest form of each line of actors, the nearest first; none for what is too short to tell."""
        folded = fold(" ".join(words.split())).words
        if len(folded) < _SHORTEST or any(letter.isdigit() for letter in folded):
            return ()
        if folded not in self._known:
            self._known[folded] = self._nearest(folded)
        return self._known[folded]

    def _nearest(self, folded: str) -> tuple[Near, ...]:
        reach = _reach(folded)
        hits = process.extract(
            folded, self._spellings, scorer=OSA.distance, score_cutoff=reach + _CLEARLY_FURTHER, limit=None
        )
        best: dict[str, _Hit] = {}
        for spelling, letters, _ in hits:
            for form in self._by_spelling[spelling]:
                hit = _Hit(int(letters), -len(spelling), -JaroWinkler.similarity(folded, spelling), form)
                held = best.setdefault(self.lines[form.actor], hit)
                best[self.lines[form.actor]] = min(held, hit, key=_rank)
        return tuple(_judged(folded, sorted(best.values(), key=_rank), reach))[:_MOST]

    @cached_property
    def _spellings(self) -> tuple[str, ...]:
        return tuple(self._by_spelling)

    @cached_property
    def _by_spelling(self) -> dict[str, list[Form]]:
        spelled: dict[str, list[Form]] = defaultdict(list)
        for form in self.forms:
            folded = fold(form.words).words
            if form.sort is not FormSort.CODE and len(folded) >= _SHORTEST and not folded.endswith("-"):
                spelled[folded].append(form)
        return spelled


def _reach(folded: str) -> int:
    """How many letters may differ: one in five to eight, two up to thirteen, three in longer names."""
    return 1 if len(folded) < 9 else 2 if len(folded) < 14 else 3


def _rank(hit: _Hit) -> tuple[int, int, float, str]:
    return (*hit[:3], hit.form.actor)


def _judged(folded: str, ordered: list[_Hit], reach: int) -> Iterator[Near]:
    for place, hit in enumerate(ordered):
        if hit.letters > reach:
            return
        alone = all(other is hit or other.letters >= hit.letters + _CLEARLY_FURTHER for other in ordered)
        slip = hit.letters == 1 and len(folded) >= _SAFE_LENGTH and folded[0] == fold(hit.form.words).words[0]
        yield Near(hit.form, hit.letters, -hit.unlikeness, safe=not place and slip and alone)
