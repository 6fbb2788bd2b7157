"""On whose side does the claimant stand towards those it speaks about?"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from thucydides.vocabulary import Actor, Claim, Stance

Pair = frozenset[str]
ActorsOf = Callable[[Claim], tuple[Actor, ...]]


class Sides:
    """Who fought beside whom and against whom, event by event, as the claims have it."""

    def __init__(self, claims: Iterable[Claim], event_of: Mapping[str, str], actors_of: ActorsOf) -> None:
        self._votes: dict[str, dict[Pair, Counter[Stance]]] = defaultdict(lambda: defaultdict(Counter))
        self._parties: dict[str, dict[str, None]] = defaultdict(dict)
        for (event, _), about in _grouped(claims, event_of).items():
            self._count(event, about, actors_of)

    def stance(self, claimant: Actor | None, targets: tuple[Actor, ...], line: Iterable[str]) -> Stance:
        """Where the claimant stands. `line`: the event and those above it; the nearest that knows decides."""
        if claimant is None or not targets:
            return Stance.THIRD
        if claimant.id in {target.id for target in targets}:
            return Stance.OWN
        for event in line:
            for target in targets:
                if votes := self._votes[event].get(frozenset((claimant.id, target.id))):
                    return max(sorted(votes), key=votes.__getitem__)
            parties = self._parties[event]
            if len(parties) == 2 and claimant.id in parties and targets[0].id in parties:
                return Stance.ENEMY  # of two belligerents, each is the other's enemy
        return Stance.THIRD

    def _count(self, event: str, claims: list[Claim], actors_of: ActorsOf) -> None:
        sides: dict[int, dict[str, None]] = defaultdict(dict)
        won: dict[str, dict[str, None]] = defaultdict(dict)
        for claim in claims:
            named = [actor.id for actor in actors_of(claim)]
            if claim.attribute == "belligerent":
                self._parties[event].update(dict.fromkeys(named))
            if claim.side:
                sides[claim.side].update(dict.fromkeys(named))
            if claim.attribute in ("winner", "loser"):
                won[claim.attribute].update(dict.fromkeys(named))
            if claim.attribute == "client_of" or len(named) > 1:
                self._vote(event, combinations(named, 2), Stance.ALLY)
        for grouped in (list(sides.values()), list(won.values())):
            for group in grouped:
                self._vote(event, combinations(group, 2), Stance.ALLY)
            for one, other in combinations(grouped, 2):
                self._vote(event, ((left, right) for left in one for right in other), Stance.ENEMY)

    def _vote(self, event: str, pairs: Iterable[tuple[str, str]], stance: Stance) -> None:
        for one, other in pairs:
            if one != other:
                self._votes[event][frozenset((one, other))][stance] += 1


def _grouped(claims: Iterable[Claim], event_of: Mapping[str, str]) -> dict[tuple[str, str], list[Claim]]:
    """The claims of each document about each event: the numbers of sides mean something only there."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[event_of[claim.id], claim.document].append(claim)
    return groups
