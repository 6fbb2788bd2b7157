"""How many stood on each side of an info-box, and how many did each lose, as who says?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thucydides.extracting.boxes.asides import said_beside
from thucydides.extracting.boxes.headings import Block, Heading, blocks_of, heading_of, laid_on_sides
from thucydides.extracting.boxes.layout import BoxLine
from thucydides.extracting.boxes.sides import Member, Sides
from thucydides.extracting.boxes.splitting import border_of_figures
from thucydides.extracting.counting import LOSSES, STRENGTHS, RowKind, counted_claims, figures_of
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import EVERYONE, Attribution, Claim, Finding, Inference, Role, Target

_LONGEST_NAME = 80


def strengths(scene: Scene, sides: Sides, lines: Sequence[BoxLine], reader: str) -> Iterator[Claim | Finding]:
    """The forces of each side."""
    for block in blocks_of(scene, lines, sides):
        for placed in _columns(scene, sides, block, STRENGTHS):
            yield from _claims(scene, sides, placed, STRENGTHS, reader)


def losses(scene: Scene, sides: Sides, lines: Sequence[BoxLine], reader: str) -> Iterator[Claim | Finding]:
    """The losses of each side, by whoever gives them."""
    blocks = tuple(blocks_of(scene, lines, sides))
    if blocks and (blocks[0].heading or not _counts_again(scene, blocks[0])):
        blocks = laid_on_sides(blocks, sides)
    for block in blocks:
        for placed in _columns(scene, sides, block, LOSSES) if len(blocks) == 1 else (block,):
            yield from _claims(scene, sides, placed, LOSSES, reader)


def _counts_again(scene: Scene, block: Block) -> bool:
    """Is a thing counted twice under no heading, so that both columns may stand there?"""
    counted = [figure.concept for line in block.lines for figure in figures_of(scene, line.piece, LOSSES)]
    return len(set(counted)) < len(counted)


def _columns(scene: Scene, sides: Sides, block: Block, kind: RowKind) -> tuple[Block, ...]:
    """A block that holds both columns one after the other, as two; any other as it is."""
    if block.side or sides.shown or (block.heading and block.heading.about) or sides.numbers != (1, 2):
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
        within, counted = _headed(scene, sides, block, line, kind)
        said = _whose(scene, sides, within, line)
        heard = tuple(counted_claims(scene, counted, kind, reader, **said))
        yield from (finding for finding in heard if isinstance(finding, Finding))
        claims = tuple(claim for claim in heard if isinstance(claim, Claim))
        for claim in said_beside(scene, counted, claims):
            if not (claim.target.names or claim.target.everyone) and sides.of(1):
                yield scene.unread((claim.span.start, claim.span.end), f"whose {kind.attribute} is {claim.quote!r}?")
            else:
                yield _on_its_own_side(scene, sides, claim, block)


def _headed(scene: Scene, sides: Sides, block: Block, line: BoxLine, kind: RowKind) -> tuple[Block, Piece]:
    """`First siege: 200,000`, `14 April: 500 killed`: the part of the event that a line counts, and its figures.

    Not where the words before the colon say what is counted, whose it is or who says so.
    """
    head, colon, rest = line.piece.words[:_LONGEST_NAME].partition(":")
    figures = line.piece.part(len(head) + 1, len(line.piece.words))
    if not (colon and rest.strip()) or not figures_of(scene, figures, kind):
        return block, line.piece
    if any(figure.start < len(head) and figure.concept for figure in figures_of(scene, line.piece, kind)):
        return block, line.piece
    heading = heading_of(scene, line.piece.part(0, len(head) + 1), sides, line.side)
    if heading is None or heading.kind != "phase":
        return block, line.piece
    return replace(block, heading=heading.below(block.heading) if block.heading else heading), figures


def _on_its_own_side(scene: Scene, sides: Sides, claim: Claim, block: Block) -> Claim:
    """`67,000 Bordurian dead` in the column of Ruritania: who is named stands on his own side, not the column's.

    Who stands on none, as mercenaries, fought on that of the column.
    """
    if (block.heading and block.heading.about) or any(gap.field == "target" for gap in claim.inferred):
        return claim
    named = {sides.side_of(scene.gazetteer.actor_named(name)) for name in claim.target.names}
    own = named.pop() if len(named) == 1 else 0
    if not own or own == claim.side:
        return claim
    return replace(claim, side=own, inferred=(*claim.inferred, *sides.inferred()))


def _whose(scene: Scene, sides: Sides, block: Block, line: BoxLine) -> Details:
    """Target, side and claimant of the figures of a line."""
    heading = block.heading
    said = _spoken_by(heading)
    evidence = list(said.get("evidence", ()))
    if heading and heading.everyone:
        return Details(**said) | Details(target=EVERYONE)
    if named := _named_at_head(sides, block, line):
        return said | Details(
            target=Target((named.words,)), side=block.side, evidence=[*evidence, (Role.TARGET, named.at)],
        )  # fmt: skip
    if heading and heading.about:
        side = block.side or sides.side_of(scene.gazetteer.actor_named(heading.about.words) or heading.actor)
        return said | Details(
            target=Target((heading.about.words,)), side=side, evidence=[*evidence, (Role.TARGET, heading.about.at)],
            inferred=sides.inferred() if side else [],
        )  # fmt: skip
    members, rule = _members(scene, sides, block, line)
    if not members and sides.shown:
        return said | Details(target=EVERYONE, inferred=[Inference("target", "row-of-all-sides")])
    inferred = [Inference("target", rule)] if members else []
    inferred += [Inference("side", block.rule or rule)] if members and (block.rule or sides.rule) else []
    return said | Details(
        target=Target(tuple(member.name.words for member in members)), side=block.side, inferred=inferred,
        evidence=[*evidence, *((Role.TARGET, member.name.at) for member in members)],
    )  # fmt: skip


def _named_at_head(sides: Sides, block: Block, line: BoxLine) -> Piece | None:
    """`Sudland: 310 killed`: a belligerent of the side that no list of actors has, before a colon."""
    head, colon, rest = line.piece.words[:_LONGEST_NAME].partition(":")
    if not (colon and rest) or any(character.isdigit() for character in head):
        return None
    return line.piece.part(0, len(head)) if len(sides.named(head, block.side)) == 1 else None


def _spoken_by(heading: Heading | None) -> Details:
    """What the headings say of every figure below them: who speaks, and which time or part is counted."""
    said = Details(attribution=Attribution(), evidence=[])
    if heading is None:
        return said
    if heading.claimant is not None:
        said = Details(attribution=heading.attribution, evidence=[(Role.CLAIMANT, heading.line.at)])
    if heading.phase is not None:
        said["phase"] = heading.phase.words
        if heading.period is not None:
            said["period"] = heading.period
            said["evidence"] = [*said.get("evidence", ()), (Role.TIME, heading.phase.at)]
    return said


def _members(scene: Scene, sides: Sides, block: Block, line: BoxLine) -> tuple[tuple[Member, ...], str]:
    """Of a side's members, those whom a line is about: a lost flag marks others than the first or the speaker."""
    if own := sides.under_flag(scene.gazetteer, line.flag, block.side):
        return own, "flag-of-the-line"
    members = sides.of(block.side)
    rule = block.rule or "side-of-the-box"
    if len(members) < 2 or not any(other.flagged for other in block.lines):
        return members, rule
    speaker = block.heading.actor if block.heading else ""
    principal = next((member for member in members if member.actor == speaker), members[0])
    if line.flagged:
        return tuple(member for member in members if member is not principal), "lost-flag"
    return (principal,), "flags-of-the-others"
