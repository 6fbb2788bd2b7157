"""What does one document say about one event?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from thucydides.linking.names import NameKey, key_of, kind_of
from thucydides.linking.times import Extent, extent_of, year_extent
from thucydides.vocabulary import Claim, EventKind, Mention, Registry

TOLD = 2  # how much a claim that says `part of` weighs against the place in the page
PLACED = 1


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a document says of an event, as far as it serves to recognise it elsewhere.

    `named`: whether the page has the label in its words. `within`: names of larger events, with the weight of the
    saying. `inner`: keys of the names of battles said to be part of it. `claims`: how many speak of it.
    """

    mention: Mention
    kind: EventKind = EventKind.UNKNOWN
    named: bool = False
    names: tuple[str, ...] = ()
    keys: tuple[NameKey, ...] = ()
    inner: tuple[NameKey, ...] = ()
    extent: Extent | None = None
    parties: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    within: Mapping[str, int] = field(default_factory=dict)
    claims: int = 0


def profiles(claims: Iterable[Claim], registry: Registry) -> dict[Mention, Profile]:
    """A profile for each mention, and for each larger event that a document names without saying more of it."""
    by_mention: dict[Mention, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_mention[mention_of(claim)].append(claim)
    found = {mention: _profile(mention, about, registry) for mention, about in by_mention.items()}
    found = _led(found, registry)
    found |= {implied.mention: implied for implied in _implied(found, registry)}
    inner = _inner(found)
    return {mention: replace(found[mention], inner=tuple(inner.get(mention, ()))) for mention in sorted(found)}


def mention_of(claim: Claim) -> Mention:
    """The mention that a claim is about."""
    return Mention(claim.document, claim.event.label)


def larger(profile: Profile, found: Mapping[Mention, Profile]) -> Iterator[tuple[Profile, int]]:
    """The profiles, in the same document, of the events that it is said to be part of, with the weight of that."""
    for name, weight in sorted(profile.within.items()):
        other = found.get(Mention(profile.mention.document, name))
        if other is not None and other.mention != profile.mention:
            yield other, weight


def _profile(mention: Mention, about: list[Claim], registry: Registry) -> Profile:
    of = defaultdict(list)
    for claim in about:
        of[claim.attribute].append(claim)
    names = tuple(dict.fromkeys((mention.label, *sorted(str(claim.value) for claim in of["name"]))))
    keys = tuple(dict.fromkeys(key_of(name, registry) for name in names))
    within = {str(claim.value): PLACED if claim.inferred_fields & {"value"} else TOLD for claim in of["part_of"]}
    for claim in about:
        if claim.event.parent:
            within.setdefault(claim.event.parent, PLACED)
    return Profile(
        mention=mention,
        kind=_kind([claim.event.kind for claim in about]) or kind_of(mention.label),
        named=any(claim.event.span is not None for claim in about),
        names=names,
        keys=keys,
        extent=extent_of(about) or year_extent(key.year for key in keys),
        parties=_parties(of["belligerent"] + of["party"], registry),
        places=frozenset(word for claim in of["place"] for word in key_of(str(claim.value), registry).words),
        identifiers=frozenset(str(claim.value) for claim in of["external_id"]),
        within=within,
        claims=len(about),
    )


def _kind(kinds: list[EventKind]) -> EventKind | None:
    told = sorted(kind for kind in kinds if kind is not EventKind.UNKNOWN)
    return max(told, key=told.count) if told else None


def _parties(claims: list[Claim], registry: Registry) -> frozenset[str]:
    named = {registry.actor_named(name) for claim in claims for name in claim.target.names}
    return frozenset(filter(None, named))


def _led(found: Mapping[Mention, Profile], registry: Registry) -> dict[Mention, Profile]:
    """The profiles with each larger event under the label of its mention, however it was named there."""
    there: dict[str, list[Profile]] = defaultdict(list)
    for profile in sorted(found.values(), key=lambda profile: profile.mention):
        there[profile.mention.document].append(profile)
    return {
        mention: replace(profile, within=_labels(profile, there[mention.document], registry))
        if profile.within
        else profile
        for mention, profile in found.items()
    }


def _labels(profile: Profile, there: Iterable[Profile], registry: Registry) -> dict[str, int]:
    others = [other for other in there if other is not profile]
    within: dict[str, int] = {}
    for name, weight in sorted(profile.within.items()):
        label = _label_for(name, others, registry)
        within[label] = max(weight, within.get(label, 0))
    return within


def _label_for(name: str, others: Sequence[Profile], registry: Registry) -> str:
    """The label of the mention that goes by a name, spelled the same or nearly so; else the name itself."""
    key = key_of(name, registry)
    spelled = (other for other in others if name in other.names)
    nearly = (other for other in others if any(key.equals(known) for known in other.keys))
    return next((other.mention.label for other in chain(spelled, nearly)), name)


def _implied(found: Mapping[Mention, Profile], registry: Registry) -> Iterator[Profile]:
    """Larger events that a document names without saying anything else of them."""
    for profile in found.values():
        for name in profile.within:
            mention = Mention(profile.mention.document, name)
            if mention not in found:
                key = key_of(name, registry)
                extent = year_extent([key.year])
                yield Profile(mention, kind_of(name), named=True, names=(name,), keys=(key,), extent=extent)


def _inner(found: Mapping[Mention, Profile]) -> dict[Mention, dict[NameKey, None]]:
    """A war is often called by its battle: for each larger event, the names of the battles told to be within it."""
    inner: dict[Mention, dict[NameKey, None]] = defaultdict(dict)
    for profile in found.values():
        if profile.kind in (EventKind.BATTLE, EventKind.INCIDENT):
            for parent, weight in larger(profile, found):
                if weight == TOLD:
                    inner[parent.mention].update((key, None) for key in profile.keys if key.words)
    return inner
