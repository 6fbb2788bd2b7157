"""What do the mentions of one document say of one another: which is the larger, what are its parts called?"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import reduce

from thucydides.linking.names import NameKey, Names
from thucydides.linking.profiles import TOLD, Profile, Profiles, larger
from thucydides.linking.times import Extent
from thucydides.vocabulary import EventKind, Mention

_PARTS = (EventKind.BATTLE, EventKind.INCIDENT)


def labelled(found: Profiles, names: Names) -> dict[Mention, Profile]:
    """The profiles with each larger event under the label of its mention, however it was named there."""
    there: dict[str, list[Profile]] = defaultdict(list)
    for mention in sorted(found):
        there[mention.document].append(found[mention])
    known = {document: _Labels(profiles, names) for document, profiles in there.items()}
    return {
        mention: replace(profile, within=known[mention.document].of(profile)) if profile.within else profile
        for mention, profile in found.items()
    }


class _Labels:
    """The labels of one document by the names, and the keys, that go with them."""

    def __init__(self, profiles: list[Profile], names: Names) -> None:
        self._names = names
        self._spelled: dict[str, list[str]] = defaultdict(list)
        self._keyed: dict[object, list[str]] = defaultdict(list)
        for profile in profiles:
            for name in profile.names:
                self._spelled[name].append(profile.mention.label)
            for key in profile.keys:
                if key.tells:
                    self._keyed[key.identity].append(profile.mention.label)

    def of(self, profile: Profile) -> dict[str, int]:
        """The larger events of a profile, each by the label of its mention, else by the name itself."""
        within: dict[str, int] = {}
        for name, weight in sorted(profile.within.items()):
            label = self._label(name, profile.mention.label)
            within[label] = max(weight, within.get(label, 0))
        return within

    def _label(self, name: str, but: str) -> str:
        key = self._names.key(name)
        nearly = self._keyed[key.identity] if key.tells else []
        return next((label for label in (*self._spelled.get(name, ()), *nearly) if label != but), name)


def with_parts(found: Mapping[Mention, Profile]) -> dict[Mention, Profile]:
    """The profiles, with the extent and the parties of its parts for a larger event of which nothing else is said."""
    parts: dict[Mention, list[Profile]] = defaultdict(list)
    for profile in found.values():
        for parent, weight in larger(profile, found):
            if weight == TOLD:
                parts[parent.mention].append(profile)
    return {
        mention: _from_parts(profile, parts[mention]) if mention in parts else profile
        for mention, profile in found.items()
    }


def _from_parts(profile: Profile, parts: list[Profile]) -> Profile:
    extent, implied = profile.extent, profile.implied
    if extent is None or not profile.claims:
        extents = [told for told in (extent, *(part.extent for part in parts)) if told is not None]
        extent, implied = (reduce(Extent.together, extents) if extents else None), True
    if profile.parties:
        return replace(profile, extent=extent, implied=implied)
    parties = frozenset().union(*(part.parties for part in parts))
    return replace(profile, extent=extent, implied=implied, parties=parties, actors=profile.actors | parties)


def inner_names(found: Profiles) -> dict[Mention, dict[NameKey, None]]:
    """A war is often called by its battle: for each larger event, the names of the battles told to be within it."""
    inner: dict[Mention, dict[NameKey, None]] = defaultdict(dict)
    for profile in found.values():
        if profile.kind in _PARTS:
            for parent, weight in larger(profile, found):
                if weight == TOLD:
                    inner[parent.mention].update((key, None) for key in profile.keys if key.words)
    return inner


def bearers(found: Profiles) -> dict[Mention, int]:
    """Of names that several events of one document go by: of how many, counted by their years or their numbers."""
    times: dict[object, dict[str, set[object]]] = defaultdict(lambda: defaultdict(set))
    for profile in found.values():
        marks = [profile.extent.first.year] if profile.extent else sorted(profile.identifiers)[:1]
        for key in profile.keys:
            times[key.identity][profile.mention.document].update(marks)
    common = {identity: max(map(len, documents.values())) for identity, documents in times.items()}
    return {
        mention: max((common[key.identity] for key in profile.keys), default=0) for mention, profile in found.items()
    }


def telling_numbers(found: Profiles) -> dict[Mention, frozenset[str]]:
    """The identifiers that tell an event from all others of its document; one article may stand for three battles."""
    carried = Counter(
        (mention.document, identifier) for mention, profile in found.items() for identifier in profile.identifiers
    )
    return {
        mention: frozenset(each for each in profile.identifiers if carried[mention.document, each] == 1)
        for mention, profile in found.items()
    }
