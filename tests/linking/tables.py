"""What do the rows of a table come to as mentions, without a document being read?

A row becomes a profile in the way that its claims would: names, dates, parties by side, coordinates. The columns that
hold the truth are not looked at here.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from thucydides.linking.profiles import TOLD, Profile
from thucydides.linking.profiling import Profiling
from thucydides.linking.times import Extent
from thucydides.vocabulary import Coordinates, Day, EventKind, HistoricalDate, Mention, read_dates

Row = dict[str, str]
MISSING = {"", "-7", "-8", "-9", "?"}


def rows(path: Path) -> list[Row]:
    """The rows of a CSV file, whatever ends its lines."""
    for encoding in ("utf-8-sig", "latin-1"):
        try:
            return list(csv.DictReader(path.read_text(encoding=encoding).splitlines()))
        except UnicodeDecodeError:
            continue
    return []


def extent(*days: Day | None) -> Extent | None:
    known = [day for day in days if day is not None]
    return Extent(min(known), max(known)) if known else None


def day(year: str, month: str = "", of_month: str = "", *, last: bool) -> Day | None:
    """A day, with the first or the last of what is not known."""
    if year in MISSING:
        return None
    if month in MISSING:
        return Day(int(year), 12, 31) if last else Day(int(year), 1, 1)
    if of_month in MISSING:
        return Day.last_of(int(year), int(month)) if last else Day(int(year), int(month), 1)
    return Day(int(year), int(month), int(of_month))


def profile(
    profiling: Profiling,
    document: str,
    label: str,
    *,
    kind: EventKind,
    when: Extent | None,
    sides: Iterable[Iterable[str]] = (),
    names: Iterable[str] = (),
    part_of: Iterable[str] = (),
    identifier: str = "",
    point: tuple[float, float] | None = None,
) -> Profile:
    """The profile of one row."""
    parties = [frozenset(profiling.party(name, when) for name in side) for side in sides]
    return profiling.completed(
        Profile(
            Mention(document, label),
            kind,
            named=True,
            names=tuple(dict.fromkeys((label, *names))),
            extent=when,
            parties=frozenset().union(*parties),
            sides=tuple(side for side in parties if side),
            identifiers=frozenset({identifier} if identifier else ()),
            within=dict.fromkeys(part_of, TOLD),
            point=Coordinates(*point, "") if point else None,
            claims=1,
        )
    )


def cow_wars(folder: Path, profiling: Profiling) -> Iterator[Profile]:
    """The wars of the four lists of Correlates of War, each with its number as identifier."""
    wars: dict[str, list[Row]] = defaultdict(list)
    for name in (
        "Inter-StateWarData_v4.0",
        "Extra-StateWarData_v4.0",
        "INTRA-STATE WARS v5.1 CSV",
        "Non-StateWarData_v4.0",
    ):
        for row in rows(folder / f"{name}.csv"):
            wars[row["WarNum"]].append({key.strip(): value.strip() for key, value in row.items() if key})
    for number, participations in wars.items():
        name = participations[0]["WarName"]
        when = extent(*(end for row in participations for end in _cow_days(row)))
        yield profile(
            profiling, "cow", f"{name} [{number}]", names=[name], kind=EventKind.WAR, when=when,
            sides=_cow_sides(participations), identifier=f"cow-war:{number}",
        )  # fmt: skip


def _cow_days(row: Row) -> Iterator[Day | None]:
    for bound, last in (("Start", False), ("End", True)):
        for spell in ("", "1", "2", "3", "4"):
            for year, month, of_month in (("Year", "Month", "Day"), ("Yr", "Mo", "Dy")):
                yield day(*(row.get(f"{bound}{part}{spell}", "") for part in (year, month, of_month)), last=last)


def _cow_sides(participations: list[Row]) -> list[list[str]]:
    sides: dict[str, list[str]] = defaultdict(list)
    for row in participations:
        if "Side" in row:
            sides[row["Side"]].append(row["StateName"])
        for column, value in row.items():
            if column.startswith(("SideA", "SideB")) and not column.endswith("Deaths") and value not in MISSING:
                sides[column[4]].append(value)
    return [sides[side] for side in sorted(sides)]


def cdb90_engagements(folder: Path, profiling: Profiling) -> Iterator[Profile]:
    """The engagements by their names, campaigns, wars, days and actors; numbered, so that each stays one."""
    actors: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(folder / "battle_actors.csv"):
        actors[row["isqno"]][row["attacker"]].append(row["actor"])
    days = {row["isqno"]: row for row in rows(folder / "battle_durations.csv")}
    for row in rows(folder / "battles.csv"):
        number = row["isqno"]
        when = extent(*(_of_stamp(days[number][bound]) for bound in ("datetime_min", "datetime_max")))
        yield profile(
            profiling, "cdb90", f"{row['name']} [{number}]", names=[row["name"]], kind=EventKind.BATTLE, when=when,
            sides=[actors[number][side] for side in "10"], part_of=[row["war"]], identifier=f"cdb90:{number}",
        )  # fmt: skip


def _of_stamp(stamp: str) -> Day | None:
    return Day(*map(int, stamp[:10].split("-"))) if len(stamp) >= 10 else None


def wikidata_battles(path: Path, profiling: Profiling) -> Iterator[Profile]:
    """Rows of id, label and date, one for each id. A first of January stands for the year."""
    seen: set[str] = set()
    for row in rows(path):
        number = row["battle"].rpartition("/")[2]
        if number not in seen and row["battleLabel"] != number:
            seen.add(number)
            yield profile(
                profiling, "wikidata", f"{row['battleLabel']} [{number}]", names=[row["battleLabel"]],
                kind=EventKind.BATTLE, when=_wikidata_extent(row["date"]), identifier=f"wikidata:{number}",
            )  # fmt: skip


def _wikidata_extent(stamp: str) -> Extent | None:
    if not stamp.rstrip("Z").endswith("T00:00:00"):
        return None
    year, month, of_month = stamp.rpartition("T")[0].rsplit("-", 2)
    if (month, of_month) == ("01", "01"):
        return extent(day(year, last=False), day(year, last=True))
    return extent(Day(int(year), int(month), int(of_month)))


def located_battles(path: Path, profiling: Profiling) -> Iterator[Profile]:
    """Rows of name, address, date in words and coordinates."""
    for place, row in enumerate(rows(path), start=2):
        name = row["battle"]
        page = row["link"].rpartition("/")[2].replace("_", " ")
        phrases = [phrase.date for phrase in read_dates(row["date"]) if phrase.date is not None]
        yield profile(
            profiling, "located", f"{name} [{place}]", names=[name, page], kind=EventKind.BATTLE,
            when=_of_dates(phrases), point=(float(row["latitude"]), float(row["longitude"])), identifier=f"row:{place}",
        )  # fmt: skip


def _of_dates(dates: list[HistoricalDate]) -> Extent | None:
    return extent(*(bound for date in dates[:1] for bound in (date.earliest, date.latest)))
