"""How far apart are what a side admits and what its enemy claims?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from thucydides.checking.figures import Figure, Parts, added, figures
from thucydides.checking.testimony import Account, Testimony, groups, ids
from thucydides.checking.wording import counted, listed, what, whom
from thucydides.vocabulary import Event, Finding, LinkedClaim, Severity, Stance

_APART = 1.5
"""From this ratio on, two figures contradict each other whatever their rounding."""
_CATEGORIES = ("killed", "wounded", "missing", "captured")


@dataclass(frozen=True, slots=True)
class Tally:
    """What one claimant says that some actors lost: figures that may be added, and what they count together."""

    claimant: str
    actors: frozenset[str]
    figures: tuple[Figure, ...]
    parts: Parts

    @property
    def amount(self) -> float:
        """Their sum."""
        return sum(one.amount for one in self.figures)

    def __str__(self) -> str:
        said = listed(f"{counted(one.count)} ({what(one.claim)})" for one in self.figures)
        return f"{said}, together {self.amount:,.0f}" if len(self.figures) > 1 else said


def own_against_enemy(testimony: Testimony) -> Iterator[Finding]:
    """Losses that a side gives for itself against those that its enemy gives for it: the two farthest apart."""
    for event_id, accounts in testimony.by_event.items():
        pairs = [
            (own, enemy)
            for own in _extremes(_tallies(accounts, Stance.OWN))
            for enemy in _extremes(_tallies(accounts, Stance.ENEMY))
            if _comparable(own, enemy)
        ]
        for rivals in groups(pairs, lambda pair: (pair[0].claimant, pair[1].claimant, pair[1].actors)).values():
            yield from _apart(testimony.events[event_id], *max(rivals, key=lambda pair: _ratio(*pair)))


def _extremes(tallies: Sequence[Tally]) -> list[Tally]:
    """Of what many documents repeat in the name of one claimant, the least and the most."""
    same = groups(tallies, lambda tally: (tally.claimant, tally.actors, tally.parts)).values()
    found = [end for held in same for end in (min(held, key=attrgetter("amount")), max(held, key=attrgetter("amount")))]
    return list(dict.fromkeys(found))


def _ratio(own: Tally, enemy: Tally) -> float:
    return max(own.amount, enemy.amount) / max(1, min(own.amount, enemy.amount))


def _tallies(accounts: Sequence[Account], stance: Stance) -> list[Tally]:
    held = [
        one
        for account in accounts
        for one in figures(account.of("loss"))
        if one.parts and one.bounded and one.claim.stance is stance and _claimant(one.claim)
    ]
    by_mouth = groups(held, lambda one: (one.claim.document_name, _claimant(one.claim), one.actors))
    return [tally for (_, claimant, actors), said in by_mouth.items() if (tally := _tally(claimant, actors, said))]


def _claimant(linked: LinkedClaim) -> str:
    return linked.claimant or linked.claim.attribution.claimant


def _tally(claimant: str, actors: frozenset[str], said: Sequence[Figure]) -> Tally | None:
    """The widest figure and whatever may be added to it without counting anybody twice."""
    taken: list[Figure] = []
    for one in sorted(said, key=lambda one: (-sum(one.parts), -one.amount)):
        if max(added([one.parts, *(other.parts for other in taken)])) <= 1:
            taken.append(one)
    if not taken or not actors:
        return None
    return Tally(claimant, actors, tuple(taken), added(one.parts for one in taken))


def _comparable(own: Tally, enemy: Tally) -> bool:
    """One of them speaks of all the actors, and counts all the categories, that the other does."""
    nested = own.actors <= enemy.actors or enemy.actors <= own.actors
    return nested and (_within(own.parts, enemy.parts) or _within(enemy.parts, own.parts))


def _within(part: Parts, whole: Parts) -> bool:
    return all(one <= other for one, other in zip(part, whole, strict=True))


def _apart(event: Event, own: Tally, enemy: Tally) -> Iterator[Finding]:
    ratio = _ratio(own, enemy)
    if min(own.amount, enemy.amount) < 1 or ratio < _APART:
        return
    same = own.parts == enemy.parts and own.actors == enemy.actors
    yield Finding(
        "own-against-enemy",
        Severity.CONTRADICTION if same else Severity.DOUBT,
        f"Losses of {whom(enemy.figures[0].claim)} in {event.label}: {enemy.claimant} gives {enemy}; "
        f"{own.claimant} gives {own}. The ratio is {ratio:.1f}.{_reserve(own, enemy)}",
        claims=ids(one.claim for tally in (own, enemy) for one in tally.figures),
        event=event.id,
    )


def _reserve(own: Tally, enemy: Tally) -> str:
    """Why the two figures may differ without anybody being wrong."""
    only = [name for name, one, other in zip(_CATEGORIES, own.parts, enemy.parts, strict=True) if one != other]
    scope = "" if own.actors == enemy.actors else " They do not speak of quite the same actors."
    return f"{scope} Only one of them counts the {listed(only)}." if only else scope
