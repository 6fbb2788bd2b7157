"""What does one document say about one event?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from thucydides.linking.names import NameKey
from thucydides.linking.times import Extent
from thucydides.vocabulary import Coordinates, EventKind, Mention

TOLD = 2  # how much a claim that says `part of` weighs against the place in the page
PLACED = 1

Side = frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a document says of an event, as far as it serves to recognise it elsewhere.

    `named`: whether the page has the label in its words. `within`: names of larger events, with the weight of the
    saying, and `outer` their keys. `inner`: keys of the names of battles said to be part of it. `listed`: events of a
    list of names that go by one of its names. `implied`: its extent is that of its parts. `parties`, `sides`: ids of
    actors; `actors`: these and the actors in its names; `unlisted`: some of them stand in no list. `country`: the one
    actor that a war is named after. `claims`: how many speak of it. `numbers`: the identifiers that no
    other event of its document has. `bearers`: how many events of
    one document go by its name, if that is more than one.
    """

    mention: Mention
    kind: EventKind = EventKind.UNKNOWN
    named: bool = False
    names: tuple[str, ...] = ()
    keys: tuple[NameKey, ...] = ()
    inner: tuple[NameKey, ...] = ()
    outer: tuple[NameKey, ...] = ()
    listed: frozenset[str] = frozenset()
    extent: Extent | None = None
    implied: bool = False
    parties: frozenset[str] = frozenset()
    sides: tuple[Side, ...] = ()
    actors: frozenset[str] = frozenset()
    unlisted: bool = False
    country: str = ""
    places: frozenset[str] = frozenset()
    point: Coordinates | None = None
    identifiers: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    within: Mapping[str, int] = field(default_factory=dict)
    claims: int = 0
    bearers: int = 0


Profiles = Mapping[Mention, Profile]


def larger(profile: Profile, found: Profiles) -> Iterator[tuple[Profile, int]]:
    """The profiles, in the same document, of the events that it is said to be part of, with the weight of that."""
    for name, weight in sorted(profile.within.items()):
        other = found.get(Mention(profile.mention.document, name))
        if other is not None and other.mention != profile.mention:
            yield other, weight
