"""How does this publisher label the facts of a record?

A layout is a TOML table beside this module: labels and the name of the reader that understands their rows, the marks
by which sides are told apart, the letters that stand for kinds of loss. A new publisher is a new table.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import EventKind, Passage, PassageKind, Text

__all__ = ["PARTY", "Layout", "Row", "declared", "heading_before", "layout_in", "layout_of", "rows_in"]

PARTY = "party"
_LABEL = re.compile(r"\s{0,9}([^\W\d_][^:\n]{1,60}):(?=\s|$)")
_HOLDS_ROWS = (PassageKind.FACT_LINE, PassageKind.PARAGRAPH, PassageKind.LIST_LINE, PassageKind.CELL)
_NAMES_EVENTS = (PassageKind.TITLE, PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.FACT_LINE)


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled fact of a page: the label as printed, the words of the fact, where the label stands, if it does.

    `column`: of a table with several columns of facts, 0 elsewhere.
    """

    label: str
    value: Piece
    label_at: tuple[int, int] | None = None
    column: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A publisher's habit. `readers`: reader by label; `sides`: actor by mark; `letters`: concept by letter.

    `column`: which column of a table is read, where there are several; 0 for all. `parties`: the number of the side
    whose belligerents a label names; the rows below are about that side, up to the next.
    """

    name: str
    kind: EventKind
    at_least: int
    readers: Mapping[str, str]
    sides: Mapping[str, str]
    letters: Mapping[str, str]
    scheme: str
    column: int = 0
    parties: Mapping[str, int] = field(default_factory=dict)

    def reader_of(self, label: str) -> str:
        """The reader of the rows with this label; empty if the layout does not know it.

        In a layout by sides a bracket may say of whom: `Losses (Borduria)`.
        """
        known = self.readers.get(_plain(label), "")
        return known or (self.readers.get(_plain(label.partition(" (")[0]), "") if self.parties else "")

    def side_under(self, label: str, above: int) -> int:
        """The side that a row with this label is about, if the row above is about side `above`."""
        return self.parties.get(_plain(label), above)

    def side_of(self, mark: str) -> str:
        """The actor that a mark or a side's own word means, with or without full stops; empty if it means none."""
        return self.sides.get(mark) or self.sides.get(mark.replace(".", ""), "")

    def reads(self, row: Row) -> bool:
        """Does the row stand in a column that the layout reads?"""
        return self.column == 0 or row.column in (0, self.column)


def rows_in(text: Text) -> tuple[Row, ...]:
    """Every labelled fact of a text, in the order of the page; a list that goes on in a further line is one fact."""
    rows: list[Row] = []
    for row in _rows(text):
        if rows and _goes_on(rows[-1], row):
            begin = rows[-1].value.start
            rows[-1] = replace(rows[-1], value=Piece(begin, text.content[begin : row.value.end]))
        else:
            rows.append(row)
    return tuple(rows)


def _goes_on(above: Row, row: Row) -> bool:
    same = above.label == row.label and above.column == row.column
    return same and row.label_at is None and above.value.words.endswith(";")


def layout_of(rows: tuple[Row, ...]) -> Layout | None:
    """The layout that knows most of the labels, if it knows enough of them to be sure."""
    known = [(len({row.label for row in rows if layout.reader_of(row.label)}), layout) for layout in declared()]
    count, best = max(known, key=lambda scored: scored[0])
    return best if count >= best.at_least else None


def heading_before(text: Text, row: Row) -> Piece | None:
    """The title, heading or line that stands last before a row: the name of what the record is about."""
    begins = row.label_at[0] if row.label_at else row.value.start
    names = [passage for passage in text.passages_of(*_NAMES_EVENTS) if passage.end <= begins]
    return Piece.of(text, names[-1]) if names else None


def _rows(text: Text) -> Iterator[Row]:
    for passage in text.passages_of(*_HOLDS_ROWS):
        piece = Piece.of(text, passage)
        printed = _LABEL.match(piece.words)
        if passage.label and not (printed and _plain(printed[1]) == _plain(passage.label)):
            yield Row(passage.label, piece, _printed_before(text, passage), passage.side)
        elif printed:
            label = piece.part(printed.start(1), printed.end(1))
            yield Row(label.words, piece.part(printed.end(), len(piece.words)), label.at)


def _printed_before(text: Text, passage: Passage) -> tuple[int, int] | None:
    """Where the label of a passage is printed, if it stands right before it."""
    begin = max(0, passage.start - len(passage.label) - 12)
    place = text.content.rfind(passage.label, begin, passage.start)
    return (place, place + len(passage.label)) if place >= 0 else None


@cache
def declared() -> tuple[Layout, ...]:
    """The layouts of all publishers whose table stands here."""
    folder = files(__name__)
    tables = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(layout_in(entry.read_text(encoding="utf-8")) for entry in tables)


def layout_in(table: str) -> Layout:
    """The layout that a publisher's table declares, in TOML."""
    rows: Mapping[str, object] = tomllib.loads(table)
    readers = rows["readers"]
    assert isinstance(readers, dict)
    parties = rows.get("parties", {})
    assert isinstance(parties, dict)
    return Layout(
        name=str(rows["name"]),
        kind=EventKind(str(rows.get("kind", "unknown"))),
        at_least=int(str(rows["at_least"])),
        readers={_plain(label): reader for reader, labels in {**readers, PARTY: parties}.items() for label in labels},
        sides=_strings(rows.get("sides")),
        letters=_strings(rows.get("letters")),
        scheme=str(rows.get("scheme", "")),
        column=int(str(rows.get("column", 0))),
        parties={_plain(label): int(side) for label, side in parties.items()},
    )


def _strings(rows: object) -> dict[str, str]:
    return {str(key): str(value) for key, value in rows.items()} if isinstance(rows, dict) else {}


def _plain(label: str) -> str:
    return " ".join(re.findall(r"[\w#]+", label.casefold()))
