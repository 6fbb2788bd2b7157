"""Whose figures does a line in a cell of losses announce?

`Ruritanian estimate:` names who speaks, `Borduria:` and `Bordurian losses:` name whom the figures are about. A heading
holds until the next one. In a flattened copy the blocks under headings are laid on two sides where the claimants allow
only one good division: archives speak of their own dead, and nobody speaks twice in one column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thucydides.extracting.boxes.layout import BoxLine
from thucydides.extracting.boxes.sides import Sides
from thucydides.extracting.phrases import table
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import THE_DOCUMENT, Attribution, Basis, read_numbers

_ACCORDING = re.compile(r"(?:according to|per|as per|by|from)\s+(?:the\s+)?", re.IGNORECASE)
_ABOUT = re.compile(
    r"\s*(?:casualties|losses|total|totals|side|forces|casualties and losses|combined)?\s*:?\s*$", re.IGNORECASE
)
_ALL = re.compile(
    r"(?:total|overall|both sides|all sides|combined|in total)(?:\s(?:casualties|losses|deaths))?\s*:?$", re.IGNORECASE
)
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the claimant it names or the actor it is about; `actor` is the key of either, empty if unknown."""

    line: Piece
    attribution: Attribution = THE_DOCUMENT
    claimant: Piece | None = None
    about: Piece | None = None
    everyone: bool = False
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines under one heading (None: before the first), and the side they are about, 0 if it cannot be told."""

    heading: Heading | None
    lines: tuple[BoxLine, ...]
    side: int = 0
    rule: str = ""


def heading_of(scene: Scene, line: Piece) -> Heading | None:
    """The heading that a line is; None for a line of figures."""
    if len(line.words) > _LONGEST_HEADING or read_numbers(line.words):
        return None
    bare = line.without_marks().trimmed(":")
    if _ALL.fullmatch(bare.words):
        return Heading(line, everyone=True)
    return _claimant(scene, line, bare) or _about(scene, line, bare)


def blocks_of(scene: Scene, lines: Sequence[BoxLine]) -> Iterator[Block]:
    """The lines of a cell under their headings."""
    heading: Heading | None = None
    side, under = 0, list[BoxLine]()
    for line in lines:
        found = heading_of(scene, line.piece)
        if found or line.side != side:
            if under:
                yield Block(heading, tuple(under), side)
            heading, side, under = (found or (heading if line.side == side else None)), line.side, []
        if not found:
            under.append(line)
    if under:
        yield Block(heading, tuple(under), side)


def laid_on_sides(blocks: Sequence[Block], sides: Sides) -> tuple[Block, ...]:
    """The blocks of a flattened cell with their sides, where the claimants allow one division better than any other."""
    headed = all(block.heading for block in blocks[1:]) and not any(block.side for block in blocks)
    if len(blocks) < 2 or sides.numbers != (1, 2) or not headed:
        return tuple(blocks)
    scores = {border: _score(blocks, border, sides) for border in range(1, min(len(blocks), 20))}
    best = max(scores.values())
    borders = [border for border, score in scores.items() if score == best]
    if len(borders) > 1 or best <= 0:
        return tuple(blocks)
    return tuple(
        Block(block.heading, block.lines, 1 if place < borders[0] else 2, "claimants-by-column")
        for place, block in enumerate(blocks)
    )


def _score(blocks: Sequence[Block], border: int, sides: Sides) -> int:
    return sum(
        _archives(column, side, sides) - _speaking_twice(column)
        for side, column in ((1, blocks[:border]), (2, blocks[border:]))
    )


def _archives(column: Sequence[Block], side: int, sides: Sides) -> int:
    """2 for each archive that speaks of its own side here and 1 for each other own figure; less for archives abroad."""
    total = 0
    for heading in (block.heading for block in column if block.heading and block.heading.actor):
        own = sides.side_of(heading.actor)
        archival = heading.attribution.basis in (Basis.ARCHIVAL, Basis.ROLL)
        total += (2 if archival else 1) if own == side else -2 if archival and own else 0
    return total


def _speaking_twice(column: Sequence[Block]) -> int:
    speakers = [block.heading.actor for block in column if block.heading and block.heading.actor]
    return 2 * (len(speakers) - len(set(speakers)))


def _claimant(scene: Scene, line: Piece, bare: Piece) -> Heading | None:
    opening = _ACCORDING.match(bare.words)
    kind = next(table("figure_headings").found_in(bare.words), None)
    if not opening and kind is None:
        return None
    begin = opening.end() if opening else 0
    speaker = bare.part(begin, kind.start if kind and kind.start > begin else len(bare.words))
    speaker = (
        speaker.trimmed("’'") if not speaker.words.endswith(("’s", "'s")) else speaker.part(0, len(speaker.words) - 2)
    )
    if not speaker:
        return None
    actors = scene.gazetteer.actors_in(speaker.words)
    basis = Basis(kind.code) if kind else Basis.UNKNOWN
    return Heading(
        line, Attribution(speaker.words, basis), claimant=speaker, actor=actors[0].actor if len(actors) == 1 else ""
    )


def _about(scene: Scene, line: Piece, bare: Piece) -> Heading | None:
    actors = scene.gazetteer.actors_in(bare.words)
    if len(actors) != 1 or actors[0].start > 4 or not _ABOUT.match(bare.words, actors[0].end):
        return None
    return Heading(line, about=bare.part(actors[0].start, actors[0].end), actor=actors[0].actor)
