"""Which mentions speak of one event?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from thucydides.linking.candidates import pairs
from thucydides.linking.features import weigh
from thucydides.linking.learning import learned
from thucydides.linking.profiles import Profile, Profiles, larger
from thucydides.linking.weights import ALWAYS, NEVER, SAME, UNSURE, Weight
from thucydides.vocabulary import LinkDecision, Mention, Pairing

Decided = Mapping[frozenset[Mention], LinkDecision]


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


def clustering(found: Profiles, decided: Decided | None = None) -> Clustering:
    """Join the mentions that speak of one event, the surest pair first.

    The order depends on the mentions alone. Two clusters stay apart where any of their members cannot be one event, or
    where a person has said so.
    """
    borders = _Borders(found, decided or {})
    compared = sorted(_compared(found, decided or {}), key=lambda pair: (-pair.score, pair.one, pair.other))
    cluster_of = {mention: Cluster([mention]) for mention in found}
    unsure = []
    for pair in compared:
        one, other = cluster_of[pair.one], cluster_of[pair.other]
        if one is other or (pair.score < ALWAYS and borders.part(one, other)):
            continue
        if pair.score >= SAME:
            _join(one, other, pair, cluster_of)
        else:
            unsure.append(pair)
    still = tuple(pair for pair in unsure if cluster_of[pair.one] is not cluster_of[pair.other])
    whole = {id(cluster): cluster for cluster in cluster_of.values()}
    return Clustering(tuple(sorted(whole.values(), key=lambda cluster: min(cluster.members))), still)


def _compared(found: Profiles, decided: Decided) -> Iterator[Comparison]:
    """The pairs that may be one event: by their features, or because a person has said that they are."""
    seen = [(one, other, weigh(one, other)[1]) for one, other in pairs(found.values())]
    weights = learned(levels for _, _, levels in seen)
    for one, other, levels in seen:
        known = tuple(weight._replace(weight=weights.get(weight.level, weight.weight)) for weight in levels)
        score = sum(weight.weight for weight in known)
        if score >= UNSURE and frozenset((one.mention, other.mention)) not in decided:
            yield Comparison(one.mention, other.mention, score, known)
    for pair, decision in decided.items():
        if decision.answer is Pairing.SAME and pair <= found.keys():
            first, second = sorted(pair)
            yield Comparison(first, second, ALWAYS, (Weight(ALWAYS, _said(decision)),))


def _said(decision: LinkDecision) -> str:
    because = f": {decision.why}" if decision.why else ""
    return f"{decision.who} decided on {decision.when[:10]} that they are one event{because}"


class _Borders:
    """What keeps two clusters apart: a person's word, one being said to be part of the other, a rule."""

    def __init__(self, found: Profiles, decided: Decided) -> None:
        self._found = found
        self._parted: dict[Mention, set[Mention]] = defaultdict(set)
        for profile in found.values():
            for parent, _ in larger(profile, found):
                self._between(profile.mention, parent.mention)
        for pair, decision in decided.items():
            if decision.answer is Pairing.DIFFERENT:
                self._between(*sorted(pair))

    def part(self, one: Cluster, other: Cluster) -> bool:
        """May the two not be joined?"""
        return any(
            right in self._parted[left] or self._ruled_out(self._found[left], self._found[right])
            for left in one.members
            for right in other.members
        )

    def _between(self, one: Mention, other: Mention) -> None:
        self._parted[one].add(other)
        self._parted[other].add(one)

    @staticmethod
    def _ruled_out(one: Profile, other: Profile) -> bool:
        return any(weight.weight <= NEVER for weight in weigh(one, other)[1])


def _join(one: Cluster, other: Cluster, pair: Comparison, cluster_of: dict[Mention, Cluster]) -> None:
    one.members.extend(other.members)
    one.reasons.extend((*other.reasons, pair.reason))
    for mention in other.members:
        cluster_of[mention] = one
