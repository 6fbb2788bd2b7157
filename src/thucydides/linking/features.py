"""Why are two mentions taken for one event, or kept apart?

Each feature looks at two profiles and gives a weight and the sentence that explains it, or nothing. The weights are
added: log-odds in the manner of Fellegi and Sunter (1969), listed in `weights.toml`, learned in `learning.py`.
"""

from collections.abc import Callable
from math import log

from thucydides.linking.names import NameKey, one_of
from thucydides.linking.places import kilometres
from thucydides.linking.profiles import Profile
from thucydides.linking.weights import DEFAULTS, Weight, Weights, seen, weighed
from thucydides.vocabulary import EventKind

Feature = Callable[[Profile, Profile], Weight | None]

_WARLIKE = frozenset({EventKind.WAR, EventKind.CAMPAIGN, EventKind.UNKNOWN})
_APART = frozenset({EventKind.SERIES, EventKind.INCIDENTS, EventKind.AGREEMENT})
# Accounts of one event differ by days more often than not; by a month or two where one tells only part of it.
_GAPS = ((7, "date:week"), (62, "date:months"))
_RANKS = (EventKind.SERIES, EventKind.WAR, EventKind.CAMPAIGN, EventKind.BATTLE, EventKind.INCIDENT)
_STEPS = ("same", "one-step", "two-steps", "three-steps", "three-steps")
# How alike names with the same consonants have to be as written, to be two spellings of one name.
_SPELLINGS = ((1.0, "name:same"), (0.7, "name:spelled"), (0.0, "name:consonants"))
_SPOKEN_ALIKE = 0.6  # Stalingrad and Sutaringurado, but not Borodino and Verdun
_COMMON = 3.0  # how much less a name says for each e-fold of events that go by it
_NEAR, _FAR = 30, 300  # kilometres; lists give the middle of a battlefield, the next town, or the district


def names(one: Profile, other: Profile) -> Weight | None:
    """Names that agree once spelling and words like Battle or Incident are set aside, or have nothing in common.

    What goes by one number in a list may go by two names, and a name that many share says nothing against it.
    """
    named = _names(one, other)
    if named.weight < 0 and one.numbers & other.numbers:
        return seen("name:numbered", f"{named.reason}, but they go by one number")
    return named


def _names(one: Profile, other: Profile) -> Weight:
    said = f"{one.mention.label!r} and {other.mention.label!r}"
    equal = [(key, right) for key in one.keys for right in other.keys if key.equals(right)]
    if equal:
        return _equal_names(one, other, equal, said)
    if shared := sorted(one.listed & other.listed):
        return seen("name:listed", f"{said} are names of {shared[0]}")
    if alike := [(key, right) for key in one.keys for right in other.keys if key.sounds_like(right)]:
        scripts = any(
            not (key.is_latin and right.is_latin) and key.resembles(right) >= _SPOKEN_ALIKE for key, right in alike
        )
        return seen("name:sounds" if scripts else "name:romanised", f"{said} sound alike")
    if one_of(one.keys, other.keys, NameKey.shares):
        return seen("name:most", f"{said} share most of their names")
    return called_by_its_battle(one, other) or _other_name(one, other, said)


def _equal_names(one: Profile, other: Profile, equal: list[tuple[NameKey, NameKey]], said: str) -> Weight:
    if EventKind.WAR in (one.kind, other.kind) and _aside(one) != _aside(other):
        return seen("name:part", f"of {said}, one names only a part of the other")
    if not any(key.words for key, _ in equal):
        return seen("name:actors", f"{said} name the same actors")
    alike = max(key.resembles(right) for key, right in equal)
    level = next(level for least, level in _SPELLINGS if alike >= least)
    common = max(one.bearers, other.bearers) if one.extent is None or other.extent is None else 1
    weight = seen(level, f"{said} are spellings of one name")
    if common < 2:
        return weight
    reason = f"{weight.reason}, which {common} events of one list go by"
    return Weight(weight.weight - _COMMON * log(common), reason, level)


def _other_name(one: Profile, other: Profile, said: str) -> Weight:
    if one.kind is other.kind is EventKind.AGREEMENT and not (_tells(one) and _tells(other)):
        return seen("name:no-name", f"one of {said} is no name of its own")
    if one.kind is other.kind is EventKind.WAR:
        if one.country and one.country == other.country:
            return seen("name:actors", f"{said} both name the war after one country")
        return seen("name:other-war", "the names have nothing in common")
    return seen("name:other", "the names have nothing in common")


def called_by_its_battle(one: Profile, other: Profile) -> Weight | None:
    """A war that goes, elsewhere, by the name of the battle that is said to be part of it."""
    for war, named in ((one, other), (other, one)):
        fits = {war.kind, named.kind} <= _WARLIKE and one_of(war.inner, named.keys, NameKey.equals)
        if fits and _one_time(one, other):
            reason = f"{named.mention.label!r} is the name of a battle said to be part of {war.mention.label!r}"
            return seen("name:battle", reason)
    return None


def dates(one: Profile, other: Profile) -> Weight | None:
    """Extents that agree, touch, differ in length or lie apart."""
    if one.extent is None or other.extent is None:
        return None
    gap, both = one.extent.gap(other.extent), f"{one.extent} and {other.extent}"
    if gap:
        level = next((level for days, level in _GAPS if gap <= days), "date:apart")
        return seen(level, f"the dates {both} lie apart")
    if one.extent == other.extent:
        return seen("date:same" if one.extent.days < 300 else "date:same-long", f"both are dated {one.extent}")
    if one.extent.is_of_another_order(other.extent) and not (one.implied or other.implied):
        return seen("date:order", f"the dates {both} overlap, but one lasts far longer")
    return seen(_overlap(one, other), f"the dates {both} overlap")


def _overlap(one: Profile, other: Profile) -> str:
    if not _one_time(one, other):
        return "date:overlap"
    exact = all(profile.extent is not None and profile.extent.is_exact for profile in (one, other))
    return "date:days" if exact else "date:year"


def kinds(one: Profile, other: Profile) -> Weight | None:
    """Series, agreements and counted incidents are never wars or battles; near scales are often confused."""
    if EventKind.UNKNOWN in (one.kind, other.kind):
        return None
    if one.kind is other.kind:
        return seen("kind:same", f"both are spoken of as {one.kind}")
    if {one.kind, other.kind} & _APART:
        return seen("kind:apart", f"one is spoken of as {one.kind}, the other as {other.kind}")
    steps = abs(_RANKS.index(one.kind) - _RANKS.index(other.kind))
    return seen(f"kind:{_STEPS[steps]}", f"one is spoken of as {one.kind}, the other as {other.kind}")


def parties(one: Profile, other: Profile) -> Weight | None:
    """Belligerents, also those that stand in the names, in common or wholly different."""
    left, right = one.actors, other.actors
    if not left or not right:
        return None
    both = left & right
    if len(both) > 1:
        return seen("parties:two", f"{len(both)} of the parties are the same")
    if both:
        return seen("parties:one", "one of the parties is the same")
    if one.unlisted or other.unlisted:
        return None  # a name that no list has may be another name of the same people
    return seen("parties:none", "the parties are all different")


def places(one: Profile, other: Profile) -> Weight | None:
    """Where it was, by coordinates or by name. Coordinates of wars are no places."""
    if one.point and other.point and EventKind.WAR not in (one.kind, other.kind):
        apart = kilometres(one.point, other.point)
        if apart <= _NEAR:
            return seen("place:near", f"the places lie {apart:.0f} km apart")
        if apart > _FAR:
            return seen("place:far", f"the places lie {apart:.0f} km apart")
    return seen("place:name", "the places have a name in common") if one.places & other.places else None


def wholes(one: Profile, other: Profile) -> Weight | None:
    """Larger events of one name that both are said to be part of."""
    if one_of(one.outer, other.outer, NameKey.equals):
        return seen("whole:same", "both are said to be part of a larger event of the same name")
    return None


def identifiers(one: Profile, other: Profile) -> Weight | None:
    """Numbers in somebody's list: the same, or two of one list."""
    if shared := sorted(one.numbers & other.numbers):
        return seen("identifier:same", f"both are {shared[0]}")
    left, right = _by_scheme(one), _by_scheme(other)
    for scheme in sorted(left.keys() & right.keys()):
        if not left[scheme] & right[scheme]:
            return seen("identifier:other", f"they have different numbers in {scheme}")
    return None


FEATURES: tuple[Feature, ...] = (names, dates, kinds, parties, places, wholes, identifiers)


def weigh(one: Profile, other: Profile, weights: Weights = DEFAULTS) -> tuple[float, tuple[Weight, ...]]:
    """The sum of the features' weights, and the weights."""
    found = tuple(weight for feature in FEATURES if (weight := feature(one, other)) is not None)
    if weights is not DEFAULTS:
        found = tuple(weighed(weight, weights) for weight in found)
    return sum(weight.weight for weight in found), found


def _one_time(one: Profile, other: Profile) -> bool:
    if one.extent is None or other.extent is None:
        return False
    return one.extent.is_short and other.extent.is_short and not one.extent.gap(other.extent)


def _tells(profile: Profile) -> bool:
    return any(key.tells for key in profile.keys)


def _aside(profile: Profile) -> frozenset[str]:
    return frozenset().union(*(key.aside for key in profile.keys))


def _by_scheme(profile: Profile) -> dict[str, set[str]]:
    """The numbers of a profile by the list they stand in."""
    numbers: dict[str, set[str]] = {}
    for identifier in profile.identifiers:
        numbers.setdefault(identifier.partition(":")[0], set()).add(identifier)
    return numbers
