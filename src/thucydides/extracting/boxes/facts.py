"""What does each row of an info-box claim?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from thucydides.extracting.boxes.figures import losses, strengths
from thucydides.extracting.boxes.layout import Box, BoxLine, boxes_of
from thucydides.extracting.boxes.sides import Sides, bare_name, sides_of
from thucydides.extracting.boxes.splitting import border_of_names
from thucydides.extracting.dating import dates
from thucydides.extracting.results import outcomes
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import Claim, Finding, Inference, Name, Role, Said, Target, Wording

READER = "info-box/1"
# Between the larger events that one belongs to, and what is left at the end of a line that was broken there.
_AND_PART_OF = re.compile(
    r"\s*(?:,|;|\band\b|&)\s*\Z|\s*(?:,|;)?\s(?:and|&)\s+(?=the\s)|\s*,\s+(?=the\s)|;\s", re.IGNORECASE
)


class InfoBox:
    """Reads the info-box of an article about a conflict, with its columns or flattened."""

    name = READER

    def claims(self, scene: Scene) -> Iterator[Claim | Finding]:
        """What the page's name and its first info-box say of the main event; further boxes are reported as unread."""
        boxes = tuple(boxes_of(scene.text))
        if not boxes:
            return
        first, *further = boxes
        yield from _page_name(scene)
        sides = sides_of(scene, first)
        for name, lines in first.rows.items():
            yield from _ROW_READERS.get(name, _unread)(_Row(scene, first, sides, lines))
        for box in further:
            for lines in box.rows.values():
                yield scene.unread((lines[0].piece.start, lines[-1].piece.end), "a second info-box of the page")


@dataclass(frozen=True, slots=True)
class _Row:
    scene: Scene
    box: Box
    sides: Sides
    lines: tuple[BoxLine, ...]


def _page_name(scene: Scene) -> Iterator[Claim | Finding]:
    if scene.event.span is not None:
        yield scene.stated((scene.event.span.start, scene.event.span.end), "name", Name(scene.event.label), READER)


def _title(row: _Row) -> Iterator[Claim | Finding]:
    for line in row.lines[:1]:
        yield row.scene.stated(line.piece.at, "name", Name(line.piece.words), READER)


def _part_of(row: _Row) -> Iterator[Claim | Finding]:
    for line in row.lines:
        whole = line.piece.without_marks()
        opening = len("part of ") if whole.words.casefold().startswith("part of ") else 0
        for event in whole.part(opening, len(whole.words)).split(_AND_PART_OF):
            name = event.part(4, len(event.words)) if event.words[:4].casefold() == "the " else event
            yield row.scene.stated(name.at, "part_of", Name(name.words), READER)


def _result(row: _Row) -> Iterator[Claim | Finding]:
    for line in row.lines:
        said = tuple(outcomes(row.scene, line.piece, READER))
        yield from said or (row.scene.unread(line.piece.at, "a result without any known word for an outcome"),)


def _dates(row: _Row) -> Iterator[Claim | Finding]:
    for line in row.lines:
        yield from dates(row.scene, line.piece, READER)


def _wording(attribute: str) -> Callable[[_Row], Iterator[Claim | Finding]]:
    def read(row: _Row) -> Iterator[Claim | Finding]:
        for line in row.lines:
            words = line.piece.without_marks().trimmed(";,")
            if words:
                yield row.scene.stated(words.at, attribute, Wording(words.words), READER)

    return read


def _belligerents(row: _Row) -> Iterator[Claim | Finding]:
    for member in row.sides.members:
        target = Target((member.name.words,))
        inferred = row.sides.inferred() if member.side else []
        yield row.scene.stated(
            member.name.at, "belligerent", Said(), READER, target=target, side=member.side, inferred=inferred
        )
    for piece in row.sides.unread:
        yield row.scene.unread(piece.at, "a supporter or a heading among the belligerents: not a party to the fighting")


def _commanders(row: _Row) -> Iterator[Claim | Finding]:
    names = [bare_name(line) for line in row.lines]
    border, rule = border_of_names(row.scene, row.sides, names)
    for place, (line, name) in enumerate(zip(row.lines, names, strict=True)):
        side = line.side or (0 if not border else 1 if place < border else 2)
        flagged = row.sides.under_flag(row.scene.gazetteer, line.flag, side)
        members = flagged or row.sides.of(side)
        target = Target(tuple(member.name.words for member in members))
        found = "flag-of-the-line" if flagged else "side-of-the-box" if line.side else rule
        inferred = [Inference("target", found)] if target.names else []
        inferred += [] if line.side or not side else [Inference("side", rule)]
        spans = [(Role.TARGET, member.name.at) for member in members]
        if name:
            yield row.scene.stated(
                name.at, "commander", Name(name.words), READER,
                target=target, side=side, evidence=spans, inferred=inferred,
            )  # fmt: skip


def _strengths(row: _Row) -> Iterator[Claim | Finding]:
    yield from strengths(row.scene, row.sides, row.lines, READER)


def _losses(row: _Row) -> Iterator[Claim | Finding]:
    yield from losses(row.scene, row.sides, row.lines, READER)


def _nothing(_row: _Row) -> Iterator[Claim | Finding]:
    """What a picture shows says nothing of the event."""
    yield from ()


def _unread(row: _Row) -> Iterator[Claim | Finding]:
    for line in row.lines:
        if any(character.isdigit() for character in line.piece.words):
            yield row.scene.unread(line.piece.at, "a row of the info-box that no reader knows")


_ROW_READERS: dict[str, Callable[[_Row], Iterator[Claim | Finding]]] = {
    "title": _title,
    "partof": _part_of,
    "result": _result,
    "date": _dates,
    "place": _wording("place"),
    "territory": _wording("territorial_change"),
    "cause": _wording("cause"),
    "caption": _nothing,
    "combatants": _belligerents,
    "commanders": _commanders,
    "strength": _strengths,
    "casualties": _losses,
}
