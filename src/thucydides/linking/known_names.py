"""Which event of a list of names goes by this name, at that time?"""

from collections import defaultdict
from collections.abc import Iterable

from thucydides.linking.names import Names
from thucydides.linking.times import Extent
from thucydides.vocabulary import ListedEvent

_NEAR = 2 * 372  # days; lists give years, and date the same war from different beginnings


class KnownNames:
    """The names of listed events by their keys. A listed event is no claim: it only says which names mean the same."""

    def __init__(self, listed: Iterable[ListedEvent], names: Names) -> None:
        self._names = names
        self._by_key: dict[object, list[ListedEvent]] = defaultdict(list)
        for event in listed:
            keys = {key.identity for name in (event.name, *event.names) if (key := names.key(name)).tells}
            for identity in keys:
                self._by_key[identity].append(event)

    def listed(self, names: Iterable[str], when: Extent | None) -> frozenset[str]:
        """The listed events that go by one of the names; none where a name alone leaves the choice of several."""
        if not self._by_key:
            return frozenset()
        found: set[str] = set()
        for name in names:
            meant = [event for event in self._by_key.get(self._names.key(name).identity, ()) if _fits(event, when)]
            if len(meant) == 1:
                found.add(f"{meant[0].name} ({meant[0].id})")
        return frozenset(found)


def _fits(event: ListedEvent, when: Extent | None) -> bool:
    if when is None or event.begin is None or event.end is None:
        return True
    return Extent(event.begin, event.end).gap(when) <= _NEAR
