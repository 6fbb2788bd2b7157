"""What do the labelled facts of a record say, in the layout of its publisher?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from thucydides.extracting.citations import numbers_in, source_of
from thucydides.extracting.dating import dates
from thucydides.extracting.phrases import table
from thucydides.extracting.pieces import Piece
from thucydides.extracting.records import sides
from thucydides.extracting.records.commanders import commanders
from thucydides.extracting.records.forces import record_losses, record_strengths
from thucydides.extracting.records.layouts import PARTY, Layout, Row, layout_of, rows_in
from thucydides.extracting.records.own_marks import with_own_marks
from thucydides.extracting.records.sides import NO_PARTIES, Parties, bracket_behind, parties_of
from thucydides.extracting.results import outcomes
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import (
    Attribution,
    Claim,
    Code,
    Coordinates,
    Finding,
    Identifier,
    Magnitude,
    Name,
    Party,
    Role,
    Said,
    Target,
    Wording,
)

READER = "labelled-record/1"
_BRACKET = re.compile(r"\s*[\[(][^\[\]()]{0,120}[\])]\s*$")
_SECOND = re.compile(r",?\s{0,3}\b(?:or|also called|also known as)\s{1,3}([^\W\d_][^()]{1,80})")
_MAGNITUDE = re.compile(r"\d\.\d{1,2}")
_SCHEME = re.compile(r"[a-z][a-z0-9-]{1,30}")
_DEGREES = re.compile(r"(-?\d{1,2}\.\d+),\s(-?\d{1,3}\.\d+)")
_NAMING = ("names", "place", "campaign", "number")
_NOTHING = re.compile(
    r"(?:none|nil|no other(?: names?)?|not (?:known|applicable|available|given|named)|n\.?/?a\.?|unknown|unnamed|"
    r"[-–—?]{1,9})(?: known| recorded| given)?\.?",
    re.IGNORECASE,
)
_CODE = re.compile(r"[\w.-]{1,40}$")


class LabelledRecord:
    """Reads `Label: fact` lines and tables by the declared layouts; pages of no known layout are left alone."""

    name = READER

    def claims(self, scene: Scene) -> Iterator[Claim | Finding]:
        """What each labelled row says of the record's event."""
        rows = rows_in(scene.text)
        layout = layout_of(rows)
        if layout is None:
            return
        if scene.event.span is not None:
            yield scene.stated((scene.event.span.start, scene.event.span.end), "name", Name(scene.event.label), READER)
            yield from _second_name(scene)
        if not {"dates", "start", "on"} & {layout.reader_of(row.label) for row in rows}:
            yield from _dated_name(scene)
        layout = with_own_marks(scene, layout, rows)
        parties = parties_of(scene, layout, rows) if layout.parties else NO_PARTIES
        side = 0
        for row in rows:
            side = layout.side_under(row.label, side)
            yield from _heard(_Fact(scene, layout, row, parties, side))


def _dated_name(scene: Scene) -> Iterator[Claim | Finding]:
    """`First Ford (3 May 1864)`: the date that stands behind the name, where no row gives one."""
    behind = _behind_name(scene)
    if behind and (dated := behind.part(behind.words.find("(") + 1, len(behind.words))):
        yield from dates(scene, dated.trimmed("()"), READER)


def _second_name(scene: Scene) -> Iterator[Claim | Finding]:
    """`First Ford or Old Mill (3 May 1864)`: the name that stands behind the first."""
    behind = _behind_name(scene)
    if behind and (second := _SECOND.match(behind.words)):
        name = behind.part(*second.span(1)).trimmed()
        yield scene.stated(name.at, "name", Name(name.words), READER)


def _behind_name(scene: Scene) -> Piece | None:
    name = scene.event.span
    heading = scene.text.passage_at(name.start) if name else None
    return Piece.of(scene.text, heading).part(name.end - heading.start, heading.end) if name and heading else None


def _heard(fact: "_Fact") -> Iterator[Claim | Finding]:
    layout, row = fact.layout, fact.row
    if not row.value or not layout.reads(row) or _says_nothing(layout, row):
        return
    reader = _READERS.get(layout.reader_of(row.label))
    if reader:
        yield from reader(fact)


def _says_nothing(layout: Layout, row: Row) -> bool:
    """`Other Names: None`: there is no name; of losses, `none` is a figure."""
    return layout.reader_of(row.label) in _NAMING and bool(_NOTHING.fullmatch(row.value.words))


@dataclass(frozen=True, slots=True)
class _Fact:
    scene: Scene
    layout: Layout
    row: Row
    parties: Parties = NO_PARTIES
    side: int = 0


def _names(fact: _Fact) -> Iterator[Claim | Finding]:
    for name in fact.row.value.parts(";"):
        yield fact.scene.stated(name.at, "name", Name(name.words), READER)


def _places(fact: _Fact) -> Iterator[Claim | Finding]:
    for part in fact.row.value.parts(";"):
        place = part.trimmed(".,") if part.words.count(".") == 1 else part
        yield fact.scene.stated(place.at, "place", Wording(place.words), READER)


def _campaign(fact: _Fact) -> Iterator[Claim | Finding]:
    value = fact.row.value
    dated = _BRACKET.search(value.words[-130:])
    name = value.part(0, len(value.words) - len(value.words[-130:]) + dated.start()) if dated else value
    if name and not name.words.isdigit():
        yield fact.scene.stated(name.at, "part_of", Name(name.words), READER)


def _dates(fact: _Fact) -> Iterator[Claim | Finding]:
    yield from dates(fact.scene, fact.row.value, READER)


def _date_as(attribute: str) -> Callable[[_Fact], Iterator[Claim | Finding]]:
    def read(fact: _Fact) -> Iterator[Claim | Finding]:
        value = fact.row.value
        for phrase, inferred in fact.scene.dates_in(value.words)[:1]:
            if phrase.date and not phrase.lacks_year:
                at = value.part(phrase.start, phrase.end).at
                yield fact.scene.stated(at, attribute, phrase.date, READER, inferred=inferred)
                return
        yield fact.scene.unread(value.at, f"no date was understood in {value.words[:80]!r}")

    return read


def _commanders(fact: _Fact) -> Iterator[Claim | Finding]:
    yield from commanders(fact.scene, fact.layout, fact.row.value, READER)


def _strengths(fact: _Fact) -> Iterator[Claim | Finding]:
    yield from record_strengths(fact.scene, fact.layout, fact.row, READER)


def _losses(fact: _Fact) -> Iterator[Claim | Finding]:
    yield from record_losses(fact.scene, fact.layout, fact.row, READER)


def _result(fact: _Fact) -> Iterator[Claim | Finding]:
    said = tuple(outcomes(fact.scene, fact.row.value, READER, sides=fact.layout.sides))
    yield from said or (fact.scene.unread(fact.row.value.at, "a result without any known word for an outcome"),)


def _number(fact: _Fact) -> Iterator[Claim | Finding]:
    value = fact.row.value
    if fact.layout.scheme and _CODE.match(value.words):
        number = Identifier(fact.layout.scheme, value.words)
        yield fact.scene.stated(value.at, "external_id", number, READER)


def _party(fact: _Fact) -> Iterator[Claim | Finding]:
    yield from sides.belligerents(fact.scene, fact.row, fact.parties, READER)


def _supporters(fact: _Fact) -> Iterator[Claim | Finding]:
    yield from sides.supporters(fact.scene, fact.row, fact.parties, READER)


def _named(attribute: str) -> Callable[[_Fact], Iterator[Claim | Finding]]:
    def read(fact: _Fact) -> Iterator[Claim | Finding]:
        yield from sides.named(fact.scene, fact.row, fact.parties, fact.side, attribute, READER)

    return read


def _of_a_side(
    reader: Callable[[Scene, Row, Parties, int, str], Iterator[Claim | Finding]],
) -> Callable[[_Fact], Iterator[Claim | Finding]]:
    return lambda fact: reader(fact.scene, fact.row, fact.parties, fact.side, READER)


def _of_all(
    reader: Callable[[Scene, Row, Parties, str], Iterator[Claim | Finding]],
) -> Callable[[_Fact], Iterator[Claim | Finding]]:
    return lambda fact: reader(fact.scene, fact.row, fact.parties, READER)


def _whole(attribute: str, value: Callable[[str], Name | Wording]) -> Callable[[_Fact], Iterator[Claim | Finding]]:
    """Of a row that says one thing, in all its words."""

    def read(fact: _Fact) -> Iterator[Claim | Finding]:
        yield fact.scene.stated(fact.row.value.at, attribute, value(fact.row.value.words), READER)

    return read


def _listed(attribute: str) -> Callable[[_Fact], Iterator[Claim | Finding]]:
    """Of a row that lists actors of whom something is so."""

    def read(fact: _Fact) -> Iterator[Claim | Finding]:
        for part in fact.row.value.parts(";"):
            names = fact.parties.named_in(part) or (part,)
            target = Target(tuple(name.words for name in names))
            yield fact.scene.stated(part.at, attribute, Said(), READER, target=target)

    return read


def _source(fact: _Fact) -> Iterator[Claim | Finding]:
    yield source_of(fact.scene, fact.row.value, fact.scene.event)
    yield from numbers_in(fact.scene, fact.row.value, fact.scene.event)


def _numbers(fact: _Fact) -> Iterator[Claim | Finding]:
    """`999 (cow-war)`: a number in the list that the bracket names."""
    for part in fact.row.value.parts(";"):
        bracket = bracket_behind(part)
        if bracket and _CODE.fullmatch(bracket[0].words) and _SCHEME.fullmatch(bracket[1].words):
            number = Identifier(bracket[1].words, bracket[0].words)
            yield fact.scene.stated(bracket[0].at, "external_id", number, READER)


def _coded(attribute: str, words: str) -> Callable[[_Fact], Iterator[Claim | Finding]]:
    """Of a row whose words mean a code of a list."""

    def read(fact: _Fact) -> Iterator[Claim | Finding]:
        for part in fact.row.value.parts(";"):
            if code := table(words).code_of(part.words):
                yield fact.scene.stated(part.at, attribute, Code((code,)), READER)
            else:
                yield fact.scene.unread(part.at, f"{part.words[:60]!r} is in no list of codes")

    return read


def _magnitude(fact: _Fact) -> Iterator[Claim | Finding]:
    if _MAGNITUDE.fullmatch(fact.row.value.words):
        yield fact.scene.stated(fact.row.value.at, "magnitude", Magnitude(fact.row.value.words), READER)


def _coordinates(fact: _Fact) -> Iterator[Claim | Finding]:
    """`12.5, -7.25`: degrees north and east."""
    value = fact.row.value
    if not (found := _DEGREES.fullmatch(value.words)):
        yield fact.scene.unread(value.at, "coordinates are read as degrees north and east: 12.5, -7.25")
    else:
        degrees = Coordinates(float(found[1]), float(found[2]), value.words)
        yield fact.scene.stated(value.at, "coordinates", degrees, READER)


def _clients(fact: _Fact) -> Iterator[Claim | Finding]:
    """`Borduria (Ruritania)`: a client state, and in brackets its sponsor."""
    for part in fact.row.value.parts(";"):
        if bracket := bracket_behind(part):
            whose, sponsor = bracket
            yield fact.scene.stated(
                part.at, "client_of", Party(sponsor.words), READER, target=Target((whose.words,)),
                evidence=[(Role.TARGET, whose.at)],
            )  # fmt: skip


def _demands(fact: _Fact) -> Iterator[Claim | Finding]:
    """`the left bank (Borduria)`: what was demanded, and in brackets who did."""
    bracket = bracket_behind(fact.row.value)
    if bracket is None:
        return
    words, who = bracket
    yield fact.scene.stated(
        words.at, "territorial_demand", Wording(words.words), READER, target=Target((who.words,)),
        evidence=[(Role.TARGET, who.at), (Role.CLAIMANT, who.at)], attribution=Attribution(who.words),
    )  # fmt: skip


_READERS: dict[str, Callable[[_Fact], Iterator[Claim | Finding]]] = {
    "names": _names,
    "place": _places,
    "campaign": _campaign,
    "dates": _dates,
    "start": _date_as("start_date"),
    "end": _date_as("end_date"),
    "commanders": _commanders,
    "strength": _strengths,
    "loss": _losses,
    "result": _result,
    "number": _number,
    "larger": _whole("part_of", Name),
    "type": _coded("conflict_type", "conflict_types"),
    "region": _whole("region", Wording),
    "issue": _coded("issue", "issues"),
    "scene": _whole("place", Wording),
    "coordinates": _coordinates,
    "on": _date_as("date"),
    "cause": _whole("cause", Wording),
    "initiator": _listed("initiator"),
    "client": _clients,
    "demand": _demands,
    "signatory": _listed("party"),
    "denounced": _date_as("denounced_date"),
    "expired": _date_as("expiry_date"),
    PARTY: _party,
    "supporters": _supporters,
    "side_commanders": _named("commander"),
    "side_formations": _named("formation"),
    "side_strength": _of_a_side(sides.strengths),
    "side_losses": _of_a_side(sides.losses),
    "all_strength": _of_all(sides.strengths_in_all),
    "all_losses": _of_all(sides.losses_in_all),
    "victors": _listed("winner"),
    "defeated": _listed("loser"),
    "territory": _whole("territorial_change", Wording),
    "settlement": _whole("settlement", Wording),
    "magnitude": _magnitude,
    "source": _source,
    "listed_as": _numbers,
}
