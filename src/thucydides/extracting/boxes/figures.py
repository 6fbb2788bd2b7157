"""How many stood on each side of an info-box, and how many did each lose, as who says?"""

from collections.abc import Iterator, Sequence

from thucydides.extracting.boxes.headings import Block, Heading, blocks_of, laid_on_sides
from thucydides.extracting.boxes.layout import BoxLine
from thucydides.extracting.boxes.sides import Member, Sides
from thucydides.extracting.boxes.splitting import border_of_figures
from thucydides.extracting.counting import LOSSES, STRENGTHS, RowKind, counted_claims, figures_of
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import EVERYONE, Attribution, Claim, Finding, Inference, Role, Target


def strengths(scene: Scene, sides: Sides, lines: Sequence[BoxLine], reader: str) -> Iterator[Claim | Finding]:
    """The forces of each side."""
    for block in blocks_of(scene, lines):
        for placed in _columns(scene, sides, block, STRENGTHS):
            yield from _claims(scene, sides, placed, STRENGTHS, reader)


def losses(scene: Scene, sides: Sides, lines: Sequence[BoxLine], reader: str) -> Iterator[Claim | Finding]:
    """The losses of each side, by whoever gives them."""
    blocks = laid_on_sides(tuple(blocks_of(scene, lines)), sides)
    for block in blocks:
        for placed in _columns(scene, sides, block, LOSSES) if len(blocks) == 1 else (block,):
            yield from _claims(scene, sides, placed, LOSSES, reader)


def _columns(scene: Scene, sides: Sides, block: Block, kind: RowKind) -> tuple[Block, ...]:
    """A block that holds both columns one after the other, as two; any other as it is."""
    if block.side or (block.heading and block.heading.about) or sides.numbers != (1, 2):
        return (block,)
    pieces = [line.piece for line in block.lines]
    concepts = [[figure.concept for figure in figures_of(scene, piece, kind)] for piece in pieces]
    border, rule = border_of_figures(pieces, concepts)
    if not border:
        return (block,)
    first, second = block.lines[:border], block.lines[border:]
    return Block(block.heading, first, 1, rule), Block(block.heading, second, 2, rule)


def _claims(scene: Scene, sides: Sides, block: Block, kind: RowKind, reader: str) -> Iterator[Claim | Finding]:
    for line in block.lines:
        said = _whose(sides, block, line)
        yield from counted_claims(scene, line.piece, kind, reader, **said)


def _whose(sides: Sides, block: Block, line: BoxLine) -> Details:
    """Target, side and claimant of the figures of a line."""
    heading = block.heading
    said = _spoken_by(heading)
    evidence = list(said.get("evidence", ()))
    if heading and heading.everyone:
        return Details(**said) | Details(target=EVERYONE)
    if heading and heading.about:
        side = block.side or sides.side_of(heading.actor)
        return said | Details(
            target=Target((heading.about.words,)), side=side, evidence=[*evidence, (Role.TARGET, heading.about.at)],
            inferred=sides.inferred() if side else [],
        )  # fmt: skip
    members, rule = _members(sides, block, line)
    inferred = [Inference("target", rule)] if members else []
    inferred += [Inference("side", block.rule or rule)] if members and (block.rule or sides.rule) else []
    return said | Details(
        target=Target(tuple(member.name.words for member in members)), side=block.side, inferred=inferred,
        evidence=[*evidence, *((Role.TARGET, member.name.at) for member in members)],
    )  # fmt: skip


def _spoken_by(heading: Heading | None) -> Details:
    if heading is None or heading.claimant is None:
        return Details(attribution=Attribution(), evidence=[])
    return Details(attribution=heading.attribution, evidence=[(Role.CLAIMANT, heading.line.at)])


def _members(sides: Sides, block: Block, line: BoxLine) -> tuple[tuple[Member, ...], str]:
    """Of a side's members, those whom a line is about: a lost flag marks others than the first or the speaker."""
    members = sides.of(block.side)
    rule = block.rule or "side-of-the-box"
    if len(members) < 2 or not any(other.flagged for other in block.lines):
        return members, rule
    speaker = block.heading.actor if block.heading else ""
    principal = next((member for member in members if member.actor == speaker), members[0])
    if line.flagged:
        return tuple(member for member in members if member is not principal), "lost-flag"
    return (principal,), "flags-of-the-others"
