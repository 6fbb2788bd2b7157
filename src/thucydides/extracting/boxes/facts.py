"""What does each row of an info-box claim?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from thucydides.extracting.boxes.figures import losses, strengths
from thucydides.extracting.boxes.layout import Box, BoxLine, boxes_of
from thucydides.extracting.boxes.left_out import left_out, places_of
from thucydides.extracting.boxes.sides import Member, Sides, bare_name, is_pointer, names_listed, sides_of
from thucydides.extracting.boxes.splitting import border_of_names
from thucydides.extracting.citations import SENTENCE_END, figures_said
from thucydides.extracting.counting import STRENGTHS, RowKind, figures_of
from thucydides.extracting.dating import dates
from thucydides.extracting.naming import event_kind
from thucydides.extracting.pieces import Piece
from thucydides.extracting.results import outcomes
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import (
    Claim,
    Code,
    DateForm,
    DatePhrase,
    EventKind,
    EventMention,
    Finding,
    HistoricalDate,
    Inference,
    Name,
    PassageKind,
    Role,
    Said,
    Target,
    Wording,
)

READER = "info-box/1"
_OF_THE = re.compile(r"(?:of\s)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)\Z")
_DEEDS = re.compile(
    r",\s(?:command(?:ing|ed)|relieved|replaced|succeeded|later|then|until|from|who|killed|wounded)\b.*", re.I
)
_PERSON = re.compile(r"\w[\w.'’-]*(?:\s\w[\w.'’-]*){0,2}")
_TITLE = re.compile(
    r"(?:(?:1[0-9]?|[2-9])(?:st|nd|rd|th)|count|comte|conde|graf|duke|duc|duque|prince|king|queen|emperor|archduke|marquis|marquess"
    r"|marqu[eé]s|baron|earl|viscount|vicomte|lord|lady|sir|margrave|landgrave|elector|bishop|jr|sr|junior|senior|the|of|i{1,3}|iv)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")
_VICTORY = re.compile(r"\bvictor(?:y|ies|ious)\b", re.IGNORECASE)
# Between the larger events that one belongs to, and what is left at the end of a line that was broken there.
_BETWEEN_EVENTS = re.compile(r",?\sand\s|,\s|\s[–—-]\s|\s&\s", re.IGNORECASE)
_HEAD = re.compile(r"\s(?:of|in)\s")
_AND_PART_OF = re.compile(
    r"\s*(?:,|;|\band\b|&)\s*\Z|\s*(?:,|;)?\s(?:and|&)\s+(?=the\s)|\s*,\s+(?=the\s)|;\s", re.IGNORECASE
)
_COMES = re.compile(
    r"\b(?:(?P<joins>from|since|after|joined|entered|с|ab|seit|depuis|desde)|until|till|before|to|left|withdrew|до|bis|hasta)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 160


class InfoBox:
    """Reads the info-box of an article about a conflict, with its columns or flattened."""

    name = READER

    def claims(self, scene: Scene) -> Iterator[Claim | Finding]:
        """What the page's name and its info-boxes say: the first of the main event, each other of the one it names."""
        boxes = tuple(boxes_of(scene.text))
        if boxes:
            yield from _page_name(scene)
        for place, box in enumerate(boxes):
            within = scene if place == 0 else _scene_of(scene, box)
            if within is None:
                yield from _nameless(scene, box)
                continue
            sides = sides_of(within, box)
            for name, lines in box.rows.items():
                yield from _ROW_READERS.get(name, _unread)(_Row(within, box, sides, lines))


def _scene_of(scene: Scene, box: Box) -> Scene | None:
    """The page as a further box sees it: its event is the one that the box names, or else the heading above it."""
    named = next((line.piece for line in box.row("title")), None) or _heading_above(scene, box)
    if named is None:
        return None
    if named.words.casefold() == scene.event.label.casefold():
        return scene
    event = EventMention(named.words, scene.text.span(*named.at), event_kind(named.words))
    return replace(scene, event=event)


def _heading_above(scene: Scene, box: Box) -> Piece | None:
    heads = [head for head in scene.text.passages_of(PassageKind.HEADING) if head.end <= box.start and head.level > 1]
    return Piece.of(scene.text, heads[-1]) if heads else None


def _nameless(scene: Scene, box: Box) -> Iterator[Finding]:
    """The lines of a further box that names no event: nobody can tell which one it is about."""
    for line in (line for lines in box.rows.values() for line in lines):
        if any(character.isdigit() for character in line.piece.words):
            yield scene.unread(line.piece.at, "a further info-box of the page, which names no event")


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
        opening = opening or _OF_THE.match(whole.words).end()  # type: ignore[union-attr]
        for event in _each(whole.part(opening, len(whole.words))):
            name = event.part(4, len(event.words)) if event.words[:4].casefold() == "the " else event
            yield row.scene.stated(name.at, "part_of", Name(name.words), READER)


def _each(larger: Piece) -> Iterator[Piece]:
    """The larger events of a line: parted where every part is by itself the name of an event, else before `the`."""
    parts = tuple(larger.trimmed(".").split(_BETWEEN_EVENTS))
    if len(parts) > 1 and all(event_kind(_HEAD.split(part.words)[0]) is not EventKind.UNKNOWN for part in parts):
        yield from parts
    else:
        yield from larger.split(_AND_PART_OF)


def _result(row: _Row) -> Iterator[Claim | Finding]:
    for place, line in enumerate(row.lines):
        # Lines below the first tell what followed: a conquest or a surrender there is a part of it, not who won.
        followed = place and not _VICTORY.search(line.piece.words)
        said = tuple(outcomes(row.scene, line.piece, READER))
        said = tuple(claim for claim in said if not (followed and _tells_who_won(claim)))
        yield from said or (row.scene.unread(line.piece.at, "a result without any known word for an outcome"),)


def _tells_who_won(heard: Claim | Finding) -> bool:
    if not isinstance(heard, Claim):
        return False
    return heard.attribute in ("winner", "loser") or (isinstance(heard.value, Code) and "victory" in heard.value.codes)


def _dates(row: _Row) -> Iterator[Claim | Finding]:
    for line in row.lines:
        heard = tuple(dates(row.scene, line.piece, READER))
        yield from heard
        yield from left_out(row.scene, line.piece, places_of(heard))


def _wording(attribute: str) -> Callable[[_Row], Iterator[Claim | Finding]]:
    def read(row: _Row) -> Iterator[Claim | Finding]:
        for line in row.lines:
            words = line.piece.without_marks().trimmed(";,")
            if _WORD.search(words.words) and not _IN_BRACKETS.match(words.words):
                yield row.scene.stated(words.at, attribute, Wording(words.words), READER)

    return read


def _belligerents(row: _Row) -> Iterator[Claim | Finding]:
    for member in row.sides.members:
        target = Target((member.name.words,))
        inferred = row.sides.inferred() if member.side else []
        yield row.scene.stated(
            member.name.at, "belligerent", Said(), READER, target=target, side=member.side, inferred=inferred
        )
        yield from came_and_went(row.scene, member, target, READER)
    for member in row.sides.supporters:
        yield row.scene.stated(
            member.name.at, "supporter", Said(), READER, target=Target((member.name.words,)), side=member.side,
        )  # fmt: skip
    for piece in row.sides.unread:
        yield row.scene.unread(
            piece.at, "a heading or pointer among the belligerents: it names no party to the fighting"
        )


def came_and_went(scene: Scene, member: Member, target: Target, reader: str) -> Iterator[Claim | Finding]:
    """`(from 1941)`, `(until 1940)`, `(1939–1941)` behind a belligerent: when it joined and left."""
    if member.aside is None:
        return
    for phrase, inferred in scene.dates_in(member.aside.words):
        at = member.aside.start + phrase.start, member.aside.start + phrase.end
        for attribute, value in _comings(phrase, member.aside.words):
            yield scene.stated(
                at, attribute, value, reader, target=target, side=member.side, inferred=inferred,
                evidence=[(Role.TARGET, member.name.at)],
            )  # fmt: skip


def _comings(phrase: DatePhrase, words: str) -> Iterator[tuple[str, HistoricalDate]]:
    if phrase.lacks_year:
        return
    if phrase.form is DateForm.EXTENT:
        yield from ((name, date) for name, date in (("joined", phrase.begin), ("left", phrase.finish)) if date)
    elif phrase.form is DateForm.POINT and phrase.date and (found := _COMES.search(words)):
        yield ("joined" if found["joins"] else "left"), phrase.date


def _commanders(row: _Row) -> Iterator[Claim | Finding]:
    named = [(line, name, under) for line, under in _under_headings(row) for name in _persons(line)]
    border, rule = border_of_names(row.scene, row.sides, [name for _, name, _ in named])
    for place, (line, name, under) in enumerate(named):
        side = line.side or (0 if not border else 1 if place < border else 2)
        flagged = row.sides.under_flag(row.scene.gazetteer, line.flag, side)
        members = flagged or under or row.sides.of(side)
        target = Target(tuple(dict.fromkeys(member.name.words for member in members)))
        found = "flag-of-the-line" if flagged else "side-of-the-box" if line.side else rule
        found = "heading-of-the-cell" if under and not flagged else found
        inferred = [Inference("target", found)] if target.names else []
        inferred += [] if line.side or not side else [Inference("side", rule)]
        spans = [(Role.TARGET, member.name.at) for member in members]
        if name:
            yield row.scene.stated(
                name.at, "commander", Name(name.words), READER,
                target=target, side=side, evidence=spans, inferred=inferred,
            )  # fmt: skip


def _under_headings(row: _Row) -> Iterator[tuple[BoxLine, tuple[Member, ...]]]:
    """Each line with the belligerents of its column whom the last heading above it names: `Borduria and Syldavia:`."""
    under, column = tuple[Member, ...](), (0, -1)
    for line in row.lines:
        words = line.piece.without_marks()
        if column != (line.side, line.row):
            under, column = (), (line.side, line.row)
        if line.side and words.words.endswith((":", "：")):
            members = row.sides.of(line.side)
            named = {name.words.casefold() for name in names_listed(words.trimmed(":："), members)}
            under = tuple(member for member in members if member.name.words.casefold() in named)
        yield line, under


def _persons(line: BoxLine) -> Iterator[Piece]:
    """The persons of a line: one, or as many as commas part; not where a comma leads to his title or his deeds."""
    name = _person(line)
    if deeds := _DEEDS.search(name.words):
        name = name.part(0, deeds.start())
    parts = tuple(name.parts(","))
    alike = len(parts) > 1 and all(_PERSON.fullmatch(part.words) and not _TITLE.match(part.words) for part in parts)
    yield from parts if alike else (name.trimmed(","),)


def _person(line: BoxLine) -> Piece:
    """The name of a commander; nothing where the line is a heading, leads elsewhere or says that nobody is known."""
    name = bare_name(line)
    said = bool(name) and not name.words.endswith((":", "：")) and not is_pointer(name.words)
    return name if said and any(character.isalpha() for character in name.words) else name.part(0, 0)


def _formations(row: _Row) -> Iterator[Claim | Finding]:
    """Military units under their names; a line that counts them is one of strengths."""
    for line in row.lines:
        name = bare_name(line)
        if figures_of(row.scene, line.piece, STRENGTHS):
            yield from strengths(row.scene, row.sides, (line,), READER)
        elif name.words.endswith((":", "：")) or is_pointer(name.words) or len(name.words) > _LONGEST_NAME:
            yield from _unread(replace(row, lines=(line,)))
        elif name:
            members = row.sides.under_flag(row.scene.gazetteer, line.flag, line.side) or row.sides.of(line.side)
            target = Target(tuple(member.name.words for member in members))
            yield row.scene.stated(
                name.at, "formation", Name(name.words), READER, target=target, side=line.side,
                evidence=[(Role.TARGET, member.name.at) for member in members],
                inferred=[Inference("target", "side-of-the-box")] if members else [],
            )  # fmt: skip


def _notes(row: _Row) -> Iterator[Claim | Finding]:
    """The notes of a box tell what its rows leave out; what they count is claimed where they say of whom."""
    for line in row.lines:
        said = tuple(
            claim for sentence in line.piece.split(SENTENCE_END) for claim in figures_said(row.scene, sentence, READER)
        )
        yield from said
        if not said and any(character.isdigit() for character in line.piece.words):
            yield row.scene.unread(line.piece.at, "a note of the info-box that counts nothing understood")


def _strengths(row: _Row) -> Iterator[Claim | Finding]:
    yield from strengths(row.scene, row.sides, row.lines, READER)


def _losses(row: _Row) -> Iterator[Claim | Finding]:
    yield from losses(row.scene, row.sides, row.lines, READER)


def _losses_of(concept: str) -> Callable[[_Row], Iterator[Claim | Finding]]:
    """Of a row whose own label says what a bare number counts: `fatalities`, `injuries`."""

    def read(row: _Row) -> Iterator[Claim | Finding]:
        yield from losses(row.scene, row.sides, row.lines, READER, RowKind("loss", concept))

    return read


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
    "units": _formations,
    "notes": _notes,
    "strength": _strengths,
    "casualties": _losses,
    "fatalities": _losses_of("dead"),
    "injuries": _losses_of("wounded"),
}
