"""Why are two mentions taken for one event, or kept apart?

Each feature looks at two profiles and gives a weight and the sentence that explains it, or nothing. The weights are
added: log-odds in the manner of Fellegi and Sunter (1969), set by hand until a ledger has pairs enough to learn from.
"""

from collections.abc import Callable
from typing import NamedTuple

from thucydides.linking.names import NameKey, one_of
from thucydides.linking.profiles import Profile
from thucydides.vocabulary import EventKind

SAME = 4.0
UNSURE = 1.5
NEVER = -20.0


class Weight(NamedTuple):
    """How much a feature speaks for (or, below 0, against) one event, and the sentence that says so."""

    weight: float
    reason: str


Feature = Callable[[Profile, Profile], Weight | None]

_WARLIKE = frozenset({EventKind.WAR, EventKind.CAMPAIGN, EventKind.UNKNOWN})
_APART = frozenset({EventKind.SERIES, EventKind.INCIDENTS, EventKind.AGREEMENT})
# Accounts of one event differ by days more often than not; by a month or two where one tells only part of it.
_GAPS = ((7, -0.5), (62, -2.5))
_RANKS = (EventKind.SERIES, EventKind.WAR, EventKind.CAMPAIGN, EventKind.BATTLE, EventKind.INCIDENT)


def same_name(one: Profile, other: Profile) -> Weight | None:
    """Names that agree once spelling and words like Battle or Incident are set aside."""
    if one_of(one.keys, other.keys, NameKey.equals):
        telling = any(key.words for key in one.keys if any(key.equals(right) for right in other.keys))
        weight = 5.0 if telling else 3.0
        return Weight(weight, f"{one.mention.label!r} and {other.mention.label!r} are spellings of one name")
    if one_of(one.keys, other.keys, NameKey.shares):
        return Weight(2.0, f"{one.mention.label!r} and {other.mention.label!r} share most of their names")
    return None


def other_name(one: Profile, other: Profile) -> Weight | None:
    """Names that have nothing in common; agreements often have no name of their own."""
    if one_of(one.keys, other.keys, NameKey.equals) or one_of(one.keys, other.keys, NameKey.shares):
        return None
    if called_by_its_battle(one, other):
        return None
    both_agreements = one.kind is other.kind is EventKind.AGREEMENT
    named = _tells(one) and _tells(other)
    if both_agreements and not named:
        return Weight(-2.0, f"{one.mention.label!r} or {other.mention.label!r} is no name of its own")
    return Weight(-6.0, "the names have nothing in common")


def called_by_its_battle(one: Profile, other: Profile) -> Weight | None:
    """A war that goes, elsewhere, by the name of the battle that is said to be part of it."""
    for war, named in ((one, other), (other, one)):
        if (
            {war.kind, named.kind} <= _WARLIKE
            and one_of(war.inner, named.keys, NameKey.equals)
            and _one_time(one, other)
        ):
            reason = f"{named.mention.label!r} is the name of a battle said to be part of {war.mention.label!r}"
            return Weight(4.0, reason)
    return None


def dates(one: Profile, other: Profile) -> Weight | None:
    """Extents that agree, touch, differ in length or lie apart."""
    if one.extent is None or other.extent is None:
        return None
    gap, both = one.extent.gap(other.extent), f"{one.extent} and {other.extent}"
    if gap:
        weight = next((weight for days, weight in _GAPS if gap <= days), NEVER)
        return Weight(weight, f"the dates {both} lie apart")
    if one.extent == other.extent:
        return Weight(4.0 if one.extent.days < 300 else 1.5, f"both are dated {one.extent}")
    if one.extent.is_of_another_order(other.extent):
        return Weight(-4.0, f"the dates {both} overlap, but one lasts far longer")
    return Weight(2.0 if _one_time(one, other) else 0.5, f"the dates {both} overlap")


def kinds(one: Profile, other: Profile) -> Weight | None:
    """Series, agreements and counted incidents are never wars or battles; near scales are often confused."""
    if EventKind.UNKNOWN in (one.kind, other.kind):
        return None
    if one.kind is other.kind:
        return Weight(1.0, f"both are spoken of as {one.kind}")
    if {one.kind, other.kind} & _APART:
        return Weight(NEVER, f"one is spoken of as {one.kind}, the other as {other.kind}")
    steps = abs(_RANKS.index(one.kind) - _RANKS.index(other.kind))
    return Weight(-1.25 * steps, f"one is spoken of as {one.kind}, the other as {other.kind}")


def parties(one: Profile, other: Profile) -> Weight | None:
    """Belligerents, also those that stand in the names, in common or wholly different."""
    left, right = _actors(one), _actors(other)
    if not left or not right:
        return None
    both = left & right
    if len(both) > 1:
        return Weight(2.0, f"{len(both)} of the parties are the same")
    return Weight(0.5, "one of the parties is the same") if both else Weight(-3.0, "the parties are all different")


def places(one: Profile, other: Profile) -> Weight | None:
    """Places with a name in common."""
    return Weight(0.75, "the places have a name in common") if one.places & other.places else None


def identifiers(one: Profile, other: Profile) -> Weight | None:
    """Numbers in somebody's list: the same, or two of one list."""
    if shared := sorted(one.identifiers & other.identifiers):
        return Weight(8.0, f"both are {shared[0]}")
    if schemes := _schemes(one) & _schemes(other):
        return Weight(NEVER, f"they have different numbers in {min(schemes)}")
    return None


FEATURES: tuple[Feature, ...] = (
    same_name, other_name, called_by_its_battle, dates, kinds, parties, places, identifiers,
)  # fmt: skip


def weigh(one: Profile, other: Profile) -> tuple[float, tuple[Weight, ...]]:
    """The sum of the features' weights, and the weights."""
    found = tuple(weight for feature in FEATURES if (weight := feature(one, other)) is not None)
    return sum(weight.weight for weight in found), found


def _one_time(one: Profile, other: Profile) -> bool:
    if one.extent is None or other.extent is None:
        return False
    return one.extent.is_short and other.extent.is_short and not one.extent.gap(other.extent)


def _tells(profile: Profile) -> bool:
    return any(key.tells for key in profile.keys)


def _actors(profile: Profile) -> frozenset[str]:
    return profile.parties.union(*(key.actors for key in profile.keys))


def _schemes(profile: Profile) -> set[str]:
    return {identifier.partition(":")[0] for identifier in profile.identifiers}
