"""Which tables are there: those that come with the program, and the user's own?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from thucydides.authorities import tables
from thucydides.authorities.atlas import Places, places
from thucydides.authorities.registry import Authorities
from thucydides.authorities.relations import TieRow, tie_rows
from thucydides.authorities.rows import ActorRow, Form, actors, names
from thucydides.vocabulary import CannotRead, Place

Table = tuple[str, list[dict[str, str]]]  # where it comes from, and its rows


def load(*extra: Path) -> Authorities:
    """The tables of the program, with the user's own files before them. Raises CannotRead for a file that is none.

    A row of the user's with the key of a shipped one takes its place, and so does a place with its id.
    """
    own = _own(extra)
    identifiers = _identifiers([*own["identifiers"], *_shipped(tables.IDENTIFIERS)])
    rows: dict[str, ActorRow] = {}
    for origin, listed in (*own["actors"], *_shipped(tables.ACTORS)):
        for row in actors(listed, origin=origin, identifiers=identifiers):
            rows.setdefault(row.key, row)
    forms = tuple(form for form in _names([*own["names"], *_shipped(tables.NAMES)]) if form.actor in rows)
    ties = tuple(_ties([*own["ties"], *_shipped(tables.TIES)]))
    atlas = Places(lambda: _places((*own["places"], *_shipped(tables.PLACES))))
    return Authorities(tuple(rows.values()), forms, _names_abroad, ties, atlas)


def _own(extra: Iterable[Path]) -> Mapping[str, list[Table]]:
    found: dict[str, list[Table]] = defaultdict(list)
    for path in extra:
        kind, rows = tables.own(path)
        found[kind].append((path.name, rows))
    for _ in _places(found["places"]):
        pass  # a wrong coordinate is refused when the file is given, not when a place is first looked for
    return found


def _shipped(names_of: Iterable[str]) -> Iterator[Table]:
    return ((name, tables.shipped(name)) for name in names_of)


def _identifiers(listed: Iterable[Table]) -> Mapping[str, tuple[str, ...]]:
    held: dict[str, list[str]] = defaultdict(list)
    for _, rows in listed:
        for row in rows:
            held[row["key"]].append(row["identifier"])
    return {key: tuple(dict.fromkeys(numbers)) for key, numbers in held.items()}


def _names_abroad() -> Iterator[Form]:
    return _names(_shipped(tables.NAMES_ABROAD))


def _names(listed: Iterable[Table]) -> Iterator[Form]:
    for _, rows in listed:
        yield from names(rows)


def _ties(listed: Iterable[Table]) -> Iterator[TieRow]:
    for origin, rows in listed:
        yield from tie_rows(rows, origin=origin)


def _places(listed: Iterable[Table]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for origin, rows in listed:
        try:
            yield from places(rows, origin=origin)
        except ValueError as problem:
            raise CannotRead(f"{origin}: a place needs coordinates in degrees: {problem}") from problem
