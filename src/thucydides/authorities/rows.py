"""Which actors are listed, from when to when, and under which names?

Every table is a CSV file with a header. `actors` tables have one actor of one period a row; lists within a cell are
separated by `|`. A form that begins with `=` is a name only in exactly this spelling (`=Union`), one that begins with
`!` only where it is the whole of the words (`!Corinth`, also the name of many other places), and one that begins with
`~` is no name at all: a row that stands in a line for the years in which another state was meant.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thucydides.authorities.tables import first_day, last_day
from thucydides.vocabulary import Actor, Day, FormSort

Cells = Iterable[Mapping[str, str]]

SORTS = (
    ("name", FormSort.NAME),
    ("also", FormSort.NAME),
    ("official", FormSort.OFFICIAL),
    ("codes", FormSort.CODE),
    ("adjective", FormSort.ADJECTIVE),
    ("people", FormSort.PEOPLE),
    ("army", FormSort.ARMY),
)

_SORT_OF = {sort.value: sort for sort in FormSort}
_LONGEST_CODE = 8


@dataclass(frozen=True, slots=True)
class Form:
    """One name of one actor. `exact`: only in this spelling; `whole`: only as the whole of the words.

    `alone`: no force is called by it, as by the name in another language.
    """

    words: str
    actor: str
    sort: FormSort
    exact: bool = False
    whole: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of one period. `line`: the states that succeed each other under one name share it."""

    key: str
    line: str
    actor: Actor
    licence: str
    forms: tuple[Form, ...]

    @property
    def begin(self) -> Day | None:
        """The first day, None if open."""
        return first_day(self.actor.begin)

    @property
    def end(self) -> Day | None:
        """The last day, None if open."""
        return last_day(self.actor.end)


def actors(rows: Cells, *, origin: str, identifiers: Mapping[str, tuple[str, ...]]) -> Iterator[ActorRow]:
    """The actors of a table. The id is the table's, else the Gleditsch-Ward number, the COW number, or the key."""
    for row in rows:
        key = row["key"]
        own = row.get("id") or ""
        numbers = tuple(number for number in dict.fromkeys((own, *identifiers.get(key, ()))) if _is_number(number))
        actor = Actor(
            id=own or _best(numbers) or f"actor:{key}",
            name=row["name"].lstrip("=!~"),
            begin=row.get("begin") or "",
            end=row.get("end") or "",
            origin=row.get("origin") or origin,
            identifiers=numbers,
        )
        yield ActorRow(key, row.get("line") or key, actor, row.get("licence") or "", tuple(_forms(key, row)))


def names(rows: Cells) -> Iterator[Form]:
    """The names of a table; a name that begins with `!` only where it is the whole of the words."""
    for row in rows:
        written = row["name"]
        words = written.lstrip("=!")
        code = len(words) <= _LONGEST_CODE and _is_code(words)
        sort = FormSort.CODE if code else _SORT_OF.get(row.get("sort") or "", FormSort.NAME)
        if len(words) > 1:
            yield Form(words, row["key"], sort, code or written[0] == "=", written[0] == "!", alone=True)


def _is_number(identity: str) -> bool:
    """Is it a number of somebody's list, and not our own key?"""
    return bool(identity) and not identity.startswith("actor:")


def _best(numbers: tuple[str, ...]) -> str:
    return next((number for scheme in ("gw:", "cow:") for number in numbers if number.startswith(scheme)), "")


def _forms(key: str, row: Mapping[str, str]) -> Iterator[Form]:
    for column, sort in SORTS:
        for cell in (row.get(column) or "").split("|"):
            if (words := cell.strip().lstrip("=!")) and not words.startswith("~"):
                code = _is_code(words)
                exact, whole = code or cell.startswith("="), cell.startswith("!")
                yield Form(words, key, FormSort.CODE if code else sort, exact=exact, whole=whole)


def _is_code(words: str) -> bool:
    """Short runs of capitals are codes; in small letters they would be words (us, uk, is)."""
    letters = words.replace(".", "")
    return len(letters) <= 4 and letters.isascii() and letters.isupper()
