"""Whom does a line of figures name, and do the lines below it count the same people's?

`Borduria: 700 killed`, then `90 captured`, then `Syldavia: 400 killed`: where a line goes on with the first that is
named, those behind the next go on with them. Behind the last name as many lines are taken for its own as behind those
before it; a rule, a total, or a second count of the same ends them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thucydides.extracting.boxes.headings import Block
from thucydides.extracting.boxes.layout import BoxLine
from thucydides.extracting.boxes.sides import Sides
from thucydides.extracting.counting import RowKind, figures_of
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene

_LONGEST_HEAD = 80
_CODE = re.compile(r"[A-Z]{3}")
_BETWEEN_NAMES = re.compile(r"(?:,?\s(?:and|&)\s|,\s|\s?[/+&]\s?)(?:the\s)?", re.IGNORECASE)
_TOTAL = re.compile(r"(?:in\s)?(?:total|overall|altogether)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named, in the words of the page. `rule`: how a line came by names that stand elsewhere."""

    names: tuple[Piece, ...]
    rule: str = ""


def named_at_head(scene: Scene, sides: Sides, block: Block, line: BoxLine) -> Named | None:
    """`Sudland: 310 killed`, `URS: 45 killed`, `Sudland, Norland and Borduria: 5 killed`: who stands before a colon."""
    head, colon, rest = line.piece.words[:_LONGEST_HEAD].partition(":")
    if not (colon and rest) or any(character.isdigit() for character in head):
        return None
    if _CODE.fullmatch(head) or len(sides.named(head, block.side)) == 1:
        return Named((line.piece.part(0, len(head)),))
    actors = scene.gazetteer.actors_in(head)
    if not actors:
        return None
    ends = [0, *(actor.end for actor in actors)]
    starts = [*(actor.start for actor in actors), len(head)]
    first, *between, last = (head[end:start] for end, start in zip(ends, starts, strict=True))
    if first.strip() or last.strip() or not all(map(_BETWEEN_NAMES.fullmatch, between)):
        return None
    return Named(tuple(line.piece.part(actor.start, actor.end) for actor in actors))


def named_above(scene: Scene, sides: Sides, block: Block, kind: RowKind) -> Mapping[int, Named]:
    """The lines of a block that name nobody and belong to a name above them, by their places."""
    heads = [_head(scene, sides, block, line) for line in block.lines]
    named = [place for place, head in enumerate(heads) if head]
    if len(named) < 2:
        return {}
    ends = [*named[1:], len(heads)]
    groups = [_followers(scene, block.lines, place, end, kind) for place, end in zip(named, ends, strict=True)]
    if not groups[0]:
        return {}
    groups[-1] = groups[-1][: max(map(len, groups[:-1]))]
    return {
        follower: Named(head.names, "name-on-a-line-above")
        for place, group in zip(named, groups, strict=True)
        for follower in group
        if (head := heads[place])
    }


def _head(scene: Scene, sides: Sides, block: Block, line: BoxLine) -> Named | None:
    if found := named_at_head(scene, sides, block, line):
        return found
    members = sides.under_flag(scene.gazetteer, line.flag, block.side)
    return Named(tuple(member.name for member in members)) if members else None


def _followers(scene: Scene, lines: Sequence[BoxLine], place: int, end: int, kind: RowKind) -> list[int]:
    """The places of the lines that go on with a named one, up to a rule, a total or a second count of the same."""
    counted = _counted(scene, lines[place], kind)
    found: list[int] = []
    for following in range(place + 1, end):
        line = lines[following]
        figures = figures_of(scene, line.piece, kind)
        now = _counted(scene, line, kind)
        own = any(figure.actors for figure in figures)
        if line.apart or own or not now or now & counted or _TOTAL.match(line.piece.words):
            break
        counted |= now
        found.append(following)
    return found


def _counted(scene: Scene, line: BoxLine, kind: RowKind) -> set[tuple[str, str]]:
    return {(figure.concept or kind.concept, figure.fate) for figure in figures_of(scene, line.piece, kind)}
