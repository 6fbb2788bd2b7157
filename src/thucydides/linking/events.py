"""Which events are there, what are they called, and which lies within which?"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thucydides.linking.clusters import Cluster
from thucydides.linking.names import kind_of
from thucydides.linking.profiles import PLACED, Profile, larger
from thucydides.vocabulary import Event, EventKind, Mention

_DEPTH = {
    EventKind.SERIES: 0,
    EventKind.WAR: 1,
    EventKind.CAMPAIGN: 2,
    EventKind.BATTLE: 3,
    EventKind.INCIDENT: 4,
    EventKind.INCIDENTS: 4,
}
_LOWEST = 5


@dataclass(frozen=True, slots=True)
class Tree:
    """The events, by id, and the event of each mention."""

    events: tuple[Event, ...]
    event_of: Mapping[Mention, str]


def tree(clusters: Iterable[Cluster], found: Mapping[Mention, Profile]) -> Tree:
    """One event for each cluster, each within the nearest larger one that a document names."""
    held = {event_id(cluster.members): cluster for cluster in clusters}
    event_of = {mention: identity for identity, cluster in held.items() for mention in cluster.members}
    kinds = {identity: _kind([found[mention] for mention in cluster.members]) for identity, cluster in held.items()}
    parents = _parents(held, kinds, event_of, found)
    events = (_event(identity, held[identity], kinds[identity], parents.get(identity, ""), found) for identity in held)
    return Tree(tuple(sorted(events, key=lambda event: event.id)), event_of)


def event_id(members: Iterable[Mention]) -> str:
    """The id of an event: from its first mention in alphabetical order, so that no order of reading counts."""
    first = min(members)
    named = "\x1f".join((first.document, first.label))
    return f"event:{hashlib.sha256(named.encode()).hexdigest()[:12]}"


def _event(identity: str, cluster: Cluster, kind: EventKind, parent: str, found: Mapping[Mention, Profile]) -> Event:
    members = [found[mention] for mention in cluster.members]
    label = _label(members)
    names = {name for profile in members for name in profile.names}
    return Event(
        id=identity,
        label=label,
        kind=kind,
        aliases=tuple(sorted(names - {label})),
        identifiers=tuple(sorted({number for profile in members for number in profile.identifiers})),
        part_of=parent,
        documents=tuple(sorted({mention.document for mention in cluster.members})),
        reasons=tuple(sorted(set(cluster.reasons))),
    )


def _kind(members: Iterable[Profile]) -> EventKind:
    """The kind that most of the mentions tell; of two that are told as often, the larger."""
    told = Counter(profile.kind for profile in members if profile.kind is not EventKind.UNKNOWN)
    if not told:
        return EventKind.UNKNOWN
    return max(sorted(told), key=lambda kind: (told[kind], -_DEPTH.get(kind, _LOWEST)))


def _label(members: Iterable[Profile]) -> str:
    """The name that stands in most documents; one of the page before one of a file, a telling one before others."""
    votes: Counter[str] = Counter()
    stands: dict[str, bool] = defaultdict(bool)
    for profile in members:
        votes.update(profile.names)
        for name in profile.names:
            stands[name] |= profile.named or name != profile.mention.label
    labels = {profile.mention.label for profile in members}

    def rank(name: str) -> tuple[bool, bool, bool, int, bool, int, str]:
        tells_kind = kind_of(name) is not EventKind.UNKNOWN
        return not stands[name], name.islower(), name not in labels, -votes[name], not tells_kind, len(name), name

    return min(votes, key=rank)


def _parents(
    held: Mapping[str, Cluster],
    kinds: Mapping[str, EventKind],
    event_of: Mapping[Mention, str],
    found: Mapping[Mention, Profile],
) -> dict[str, str]:
    parents: dict[str, str] = {}
    for identity in sorted(held, key=lambda identity: (_DEPTH.get(kinds[identity], _LOWEST), identity)):
        told = _told(held[identity], event_of, found)
        fit = [other for other in told if _may_lie_in(kinds[identity], kinds[other])]
        for other in sorted(fit, key=lambda other: (-told[other], -_DEPTH.get(kinds[other], -1), other)):
            if identity not in _line(other, parents):
                parents[identity] = other
                break
    return parents


def _told(cluster: Cluster, event_of: Mapping[Mention, str], found: Mapping[Mention, Profile]) -> Counter[str]:
    """The events that members are said to be part of, with the weight of the sayings.

    An agreement that has a name of its own stands beside the wars unless it is told to belong to one.
    """
    told: Counter[str] = Counter()
    for mention in cluster.members:
        profile = found[mention]
        aside = profile.kind is EventKind.AGREEMENT and any(key.tells for key in profile.keys)
        for parent, weight in larger(profile, found):
            if weight == PLACED and (aside or _is_elsewhere_in_time(profile, parent)):
                continue
            told[event_of[parent.mention]] = max(told[event_of[parent.mention]], weight)
    return told


def _is_elsewhere_in_time(profile: Profile, parent: Profile) -> bool:
    """Does a clash that a page merely tells of lie outside the days of what the page is about?"""
    if profile.kind is EventKind.AGREEMENT or profile.extent is None or parent.extent is None:
        return False
    return profile.extent.gap(parent.extent) > 0


def _may_lie_in(kind: EventKind, larger_kind: EventKind) -> bool:
    if larger_kind in (EventKind.AGREEMENT, EventKind.INCIDENT, EventKind.INCIDENTS):
        return False
    if EventKind.UNKNOWN in (kind, larger_kind) or kind is EventKind.AGREEMENT:
        return kind is not EventKind.SERIES
    return _DEPTH[larger_kind] < _DEPTH[kind]


def _line(identity: str, parents: Mapping[str, str]) -> set[str]:
    """An event and everything above it."""
    line = {identity}
    while (identity := parents.get(identity, "")) and identity not in line:
        line.add(identity)
    return line
