"""Whose figures does a line in a cell of losses announce?

`Ruritanian estimate:` names who speaks, `Borduria:` and `Bordurian losses:` name whom the figures are about. A heading
holds until the next of its kind: who speaks, whom it is about, which part of the event it counts (`2013–2015:`,
`Navy:`). In a flattened copy the blocks under headings are laid on two sides where the claimants allow only one good
division: archives speak of their own dead, and nobody speaks twice in one column.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thucydides.extracting.boxes.layout import BoxLine
from thucydides.extracting.boxes.sides import Sides
from thucydides.extracting.counting import as_counted
from thucydides.extracting.figures import figures_in
from thucydides.extracting.phrases import table
from thucydides.extracting.pieces import Piece
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import THE_DOCUMENT, Attribution, Basis, HistoricalDate, NumberSort, read_numbers

_ACCORDING = re.compile(
    r"(?:according to|as per|as claimed by|claimed by|per|by|from|по данным|по оценкам?|согласно|за даними|laut|"
    r"nach angaben|nach|selon|d['’]après|según|secondo|volgens|według)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_COUNTED = (NumberSort.COUNT, NumberSort.MALFORMED, NumberSort.PROPORTION, NumberSort.RATIO)
_ABOUT = re.compile(
    r"\s*(?:casualties|losses|total|totals|side|forces|casualties and losses|combined)?\s*:?\s*$", re.IGNORECASE
)
_ALL = re.compile(
    r"(?:total|overall|both sides|all sides|combined|in total)(?:\s(?:casualties|losses|deaths))?\s*:?$", re.IGNORECASE
)
_BOTH = re.compile(r"(?:both|all)\ssides|overall|combined", re.IGNORECASE)
_OTHER = re.compile(r"(?:other|total|all)\s", re.IGNORECASE)
_GROUP = re.compile(
    r"\b(?:allies|rebels|loyalists|insurgents|volunteers|tribes|mercenaries|guerrillas|partisans|auxiliaries|militants|fighters|"
    r"mujahideen|revolutionaries|nationalists|republicans|royalists|separatists|contingents?|coalition)\Z",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(r"(?P<head>[^()\d]{2,80}?)\s?\((?P<time>[^()]{3,40})\)\s?:?")
_MONTH = re.compile(r"\d{4}-\d\d")
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, or several that hold together: who speaks, whom the figures are about, which part they count.

    `line`: the words that name the speaker, else all of them. `actor`: the key of the speaker, else of whom it is
    about. `everyone`, `whole`: all belligerents, all of the column's side. `population`, `concept`: codes of who the
    people were, and of what a bare number counts.
    """

    line: Piece
    attribution: Attribution = THE_DOCUMENT
    claimant: Piece | None = None
    about: Piece | None = None
    everyone: bool = False
    actor: str = ""
    phase: Piece | None = None
    period: HistoricalDate | None = None
    whole: bool = False
    population: str = ""
    concept: str = ""

    @property
    def kind(self) -> str:
        """What the heading says; the next one that says as much ends it."""
        if self.claimant:
            return "claimant"
        if self.about or self.everyone or self.whole:
            return "about"
        return "counted" if self.population or self.concept else "phase"

    def below(self, outer: "Heading") -> "Heading":
        """This heading under another one of another kind: what it does not say itself, that one says."""
        speaks = self if self.claimant else outer
        return Heading(
            speaks.line, speaks.attribution, speaks.claimant, self.about or outer.about,
            self.everyone or outer.everyone, speaks.actor or self.actor or outer.actor,
            self.phase or outer.phase, self.period if self.phase else outer.period, self.whole or outer.whole,
            self.population or outer.population, self.concept or outer.concept,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """The lines under one heading (None: before the first), and the side they are about, 0 if it cannot be told."""

    heading: Heading | None
    lines: tuple[BoxLine, ...]
    side: int = 0
    rule: str = ""


def heading_of(scene: Scene, line: Piece, sides: Sides | None = None, side: int = 0) -> Heading | None:
    """The heading that a line is; None for a line of figures."""
    if len(line.words) > _LONGEST_HEADING:
        return None
    bare = line.without_marks().trimmed(":：")
    if _counts(scene, line):
        return _dated(scene, line) or _time(scene, line, bare)
    if _ALL.fullmatch(bare.words):
        of_side = side > 0 and not _BOTH.match(bare.words)
        return Heading(line, everyone=not of_side, whole=of_side)
    found = (
        _time(scene, line, bare)
        or _counted(scene, line, bare)
        or _claimant(scene, line, bare)
        or _about(scene, line, bare)
    )
    if found is None and line.without_marks().words.endswith((":", "：")):
        found = _member_named(line, bare, sides, side) or _group(scene, line, bare) or _part(scene, line, bare)
    return found


def _dated(scene: Scene, line: Piece) -> Heading | None:
    """`Austrian (1792–97)`: a heading with its time in brackets; nothing else in the line may count."""
    found = _TIME_BEHIND.fullmatch(line.without_marks().words)
    times = [phrase for phrase, _ in scene.dates_in(found["time"])] if found else []
    if not found or len(times) != 1 or read_numbers(found["head"]) or times[0].lacks_year:
        return None
    head = line.part(0, found.end("head"))
    heading = _claimant(scene, line, head) or _about(scene, line, head)
    if heading is None or heading.claimant or times[0].date is None:
        return heading
    return replace(heading, phase=line.part(*found.span("time")), period=times[0].date)


def _time(scene: Scene, line: Piece, bare: Piece) -> Heading | None:
    """`1 July`, `July–November` over figures: a line that is nothing but a time, with its month in letters."""
    for phrase, _ in scene.dates_in(bare.words):
        if (phrase.start, phrase.end) == (0, len(bare.words)) and (phrase.lacks_year or _names_a_month(phrase.date)):
            return Heading(line, phase=bare, period=None if phrase.lacks_year else phrase.date)
    return None


def _names_a_month(date: HistoricalDate | None) -> bool:
    """Is it no mere year? `c. 500` is rather a number."""
    return date is not None and _MONTH.search(date.edtf) is not None


def _counted(scene: Scene, line: Piece, bare: Piece) -> Heading | None:
    """`Civilian losses:`, `Kuwaiti civilians:`, `Military dead:`, `Captured:`: what of whom the figures below count.

    Read as behind a number, which must leave none of the words over. One that only says losses is left to others.
    """
    words = as_counted(bare.words)
    said = figures_in(words, scene.gazetteer, under="loss")
    if len(said) != 1 or said[0].end != len(words) or said[0].measure != "person":
        return None
    figure, shift = said[0], len(words) - len(bare.words)
    concept = "" if figure.concept == "casualties" else figure.concept
    if not (figure.population or concept) or len(figure.actors) > 1:
        return None
    whole = _OTHER.match(bare.words) is not None
    if not figure.actors:
        return Heading(line, population=figure.population, concept=concept, whole=whole)
    actor = figure.actors[0]
    about = bare.part(actor.start - shift, actor.end - shift)
    return Heading(line, about=about, actor=actor.actor, population=figure.population, concept=concept)


def _counts(scene: Scene, line: Piece) -> bool:
    """Does a line count something? The years of `2013–2015:` and the number of `Phase 2:` do not."""
    numbers = read_numbers(line.words)
    if not numbers or not line.without_marks().words.endswith((":", "：")):
        return bool(numbers)
    times = [(phrase.start, phrase.end) for phrase, _ in scene.dates_in(line.words)]
    return any(
        number.sort in _COUNTED and not any(start <= number.start and number.end <= end for start, end in times)
        for number in numbers
    )


def _member_named(line: Piece, bare: Piece, sides: Sides | None, side: int) -> Heading | None:
    """A heading that names one belligerent of this column whom no list of actors has."""
    members = sides.named(bare.words, side) if sides else ()
    return Heading(line, about=bare, actor=members[0].actor) if len(members) == 1 else None


def _group(scene: Scene, line: Piece, bare: Piece) -> Heading | None:
    """A heading that names people who stood with the belligerents: `American Indian allies:`, `Foreign volunteers:`."""
    if _GROUP.search(bare.words) and bare.words[:1].isupper():
        return Heading(line, about=bare, actor=scene.gazetteer.actor_named(bare.words))
    return None


def _part(scene: Scene, line: Piece, bare: Piece) -> Heading:
    """A heading that says which part of the event is counted: a time, a theatre, a branch."""
    dated = [phrase for phrase, inferred in scene.dates_in(bare.words) if phrase.date and not phrase.lacks_year]
    return Heading(line, phase=bare, period=dated[0].date if len(dated) == 1 else None)


def blocks_of(scene: Scene, lines: Sequence[BoxLine], sides: Sides | None = None) -> Iterator[Block]:
    """The lines of a cell under their headings."""
    headings: list[Heading] = []
    place, under = (0, -1), list[BoxLine]()
    for line in lines:
        found = heading_of(scene, line.piece, sides, line.side)
        here = (line.side, line.row)
        ruled = line.apart and bool(under)
        if found or here != place or ruled:
            if under:
                yield Block(_together(headings), tuple(under), place[0])
            held = headings if here == place else []
            headings = _with(_under_rule(held) if ruled else held, found, counted=bool(under))
            place, under = here, []
        if not found:
            under.append(line)
    if under:
        yield Block(_together(headings), tuple(under), place[0])


def _under_rule(headings: list[Heading]) -> list[Heading]:
    """The headings that hold below a rule: who speaks goes on speaking."""
    return [heading for heading in headings if heading.kind == "claimant"]


def _with(headings: list[Heading], found: Heading | None, *, counted: bool) -> list[Heading]:
    """The headings that hold below a new one: it ends the last of its kind, and what stands under that.

    `counted`: figures stood between. A part of the event that has its figures holds for no speaker or actor after it.
    """
    if found is None:
        return headings
    if counted and headings[-1:] and headings[-1].kind == "phase" != found.kind:
        headings = headings[:-1]
    same = next((place for place, heading in enumerate(headings) if heading.kind == found.kind), len(headings))
    return [*headings[:same], found]


def _together(headings: Sequence[Heading]) -> Heading | None:
    whole: Heading | None = None
    for heading in headings:
        whole = heading.below(whole) if whole else heading
    return whole


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
