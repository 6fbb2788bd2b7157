"""When, as one point in time: exact, partial, vague, or before or after something?"""

import re
from collections.abc import Callable
from dataclasses import replace

from thucydides.vocabulary.dates import HistoricalDate, Part
from thucydides.vocabulary.days import Day, year_figures
from thucydides.vocabulary.edtf import UNKNOWN_YEAR
from thucydides.vocabulary.grammar.dates.extents import Reading
from thucydides.vocabulary.grammar.dates.moments import moment
from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase
from thucydides.vocabulary.grammar.dates.pieces import Piece, piece_at
from thucydides.vocabulary.grammar.dates.shapes import Shaped
from thucydides.vocabulary.grammar.dates.years import is_year

# A month or season without a year, after one of these: in August, until the spring.
_LICENCE = re.compile(r"[inSuBAYfbO]T?$")
_SURE_LICENCE = re.compile(r"[inSu]T?$")
_A_YEAR_WITHOUT_NAME = 2001


def read_point(line: Shaped, first: int) -> Reading | None:
    """The point in time that begins at this token."""
    if (piece := piece_at(line, first)) is None or not is_licensed(line, piece):
        return None
    start = _bare_start(line, piece)
    if (date := moment(piece, line.text(start, piece.end))) is None:
        return piece.end, None
    return piece.end, _phrase(line, start, piece.end, DateForm.POINT, date)


def read_bound(line: Shaped, first: int) -> Reading | None:
    """Before, after, by, since or until a date."""
    bound = _BOUNDS.get(line.shape[first])
    if bound is None or (piece := piece_at(line, first + 1)) is None or not is_licensed(line, piece):
        return None
    date = moment(piece._replace(approximate=""), line.text(_bare_start(line, piece), piece.end))
    return bound(line, first, piece, date) if date is not None else None


def is_licensed(line: Shaped, piece: Piece) -> bool:
    """Do the words around it allow this piece to be a date?"""
    if piece.order == "F" and re.search(r"[do]-$", line.shape[max(0, piece.first - 2) : piece.first]):
        return False
    if piece.order in ("m", "my") and line.shape[max(0, piece.first - 1) : piece.first] == "2":
        return False
    if piece.order in ("y", "Iy"):
        return piece.order == "Iy" or is_year(line, piece)
    if piece.month_letter == "w":
        return bool(piece.number and (piece.day or piece.era))
    if piece.order in ("m", "s"):
        return _alone_is_date(line, piece)
    return True


def _alone_is_date(line: Shaped, piece: Piece) -> bool:
    """May, March, April, June and August are people too: "by May Smith" is no date, "in May" and "late May" are."""
    if piece.order == "m" and piece.month_letter != "m":
        return False
    if piece.part:
        return True
    before = line.shape[max(0, piece.first - 2) : _bare_start(line, piece)]
    if _SURE_LICENCE.search(before):
        return True
    return bool(_LICENCE.search(before)) and line.shape[piece.end : piece.end + 1] not in ("N", "R", "#")


def _bare_start(line: Shaped, piece: Piece) -> int:
    first = piece.first
    while line.shape[first] in "TW,":
        first += 1
    return first


def _phrase(line: Shaped, first: int, end: int, form: DateForm, date: HistoricalDate) -> DatePhrase:
    return DatePhrase(line.spots[first][0], line.spots[end - 1][1], form, date=date, lacks_year=date.lacks_year)


def _before(line: Shaped, first: int, piece: Piece, date: HistoricalDate) -> Reading | None:
    """Before 1905: in 1904 or earlier."""
    edge = _known(date).earliest
    return _one_of(line, first, piece, date, "[..{}]", edge.plus(-1) if edge else None)


def _by(line: Shaped, first: int, piece: Piece, date: HistoricalDate) -> Reading | None:
    return _one_of(line, first, piece, date, "[..{}]", _known(date).latest)


def _after(line: Shaped, first: int, piece: Piece, date: HistoricalDate) -> Reading | None:
    """After 1905: in 1906 or later."""
    edge = _known(date).latest
    return _one_of(line, first, piece, date, "[{}..]", edge.plus(1) if edge else None)


def _not_before(line: Shaped, first: int, piece: Piece, date: HistoricalDate) -> Reading | None:
    return _one_of(line, first, piece, date, "[{}..]", _known(date).earliest)


def _known(date: HistoricalDate) -> HistoricalDate:
    return date.in_year(_A_YEAR_WITHOUT_NAME)


def _one_of(
    line: Shaped, first: int, piece: Piece, date: HistoricalDate, notation: str, edge: Day | None
) -> Reading | None:
    if edge is None or (date.lacks_year and edge.year != _A_YEAR_WITHOUT_NAME):
        return None
    year = UNKNOWN_YEAR if date.lacks_year else year_figures(edge.year)
    edtf = notation.format(year + _precise(piece, edge))
    bounded = HistoricalDate.from_edtf(edtf, as_written=line.text(first, piece.end))
    return piece.end, _phrase(line, first, piece.end, DateForm.POINT, bounded)


def _precise(piece: Piece, edge: Day) -> str:
    """Month and day of the edge, as precise as the words."""
    if piece.day or (piece.month and piece.part):
        return f"-{edge.month:02d}-{edge.day:02d}"
    return f"-{edge.month:02d}" if piece.month or piece.season or piece.part is not Part.WHOLE else ""


def _since(line: Shaped, first: int, piece: Piece, date: HistoricalDate) -> Reading | None:
    return _open(line, first, piece, begin=date, finish=None)


def _until(line: Shaped, first: int, piece: Piece, date: HistoricalDate) -> Reading | None:
    return _open(line, first, piece, begin=None, finish=date)


def _open(
    line: Shaped, first: int, piece: Piece, *, begin: HistoricalDate | None, finish: HistoricalDate | None
) -> Reading | None:
    """An extent of which only one end is told."""
    edtf = f"{begin or '..'}/{finish or '..'}"
    if "[" in edtf or edtf.count("/") > 1:
        return None
    date = HistoricalDate.from_edtf(edtf, as_written=line.text(first, piece.end))
    phrase = _phrase(line, first, piece.end, DateForm.EXTENT, date)
    return piece.end, replace(phrase, begin=begin, finish=finish)


_BOUNDS: dict[str, Callable[[Shaped, int, Piece, HistoricalDate], Reading | None]] = {
    "B": _before,
    "A": _after,
    "Y": _by,
    "S": _since,
    "f": _since,
    "≥": _not_before,
    "u": _until,
}
