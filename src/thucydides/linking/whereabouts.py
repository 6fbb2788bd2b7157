"""Which place of the lists is meant, and where on the map does an event stand?

A name alone does not tell: towns are called after rivers, and battlefields bear the names of villages elsewhere. The
candidates of a name are weighed by what else is known: coordinates that a document gives, the countries that are named
or fought there, the kind of place. Two candidates that cannot be told apart leave the claim without a place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from thucydides.linking.naming import WORDS
from thucydides.linking.spelling import plain
from thucydides.vocabulary import (
    Claim,
    Coordinates,
    Event,
    EventKind,
    Link,
    LinkRole,
    Place,
    PlaceKind,
    Precision,
    Registry,
)

_PARTS = re.compile(r"[,;()\[\]/|]|\s[-–—]\s")
_LONGEST_NAME = 4  # words
_LONGEST_PART = 12
_ONE_PLACE = 25.0  # km: the second class of UCDP's where_prec
_NEAR, _FAR = 50.0, 100.0
_ENOUGH = 1.0
_FOUGHT = frozenset({EventKind.WAR, EventKind.CAMPAIGN, EventKind.BATTLE, EventKind.INCIDENT, EventKind.UNKNOWN})
_AREAS = frozenset({PlaceKind.REGION, PlaceKind.COUNTRY})


class Weight(NamedTuple):
    """How much something speaks for a place, and the sentence that says so."""

    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The place that is meant, if it can be told, and why; `rivals`: those that bear the name as well.

    `namesake`: the event is called after it."""

    place: Place | None
    reason: str
    rivals: tuple[Place, ...] = ()
    namesake: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of an event besides the name of its place: `keys` of the actors that fought or are named."""

    kind: EventKind
    names: tuple[str, ...]
    points: tuple[Coordinates, ...]
    keys: frozenset[str]


class Placing:
    """Finds the places of events in the lists."""

    def __init__(
        self, registry: Registry, claims: Iterable[Claim], event_of: Mapping[str, str], events: Mapping[str, Event]
    ) -> None:
        self._registry = registry
        self._event_of = event_of
        self._events = events
        self._about: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._about[event_of[claim.id]].append(claim)
        self._contexts: dict[str, Context] = {}
        self._decided: dict[tuple[str, str], Whereabouts | None] = {}
        self._named: dict[str, tuple[str, tuple[Place, ...]]] = {}

    def meant(self, claim: Claim) -> Whereabouts | None:
        """The place that a claim of the attribute `place` names; None if no list has a place of that name."""
        return self._found(str(claim.value), self._event_of[claim.id]) if claim.attribute == "place" else None

    def links(self, claim: Claim) -> Iterator[Link]:
        """The link of a claim to its place, if it can be told."""
        where = self.meant(claim)
        if where and where.place:
            yield Link(claim.id, LinkRole.PLACE, where.place.id, where.reason)

    def placed(self, event: Event) -> Event:
        """The event with the place where it stands, if it can be told."""
        where = self.of(event)
        return replace(event, place=where.place, place_reason=where.reason) if where else event

    def of(self, event: Event) -> Whereabouts | None:
        """Where an event stands: at its coordinates, at the places its claims name, or where its own name says."""
        if points := self._context(event.id).points:
            return Whereabouts(_point(event, points[0]), "at the coordinates that a document gives")
        said = dict.fromkeys(str(claim.value) for claim in self._about[event.id] if claim.attribute == "place")
        named = (event.label, *event.aliases) if event.kind in _FOUGHT else ()
        found = [where for words in (*said, *named) if (where := self._found(words, event.id)) and where.place]
        return min(found, key=_exactness, default=None)

    def _found(self, words: str, event: str) -> Whereabouts | None:
        if (words, event) not in self._decided:
            self._decided[words, event] = self._weighed(words, self._context(event))
        return self._decided[words, event]

    def _weighed(self, words: str, context: Context) -> Whereabouts | None:
        phrase, candidates = self._candidates(words)
        if not candidates:
            return None
        context = self._with_words(context, words)
        weighed = [(place, list(self._weights(place, context))) for place in candidates]
        weighed.sort(key=lambda held: (-_sum(held[1]), held[0].id))
        (best, weights), others = weighed[0], [place for place, _ in weighed[1:]]
        rivals = tuple(place for place in others if _apart(best, place) > _ONE_PLACE)
        next_best = max((_sum(held) for place, held in weighed[1:] if place in rivals), default=float("-inf"))
        reasons = "; ".join(weight.reason for weight in weights)
        if _sum(weights) < _ENOUGH or next_best > _sum(weights) - _ENOUGH:
            return Whereabouts(None, f"{phrase!r} may be {_list((best, *rivals))}", (best, *rivals))
        also = f"; not {_list(rivals)}" if rivals else ""
        why = f"{phrase!r} is {best.name}, a {best.kind}: {reasons}{also}"
        return Whereabouts(best, why, rivals, self._gives_its_name(best, context))

    def _candidates(self, words: str) -> tuple[str, tuple[Place, ...]]:
        """The first name within the words that a list has, and all places of that name."""
        if words not in self._named:
            self._named[words] = self._looked_up(words)
        return self._named[words]

    def _looked_up(self, words: str) -> tuple[str, tuple[Place, ...]]:
        for part in dict.fromkeys((words, *_PARTS.split(words))):
            for phrase in _phrases(part):
                for name in dict.fromkeys((phrase, *_without_its_noun(phrase))):
                    if found := self._registry.places_named(name):
                        return phrase, found
        return "", ()

    def _weights(self, place: Place, context: Context) -> Iterator[Weight]:
        if context.points:
            away = min(place.distance(point.latitude, point.longitude) for point in context.points)
            if away <= _NEAR:
                yield Weight(3.0, f"{away:.0f} km from the coordinates that a document gives")
            elif away > _FAR:
                yield Weight(-6.0, f"{away:.0f} km from the coordinates that a document gives")
        if place.kind is PlaceKind.BATTLEFIELD and context.kind in _FOUGHT:
            yield Weight(2.0, "a known battlefield")
        elif place.kind not in (PlaceKind.TOWN, PlaceKind.UNKNOWN) and place.kind not in _AREAS:
            yield Weight(0.5, f"a {place.kind}")
        if self._gives_its_name(place, context):
            yield Weight(1.0, "the event bears its name")
        yield from self._surroundings(place, context)

    def _gives_its_name(self, place: Place, context: Context) -> bool:
        return any(place in self._candidates(name)[1] for name in context.names)

    def _surroundings(self, place: Place, context: Context) -> Iterator[Weight]:
        within = {name: self._registry.actor_named(name) or name.casefold() for name in place.within}
        shared = [name for name, key in within.items() if key in context.keys]
        if shared:
            yield Weight(2.0, f"it lies in or by {shared[0]}, which is named")
        elif within and context.keys:
            yield Weight(-2.0, f"nobody names {' or '.join(within)}")

    def _with_words(self, context: Context, words: str) -> Context:
        return replace(context, keys=context.keys | frozenset(self._named_in(words)))

    def _named_in(self, words: str) -> Iterator[str]:
        """The actors that words name, and each part of the words, for regions that are no actor."""
        yield from (mention.actor for mention in self._registry.actors_in(words))
        for part in _PARTS.split(words):
            if name := part.strip():
                yield self._registry.actor_named(name) or name.casefold()

    def _context(self, event: str) -> Context:
        if event not in self._contexts:
            held, about = self._events[event], self._about[event]
            points = tuple(sorted((c.value for c in about if isinstance(c.value, Coordinates)), key=str))
            names = (held.label, *held.aliases)
            self._contexts[event] = Context(held.kind, names, points, frozenset(self._keys(held)))
        return self._contexts[event]

    def _keys(self, event: Event) -> Iterator[str]:
        """Who fought in the event, or in the nearest larger one that says so; what its names and places name."""
        for name in (event.label, *event.aliases):
            yield from (mention.actor for mention in self._registry.actors_in(name))
        for claim in self._about[event.id]:
            if claim.attribute in ("place", "region"):
                yield from self._named_in(str(claim.value))
        seen: set[str] = set()
        while event.id not in seen:
            parties = {
                self._registry.actor_named(name)
                for claim in self._about[event.id] if claim.attribute in ("belligerent", "party")
                for name in claim.target.names
            } - {""}  # fmt: skip
            if parties:
                yield from parties
                return
            seen.add(event.id)
            event = self._events.get(event.part_of, event)


def _phrases(part: str) -> Iterator[str]:
    """What may be the name of a place: runs of words that begin and end as names do, the longest first.

    A part of a longer name is none (`South Carolina` is not in Carolina), but words like Battle and First may go.
    """
    words = [word.strip('.:"“”') for word in part.split()[:_LONGEST_PART]]
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run, end = words[start : start + length], start + length
            alone = not _is_name(words[start - 1 : start]) and not _is_name(words[end : end + 1])
            if alone and _begins_a_name(run[0]) and _begins_a_name(run[-1]):
                yield " ".join(run)


def _without_its_noun(phrase: str) -> Iterator[str]:
    """In scripts without spaces the word for a battle stands together with the name: ノモンハン事件."""
    if not phrase.isascii():
        yield WORDS.stem(plain(phrase))


def _is_name(words: list[str]) -> bool:
    return any(_begins_a_name(word) and not _is_generic(plain(word)) for word in words)


def _is_generic(word: str) -> bool:
    return word in WORDS.generic or word in WORDS.numbers


def _begins_a_name(word: str) -> bool:
    first = word.lstrip("'’(")[:1]
    return first.isalpha() and not first.islower()


def _apart(one: Place, other: Place) -> float:
    return one.distance(other.latitude, other.longitude)


def _exactness(where: Whereabouts) -> tuple[bool, int]:
    return not where.namesake, where.place.precision if where.place else Precision.SEA_OR_AIR


def _sum(weights: Iterable[Weight]) -> float:
    return sum(weight.weight for weight in weights)


def _point(event: Event, at: Coordinates) -> Place:
    return Place(
        f"place:{at}", event.label, at.latitude, at.longitude, PlaceKind.BATTLEFIELD, Precision.EXACT, origin="document"
    )


def _list(places: Iterable[Place]) -> str:
    return " or ".join(f"{place.name} ({place.kind}, {place.latitude:.2f}, {place.longitude:.2f})" for place in places)
