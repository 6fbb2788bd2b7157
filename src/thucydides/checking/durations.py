"""Does a record's stated duration agree with its own dates?"""

import re
from collections.abc import Iterator, Sequence

from thucydides.checking.days import (
    apart,
    day_in_words,
    days_in_words,
    exact,
    length_in_words,
    moved,
    number,
    slips,
)
from thucydides.checking.testimony import Account, Testimony, date_of, ids
from thucydides.checking.wording import listed
from thucydides.vocabulary import Day, Duration, Finding, LinkedClaim, Severity

_ISO = re.compile(r"P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,7})D)?")
_ROUND = {"Y": 365, "M": 31, "W": 7, "D": 0}
"""A length in round years, months or weeks admits a rest of so many days; one in days admits none."""


def duration_against_dates(testimony: Testimony) -> Iterator[Finding]:
    """A length of time that fits the dates of its own document in neither way of counting."""
    for account in testimony.accounts:
        begins, ends = _days(account, "start_date"), _days(account, "end_date")
        lengths = [linked for linked in account.own("duration") if _readable(linked)]
        # Where a document gives several beginnings or ends, nobody can say which of them the length belongs to.
        if len(begins) == len(ends) == 1 and lengths:
            (begun,), (ended,) = begins.items(), ends.items()
            yield from _misfit(account, begun, ended, lengths)


def _days(account: Account, attribute: str) -> dict[Day, LinkedClaim]:
    found: dict[Day, LinkedClaim] = {}
    for linked in account.own(attribute):
        if not linked.claim.target.names and (date := date_of(linked)) and (day := exact(date)):
            found.setdefault(day, linked)
    return found


def _readable(linked: LinkedClaim) -> bool:
    value = linked.claim.value
    return isinstance(value, Duration) and not value.approximate and bool(_parts(value))


def _parts(duration: Duration) -> tuple[int, int, str] | None:
    """Whole months, days beyond them, and the finest unit; None where the notation says less or more than that."""
    read = _ISO.fullmatch(duration.iso)
    if read is None or not any(read.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in read.groups())
    finest = next(unit for unit, part in zip("DWMY", reversed(read.groups()), strict=True) if part)
    return 12 * years + months, 7 * weeks + days, finest


def _length(linked: LinkedClaim) -> Duration:
    assert isinstance(linked.claim.value, Duration)
    return linked.claim.value


def fits(duration: Duration, begin: Day, finish: Day) -> bool:
    """Is it so long from begin to finish, with or without the last day, months counted from either end?"""
    parts = _parts(duration)
    if parts is None:
        return True
    months, days, finest = parts
    stated = (
        number(moved(begin, months=months)) - number(begin) + days,
        number(finish) - number(moved(finish, months=-months)) + days,
    )
    between = apart(begin, finish)
    rest = _ROUND[finest]
    return min(stated) - rest // 2 <= between + 1 and between <= max(stated) + rest


def _misfit(
    account: Account, begun: tuple[Day, LinkedClaim], ended: tuple[Day, LinkedClaim], lengths: Sequence[LinkedClaim]
) -> Iterator[Finding]:
    (begin, first), (finish, last) = begun, ended
    wrong = [linked for linked in lengths if not fits(_length(linked), begin, finish)]
    if not wrong or begin > finish:
        return
    between = apart(begin, finish)
    lengths_said = dict.fromkeys(f"“{length_in_words(_length(linked))}”" for linked in wrong)
    stated = f"{listed(lengths_said)} {'is' if len(lengths_said) == 1 else 'are'} stated"
    yield Finding(
        "duration-against-dates",
        Severity.CONTRADICTION,
        f"{stated} in {account.name} for {account.event.label}, but {day_in_words(begin)} to "
        f"{day_in_words(finish)} is {days_in_words(between)} ({between + 1:,} counting both ends).",
        claims=ids((*wrong, first, last)),
        suggestions=tuple(dict.fromkeys(_readings(begin, finish, [_length(linked) for linked in lengths]))),
        event=account.event.id,
    )


def _readings(begin: Day, finish: Day, lengths: Sequence[Duration]) -> Iterator[str]:
    """The single slips of pen that would make every stated length true."""
    for day in slips(begin):
        if day <= finish and all(fits(length, day, finish) for length in lengths):
            yield f"{day_in_words(day)} as start ({_iso(day)})"
    for day in slips(finish):
        if begin <= day and all(fits(length, begin, day) for length in lengths):
            yield f"{day_in_words(day)} as end ({_iso(day)})"
    if len(lengths) == 1 and (slip := _slip_of_length(lengths[0], begin, finish)):
        yield slip


def _slip_of_length(length: Duration, begin: Day, finish: Day) -> str:
    """The length itself, misprinted in one digit."""
    stated = length.days if length.iso == f"P{length.days}D" else None
    for right in (apart(begin, finish), apart(begin, finish) + 1):
        if stated and len(str(right)) == len(str(stated)) and _digits_apart(right, stated) == 1:
            return f"{days_in_words(right)} as duration (P{right}D)"
    return ""


def _digits_apart(one: int, other: int) -> int:
    return sum(a != b for a, b in zip(str(one), str(other), strict=True))


def _iso(day: Day) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
