"""Which event of a list of names goes by this name, at that time?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from thucydides.linking.names import Alike, NameKey, Names
from thucydides.linking.spelling import plain
from thucydides.linking.times import Extent
from thucydides.vocabulary import ListedEvent, tokens

_NEAR = 2 * 372  # days; lists give years, and date the same war from different beginnings
_ALIKE = 0.7  # how alike two names of the same consonants have to be
_ARTICLES = frozenset({"the", "der", "die", "das", "la", "le", "les", "el", "il"})


class KnownNames:
    """The names of listed events, as they are written and by their keys.

    A listed event is no claim: it only says which names mean the same.
    """

    def __init__(self, listed: Iterable[ListedEvent], names: Names) -> None:
        self._names = names
        self._written: dict[str, dict[str, ListedEvent]] = defaultdict(dict)
        self._by_key: dict[object, dict[str, ListedEvent]] = defaultdict(dict)
        for event in listed:
            for name in (event.name, *event.names):
                self._written[_folded(name)][event.id] = event
                if (key := names.key(name)).tells:
                    for mark in (key.identity, key.run):
                        self._by_key[mark][event.id] = event

    def listed(self, names: Iterable[str], when: Extent | None) -> frozenset[str]:
        """The listed events that go by one of the names; none where a name alone leaves the choice of several."""
        if not self._written:
            return frozenset()
        found = (self._meant(name, when) for name in names)
        return frozenset(f"{event.name} ({event.id})" for event in found if event)

    def _meant(self, name: str, when: Extent | None) -> ListedEvent | None:
        """The only event of this very name at that time, else of a name that is spelled, else that sounds like it."""
        written = self._written.get(_folded(name), {}).values()
        for candidates in (written, self._near(name, _spelled_alike), self._near(name, _sounding_alike)):
            fit = [event for event in candidates if _fits(event, when)]
            if fit:
                return fit[0] if len(fit) == 1 else None
        return None

    def _near(self, name: str, alike: Alike) -> Iterator[ListedEvent]:
        key = self._names.key(name)
        near = {**self._by_key.get(key.identity, {}), **self._by_key.get(key.run, {})} if key.tells else {}
        for event in near.values():
            if any(alike(key, self._names.key(other)) for other in (event.name, *event.names)):
                yield event


def _spelled_alike(one: NameKey, other: NameKey) -> bool:
    return one.equals(other) and (not one.words or one.resembles(other) >= _ALIKE)


def _sounding_alike(one: NameKey, other: NameKey) -> bool:
    return one.sounds_like(other) and one.resembles(other) >= _ALIKE


def _folded(name: str) -> str:
    return " ".join(word for word in tokens(plain(name)) if word not in _ARTICLES)


def _fits(event: ListedEvent, when: Extent | None) -> bool:
    if when is None or event.begin is None or event.end is None:
        return True
    return Extent(event.begin, event.end).gap(when) <= _NEAR
