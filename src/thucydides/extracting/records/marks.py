"""Which side of a record is meant by a mark in brackets or in front of a figure?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thucydides.extracting.pieces import Piece
from thucydides.extracting.records.layouts import Layout
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import Inference, Role, Target

_MARK = re.compile(r"\[\s{0,3}([^\W\d_][\w .]{0,29}?)\s{0,3}\]|\(\s{0,3}([^\W\d_][\w.]{0,29})\s{0,3}\)")
_CAPITALS = re.compile(
    r"(?<![\w.&’'-])(?:[A-Z]\.?){1,4}(?![\w’'-])|(?<![\w.&’'-])[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{2,20})?(?![\w’'-])"
)
_BETWEEN = re.compile(r"(?:[;,/.&]|\band|;\s?and|,\s?and)\s*$")
_OPENS = re.compile(r"(?:^|[:(\[])\s*$")
_CLOSES = re.compile(r"\s*(?:$|[;,/.&)\]]|and\b)")
_LONGEST_ABBREVIATION = 3  # `Col` is a rank before it is Colombia
_JOINS = " \t\n;,/.&"
_AND = re.compile(r"^(?:and|&)\s+|\s+(?:and|&)$")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that stand under a side's mark: the mark, its actor, the number of the side in this row."""

    words: Piece
    mark: Piece
    actor: str
    side: int

    def said(self) -> Details:
        """Target and side, with the mark as evidence; that a mark means another name is inferred from the layout."""
        return Details(
            target=Target((self.actor,)), side=self.side, evidence=[(Role.TARGET, self.mark.at)],
            inferred=[] if self.actor == self.mark.words else [Inference("target", "layout-side")],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a mark stands, brackets and all, the mark itself, and whom it means."""

    start: int
    end: int
    at: tuple[int, int]
    actor: str


def marked_parts(scene: Scene, layout: Layout, value: Piece) -> Iterator[Marked]:
    """The words of each side: before their mark (`three regiments [CS]`) or, where a mark opens the row, after it."""
    marks = tuple(_bracketed(scene, layout, value.words))
    leads = bool(marks) and not value.words[: marks[0].start].strip()
    yield from _parts(value, marks, leads=leads)


def keyed_parts(scene: Scene, layout: Layout, value: Piece) -> Iterator[Marked]:
    """The parts of a list whose sides stand bare, in front (`US 23; CS 65`) or behind (`23 US; 65 CS`)."""
    marks = tuple(_bare(scene, layout, value.words))
    if not marks:
        return
    leading = [mark for mark in marks if _stands_first(value.words[: mark.start])]
    if leading and leading[0] is marks[0]:
        yield from _parts(value, leading, leads=True)
    elif all(_CLOSES.match(value.words, mark.end) for mark in marks):
        yield from _parts(value, marks, leads=False)


def before_keys(scene: Scene, layout: Layout, value: Piece) -> int:
    """How far the words reach that stand before the first bare mark, all sides together: `88 total: US 23; CS 65`."""
    mark = next(_bare(scene, layout, value.words), None)
    return mark.start if mark and value.words[: mark.start].rstrip().endswith(":") else 0


def _stands_first(before: str) -> bool:
    return bool(_OPENS.search(before) or _BETWEEN.search(before))


def _parts(value: Piece, marks: Sequence[_Mark], *, leads: bool) -> Iterator[Marked]:
    order = list(dict.fromkeys(mark.actor for mark in marks))
    edges = [0, *(mark.end for mark in marks), len(value.words)]
    for place, mark in enumerate(marks):
        following = marks[place + 1].start if place + 1 < len(marks) else len(value.words)
        words = value.part(mark.end, following) if leads else value.part(edges[place], mark.start)
        yield Marked(_unjoined(words), value.part(*mark.at), mark.actor, order.index(mark.actor) + 1)


def _unjoined(words: Piece) -> Piece:
    """Without what joins a part to the next; the full stop that ends a name or an abbreviation is its own."""
    front = words.part(len(words.words) - len(words.words.lstrip(_JOINS + ":")), len(words.words)).trimmed(";,/&")
    joint = _AND.search(front.words)
    while joint:
        front = (
            front.part(joint.end(), len(front.words)) if joint.start() == 0 else front.part(0, joint.start())
        ).trimmed(";,/&")
        joint = _AND.search(front.words)
    return front


def _bracketed(scene: Scene, layout: Layout, words: str) -> Iterator[_Mark]:
    for hit in _MARK.finditer(words):
        group = 1 if hit[1] else 2
        if actor := layout.side_of(hit[group]) or (hit[1] and scene.gazetteer.actor_named(hit[1]) and hit[1]):
            yield _Mark(hit.start(), hit.end(), hit.span(group), actor)


def _bare(scene: Scene, layout: Layout, words: str) -> Iterator[_Mark]:
    """The marks without brackets: those of the layout, and names of actors at the edge of a part."""
    for hit in _CAPITALS.finditer(words):
        name = hit.group()
        actor = layout.side_of(name)
        if (
            not actor
            and len(name) > _LONGEST_ABBREVIATION
            and _stands_first(words[: hit.start()])
            and scene.gazetteer.actor_named(name)
        ):
            actor = name
        if actor:
            yield _Mark(hit.start(), hit.end(), hit.span(), actor)
