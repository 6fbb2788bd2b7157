"""Which row of an info-box does a parameter fill, and for which side?

A box has as many columns as its highest belligerent, two at least. What is numbered one above them, `casualties3` of
two sides, spans all columns: a shared total, not a third side. A `status` takes the place of the result.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from thucydides.reading.wikitext.templates import Given

FEWEST_SIDES, MOST_SIDES = 2, 5
_NUMBERED = re.compile(r"(?P<name>.*?)\s?(?P<number>[1-6])?(?P<row>[a-e])?\Z")
_OWN_ROWS = frozenset({"combatants", "casualties", "strength", "commanders", "result", "status", "territory"})
_SIDED_ROWS = frozenset({"units"})
_FULLWIDTH = str.maketrans("１２３４５６_-", "123456  ")


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row: its label, its side (0: all), and where its words stand. `said`: the box shows it as its own."""

    label: str
    side: int
    region: tuple[int, int]
    said: bool = True
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Names:
    boxes: frozenset[str]
    sided: Mapping[str, str]
    single: Mapping[str, str]
    headings: frozenset[str]
    unsaid: frozenset[str]


def is_box(name: str) -> bool:
    """Is the template an info-box about a conflict?"""
    return name in _names().boxes


def is_row(parameter: str) -> bool:
    """Is this the name of a parameter that no other template but an info-box about a conflict has?"""
    label, number = _placed(parameter.casefold())
    return label in _OWN_ROWS or (label in _SIDED_ROWS and number > 0)


def rows_of(box: Given) -> Iterator[Row]:
    """The rows of a box, its name first, the others as its parameters stand, without those that show no words."""
    placed = [(_placed(name), region) for name, region in box.parameters.items() if not name.isdigit()]
    placed.sort(key=lambda row: row[0][0] != "title")
    columns = max([FEWEST_SIDES, *(side for (label, side), _ in placed if label == "combatants")])
    has_status = any(label == "status" for (label, _), _ in placed)
    for (label, side), region in placed:
        if label == "":
            continue
        replaced = label == "result" and has_status
        known = not label.startswith("?")
        shown = "result" if label == "status" else label.lstrip("?")
        said = known and not replaced and not label.endswith("header")
        yield Row(shown, side if side <= min(columns, MOST_SIDES) else 0, region, said, known)


def _placed(parameter: str) -> tuple[str, int]:
    """The label and number of a parameter; no label for one without words, `?` before one that is not known."""
    names = _names()
    written = " ".join(parameter.translate(_FULLWIDTH).split())
    if written in names.unsaid:
        return "", 0
    if written in names.headings:
        return written, 0
    if written in names.single:
        return names.single[written], 0
    found = _NUMBERED.match(written)
    bare = found["name"] if found else written
    if bare in names.sided:
        return names.sided[bare], int(found["number"] or 0) if found else 0
    if bare in names.unsaid:
        return "", 0
    return names.single.get(bare, f"?{written[:60]}"), 0


@cache
def _names() -> _Names:
    rows = tomllib.loads(files(__package__).joinpath("parameters.toml").read_text(encoding="utf-8"))
    sided, single = (
        {name.casefold().replace("_", " "): label for label, listed in rows[part].items() for name in listed}
        for part in ("sided", "single")
    )
    unsaid = rows["unsaid"]
    return _Names(
        frozenset(rows["boxes"]["names"]), sided, single, frozenset(unsaid["headings"]), frozenset(unsaid["names"])
    )
