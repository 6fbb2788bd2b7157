"""Which pairs of mentions are worth comparing?

Two mentions meet where they share a word of a name or its sound, a pair of actors and a year, a number in somebody's
list or the very day. What is too common is told apart by year or by a second word, and what is still too common is
passed over: a mention meets a bounded number of others, so the work stays near linear.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from thucydides.linking.profiles import Profile
from thucydides.vocabulary import EventKind, Mention

_CROWD = 60  # larger blocks are split
_MANY_ACTORS = 8  # of a world war, every pair of belligerents is too common to tell anything
_WARLIKE = (EventKind.WAR, EventKind.CAMPAIGN, EventKind.UNKNOWN)

Splitting = Callable[[Profile, str], Iterable[str]]


def pairs(profiles: Iterable[Profile]) -> list[tuple[Profile, Profile]]:
    """Every pair of profiles that share a block, each once, in order."""
    by_mention = {profile.mention: profile for profile in profiles}
    blocks = _blocks(by_mention.values(), lambda profile, _: _marks(profile), "")
    met: set[tuple[Mention, Mention]] = set()
    for members in _manageable(blocks):
        met.update(combinations(sorted(profile.mention for profile in members), 2))
    return [(by_mention[one], by_mention[other]) for one, other in sorted(met)]


def _blocks(profiles: Iterable[Profile], splitting: Splitting, block: str) -> dict[str, list[Profile]]:
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for mark in dict.fromkeys(splitting(profile, block)):
            blocks[mark].append(profile)
    return blocks


def _manageable(blocks: dict[str, list[Profile]]) -> Iterator[list[Profile]]:
    """The blocks that are no crowds; crowds by year, and by a second word, and what is still a crowd by both."""
    for block, members in blocks.items():
        if len(members) <= _CROWD:
            yield members
            continue
        for splitting in (_years, _other_words):
            for smaller, few in _blocks(members, splitting, block).items():
                if len(few) <= _CROWD:
                    yield few
                elif splitting is _other_words:
                    years = _blocks(few, _years, smaller)
                    yield from (fewer for fewer in years.values() if len(fewer) <= _CROWD)


def _marks(profile: Profile) -> Iterator[str]:
    for key in (*profile.keys, *profile.inner):
        yield from (f"word {word}" for word in key.words)
        if len(key.run) > 3:
            yield f"sound {key.run}"
        if key.spoken:
            yield f"name {key.spoken}"
        if not key.words and key.actors:
            yield f"actors {' '.join(sorted(key.actors | key.natures))}"
    yield from (f"number {identifier}" for identifier in profile.identifiers)
    yield from (f"listed {event}" for event in profile.listed)
    if profile.extent is None:
        return
    if profile.kind is EventKind.AGREEMENT:
        yield f"day {profile.extent.first}"
    if profile.kind in _WARLIKE and len(profile.actors) <= _MANY_ACTORS:
        for one, other in combinations(sorted(profile.actors), 2):
            yield from (f"war {one} {other} {year}" for year in _ends(profile))


def _ends(profile: Profile) -> set[int]:
    return {profile.extent.first.year, profile.extent.last.year} if profile.extent else set()


def _years(profile: Profile, block: str) -> Iterator[str]:
    yield from (f"{block} {year}" for year in sorted(_ends(profile)))


def _other_words(profile: Profile, block: str) -> Iterator[str]:
    for key in profile.keys:
        yield from (f"{block} {word}" for word in sorted(key.words) if block != f"word {word}")
