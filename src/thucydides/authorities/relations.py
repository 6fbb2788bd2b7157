"""Whose client was an actor, and whose successor, and when?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thucydides.authorities.tables import first_day, last_day
from thucydides.vocabulary import Day, HistoricalDate

RELATIONS = ("client_of", "successor_of")


@dataclass(frozen=True, slots=True)
class TieRow:
    """A row of a table of ties: one actor's key, the relation, the other's key, from when to when."""

    actor: str
    relation: str
    other: str
    kind: str
    begin: str
    end: str
    origin: str

    def holds(self, when: HistoricalDate | None) -> bool:
        """Did it hold at some time of the date? A succession holds from its day on."""
        if when is None:
            return True
        begin, end = first_day(self.begin), last_day(self.end)
        earliest, latest = when.earliest or when.latest, when.latest or when.earliest
        return _reaches(begin, latest) and _reaches(earliest, end)


def tie_rows(rows: Iterable[Mapping[str, str]], *, origin: str) -> Iterable[TieRow]:
    """The ties of a table."""
    for row in rows:
        yield TieRow(
            row["actor"], row["relation"], row["other"], row.get("kind") or "", row.get("begin") or "",
            row.get("end") or "", row.get("origin") or origin,
        )  # fmt: skip


def _reaches(first: Day | None, last: Day | None) -> bool:
    return first is None or last is None or first <= last
