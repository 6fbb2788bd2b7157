"""Which mentions speak of one event?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from thucydides.linking.candidates import pairs
from thucydides.linking.features import weigh
from thucydides.linking.learning import learned
from thucydides.linking.profiles import Profile, Profiles, larger
from thucydides.linking.weights import ALWAYS, NEVER, SAME, UNSURE, Weight, weighed
from thucydides.vocabulary import Answer, Decision, Mention

_AHEAD = 1.0  # by so much a pair has to be better than its rivals
_RIVALS = 12  # of the pairs of one mention, the best that are held against each other

Decided = Mapping[frozenset[Mention], Decision]


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
    ambiguous = _ambiguous(compared, borders)
    cluster_of = {mention: Cluster([mention]) for mention in found}
    unsure = []
    for pair in compared:
        one, other = cluster_of[pair.one], cluster_of[pair.other]
        if one is other or (pair.score < ALWAYS and borders.part(one, other)):
            continue
        if pair.score >= SAME and (pair.one, pair.other) not in ambiguous:
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
        known = tuple(weighed(weight, weights) for weight in levels)
        score = sum(weight.weight for weight in known)
        if score >= UNSURE and frozenset((one.mention, other.mention)) not in decided:
            yield Comparison(one.mention, other.mention, score, known)
    for pair, decision in decided.items():
        if decision.answer is Answer.JOIN and pair <= found.keys():
            first, second = sorted(pair)
            yield Comparison(first, second, ALWAYS, (Weight(ALWAYS, _said(decision)),))


def _said(decision: Decision) -> str:
    because = f": {decision.why}" if decision.why else ""
    return f"{decision.who} decided on {decision.when[:10]} that they are one event{because}"


def _ambiguous(compared: Iterable[Comparison], borders: "_Borders") -> set[tuple[Mention, Mention]]:
    """The pairs of a mention that fits two events, which cannot be one, as well: it joins neither."""
    partners: dict[Mention, list[tuple[float, Mention]]] = defaultdict(list)
    for pair in compared:
        if SAME <= pair.score < ALWAYS:
            partners[pair.one].append((pair.score, pair.other))
            partners[pair.other].append((pair.score, pair.one))
    found: set[tuple[Mention, Mention]] = set()
    for mention, near in partners.items():
        for place, (score, partner) in enumerate(near[:_RIVALS]):
            rivals = (
                rival for better, rival in near[:_RIVALS][:place] + near[place + 1 : _RIVALS] if better > score - _AHEAD
            )
            if any(borders.between(partner, rival) for rival in rivals):
                found.add((min(mention, partner), max(mention, partner)))
    return found


class _Borders:
    """What keeps two clusters apart: a person's word, one being said to be part of the other, a rule."""

    def __init__(self, found: Profiles, decided: Decided) -> None:
        self._found = found
        self._parted: dict[Mention, set[Mention]] = defaultdict(set)
        for profile in found.values():
            for parent, _ in larger(profile, found):
                self._draw(profile.mention, parent.mention)
        for pair, decision in decided.items():
            if decision.answer is Answer.SPLIT:
                self._draw(*sorted(pair))

    def part(self, one: Cluster, other: Cluster) -> bool:
        """May the two not be joined?"""
        return any(self.between(left, right) for left in one.members for right in other.members)

    def between(self, one: Mention, other: Mention) -> bool:
        """May the two not be one event?"""
        return other in self._parted.get(one, ()) or self._ruled_out(self._found[one], self._found[other])

    def _draw(self, one: Mention, other: Mention) -> None:
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
