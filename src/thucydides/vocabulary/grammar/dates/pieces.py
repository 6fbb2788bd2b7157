"""Which day, month, year, season or century do these words name?

One date in one of the orders of `ROWS`, before anything is inherited from its neighbours.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from thucydides.vocabulary.dates import Part
from thucydides.vocabulary.grammar.dates.lexicon import ROMAN
from thucydides.vocabulary.grammar.dates.shapes import DayMonthHabit, Shaped

LAST_YEAR = 2100
FIRST_BARE_YEAR = 1000


class Piece(NamedTuple):
    """What the tokens `first` to `end` say; 0 where they do not say it. `order`: its row, such as `dmy`.

    `era`: before (BC), after (AD), hijra or empty. `second_year`: of a double date (1654/55) or of a winter (1939-40).
    `unsure_order`: day and month could be exchanged. `lower_case`: a month that may be another word.
    """

    first: int
    end: int
    order: str
    day: int = 0
    month: int = 0
    number: int = 0
    era: str = ""
    season: int = 0
    second_year: int = 0
    part: Part = Part.WHOLE
    approximate: str = ""
    uncertain: bool = False
    style: str = ""
    unsure_order: bool = False
    month_letter: str = ""

    @property
    def year(self) -> int | None:
        """The astronomical year: 1 BC is 0. None if not said."""
        if not self.number:
            return None
        return 1 - self.number if self.era == "before" else self.number

    @property
    def rank(self) -> tuple[int, int]:
        """Month and day, for telling which comes first within a year; the season counts by its first month."""
        return (self.month or {21: 3, 22: 6, 23: 9, 24: 12}.get(self.season, 0), self.day)


MONTH = "[malw]"
DAY = "[do]"
YEAR = r"(?P<p>e)?(?P<y>(?<=e)[d2y]|[d2](?=e)|y)(?P<q>e)?"
_BEFORE = r"(?P<c>[c~])?T?(?:(?P<v>v)[-iO]?T?)?(?P<c2>c)?(?:W,?)?T?"
_OPENING = re.compile(_BEFORE)
_AFTER = r"(?:\((?P<k>k)\)|(?P<k2>k))?(?P<u>\(\?\)|\?(?=\)))?"

Row = tuple[str, re.Pattern[str]]
Table = Mapping[str, tuple[Row, ...]]


def table(*rows: tuple[str, str, str]) -> Table:
    """Rows of order, letters with which it begins, and shape, sorted by the letter with which the date itself begins.

    Every date may have words before it (about, early, Sunday) and a mark after it (OS, a question mark).
    """
    compiled = [(begins, (order, re.compile(_BEFORE + shape + _AFTER))) for order, begins, shape in rows]
    letters = set().union(*(begins for begins, _ in compiled))
    return {letter: tuple(row for begins, row in compiled if letter in begins) for letter in letters}


def joined(*tables: Table) -> Table:
    """Several tables as one, the rows of the first before those of the second."""
    letters = {letter for each in tables for letter in each}
    return {letter: tuple(row for each in tables for row in each.get(letter, ())) for letter in letters}


_M, _D, _Y = "malw", "do", "ed2y"
_LONGER = table(
    ("F", "F", r"(?P<F>F)"),
    ("dmy", _D, rf"(?P<d>{DAY})[O-]?(?P<m>{MONTH})[,-]?O?(?P<y>y)/(?P<z>[d2y])"),
    ("mdy", _M, rf"(?P<m>{MONTH})T?(?P<d>{DAY}),?(?P<y>y)/(?P<z>[d2y])"),
    ("dmy", _D, rf"(?P<d>{DAY})[O-]?(?P<m>{MONTH})[,-]?O?{YEAR}"),
    ("mdy", _M, rf"(?P<m>{MONTH})T?(?P<d>{DAY}),?{YEAR}"),
    ("my", _M, rf"(?P<m>{MONTH})(?P<y>y)/(?P<z>[d2y])"),
    ("my", _M, rf"(?P<m>{MONTH})[,-]?O?T?{YEAR}"),
    ("mdy", "y", rf"(?P<y>y),?(?P<m>[mal])(?P<d>{DAY})"),
    ("dmy", "Gyd2", r"(?P<g>G)?(?P<y>[d2y])I(?P<m>d)M(?P<d>d)K"),
    ("my", "Gyd2", r"(?P<g>G)?(?P<y>[d2y])I(?P<m>d)M"),
    ("Iy", "Gyd2", r"(?P<g>G)?(?P<y>[d2y])I"),
    ("dm", "d", r"(?P<m>d)M(?P<d>d)K"),
    ("dm", _D, rf"(?P<d>{DAY})O?(?P<m>{MONTH})"),
    ("md", _M, rf"(?P<m>{MONTH})T?(?P<d>{DAY})"),
    ("sz", "s", r"(?P<s>s)O?T?(?P<y>y)[-/](?P<z>[d2y])"),
    ("sy", "s", rf"(?P<s>s),?O?T?{YEAR}"),
    ("D", "D", r"(?P<D>D)(?P<q>e)?"),
    ("C", "oH", r"(?P<C>[oH])-?C(?P<q>e)?"),
    ("m", _M, rf"(?P<m>{MONTH})"),
    ("s", "s", r"(?P<s>s)"),
)
_YEARS = table(("y", _Y, YEAR))
ROWS = joined(_LONGER, _YEARS)
"""Orders in which a date may stand, longest first; letters are those of `lexicon.py`."""

# On the left of a dash or "and": 58–50 BC, and the 11 of 11–23 July.
LEFT = joined(
    table(("y", _Y, r"(?P<p>e)?(?P<y>[d2y])(?=[-t&|]T?[d2y]e)")), ROWS, table(("d", _D, rf"(?P<d>{DAY})"))
)  # fmt: skip
# The fifth of "the fifth and fourth centuries".
LEFT = joined(table(("C", "oH", r"(?P<C>[oH])(?=[-t&|]T?[oH]-?C)")), LEFT)
# On its right after a month and day (July 11–23, 1939), and after a year (1939–45).
AFTER_DAY = joined(_LONGER, table(("dy", _D, rf"(?P<d>{DAY}),?{YEAR}"), ("d", _D, rf"(?P<d>{DAY})")))
AFTER_MONTH = joined(ROWS, table(("m", "d", r"(?P<m>d)M")))
AFTER_YEAR = joined(ROWS, table(("z", "d2", r"(?P<y>[d2])(?P<q>e)?")))


def piece_at(line: Shaped, first: int, rows: Table = ROWS) -> Piece | None:
    """The date that begins at this token, by the first row that fits and makes sense."""
    opening = _OPENING.match(line.shape, first)
    begin = opening.end() if opening else first
    for order, pattern in rows.get(line.shape[begin : begin + 1], ()):
        if (found := pattern.match(line.shape, first)) and (piece := _filled(line, order, found)):
            return piece
    return None


# What a piece says, field by field, while it is put together.
Said = dict[str, Any]


def _filled(line: Shaped, order: str, found: re.Match[str]) -> Piece | None:
    said: Said = {"order": order}
    for group, number in found.re.groupindex.items():
        place = found.start(number)
        if place < 0 or group not in _READERS:
            continue
        if not _READERS[group](said, line.values[place], line):
            return None
        if group == "m":
            said["month_letter"] = line.shape[place]
    piece = Piece(found.start(), found.end(), **said)
    return piece if _makes_sense(piece) else None


def _figures(said: Said, figures: str, line: Shaped) -> bool:
    """1939-05-11, 11.05.1939, 5/11/1939, 11.V.1939, by the habit of the document where it matters."""
    dated = _by_figures(figures, line)
    said.update(dated)
    return bool(dated)


def _by_figures(figures: str, line: Shaped) -> Said:
    sign = next(each for each in figures if each in "./-")
    one, two, three = figures.split(sign)
    if len(one) == 4:
        return _dated(one, two, three) if len(two) == len(three) == 2 else {}
    if len(three) != 4 or len(one) > 2:
        return {}
    if two in ROMAN:
        return _dated(three, str(ROMAN[two]), one)
    if not two.isdecimal():
        return {}
    day_first, month_first = _dated(three, two, one), _dated(three, one, two)
    if not (day_first and month_first) or day_first == month_first:
        return day_first or month_first
    if line.habit is DayMonthHabit.UNDECIDED:
        return day_first | {"unsure_order": True}
    return day_first if line.habit is DayMonthHabit.DAY_FIRST else month_first


def _dated(year: str, month: str, day: str) -> Said:
    """Year, month and day; empty if there can be no such day."""
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31 and 1 <= int(year) <= LAST_YEAR):
        return {}
    return {"number": int(year), "month": int(month), "day": int(day)}


def _year(said: Said, value: int, _line: Shaped) -> bool:
    """The year, counted from that of the reign if one is named before it."""
    said["number"] = said.get("number", 0) + value
    return True


def _century(said: Said, value: int, _line: Shaped) -> bool:
    said |= {"number": value, "order": "C"}
    return value <= 40


def _second(said: Said, value: int, _line: Shaped) -> bool:
    """The second year of 1654/55, 1688/9 or 1939-40: the next one, or the reading fails."""
    following = said.get("number", 0) + 1
    said["second_year"] = following
    # The figures of 1899/00 and 1908/09 had a leading nought.
    return str(following).endswith((str(value), f"{value:02d}"))


def _part(said: Said, value: str, _line: Shaped) -> bool:
    said["part"] = Part(value)
    return True


def _as(field: str, meaning: Any = None) -> Callable[[Said, Any, Shaped], bool]:
    """The reader of a group that says one field: by its own value, or by standing there."""

    def read(said: Said, value: Any, _line: Shaped) -> bool:
        said[field] = value if meaning is None else meaning
        return True

    return read


_READERS: dict[str, Callable[[Said, Any, Shaped], bool]] = {
    "F": _figures,
    "d": _as("day"),
    "m": _as("month"),
    "y": _year,
    "z": _second,
    "g": _year,
    "s": _as("season"),
    "D": _year,
    "C": _century,
    "p": _as("era"),
    "q": _as("era"),
    "v": _part,
    "c": _as("approximate", "~"),
    "c2": _as("approximate", "~"),
    "k": _as("style"),
    "k2": _as("style"),
    "u": _as("uncertain", meaning=True),
}


def _makes_sense(piece: Piece) -> bool:
    if piece.month > 12 or (piece.order == "Iy" and piece.number < 100):
        return False
    if piece.order in ("D", "C"):
        return True
    if piece.order == "my" and not piece.era and piece.number < FIRST_BARE_YEAR and piece.number % 50 == 0:
        return False
    return piece.era == "before" or piece.number <= LAST_YEAR
