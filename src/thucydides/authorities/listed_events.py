"""Under which names, in which scripts, do lists know wars and battles?"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from thucydides.authorities import tables
from thucydides.vocabulary import CannotRead, EventKind, ListedEvent


def listed_events(*extra: Path) -> tuple[ListedEvent, ...]:
    """The wars and battles of the program's list, with the user's own before them.

    Raises CannotRead for a file that is no table, or names a kind of event that there is not.
    """
    found: dict[str, ListedEvent] = {}
    for origin, rows in (*_own(extra), *((name, tables.shipped(name)) for name in tables.EVENTS)):
        for row in rows:
            found.setdefault(row["id"], _event(row, origin))
    return tuple(found.values())


def _own(paths: Iterable[Path]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for path in paths:
        kind, rows = tables.own(path)
        if kind == "events":
            yield path.name, rows


def _event(row: dict[str, str], origin: str) -> ListedEvent:
    kind = row.get("kind") or EventKind.UNKNOWN
    if kind not in {each.value for each in EventKind}:
        kinds = ", ".join(each.value for each in EventKind)
        raise CannotRead(f"{origin}: {row['name']!r} is given the kind {kind!r}; expected one of {kinds}")
    return ListedEvent(
        row["id"], row["name"], tables.listed(row["names"]), EventKind(kind), tables.first_day(row.get("begin", "")),
        tables.last_day(row.get("end", "")), row.get("origin") or origin,
    )  # fmt: skip
