"""Which HistoricalDate do the parts of a date make?"""

from dataclasses import replace

from thucydides.vocabulary.calendars import MOON_SIGHTING, islamic, islamic_month, islamic_year_of, julian
from thucydides.vocabulary.dates import Calendar, HistoricalDate
from thucydides.vocabulary.days import Day, days_in, year_figures
from thucydides.vocabulary.edtf import UNKNOWN_YEAR
from thucydides.vocabulary.grammar.dates.pieces import Piece

_LADY_DAY = (3, 25)  # the English year began on it until 1752, so 10 March 1654/55 is 1655 by our count
_OLD_YEARS = range(1100, 1753)


def moment(piece: Piece, words: str) -> HistoricalDate | None:
    """The date, in the words given; None if there is no such day or its style cannot be told."""
    if piece.era == "hijra":
        return _of_hijra(piece, words)
    if piece.second_year and piece.order != "sz":
        if piece.second_year not in _OLD_YEARS or (piece.month, piece.day) >= _LADY_DAY:
            return None
        piece = piece._replace(number=piece.second_year, second_year=0, style="old")
    if piece.style == "old":
        return _old_style(piece, words)
    return _plain(piece, words)


def _plain(piece: Piece, words: str) -> HistoricalDate | None:
    if (notation := _notation(piece)) is None:
        return None
    mark = ("~" if piece.approximate else "") + ("?" if piece.uncertain else "")
    notation = notation if notation.startswith("[") else notation + {"~?": "%"}.get(mark, mark)
    try:
        date = HistoricalDate.from_edtf(notation, as_written=words, part=piece.part)
    except ValueError:
        return None
    return _from_either_winter(piece, date)


def _from_either_winter(piece: Piece, date: HistoricalDate) -> HistoricalDate:
    """ "Winter 1939" may be the one that began or the one that ended in that year."""
    if piece.order == "sy" and piece.season == 24 and piece.year is not None and date.earliest is not None:
        return replace(date, earliest=Day(piece.year - 1, 12, 1))
    return date


def _notation(piece: Piece) -> str | None:
    if piece.order in ("D", "C"):
        return _span_of_years(piece)
    year = UNKNOWN_YEAR if piece.year is None else year_figures(piece.year)
    if piece.season:
        return f"{year}-{piece.season}"
    if piece.unsure_order:
        exchanged = f"{year}-{piece.day:02d}-{piece.month:02d}"
        return "[" + ",".join(sorted((f"{year}-{piece.month:02d}-{piece.day:02d}", exchanged))) + "]"
    return year + (f"-{piece.month:02d}" if piece.month else "") + (f"-{piece.day:02d}" if piece.day else "")


def _span_of_years(piece: Piece) -> str:
    """193X, 16th century 15XX; 5th century BC -04XX; decades BC have no mask, for the year nought shifts them."""
    if piece.order == "C":
        return f"{'-' if piece.era == 'before' else ''}{piece.number - 1:02d}XX"
    if piece.number % 100 == 0:
        # "The 1800s": decade or century; the century holds both.
        return "" if piece.era == "before" else f"{piece.number // 100:02d}XX"
    if piece.era == "before":
        return f"[{year_figures(-piece.number - 8)}..{year_figures(1 - piece.number)}]"
    return f"{piece.number // 10:03d}X"


def _old_style(piece: Piece, words: str) -> HistoricalDate | None:
    """A Julian date; a month becomes the Gregorian months in which it lies, a year stays a year."""
    if piece.year is None or (written := _plain(piece._replace(style=""), words)) is None:
        return None
    if not piece.month:
        return replace(written, calendar=Calendar.JULIAN, original=written.edtf)
    last_day = piece.day or (29 if piece.month == 2 and piece.year % 4 == 0 else days_in(1999, piece.month))
    first, last = julian(piece.year, piece.month, piece.day or 1), julian(piece.year, piece.month, last_day)
    if first is None or last is None:
        return None
    return replace(
        HistoricalDate.from_edtf(notation_of(first, last), as_written=words),
        earliest=first, latest=last, calendar=Calendar.JULIAN, original=written.edtf,
    )  # fmt: skip


def notation_of(first: Day, last: Day) -> str:
    """One day, or the month or months in which a stretch of days lies."""
    if first == last:
        return str(first)
    months = [f"{year_figures(day.year)}-{day.month:02d}" for day in (first, last)]
    return months[0] if months[0] == months[1] else "/".join(months)


def _of_hijra(piece: Piece, words: str) -> HistoricalDate | None:
    """A year AH alone; months of our calendar are not counted AH."""
    if piece.order != "y":
        return None
    first, last = islamic(piece.number, 1, 1), islamic(piece.number + 1, 1, 1).plus(-1)
    return _islamic_stretch(first, last, words, f"{piece.number:04d}")


def islamic_date(words: str, *, day: int, month: int, number: int, era: str) -> HistoricalDate | None:
    """A date with an Islamic month, its year AH or of the common era."""
    years = [number] if era == "hijra" else _islamic_years(number, month)
    if len(years) != 1 or not 0 <= day <= 30:
        return None
    original = f"{years[0]:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    if day:
        exact = islamic(years[0], month, day)
        date = HistoricalDate.from_edtf(f"{exact}~", as_written=words)
        return replace(date, earliest=exact.plus(-MOON_SIGHTING), latest=exact.plus(MOON_SIGHTING),
                       calendar=Calendar.ISLAMIC, original=original)  # fmt: skip
    return _islamic_stretch(*islamic_month(years[0], month), words, original)


def _islamic_years(number: int, month: int) -> list[int]:
    """The years AH in which that month touches a year of the common era: one, or two every 33 years."""
    near = islamic_year_of(Day(number, 1, 1))
    if number < 622:
        return []
    touched = ((year, islamic_month(year, month)) for year in (near, near + 1, near + 2))
    return [year for year, (first, last) in touched if number in (first.year, last.year) and year > 0]


def _islamic_stretch(first: Day, last: Day, words: str, original: str) -> HistoricalDate:
    date = HistoricalDate.from_edtf(notation_of(first, last), as_written=words)
    return replace(date, calendar=Calendar.ISLAMIC, original=original)
