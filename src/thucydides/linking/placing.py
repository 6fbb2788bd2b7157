"""In which war of another document does this battle lie?

A document often tells a battle without its war, or gives the war a name of its own. Time, sides and names decide, each
with its weight and sentence; where two wars are as likely, or the best is not likely enough, nothing is placed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from thucydides.linking.names import NameKey, one_of
from thucydides.linking.profiles import Side
from thucydides.linking.times import Extent
from thucydides.linking.weights import NEVER, UNSURE, Weight
from thucydides.vocabulary import EventKind

PLACE = 4.0  # from here on a battle is placed
_AHEAD = 1.0  # by so much the best has to be better than the second
_A_CENTURY = 100 * 372
# Lists begin and end a war earlier than others by days, seldom by weeks: days, how much less it weighs, words.
_EDGES = ((0, 0.0, "in"), (7, 1.5, "at the edge of"), (31, 3.5, "close to"))
_LONGEST = 120  # years of a war that are looked through
_WHOLES = frozenset({EventKind.WAR, EventKind.CAMPAIGN})
_PARTS = frozenset({EventKind.BATTLE, EventKind.INCIDENT, EventKind.CAMPAIGN, EventKind.UNKNOWN, EventKind.WAR})
_DEPTH = {EventKind.WAR: 1, EventKind.CAMPAIGN: 2}
_LOWEST = 9


@dataclass(frozen=True, slots=True)
class Outline:
    """An event as all its mentions together draw it. `stated`: its extent is told, not drawn from its parts.

    `above`: keys of the names of larger events that its mentions are said to be part of.
    """

    id: str
    label: str
    kind: EventKind
    extent: Extent | None
    stated: bool
    keys: tuple[NameKey, ...]
    above: tuple[NameKey, ...] = ()
    actors: frozenset[str] = frozenset()
    sides: tuple[Side, ...] = ()
    unlisted: bool = False
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placement:
    """An event lies in a larger one, with what speaks for it."""

    part: str
    whole: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Placements:
    """Where events lie, and where they may lie: a person is asked."""

    sure: tuple[Placement, ...]
    unsure: tuple[Placement, ...]


def placements(outlines: Iterable[Outline]) -> Placements:
    """The larger event of each one that has a time and parties, among the wars that other documents tell of."""
    drawn = sorted(outlines, key=lambda outline: outline.id)
    wars = _Wars(outline for outline in drawn if outline.kind in _WHOLES and outline.stated)
    sure: list[Placement] = []
    unsure: list[Placement] = []
    for outline in drawn:
        if outline.kind not in _PARTS or outline.extent is None:
            continue
        found = sorted(_weighed(outline, wars), key=lambda placed: (-placed.score, placed.whole))
        if not found or found[0].score < UNSURE:
            continue
        (sure if _decides(found, wars.by_id) else unsure).append(found[0])
    return Placements(tuple(sure), tuple(unsure))


def _decides(found: list[Placement], wars: Mapping[str, Outline]) -> bool:
    """Is the best sure enough, and clearly better than the next that is not another account of the same time?"""
    best = found[0]
    if best.score < PLACE:
        return False
    return all(
        best.score - other.score >= _AHEAD or _around(wars[other.whole], wars[best.whole]) for other in found[1:]
    )


def _around(outer: Outline, inner: Outline) -> bool:
    """Is one a larger frame of the other: it lasts longer, holds its time and shares its parties?"""
    if outer.extent is None or inner.extent is None or outer.extent == inner.extent:
        return False
    return outer.extent.holds(inner.extent) and len(outer.actors & inner.actors) > 1


class _Wars:
    """The wars by party and year."""

    def __init__(self, wars: Iterable[Outline]) -> None:
        self.by_id: dict[str, Outline] = {}
        self._by_mark: dict[object, list[str]] = defaultdict(list)
        for war in wars:
            self.by_id[war.id] = war
            for mark in _marks(war):
                self._by_mark[mark].append(war.id)

    def near(self, part: Outline) -> list[Outline]:
        """The wars that share a party and a year with it, or a name."""
        met = {war for mark in _marks(part) for war in self._by_mark.get(mark, ())}
        return [self.by_id[war] for war in sorted(met - {part.id})]


def _marks(outline: Outline) -> Iterator[object]:
    yield from (key.identity for key in (*outline.keys, *outline.above) if key.tells)
    if outline.extent is not None:
        first = outline.extent.first.year
        for year in range(first, min(outline.extent.last.year, first + _LONGEST) + 1):
            yield from ((actor, year) for actor in outline.actors)


def _weighed(part: Outline, wars: _Wars) -> Iterator[Placement]:
    for war in wars.near(part):
        if not war.documents - part.documents or not _may_hold(war, part):
            continue
        weights = [weight for feature in PLACING if (weight := feature(part, war)) is not None]
        score = sum(weight.weight for weight in weights)
        reason = "; ".join(weight.reason for weight in weights)
        yield Placement(part.id, war.id, score, f"{reason} (weight {score:+.1f})")


def _may_hold(war: Outline, part: Outline) -> bool:
    """Is the one of a larger scale? A name that only stands for its battles may be a war's within a war."""
    if war.kind is part.kind:
        return not part.stated
    return _DEPTH.get(part.kind, _LOWEST) > _DEPTH[war.kind]


def time(part: Outline, war: Outline) -> Weight | None:
    """Its days lie in those of the war; the shorter the war, the less this comes about by chance."""
    if part.extent is None or war.extent is None:
        return None
    outside = war.extent.beyond(part.extent)
    for days, less, words in _EDGES:
        if outside <= days:
            chance = max(0.5, min(4.0, log(_A_CENTURY / war.extent.days)))
            return Weight(chance - less, f"{part.extent} lies {words} {war.label!r}, {war.extent}")
    return Weight(NEVER, f"{part.extent} lies outside {war.label!r}, {war.extent}")


def parties(part: Outline, war: Outline) -> Weight | None:
    """Its sides fought each other in the war."""
    if not part.actors or not war.actors:
        return None
    both = part.actors & war.actors
    if len(part.sides) > 1 and len(war.sides) > 1 and (faced := _faced(part, war)) is not None:
        return faced
    if len(both) > 1:
        return Weight(2.0, f"{len(both)} of its parties are parties of {war.label!r}")
    if both:
        known = all(len(_listed(side)) > 0 for side in part.sides) and len(part.sides) > 1 and not war.unlisted
        return Weight(-1.5 if known else 0.5, f"one of its parties is a party of {war.label!r}")
    return Weight(-1.0 if part.unlisted or war.unlisted else -4.0, f"none of its parties is one of {war.label!r}")


def _faced(part: Outline, war: Outline) -> Weight | None:
    """Did two of its sides stand against each other in the war? None where that cannot be told."""
    stands = [{number for number, side in enumerate(war.sides) if side & ours} for ours in part.sides[:2]]
    if not all(stands):
        return None
    if len(set.union(*stands)) > 1:
        return Weight(3.0, f"its sides stand against each other in {war.label!r}")
    return Weight(-3.0, f"its sides stand together in {war.label!r}")


def _listed(side: Side) -> list[str]:
    return [actor for actor in side if not actor.startswith("actor:")]


def names(part: Outline, war: Outline) -> Weight | None:
    """The war that it is said to be part of, or it itself, goes by a name of this one."""
    if one_of(part.above, war.keys, NameKey.equals):
        return Weight(4.0, f"it is said to be part of an event of the name of {war.label!r}")
    if one_of(part.keys, war.keys, NameKey.equals):
        return Weight(3.0, f"it goes by a name of {war.label!r}")
    if one_of(part.above, war.keys, NameKey.shares):
        return Weight(2.0, f"the event that it is said to be part of shares most of its name with {war.label!r}")
    if one_of((*part.keys, *part.above), war.keys, NameKey.touches):
        return Weight(1.0, f"it shares a name with {war.label!r}")
    return None


PLACING: tuple[Callable[[Outline, Outline], Weight | None], ...] = (time, parties, names)
