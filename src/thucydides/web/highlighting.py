"""Which words are marked, and for which claims?

The text is cut at every edge of a mark; each piece belongs to the shortest claim that covers it, so that a claim inside
another stays visible, and each claim keeps an anchor at its first word.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from thucydides.vocabulary import Evidence, Passage, PassageKind, Role, Text

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's words, or words that were not understood (`claim` empty)."""

    start: int
    end: int
    claim: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words without an edge inside. `claims`: how many cover them; `anchors`: the claims that begin here."""

    start: int
    words: str
    claim: str
    family: str
    claims: int
    anchors: tuple[str, ...]
    unread: bool
    roles: tuple[Role, ...]
    opens: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in a row that prove the same of the selected claim; `opens`: the roles whose first word is here."""

    roles: tuple[Role, ...]
    opens: tuple[Role, ...]
    pieces: tuple[Piece, ...]


def passages_with_words(text: Text) -> Iterator[Passage]:
    """The passages, each with what stands before it on its line; words that are in none become paragraphs."""
    reached = 0
    for passage in sorted(text.passages, key=lambda held: (held.start, held.end)):
        if passage.end <= reached:
            continue
        line = max(text.content.rfind("\n", reached, passage.start) + 1, reached)
        yield from _between(text, reached, line)
        beside = text.content[line : passage.start].strip()
        yield replace(passage, start=line) if beside else passage
        reached = passage.end
    yield from _between(text, reached, len(text.content))


def _between(text: Text, start: int, end: int) -> Iterator[Passage]:
    words = text.content[start:end]
    if words.strip():
        first = start + len(words) - len(words.lstrip())
        yield Passage(PassageKind.PARAGRAPH, first, first + len(words.strip()))


def runs_by_passage(
    text: Text, passages: Sequence[Passage], marks: Iterable[Mark], evidence: Iterable[Evidence] = ()
) -> Iterator[tuple[Passage, tuple[Run, ...]]]:
    """Each passage with its runs; words outside of all passages are left out, anchors never."""
    pieces = _pieces(text, passages, tuple(marks), tuple(evidence))
    piece = next(pieces, None)
    for passage in passages:
        inside = []
        while piece is not None and piece.start < passage.end:
            inside.append(piece)
            piece = next(pieces, None)
        yield passage, tuple(_runs(inside))


def _runs(pieces: Iterable[Piece]) -> Iterator[Run]:
    for roles, group in groupby(pieces, key=lambda piece: piece.roles):
        held = tuple(group)
        yield Run(roles, tuple(role for piece in held for role in piece.opens), held)


def _pieces(
    text: Text, passages: Sequence[Passage], marks: Sequence[Mark], evidence: Sequence[Evidence]
) -> Iterator[Piece]:
    opening = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    ends = sorted(mark.end for mark in marks if mark.claim)
    begun = ended = place = 0
    active: list[tuple[bool, int, int]] = []
    waiting: list[str] = []
    told: set[Role] = set()
    for start, end in _cuts(passages, opening, evidence):
        while place < len(opening) and opening[place].start <= start:
            mark = opening[place]
            heapq.heappush(active, (not mark.claim, mark.end - mark.start, place))
            begun += bool(mark.claim)
            waiting += [mark.claim] if mark.claim else []
            place += 1
        while active and opening[active[0][2]].end <= start:
            heapq.heappop(active)
        while ended < len(ends) and ends[ended] <= start:
            ended += 1
        mark = opening[active[0][2]] if active else Mark(0, 0)
        roles = tuple(dict.fromkeys(e.role for e in evidence if e.span.start <= start < e.span.end))
        yield Piece(
            start=start,
            words=text.content[start:end],
            claim=mark.claim,
            family=mark.family,
            claims=begun - ended,
            anchors=tuple(waiting),
            unread=bool(active) and not mark.claim,
            roles=roles,
            opens=tuple(role for role in roles if role not in told),
        )
        waiting.clear()
        told.update(roles)


def _cuts(passages: Sequence[Passage], marks: Sequence[Mark], evidence: Sequence[Evidence]) -> Iterator[_Span]:
    """The stretches between neighbouring edges that lie in a passage."""
    spans = [(mark.start, mark.end) for mark in marks] + [(piece.span.start, piece.span.end) for piece in evidence]
    edges = sorted({edge for span in (*spans, *((held.start, held.end) for held in passages)) for edge in span})
    place = 0
    for start, end in pairwise(edges):
        while place < len(passages) and passages[place].end <= start:
            place += 1
        if place < len(passages) and passages[place].start <= start:
            yield start, end
