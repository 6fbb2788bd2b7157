"""What kind of time do the words give?"""

from dataclasses import dataclass
from enum import StrEnum

from thucydides.vocabulary.dates import Duration, HistoricalDate


class DateForm(StrEnum):
    """What kind of time the words give."""

    POINT = "point"  # one date, exact, partial or vague: `date`
    EXTENT = "extent"  # from A to B: `start_date` and `end_date`
    BETWEEN = "between"  # extent or uncertain point: `date` with A/B
    DURATION = "duration"
    RELATIVE = "relative"  # known once another time is: a length before or after it, or a day of its month


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words at `start` to `end` of the string that was searched, and how they read.

    `date` for point, extent and between; `begin` and `finish` for an extent, a between and a list of all days or
    years of a point (one of them None where the extent is open: "since 1932"); `duration` for duration and
    relative. `lacks_year`: the words give no year, `date.edtf` begins with XXXX or has it in it. `after`: a
    relative date lies after (True) or before (False) its anchor; a duration of zero is the anchor's own day, month
    or year. `day`: a relative date that is this day of the month that lies `months` after the anchor's own.
    `of_writing`: its anchor is the day of writing.
    """

    start: int
    end: int
    form: DateForm
    date: HistoricalDate | None = None
    begin: HistoricalDate | None = None
    finish: HistoricalDate | None = None
    duration: Duration | None = None
    lacks_year: bool = False
    after: bool = True
    day: int = 0
    months: int = 0
    of_writing: bool = False
