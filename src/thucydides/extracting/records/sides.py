"""Who stood on which side of a record, under whom, with how many, and who was lost?

The rows below that of a side are about all its belligerents. What stands in brackets behind an item says otherwise:
whose it is (`Orlo Bat (Borduria)`), who says so (`300 dead (according to Weiss)`) or what is counted (`12 ships (first
siege only)`); semicolons part what one bracket says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thucydides.extracting.boxes.asides import speaker_in
from thucydides.extracting.boxes.facts import came_and_went
from thucydides.extracting.boxes.figures import counted_in, on_its_own_side
from thucydides.extracting.boxes.layout import BoxLine
from thucydides.extracting.boxes.sides import Member, Sides, is_pointer, listed_in, names_listed
from thucydides.extracting.counting import LOSSES, STRENGTHS, RowKind
from thucydides.extracting.pieces import Piece
from thucydides.extracting.records.layouts import PARTY, Layout, Row
from thucydides.extracting.scene import Details, Scene
from thucydides.vocabulary import (
    EVERYONE,
    THE_DOCUMENT,
    Attribution,
    Claim,
    Finding,
    Inference,
    Name,
    Role,
    Said,
    Target,
)

_MOST_BRACKETS = 3
_NO_SIDES = Sides()
_ONLY = " only"


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a row: its words, whose it is, who says so, which part of the event it is about; as far as said."""

    words: Piece
    about: tuple[Piece, ...] = ()
    claimant: Piece | None = None
    attribution: Attribution = THE_DOCUMENT
    part: Piece | None = None


@dataclass(frozen=True, slots=True)
class Parties:
    """The belligerents of a record by side, its supporters among them. `others`: who else is counted in its rows."""

    sides: Sides = _NO_SIDES
    others: tuple[Piece, ...] = ()

    def named_in(self, words: Piece) -> tuple[Piece, ...]:
        """Those whom words consist of, in any order; none where the words say anything beside."""
        others = (Member(other, "", 0) for other in self.others)
        return names_listed(words, (*self.sides.members, *self.sides.supporters, *others))

    def all_of(self, side: int) -> Details:
        """The belligerents of a side as those whom a row is about; nobody where the record names no side."""
        members = self.sides.of(side) if side else ()
        if not members:
            return Details(side=side)
        return Details(
            target=Target(tuple(dict.fromkeys(member.name.words for member in members))), side=side,
            evidence=[(Role.TARGET, member.name.at) for member in members],
            inferred=[Inference("target", "side-of-the-record")],
        )  # fmt: skip

    def only(self, about: Sequence[Piece], side: int) -> Details:
        """Those whom brackets name as the ones an item is about."""
        return Details(
            target=Target(tuple(dict.fromkeys(name.words for name in about))), side=side,
            evidence=[(Role.TARGET, name.at) for name in about],
        )  # fmt: skip


NO_PARTIES = Parties()


def parties_of(scene: Scene, layout: Layout, rows: Sequence[Row]) -> Parties:
    """Whom the rows of a record name as belligerents, supporters, and others."""
    side, lines, supporters, others = 0, list[BoxLine](), list[BoxLine](), list[Piece]()
    for place, row in enumerate(rows):
        side = layout.side_under(row.label, side)
        reader = layout.reader_of(row.label)
        listed = [BoxLine(part, side, flagged=False, row=place) for part in row.value.parts(";")]
        if reader == PARTY:
            lines += listed
        elif reader == "supporters":
            supporters += listed
        elif reader == "others":
            others += [line.piece for line in listed]
    fought, stood_by = listed_in(scene, tuple(lines)), listed_in(scene, tuple(supporters))
    return Parties(Sides(fought.members, "", fought.unread, stood_by.members), tuple(others))


def belligerents(scene: Scene, row: Row, parties: Parties, reader: str) -> Iterator[Claim | Finding]:
    """Each belligerent of a row with its side, and when it joined and left where brackets behind it say so."""
    for member in parties.sides.members:
        if row.value.start <= member.name.start < row.value.end:
            target = Target((member.name.words,))
            yield scene.stated(member.name.at, "belligerent", Said(), reader, target=target, side=member.side)
            yield from came_and_went(scene, member, target, reader)
    for piece in parties.sides.unread:
        if row.value.start <= piece.start < row.value.end:
            yield scene.unread(piece.at, "it names no party to the fighting")


def supporters(scene: Scene, row: Row, parties: Parties, reader: str) -> Iterator[Claim | Finding]:
    """Each who supported a side without fighting."""
    for member in parties.sides.supporters:
        if row.value.start <= member.name.start < row.value.end:
            target = Target((member.name.words,))
            yield scene.stated(member.name.at, "supporter", Said(), reader, target=target, side=member.side)


def named(
    scene: Scene, row: Row, parties: Parties, side: int, attribute: str, reader: str
) -> Iterator[Claim | Finding]:
    """The persons or military units of a row, each by its name."""
    for item in items(scene, row, parties):
        if item.words and not is_pointer(item.words.words):
            said = parties.only(item.about, side) if item.about else parties.all_of(side)
            yield scene.stated(item.words.at, attribute, Name(item.words.words), reader, **said)


def strengths(scene: Scene, row: Row, parties: Parties, side: int, reader: str) -> Iterator[Claim | Finding]:
    """The forces of a side."""
    yield from _figures(scene, row, parties, parties.all_of(side), STRENGTHS, reader)


def losses(scene: Scene, row: Row, parties: Parties, side: int, reader: str) -> Iterator[Claim | Finding]:
    """The losses of a side."""
    yield from _figures(scene, row, parties, parties.all_of(side), LOSSES, reader)


def strengths_in_all(scene: Scene, row: Row, parties: Parties, reader: str) -> Iterator[Claim | Finding]:
    """The forces of all sides together."""
    yield from _figures(scene, row, parties, Details(target=EVERYONE), STRENGTHS, reader)


def losses_in_all(scene: Scene, row: Row, parties: Parties, reader: str) -> Iterator[Claim | Finding]:
    """The losses of all sides together."""
    yield from _figures(scene, row, parties, Details(target=EVERYONE), LOSSES, reader)


def _figures(
    scene: Scene, row: Row, parties: Parties, whose: Details, kind: RowKind, reader: str
) -> Iterator[Claim | Finding]:
    for item in items(scene, row, parties):
        said = parties.only(item.about, whose.get("side", 0)) if item.about else Details(**whose)
        said["evidence"] = [*said.get("evidence", ()), *([(Role.CONCEPT, row.label_at)] if row.label_at else [])]
        counted = RowKind(kind.attribute, kind.concept, by_mark=bool(item.about))
        claims, findings = counted_in(scene, item.words, said | _said_of(scene, item, said), counted, reader)
        yield from findings
        yield from (claim if item.about else on_its_own_side(scene, parties.sides, claim) for claim in claims)


def _said_of(scene: Scene, item: Item, said: Details) -> Details:
    """What the brackets behind an item say: who gives it, and of which time or part."""
    more = Details(attribution=item.attribution, evidence=list(said.get("evidence", ())))
    if item.claimant:
        more["evidence"] = [*more["evidence"], (Role.CLAIMANT, item.claimant.at)]
    if item.part:
        more["phase"] = item.part.words
        dated = [phrase.date for phrase, _ in scene.dates_in(item.part.words) if phrase.date and not phrase.lacks_year]
        if len(dated) == 1:
            more["period"] = dated[0]
            more["evidence"] = [*more["evidence"], (Role.TIME, item.part.at)]
    return more


def items(scene: Scene, row: Row, parties: Parties) -> Iterator[Item]:
    """The parts of a row between semicolons, each without the brackets behind it that are understood.

    What a bracket behind the label says holds for all of them.
    """
    label = Piece(row.label_at[0], scene.text.content[slice(*row.label_at)]) if row.label_at else Piece(0, "")
    bracket = bracket_behind(label)
    of_all = (_told(Item(row.value), *bracket, parties) if bracket else None) or Item(row.value)
    for part in row.value.parts(";"):
        item = replace(of_all, words=part.without_marks())
        for _ in range(_MOST_BRACKETS):
            bracket = bracket_behind(item.words)
            told = _told(item, *bracket, parties) if bracket else None
            if told is None:
                break
            item = told
        yield item


def _told(item: Item, words: Piece, inside: Piece, parties: Parties) -> Item | None:
    """The item less a bracket, with what that says; None for one that belongs to its words."""
    told: Item | None = replace(item, words=words)
    for part in inside.parts(";"):
        told = _with(told, part, parties) if told else None
    return told


def _with(item: Item, said: Piece, parties: Parties) -> Item | None:
    if about := parties.named_in(said):
        return replace(item, about=about)
    if said.words.endswith(_ONLY):
        return replace(item, part=said.part(0, len(said.words) - len(_ONLY)))
    speaker = speaker_in(said)
    if speaker and speaker.attribution and speaker.claimant:
        return replace(item, claimant=speaker.claimant, attribution=speaker.attribution)
    return None


def bracket_behind(words: Piece) -> tuple[Piece, Piece] | None:
    """The words before the bracket that ends them, and what stands in it, brackets within it and all."""
    depth = 0
    if not words.words.endswith(")"):
        return None
    for place in range(len(words.words) - 1, 0, -1):
        depth += {")": 1, "(": -1}.get(words.words[place], 0)
        if depth == 0:
            return words.part(0, place), words.part(place + 1, len(words.words) - 1)
    return None
