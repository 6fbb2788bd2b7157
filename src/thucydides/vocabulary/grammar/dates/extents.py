"""From when to when?

Two dates with a dash, "to" or "and" between them; each takes from the other what it does not say itself.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from thucydides.vocabulary.dates import HistoricalDate
from thucydides.vocabulary.grammar.dates.moments import moment
from thucydides.vocabulary.grammar.dates.phrases import DateForm, DatePhrase
from thucydides.vocabulary.grammar.dates.pieces import (
    AFTER_DAY,
    AFTER_MONTH,
    AFTER_YEAR,
    FIRST_BARE_YEAR,
    LAST_YEAR,
    LEFT,
    ROWS,
    Piece,
    Table,
    piece_at,
)
from thucydides.vocabulary.grammar.dates.shapes import Shaped
from thucydides.vocabulary.grammar.dates.years import are_years

# Where the reading ends, and the phrase; None for words that look like a date and are none (31 June).
Reading = tuple[int, DatePhrase | None]

_LEAD = re.compile(r"[bfi]?")
_CONNECTOR = re.compile(r"-{1,2}|[tu&/|]")
_LONGEST = 24  # tokens of the date before a connector
_RIGHT: Mapping[str, Table] = {"md": AFTER_DAY, "my": AFTER_MONTH, "y": AFTER_YEAR}
# Which orders may stand on the right of which.
_JOIN: Mapping[str, frozenset[str]] = {
    left: frozenset(right.split())
    for left, right in {
        "F": "F",
        "d": "dm dmy",
        "md": "d dy md mdy dm dmy m my",
        "dm": "dm dmy md mdy m my",
        "m": "m my dm dmy md mdy",
        "my": "my m dmy mdy dm md y",
        "dmy": "dmy mdy dm md my m y",
        "mdy": "dmy mdy dm md my m y",
        "y": "y z my dmy mdy sy",
        "Iy": "Iy my dmy",
        "s": "s sy my",
        "sy": "sy s my y",
        "D": "D",
        "C": "C",
    }.items()
}


def read_extent(line: Shaped, first: int) -> Reading | None:
    """The extent, or the stretch within which something lies, that begins at this token."""
    if not _CONNECTOR.search(line.shape, first + 1, first + _LONGEST):
        return None
    lead = line.shape[first] if line.shape[first] in "bf" else ""
    if (left := piece_at(line, first + len(lead), LEFT)) is None:
        return None
    if (connector := _CONNECTOR.match(line.shape, left.end)) is None or left.order not in _JOIN:
        return None
    if line.shape[connector.end() : connector.end() + 1] == "@":
        return _ongoing(line, first, left, connector.end() + 1)
    right = piece_at(line, connector.end(), _RIGHT.get(left.order, ROWS))
    if right is None or right.order not in _JOIN[left.order]:
        return None
    return _joined(line, lead, connector.group()[0], left, right)


def _ongoing(line: Shaped, first: int, left: Piece, end: int) -> Reading | None:
    """24 February 2022 – present: an extent that has begun."""
    begin = moment(left, line.text(_start(line, left), left.end))
    if begin is None or begin.lacks_year or left.order == "d" or set(begin.edtf) & set("[/"):
        return None
    if left.order == "y" and not (FIRST_BARE_YEAR <= left.number <= LAST_YEAR):
        return None
    words = line.text(first, end)
    date = HistoricalDate.from_edtf(f"{begin}/..", as_written=words)
    start = line.spots[first][0]
    return end, DatePhrase(start, start + len(words), DateForm.EXTENT, date=date, begin=begin)


def _joined(line: Shaped, lead: str, connector: str, left: Piece, right: Piece) -> Reading | None:
    if _is_unclear_before_christ(left, right):
        return right.end, None
    filled = _filled(left, right)
    if filled is None or not _is_licensed(line, lead + connector, *filled):
        return None
    begin = moment(filled[0], line.text(_start(line, left), left.end))
    finish = moment(filled[1], line.text(_start(line, right), right.end))
    if begin is None or finish is None or not _in_order(begin, finish):
        return None
    first = left.first - 1 if lead else _start(line, left)
    if form := _form(lead, connector, begin, finish):
        return right.end, _phrase(line, first, right.end, form, begin, finish)
    if connector == "|" or left.order == "d" or right.order in ("d", "dy") or left.order == right.order == "y":
        return right.end, _pair(line, first, right.end, connector, begin, finish)
    return None


def _pair(
    line: Shaped, first: int, end: int, connector: str, begin: HistoricalDate, finish: HistoricalDate
) -> DatePhrase | None:
    """3 or 4 May 1797: one of them; 28 and 30 April 1792: both, in the brackets that EDTF has for each."""
    if begin.lacks_year != finish.lacks_year or connector == "/":
        return None
    opening, closing = "[]" if connector == "|" else "{}"
    words = line.text(first, end)
    date = HistoricalDate.from_edtf(f"{opening}{begin.edtf},{finish.edtf}{closing}", as_written=words)
    start = line.spots[first][0]
    first_of, last_of = (begin, finish) if opening == "{" else (None, None)
    end_of = start + len(words)
    return DatePhrase(start, end_of, DateForm.POINT, date, first_of, last_of, lacks_year=date.lacks_year)


def _phrase(
    line: Shaped, first: int, end: int, form: DateForm, begin: HistoricalDate, finish: HistoricalDate
) -> DatePhrase:
    words = line.text(first, end)
    whole = HistoricalDate.from_edtf(f"{begin.edtf}/{finish.edtf}", as_written=words)
    whole = replace(whole, earliest=begin.earliest, latest=finish.latest)
    start = line.spots[first][0]
    return DatePhrase(
        start, start + len(words), form, date=whole, begin=begin, finish=finish, lacks_year=whole.lacks_year
    )


def _start(line: Shaped, piece: Piece) -> int:
    """The first token of a piece, without an article or a weekday before it."""
    first = piece.first
    while line.shape[first] in "TW,":
        first += 1
    return first


def _filled(left: Piece, right: Piece) -> tuple[Piece, Piece] | None:
    """Both with what each takes from the other; None if that cannot be told."""
    if right.order in ("C", "D"):
        return left._replace(era=left.era or right.era), right
    if right.order == "z" or (right.number and left.number and right.era and not left.era):
        return _with_years_filled(left, right)
    if left.era and not left.month and right.order == "y" and not right.era:
        right = right._replace(era=left.era)
    if left.order == "d":
        left = left._replace(month=right.month, month_letter=right.month_letter)
    if right.order in ("d", "dy"):
        right = right._replace(month=left.month, month_letter=left.month_letter)
    if right.number and not left.number:
        return _with_year_before(left, right)
    if left.number and not right.number:
        right = right._replace(number=left.number, era=left.era)
        return (left, right) if left.rank[0] <= right.rank[0] else None
    return left, right


def _with_year_before(left: Piece, right: Piece) -> tuple[Piece, Piece] | None:
    """29 December – 2 January 1800 begins in 1799: the year before, which before Christ has the higher number."""
    same = left._replace(number=right.number, era=right.era)
    if same.rank[0] <= right.rank[0] or not same.rank[0]:
        return same, right
    number = right.number + (1 if right.era == "before" else -1)
    return (same._replace(number=number), right) if number > 0 and not left.season else None


def _with_years_filled(left: Piece, right: Piece) -> tuple[Piece, Piece] | None:
    """1939–45; 58–50 BC."""
    era = right.era or left.era
    if era == "before" and not left.era:
        return (left._replace(era=era), right._replace(order="y")) if left.number > right.number else None
    if right.order != "z":
        return left._replace(era=left.era), right
    number = right.number if right.number > left.number else _expanded(left.number, right.number)
    return (left._replace(era=era), right._replace(order="y", number=number, era=era)) if number > left.number else None


def _is_unclear_before_christ(left: Piece, right: Piece) -> bool:
    """Of 480–79 BC it cannot be told whether 479 or 79 is meant."""
    if right.era != "before" or left.era or left.month or right.month:
        return False
    return left.number > 99 >= right.number and _expanded(left.number, right.number) < left.number


def _expanded(full: int, short: int) -> int:
    """The short year with the figures that it leaves out: 1939 and 45 give 1945."""
    scale = 10 if short < 10 else 100
    return full - full % scale + short


def _in_order(begin: HistoricalDate, finish: HistoricalDate) -> bool:
    if "[" in begin.edtf or "[" in finish.edtf or "/" in begin.edtf or "/" in finish.edtf:
        return False
    if begin.earliest is None or finish.latest is None or finish.earliest is None or begin.latest is None:
        return begin.lacks_year and finish.lacks_year and begin.edtf != finish.edtf
    return begin.earliest <= finish.earliest and begin.latest <= finish.latest and begin.edtf != finish.edtf


def _form(lead: str, connector: str, begin: HistoricalDate, finish: HistoricalDate) -> DateForm | None:
    """A dash is an extent; "in 1935 and 1936", "11/12 May" only of neighbours, and either reading may be meant."""
    if lead == "b":
        return DateForm.BETWEEN
    if connector not in "&/|":
        return DateForm.EXTENT
    if connector == "/" and "-" not in begin.edtf + finish.edtf:
        return DateForm.BETWEEN if _are_neighbours(begin, finish) else DateForm.EXTENT
    return DateForm.BETWEEN if connector != "|" and _are_neighbours(begin, finish) else None


def _are_neighbours(begin: HistoricalDate, finish: HistoricalDate) -> bool:
    if begin.lacks_year or finish.lacks_year:
        begin, finish = begin.in_year(2000), finish.in_year(2000)
    if begin.latest is None or finish.earliest is None:
        return False
    return begin.latest.plus(1) == finish.earliest and len(begin.edtf) == len(finish.edtf)


def _is_licensed(line: Shaped, joint: str, left: Piece, right: Piece) -> bool:
    """Is this an extent? `joint`: the sign that leads in, if any, and the one that joins."""
    lead = joint[:-1]
    if {left.order, right.order} == {"y"}:
        return are_years(line, left, right, led=bool(lead))
    if "w" in left.month_letter + right.month_letter:
        dashed = joint[-1] == "-" and left.month and right.month
        return bool(left.number and (left.day or right.day or left.era or dashed))
    if left.order == right.order == "m" and not left.number:
        return left.month_letter == right.month_letter == "m"
    return not (left.order == "s" and not right.number and not lead)
