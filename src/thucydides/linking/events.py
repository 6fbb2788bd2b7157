"""Which events are there, what are they called, and which lies within which?"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thucydides.linking.clusters import Cluster
from thucydides.linking.names import kind_of
from thucydides.linking.outlines import DEPTH, LOWEST, outline
from thucydides.linking.placing import Outline, Placement, placements
from thucydides.linking.profiles import PLACED, Profile, Profiles, larger
from thucydides.vocabulary import Event, EventKind, Mention


@dataclass(frozen=True, slots=True)
class Tree:
    """The events, by id, the event of each mention, and where an event may lie without being sure."""

    events: tuple[Event, ...]
    event_of: Mapping[Mention, str]
    unsure: tuple[Placement, ...] = ()


def tree(clusters: Iterable[Cluster], found: Profiles) -> Tree:
    """One event for each cluster, each within the nearest larger one that a document names, or that time, sides and

    names give.
    """
    held = {event_id(cluster.members): cluster for cluster in clusters}
    event_of = {mention: identity for identity, cluster in held.items() for mention in cluster.members}
    outlines = {identity: outline(identity, cluster, found) for identity, cluster in held.items()}
    placed = placements(outlines.values())
    grown = _Growing(held, outlines, event_of, found, {placement.part: placement for placement in placed.sure})
    events = (_event(identity, held[identity], grown, found) for identity in held)
    unsure = tuple(placement for placement in placed.unsure if not grown.parents.get(placement.part))
    return Tree(tuple(sorted(events, key=lambda event: event.id)), event_of, unsure)


def event_id(members: Iterable[Mention]) -> str:
    """The id of an event: from its first mention in alphabetical order, so that no order of reading counts."""
    first = min(members)
    named = "\x1f".join((first.document, first.label))
    return f"event:{hashlib.sha256(named.encode()).hexdigest()[:12]}"


def _event(identity: str, cluster: Cluster, grown: "_Growing", found: Profiles) -> Event:
    members = [found[mention] for mention in cluster.members]
    label = _label(members)
    names = {name for profile in members for name in profile.names}
    placed = grown.reasons.get(identity)
    return Event(
        id=identity,
        label=label,
        kind=grown.kinds[identity],
        aliases=tuple(sorted(names - {label})),
        identifiers=tuple(sorted({number for profile in members for number in profile.identifiers})),
        part_of=grown.parents.get(identity, ""),
        documents=tuple(sorted({mention.document for mention in cluster.members})),
        reasons=(*sorted(set(cluster.reasons)), *([placed] if placed else [])),
    )


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


class _Growing:
    """Finds the larger event of each, from the top of the tree down."""

    def __init__(
        self,
        held: Mapping[str, Cluster],
        outlines: Mapping[str, Outline],
        event_of: Mapping[Mention, str],
        found: Profiles,
        placed: Mapping[str, Placement],
    ) -> None:
        self.kinds = {identity: outline.kind for identity, outline in outlines.items()}
        self.parents: dict[str, str] = {}
        self.reasons: dict[str, str] = {}
        self._outlines = outlines
        self._placed = placed
        for identity in self._from_the_top(held):
            self._tell(identity, _told(held[identity], event_of, found))
        for identity in self._from_the_top(held):
            if identity in placed:
                self._place(placed[identity])

    def _from_the_top(self, held: Iterable[str]) -> list[str]:
        return sorted(held, key=lambda identity: (DEPTH.get(self.kinds[identity], LOWEST), identity))

    def _tell(self, identity: str, told: Mapping[str, int]) -> None:
        """Put it into the larger event that the documents tell."""
        fit = [other for other in told if _may_lie_in(self.kinds[identity], self.kinds[other])]
        for other in sorted(fit, key=lambda other: (-told[other], -DEPTH.get(self.kinds[other], -1), other)):
            if identity not in _line(other, self.parents):
                self.parents[identity] = other
                break

    def _place(self, placement: Placement) -> None:
        """Put it into the war that was found for it, between it and a larger frame that a document tells of."""
        part, war, told = placement.part, placement.whole, self.parents.get(placement.part, "")
        if part in _line(war, self.parents) or (told and war in self._will_lie_in(told)):
            return
        if told and self._outlines[told].stated and not self._frames(told, war):
            return
        self.parents[part] = war
        self.reasons[part] = placement.reason
        if not self._outlines[part].stated and self.kinds[part] is EventKind.WAR:
            self.kinds[part] = EventKind.CAMPAIGN
        if told and self._frames(told, war) and not self.parents.get(war) and war not in _line(told, self.parents):
            self.parents[war] = told

    def _will_lie_in(self, identity: str) -> set[str]:
        """What an event lies in, or will once it is placed."""
        line = _line(identity, self.parents)
        return line | {self._placed[other].whole for other in line if other in self._placed}

    def _frames(self, outer: str, inner: str) -> bool:
        one, other = self._outlines[outer], self._outlines[inner]
        if not _may_lie_in(self.kinds[inner], self.kinds[outer]) or one.extent is None or other.extent is None:
            return False
        return one.extent.holds(other.extent)


def _told(cluster: Cluster, event_of: Mapping[Mention, str], found: Profiles) -> Counter[str]:
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
    return DEPTH[larger_kind] < DEPTH[kind]


def _line(identity: str, parents: Mapping[str, str]) -> set[str]:
    """An event and everything above it."""
    line = {identity}
    while (identity := parents.get(identity, "")) and identity not in line:
        line.add(identity)
    return line
