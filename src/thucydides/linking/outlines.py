"""What do all mentions of an event together say of its time, its names and its sides?"""

from collections import Counter
from collections.abc import Iterable, Sequence

from thucydides.linking.clusters import Cluster
from thucydides.linking.placing import Outline
from thucydides.linking.profiles import Profile, Profiles, Side
from thucydides.linking.times import Extent
from thucydides.vocabulary import EventKind

DEPTH = {
    EventKind.SERIES: 0,
    EventKind.WAR: 1,
    EventKind.CAMPAIGN: 2,
    EventKind.BATTLE: 3,
    EventKind.INCIDENT: 4,
    EventKind.INCIDENTS: 4,
}
LOWEST = 5


def outline(identity: str, cluster: Cluster, found: Profiles) -> Outline:
    """The outline of the event that the mentions of a cluster speak of."""
    members = [found[mention] for mention in sorted(cluster.members)]
    kind = kind_told(members)
    stated = [member for member in members if member.claims and member.extent and not member.implied]
    return Outline(
        id=identity,
        label=members[0].mention.label,
        kind=kind,
        extent=_extent(stated or members, kind),
        stated=bool(stated),
        keys=tuple(dict.fromkeys(key for member in members for key in member.keys)),
        above=tuple(dict.fromkeys(key for member in members for key in member.outer)),
        actors=frozenset().union(*(member.actors for member in members)),
        sides=_sides(members),
        unlisted=any(member.unlisted for member in members),
        documents=frozenset(member.mention.document for member in members),
    )


def kind_told(members: Iterable[Profile]) -> EventKind:
    """The kind that most of the mentions tell; of two that are told as often, the larger."""
    told = Counter(profile.kind for profile in members if profile.kind is not EventKind.UNKNOWN)
    if not told:
        return EventKind.UNKNOWN
    return max(sorted(told), key=lambda kind: (told[kind], -DEPTH.get(kind, LOWEST)))


def _extent(members: Sequence[Profile], kind: EventKind) -> Extent | None:
    """Of a war from the first day that is told to the last; of a battle the extent that is told most closely."""
    extents = sorted((member.extent for member in members if member.extent), key=lambda told: (told.days, str(told)))
    if not extents or DEPTH.get(kind, LOWEST) > 1:
        return extents[0] if extents else None
    whole = extents[0]
    for extent in extents[1:]:
        whole = whole.together(extent)
    return whole


def _sides(members: Sequence[Profile]) -> tuple[Side, ...]:
    """The sides as the mention that names most of the parties has them; the numbers of sides differ by document."""
    return max((member.sides for member in members), key=lambda sides: sum(map(len, sides)), default=())
