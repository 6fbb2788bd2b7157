"""Does every participant of a coded dataset come to an actor that was there at the time?

The unresolved are listed with their reason; a change of that list is a change of what the program knows.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from thucydides import authorities
from thucydides.vocabulary import Day, HistoricalDate

KNOWN = authorities.load()
DATA = Path(__file__).parents[3] / "shared" / "data"

# CDB90's sides that stay without an actor: name, how many, why.
UNRESOLVED = {
    "Conde Rebels": 1,  # the followers of a prince: no list has them
    "Independentalists": 6,  # says their aim and not who they are; New Granada, Gran Colombia and Peru in turn
    "Palestine": 1,  # 1967: the mandate had ended, the division was Egypt's
    "Protestant Union": 2,  # 1622 and 1626: it had been dissolved in 1621
    "Scottish Royalist": 3,  # Covenanters in the king's service: two actors of the lists, neither of that name
}


def table(*path: str) -> list[dict[str, str]]:
    file = DATA.joinpath(*path)
    if not file.exists():
        pytest.skip(f"the public dataset {'/'.join(path)} is not beside the project")
    content = file.read_bytes().decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    return list(csv.DictReader(content.splitlines()))


def when(first: Day, last: Day) -> HistoricalDate:
    return HistoricalDate("", first, last, "")


def why_not(name: str, date: HistoricalDate) -> str:
    """Empty where the name has one actor, valid at the date."""
    found = KNOWN.proposals(name, date)
    if not found:
        return f"{name!r} stands in no list"
    return "" if found[0].sure else f"{name!r} is not certain: {found[0].reason}"


def test_every_participant_of_the_inter_state_wars_was_there_and_has_the_number_that_the_file_gives() -> None:
    rows = table("cow", "Inter-StateWarData_v4.0.csv")
    unresolved = [reason for row in rows if (reason := _participation(row))]
    assert len(rows) == 337
    assert not unresolved, "\n".join(unresolved)


def _participation(row: Mapping[str, str]) -> str:
    date = when(_day(row, "Start", "1"), _day(row, "End", "1"))
    if reason := why_not(row["StateName"], date):
        return reason
    actor = KNOWN.proposals(row["StateName"], date)[0].actor
    number = f"cow:{row['ccode']}"
    return "" if number in actor.identifiers else f"{row['StateName']} is {actor.id}, not {number}"


def _day(row: Mapping[str, str], end: str, spell: str) -> Day:
    year, month, day = (int(row[f"{end}{part}{spell}"]) for part in ("Year", "Month", "Day"))
    return Day(year, max(1, month), max(1, day))


def test_nearly_every_side_of_four_centuries_of_battles_was_there() -> None:
    sides = list(_sides())
    unresolved = {number: reason for number, (names, date) in enumerate(sides) if (reason := _side(names, date))}
    listed = "\n".join(sorted(unresolved.values()))
    assert len(sides) == 1320
    assert len(unresolved) <= 0.03 * len(sides), listed
    assert Counter(sides[number][0][0] for number in unresolved) == UNRESOLVED, listed


def _side(names: list[str], date: HistoricalDate) -> str:
    return "; ".join(filter(None, (why_not(name, date) for name in names)))


def _sides() -> Iterator[tuple[list[str], HistoricalDate]]:
    """The names of each side, and when it fought: a side of several states names them with an ampersand."""
    fought = {row["isqno"]: row for row in reversed(table("cdb90", "active_periods.csv"))}
    for row in table("cdb90", "belligerents.csv"):
        written = fought[row["isqno"]]
        stamp = next(filter(None, (written["start_time_min"], written["start_time_max"], written["end_time_max"])))
        day = Day(*map(int, stamp[:10].split("-")))
        yield row["actors"].split(" & "), when(day, day)
