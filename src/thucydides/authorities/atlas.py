"""Which places go by a name?"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from thucydides.authorities.folding import folded_words
from thucydides.authorities.tables import listed
from thucydides.vocabulary import Place, PlaceKind, Precision, tokens

# What a place is, in front of its name or behind it: no part of the name.
_GENERIC = frozenset(
    {
        "lake", "river", "mount", "mt", "cape", "village", "fort", "island", "isle", "hill", "hills",
        "plain", "plains", "valley", "area", "region", "near", "the", "of", "at", "in", "de", "la", "le", "el",
    }
)  # fmt: skip
_KINDS = {
    PlaceKind.RIVER: ("river", "riv", "gol"),
    PlaceKind.LAKE: ("lake",),
    PlaceKind.ISLAND: ("island", "isle"),
    PlaceKind.MOUNTAIN: ("mount", "mountain", "hill", "hills", "heights", "pass"),
    PlaceKind.FORT: ("fort", "fortress"),
    PlaceKind.SEA: ("sea", "strait", "gulf", "bay", "channel"),
    PlaceKind.TOWN: ("city", "town", "village"),
}
_MARKS = re.compile("[\u0300-\u036f]")


Listed = Iterable[tuple[Place, tuple[str, ...]]]


class Places:
    """The places of all tables, by name. `read` gives them, each with its other names, when they are first needed."""

    def __init__(self, read: Callable[[], Listed] = tuple) -> None:
        self._read = read

    @cached_property
    def _named(self) -> Mapping[str, tuple[Place, ...]]:
        named: dict[str, dict[str, Place]] = defaultdict(dict)
        for place, names in self._read():
            for key in {place_key(name) for name in (place.name, *names)}:
                named[key].setdefault(place.id, place)
        return {key: tuple(places.values()) for key, places in named.items() if key}

    def named(self, words: str) -> tuple[Place, ...]:
        """The places of that name; those of the kind that the words say, if they say one."""
        found = self._named.get(place_key(words), ())
        if len(found) < 2:
            return found
        said = {kind for kind, nouns in _KINDS.items() if set(nouns) & set(tokens(folded_words(words)))}
        said.add(PlaceKind.BATTLEFIELD)  # a battlefield goes by the name of any lake, hill or town
        fitting = tuple(place for place in found if place.kind in said) if len(said) > 1 else ()
        return fitting or found


def place_key(name: str) -> str:
    """A place's name without accents, dashes, articles and the noun that says what kind of place it is."""
    plain = folded_words(name)
    if not plain.isascii():
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain))
    told = [word for word in tokens(plain.replace("-", " ")) if word not in _GENERIC]
    return "".join(told) or "".join(tokens(plain))


def places(rows: Iterable[Mapping[str, str]], *, origin: str) -> Listed:
    """The places of a table, each with its other names."""
    for row in rows:
        place = Place(
            id=row.get("id") or f"place:{place_key(row['name'])}",
            name=row["name"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            kind=PlaceKind(row.get("kind") or "unknown"),
            precision=Precision(int(row.get("precision") or Precision.NEAR)),
            within=listed(row.get("within")),
            origin=row.get("origin") or origin,
        )
        yield place, listed(row.get("also"))
