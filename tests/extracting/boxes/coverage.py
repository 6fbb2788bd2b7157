"""Which numbers in the cells of an info-box became claims, which are listed as not understood, and which neither?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thucydides.extracting import Extraction
from thucydides.vocabulary import Claim, NumberSort, PassageKind, Text, read_numbers

FIGURES = ("casualties", "strength")
DATES = ("date",)
_MARK = re.compile(r"\[\w{1,9}\]")
_NO_COUNTS = frozenset({NumberSort.YEAR, NumberSort.PAGE, NumberSort.NOTE_MARK})


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a cell: where it stands, its words, what it is, and what became of it: claim, listed, dropped."""

    start: int
    end: int
    words: str
    sort: NumberSort
    fate: str

    @property
    def counts(self) -> bool:
        """May it count something, going by its own shape and the words around it?"""
        return self.sort not in _NO_COUNTS and self.sort not in (NumberSort.DATE, NumberSort.CODE, NumberSort.ORDINAL)


def numbers_of(text: Text, heard: Extraction, *labels: str) -> Iterator[Number]:
    """The numbers with digits in the cells of these rows, marks of notes apart, and what became of each."""
    claimed = [(claim.span.start, claim.span.end) for claim in heard.claims]
    claimed += [(part.span.start, part.span.end) for claim in heard.claims for part in claim.evidence]
    listed = [(finding.start, finding.end) for finding in heard.findings]
    for line in text.passages_of(PassageKind.BOX_LINE):
        if line.label not in labels:
            continue
        marks = [found.span() for found in _MARK.finditer(text.words(line))]
        for number in read_numbers(text.words(line)):
            words = text.words(line)[number.start : number.end]
            if any(character.isdigit() for character in words) and not _within(number.start, number.end, marks):
                at = line.start + number.start, line.start + number.end
                fate = "claim" if _within(*at, claimed) else "listed" if _touches(*at, listed) else "dropped"
                yield Number(*at, words, number.sort, fate)


def counted_from(claims: Iterable[Claim], text: Text) -> Iterator[str]:
    """The words of every count that was taken from a year, a page or a work's title: there must be none."""
    for claim in claims:
        if claim.attribute in ("loss", "strength"):
            passage = text.passage_at(claim.span.start)
            numbers = read_numbers(text.words(passage)) if passage else ()
            inside = [
                number.sort
                for number in numbers
                if passage and claim.span.start <= passage.start + number.start < claim.span.end
            ]
            if inside and all(sort in _NO_COUNTS for sort in inside):
                yield claim.quote


def _within(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(begin <= start and end <= close for begin, close in spans)


def _touches(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(begin < end and start < close for begin, close in spans)
