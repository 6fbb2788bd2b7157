"""Which mentions speak of one event?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from thucydides.linking.candidates import pairs
from thucydides.linking.features import NEVER, SAME, UNSURE, Weight, weigh
from thucydides.linking.profiles import Profile, larger
from thucydides.vocabulary import Mention


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two mentions, how much speaks for their being one event, and each weight with its sentence."""

    one: Mention
    other: Mention
    score: float
    weights: tuple[Weight, ...]

    @property
    def reason(self) -> str:
        """The comparison as one sentence."""
        return f"{'; '.join(weight.reason for weight in self.weights)} (weight {self.score:+.1f})"


@dataclass(slots=True)
class Cluster:
    """Mentions taken for one event, and why."""

    members: list[Mention]
    reasons: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Clustering:
    """All clusters, each mention in exactly one, and the comparisons that stayed undecided."""

    clusters: tuple[Cluster, ...]
    unsure: tuple[Comparison, ...]


def clustering(found: Mapping[Mention, Profile]) -> Clustering:
    """Join the mentions that speak of one event, the surest pair first.

    The order depends on the mentions alone. Two clusters stay apart where any of their members cannot be one event.
    """
    compared = sorted(_compared(found), key=lambda pair: (-pair.score, pair.one, pair.other))
    cluster_of = {mention: Cluster([mention]) for mention in found}
    unsure = []
    for pair in compared:
        one, other = cluster_of[pair.one], cluster_of[pair.other]
        if one is other or _apart(one, other, found):
            continue
        if pair.score >= SAME:
            _join(one, other, pair, cluster_of)
        else:
            unsure.append(pair)
    still = tuple(pair for pair in unsure if cluster_of[pair.one] is not cluster_of[pair.other])
    whole = {id(cluster): cluster for cluster in cluster_of.values()}
    return Clustering(tuple(sorted(whole.values(), key=lambda cluster: min(cluster.members))), still)


def _compared(found: Mapping[Mention, Profile]) -> Iterable[Comparison]:
    for one, other in pairs(found.values()):
        score, weights = weigh(one, other)
        if score >= UNSURE:
            yield Comparison(one.mention, other.mention, score, weights)


def _apart(one: Cluster, other: Cluster, found: Mapping[Mention, Profile]) -> bool:
    return any(_excluded(found[left], found[right], found) for left in one.members for right in other.members)


def _excluded(one: Profile, other: Profile, found: Mapping[Mention, Profile]) -> bool:
    """Is one said to be part of the other, or does a feature rule the pair out?"""
    if any(parent.mention == other.mention for parent, _ in larger(one, found)):
        return True
    if any(parent.mention == one.mention for parent, _ in larger(other, found)):
        return True
    return any(weight.weight <= NEVER for weight in weigh(one, other)[1])


def _join(one: Cluster, other: Cluster, pair: Comparison, cluster_of: dict[Mention, Cluster]) -> None:
    one.members.extend(other.members)
    one.reasons.extend((*other.reasons, pair.reason))
    for mention in other.members:
        cluster_of[mention] = one
