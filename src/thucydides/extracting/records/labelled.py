"""What do the labelled facts of a record say, in the layout of its publisher?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from thucydides.extracting.dating import dates
from thucydides.extracting.pieces import Piece
from thucydides.extracting.records.commanders import commanders
from thucydides.extracting.records.forces import record_losses, record_strengths
from thucydides.extracting.records.layouts import Layout, Row, layout_of, rows_in
from thucydides.extracting.records.own_marks import with_own_marks
from thucydides.extracting.results import outcomes
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import Claim, Finding, Identifier, Name, Wording

READER = "labelled-record/1"
_BRACKET = re.compile(r"\s*[\[(][^\[\]()]{0,120}[\])]\s*$")
_SECOND = re.compile(r",?\s{0,3}\b(?:or|also called|also known as)\s{1,3}([^\W\d_][^()]{1,80})")
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
        if not {"dates", "start"} & {layout.reader_of(row.label) for row in rows}:
            yield from _dated_name(scene)
        layout = with_own_marks(scene, layout, rows)
        for row in rows:
            yield from _heard(scene, layout, row)


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


def _heard(scene: Scene, layout: Layout, row: Row) -> Iterator[Claim | Finding]:
    if not row.value or not layout.reads(row) or _says_nothing(layout, row):
        return
    reader = _READERS.get(layout.reader_of(row.label))
    if reader:
        yield from reader(_Fact(scene, layout, row))


def _says_nothing(layout: Layout, row: Row) -> bool:
    """`Other Names: None`: there is no name; of losses, `none` is a figure."""
    return layout.reader_of(row.label) in _NAMING and bool(_NOTHING.fullmatch(row.value.words))


@dataclass(frozen=True, slots=True)
class _Fact:
    scene: Scene
    layout: Layout
    row: Row


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
}
