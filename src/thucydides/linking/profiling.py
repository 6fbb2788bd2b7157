"""What do the claims of a document come to, event by event?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from thucydides.linking.known_names import KnownNames
from thucydides.linking.names import NameKey, Names, kind_of
from thucydides.linking.profiles import PLACED, TOLD, Profile, Side
from thucydides.linking.spelling import slug
from thucydides.linking.times import Extent, extent_of, year_extent
from thucydides.linking.wholes import bearers, inner_names, labelled, telling_numbers, with_parts
from thucydides.vocabulary import Claim, Coordinates, EventKind, ListedEvent, Mention, Registry


def profiles(claims: Iterable[Claim], registry: Registry, listed: Iterable[ListedEvent] = ()) -> dict[Mention, Profile]:
    """A profile for each mention, and for each larger event that a document names without saying more of it."""
    by_mention: dict[Mention, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_mention[mention_of(claim)].append(claim)
    profiling = Profiling(registry, tuple(listed))
    found = {mention: profiling.profile(mention, about) for mention, about in by_mention.items()}
    return profiling.together(found)


def mention_of(claim: Claim) -> Mention:
    """The mention that a claim is about."""
    return Mention(claim.document, claim.event.label)


@dataclass
class Profiling:
    """Makes profiles; each name and each actor is looked up once."""

    registry: Registry
    listed: tuple[ListedEvent, ...] = ()
    names: Names = field(init=False)
    known: KnownNames = field(init=False)
    _ids: dict[tuple[str, Extent | None], str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.names = Names(self.registry)
        self.known = KnownNames(self.listed, self.names)

    def profile(self, mention: Mention, about: list[Claim]) -> Profile:
        """What the claims of one document say of one event."""
        of = defaultdict(list)
        for claim in about:
            of[claim.attribute].append(claim)
        within = {str(claim.value): PLACED if claim.inferred_fields & {"value"} else TOLD for claim in of["part_of"]}
        for claim in about:
            if claim.event.parent:
                within.setdefault(claim.event.parent, PLACED)
        keys = [self.names.key(name) for name in (mention.label, *(str(claim.value) for claim in of["name"]))]
        extent = extent_of(about) or year_extent(year for key in keys for year in (key.year, key.until))
        parties = [
            (claim.side, self.party(name, extent))
            for claim in of["belligerent"] + of["party"]
            for name in claim.target.names
        ]
        return self.completed(
            Profile(
                mention=mention,
                kind=_kind([claim.event.kind for claim in about]) or kind_of(mention.label),
                named=any(claim.event.span is not None for claim in about),
                names=tuple(dict.fromkeys((mention.label, *sorted(str(claim.value) for claim in of["name"])))),
                extent=extent,
                parties=frozenset(party for _, party in parties),
                sides=_sides(parties),
                places=frozenset(word for claim in of["place"] for word in self.names.key(str(claim.value)).words),
                point=_point(of["coordinates"]),
                identifiers=frozenset(str(claim.value) for claim in of["external_id"]),
                within=within,
                claims=len(about),
            )
        )

    def completed(self, profile: Profile) -> Profile:
        """The profile with all that follows from its names, its extent and its parties."""
        keys = tuple(dict.fromkeys(self.names.key(name) for name in profile.names))
        extent = profile.extent or year_extent(year for key in keys for year in (key.year, key.until))
        named = frozenset(self._id(actor, extent) for key in keys for actor in key.actors)
        return replace(
            profile,
            keys=keys,
            extent=extent,
            outer=tuple(self.names.key(name) for name in sorted(profile.within)),
            listed=self.known.listed(profile.names, extent),
            actors=profile.parties | named,
            unlisted=any(party.startswith("actor:") for party in profile.parties),
            country=next((self._country(key, extent) for key in keys if self._country(key, extent)), ""),
        )

    def party(self, name: str, when: Extent | None) -> str:
        """The id of a party at that time; one of its own where no list has the name."""
        key = self.registry.actor_named(name)
        return self._id(key, when) if key else f"actor:{slug(name)}"

    def together(self, found: Mapping[Mention, Profile]) -> dict[Mention, Profile]:
        """The profiles of all documents with what they say of one another: larger events, parts, battles' names."""
        whole = labelled(found, self.names)
        whole |= {implied.mention: implied for implied in self._implied(whole)}
        whole = with_parts(whole)
        inner, common, numbers = inner_names(whole), bearers(whole), telling_numbers(whole)
        return {
            mention: replace(
                whole[mention],
                inner=tuple(inner.get(mention, ())),
                bearers=common[mention],
                numbers=numbers[mention],
            )
            for mention in sorted(whole)
        }

    def _implied(self, found: Mapping[Mention, Profile]) -> Iterator[Profile]:
        """Larger events that a document names without saying anything else of them."""
        for profile in found.values():
            for name in profile.within:
                mention = Mention(profile.mention.document, name)
                if mention not in found:
                    yield self.completed(Profile(mention, _kind_of_whole(name), named=True, names=(name,)))

    def _id(self, actor: str, when: Extent | None) -> str:
        if (actor, when) not in self._ids:
            self._ids[actor, when] = self.registry.actor_on(actor, when.date if when else None).id
        return self._ids[actor, when]

    def _country(self, key: NameKey, when: Extent | None) -> str:
        return self._id(min(key.actors), when) if not key.words and len(key.actors) == 1 else ""


def _kind_of_whole(name: str) -> EventKind:
    """The scale of an event that holds others; a name that says `incident` does not make it one."""
    kind = kind_of(name)
    return EventKind.UNKNOWN if kind in (EventKind.INCIDENT, EventKind.INCIDENTS, EventKind.AGREEMENT) else kind


def _kind(kinds: list[EventKind]) -> EventKind | None:
    told = sorted(kind for kind in kinds if kind is not EventKind.UNKNOWN)
    return max(told, key=told.count) if told else None


def _sides(parties: Iterable[tuple[int, str]]) -> tuple[Side, ...]:
    sides: dict[int, set[str]] = defaultdict(set)
    for side, party in parties:
        if side:
            sides[side].add(party)
    return tuple(frozenset(sides[side]) for side in sorted(sides))


def _point(claims: Iterable[Claim]) -> Coordinates | None:
    return next((claim.value for claim in claims if isinstance(claim.value, Coordinates)), None)
