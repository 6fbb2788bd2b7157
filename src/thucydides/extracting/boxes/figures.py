"""How many stood on each side of an info-box, and how many did each lose, as who says?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thucydides.extracting.boxes.asides import said_beside
from thucydides.extracting.boxes.headings import Block, Heading, blocks_of, heading_of, laid_on_sides
from thucydides.extracting.boxes.layout import BoxLine
from thucydides.extracting.boxes.left_out import left_out, places_of
from thucydides.extracting.boxes.naming import Named, named_above, named_at_head
from thucydides.extracting.boxes.sides import Member, Sides
from thucydides.extracting.boxes.splitting import border_of_figures
from thucydides.extracting.counting import LOSSES, STRENGTHS, RowKind, counted_claims, figures_of
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import (
    CONCEPTS,
    EVERYONE,
    Attribution,
    Claim,
    Counted,
    Finding,
    Inference,
    NumberSort,
    Role,
    Target,
    read_numbers,
)

_LONGEST_NAME = 80
_MANY = 100  # so many of what no table names are people: ships, guns and vehicles are in the tables
_UNKNOWN_NOUN = re.compile(r"\s(?:['‘“\"]?[^\W\d_][\w’'-]*['’”\"]?)(?:\s[^\W\d_]|[\s,;.)\[]|\Z)")
# What goes on behind such a number is no noun of people: `by May`, `in the city`, a type as `Grumman G-23`.
_NO_PEOPLE = re.compile(
    r"\s(?:(?:by|in|at|on|from|of|to|with|per|for|after|before|during|until|since|including|and|or|plus|under|initially|later)\b"
    r"|(?:[^\W\d_][\w’'-]*\s){0,2}[^\W\d_]{1,4}-?\d)",
    re.IGNORECASE,
)
_FLOWN = frozenset({"aircraft", "helicopters"})
_FIGHTERS = re.compile(r"(?:[\w-]+\s)?fighters?", re.IGNORECASE)
_NO_LOSS = re.compile(r"(?:internally\s)?(?:displaced|refugees|evacuated|deported|homeless)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def strengths(scene: Scene, sides: Sides, lines: Sequence[BoxLine], reader: str) -> Iterator[Claim | Finding]:
    """The forces of each side."""
    blocks = tuple(blocks_of(scene, lines, sides))
    placed = [column for block in blocks for column in _columns(scene, sides, block, STRENGTHS)]
    yield from _with_headings(scene, sides, lines, placed, STRENGTHS, reader)


def losses(
    scene: Scene, sides: Sides, lines: Sequence[BoxLine], reader: str, kind: RowKind = LOSSES
) -> Iterator[Claim | Finding]:
    """The losses of each side, by whoever gives them. `kind`: what a bare number counts in this row."""
    blocks = tuple(blocks_of(scene, lines, sides))
    if blocks and (blocks[0].heading or not _counts_again(scene, blocks[0])):
        blocks = laid_on_sides(blocks, sides)
    placed = _columns(scene, sides, blocks[0], kind) if len(blocks) == 1 else blocks
    yield from _with_headings(scene, sides, lines, placed, kind, reader)


def _with_headings(
    scene: Scene, sides: Sides, lines: Sequence[BoxLine], blocks: Sequence[Block], kind: RowKind, reader: str
) -> Iterator[Claim | Finding]:
    """What the lines under headings claim; then the numbers of headings that no claim rests on."""
    heard = [each for block in blocks for each in _claims(scene, sides, block, kind, reader)]
    yield from heard
    under = {line.piece.start for block in blocks for line in block.lines}
    headings = [line for line in lines if line.piece.start not in under and _DIGITS.search(line.piece.words)]
    known = places_of(heard) if headings else ()
    for line in headings:
        yield from left_out(scene, line.piece, known)


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
    above = named_above(scene, sides, block, kind)
    flown = any(figure.concept in _FLOWN for line in block.lines for figure in figures_of(scene, line.piece, kind))
    for place, line in enumerate(block.lines):
        within, counted = _headed(scene, sides, block, line, kind)
        heading = within.heading
        if heading and heading.phase and _NO_LOSS.match(heading.phase.words):
            yield from left_out(scene, line.piece, ())
            continue
        said = _whose(scene, sides, within, line, above.get(place))
        of_these = _as_headed(kind, heading) if heading else kind
        claims, findings = counted_in(scene, counted, said, of_these, reader)
        yield from findings
        yield from left_out(scene, line.piece, places_of([*claims, *findings]))
        for claim in claims:
            claim = _as_planes(claim, kind, flown=flown)
            if not (claim.target.names or claim.target.everyone) and sides.of(1):
                yield scene.unread((claim.span.start, claim.span.end), f"whose {kind.attribute} is {claim.quote!r}?")
            else:
                yield claim if block.heading and block.heading.about else on_its_own_side(scene, sides, claim)


def _as_headed(kind: RowKind, heading: Heading) -> RowKind:
    """What a row counts under a heading that says it: `Military dead:`."""
    concept = heading.concept if kind.attribute == LOSSES.attribute else ""
    return replace(kind, population=heading.population, concept=concept or kind.concept, headed=bool(concept))


def counted_in(
    scene: Scene, line: Piece, said: Details, kind: RowKind, reader: str
) -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    """What a line counts, with what is said beside its figures; and the numbers that were not understood."""
    heard = tuple(counted_claims(scene, line, kind, reader, **said))
    heard = tuple(_as_people(scene, line, each, said, kind, reader) for each in heard)
    claims = tuple(claim for claim in heard if isinstance(claim, Claim))
    return tuple(said_beside(scene, line, claims)), tuple(each for each in heard if isinstance(each, Finding))


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
    if heading is None or heading.kind not in ("phase", "counted"):
        return block, line.piece
    return replace(block, heading=heading.below(block.heading) if block.heading else heading), figures


def _as_planes(claim: Claim, kind: RowKind, *, flown: bool) -> Claim:
    """`10 fighters` among losses of aircraft, and no word of what befell them: aeroplanes, not people."""
    bare = claim.counted.measure == "person" and claim.counted.concept in (kind.concept, "personnel")
    if not (flown and bare and _FIGHTERS.search(claim.concept_words)):
        return claim
    fate = "lost" if kind.attribute == LOSSES.attribute else ""
    return replace(claim, counted=Counted("aircraft", fate, "", CONCEPTS["aircraft"].measure))


def _as_people(
    scene: Scene, line: Piece, heard: Claim | Finding, said: Details, kind: RowKind, reader: str
) -> Claim | Finding:
    """`2,500 footmen`: so many of a noun that no table has are people, in a row of strengths; it is inferred."""
    if isinstance(heard, Claim) or kind.attribute != STRENGTHS.attribute:
        return heard
    at = heard.start - line.start
    number = next((each for each in read_numbers(line.words) if each.start == at), None)
    if number is None or number.sort is not NumberSort.COUNT or number.count is None:
        return heard
    many = (number.count.low or 0) >= _MANY and _UNKNOWN_NOUN.match(line.words, number.end)
    if not many or _NO_PEOPLE.match(line.words, number.end):
        return heard
    details = Details(**said)
    details["counted"] = Counted(kind.concept, measure="person")
    details["inferred"] = [*said.get("inferred", ()), Inference("concept", "many-in-a-row-of-strengths")]
    return scene.stated((heard.start, heard.end), kind.attribute, number.count, reader, **details)


def on_its_own_side(scene: Scene, sides: Sides, claim: Claim) -> Claim:
    """`67,000 Bordurian dead` in the column of Ruritania: who is named stands on his own side, not the column's.

    Who stands on none, as mercenaries, fought on that of the column.
    """
    if any(gap.field == "target" for gap in claim.inferred):
        return claim
    named = {sides.side_of(scene.gazetteer.actor_named(name)) for name in claim.target.names}
    own = named.pop() if len(named) == 1 else 0
    if not own or own == claim.side:
        return claim
    return replace(claim, side=own, inferred=(*claim.inferred, *sides.inferred()))


def _whose(scene: Scene, sides: Sides, block: Block, line: BoxLine, above: Named | None) -> Details:
    """Target, side and claimant of the figures of a line. `above`: who is named on a line to which it belongs."""
    heading = block.heading
    said = _spoken_by(scene, heading)
    evidence = list(said.get("evidence", ()))
    if heading and heading.everyone:
        return Details(**said) | Details(target=EVERYONE)
    if named := named_at_head(scene, sides, block, line) or above:
        return said | Details(
            target=Target(tuple(name.words for name in named.names)), side=block.side,
            evidence=[*evidence, *((Role.TARGET, name.at) for name in named.names)],
            inferred=[Inference("target", named.rule)] if named.rule else [],
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


def _spoken_by(scene: Scene, heading: Heading | None) -> Details:
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
        if scene.dates_in(heading.phase.words):
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
