"""Which side of a record is meant by a mark in brackets or in front of a figure?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thucydides.extracting.pieces import Piece
from thucydides.extracting.records.layouts import Layout
from thucydides.extracting.scene import Details
from thucydides.vocabulary import Inference, Role, Target

_MARK = re.compile(r"\[\s{0,3}(\w{1,20})\s{0,3}\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that stand under a side's mark: the mark, its actor, the number of the side in this row."""

    words: Piece
    mark: Piece
    actor: str
    side: int

    def said(self) -> Details:
        """Target and side, with the mark as evidence; that the mark means the actor is inferred from the layout."""
        return Details(
            target=Target((self.actor,)), side=self.side, evidence=[(Role.TARGET, self.mark.at)],
            inferred=[Inference("target", "layout-side")],
        )  # fmt: skip


def marked_parts(layout: Layout, value: Piece) -> Iterator[Marked]:
    """The words of each side: before their mark (`three regiments [CS]`) or, where a mark opens the row, after it."""
    marks = [hit for hit in _MARK.finditer(value.words) if hit[1] in layout.sides]
    order = list(dict.fromkeys(layout.sides[hit[1]] for hit in marks))
    leads = bool(marks) and not value.words[: marks[0].start()].strip()
    edges = [0, *(hit.end() for hit in marks), len(value.words)]
    for place, hit in enumerate(marks):
        following = marks[place + 1].start() if place + 1 < len(marks) else len(value.words)
        words = value.part(hit.end(), following) if leads else value.part(edges[place], hit.start())
        actor = layout.sides[hit[1]]
        yield Marked(words.trimmed(";,"), value.part(*hit.span(1)), actor, order.index(actor) + 1)


def keyed_parts(layout: Layout, value: Piece) -> Iterator[Marked]:
    """The parts of a list of which each begins with its side's mark: `US 23; CS 65`."""
    order: list[str] = []
    for part in value.parts(";"):
        key = re.match(r"\w{1,20}(?=[\s:])", part.words)
        if key and key.group() in layout.sides:
            actor = layout.sides[key.group()]
            order += [actor] if actor not in order else []
            words = part.part(key.end(), len(part.words)).trimmed(":")
            yield Marked(words, part.part(*key.span()), actor, order.index(actor) + 1)
