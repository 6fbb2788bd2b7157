"""Which pairs of mentions are worth comparing?

Two mentions meet where they share a word of a name, a pair of actors, a number in somebody's list or the very day.
A common word is told apart by the year, and what is still too common is passed over: the work stays near linear.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from thucydides.linking.profiles import Profile
from thucydides.vocabulary import EventKind

_CROWD = 60  # larger blocks are split by year


def pairs(profiles: Iterable[Profile]) -> list[tuple[Profile, Profile]]:
    """Every pair of profiles that share a block, each once, in order."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for block in dict.fromkeys(_blocks(profile)):
            blocks[block].append(profile)
    met = {pair for members in _manageable(blocks) for pair in combinations([p.mention for p in members], 2)}
    by_mention = {profile.mention: profile for members in blocks.values() for profile in members}
    return [(by_mention[one], by_mention[other]) for one, other in sorted(met)]


def _blocks(profile: Profile) -> Iterator[str]:
    for key in (*profile.keys, *profile.inner):
        yield from (f"word {word}" for word in key.words)
        if not key.words and len(key.actors) > 1:
            yield f"actors {' '.join(sorted(key.actors))}"
    yield from (f"number {identifier}" for identifier in profile.identifiers)
    if profile.kind is EventKind.AGREEMENT and profile.extent:
        yield f"day {profile.extent.first}"


def _manageable(blocks: dict[str, list[Profile]]) -> Iterator[list[Profile]]:
    for members in blocks.values():
        if len(members) <= _CROWD:
            yield members
        else:
            yield from (crowd for crowd in _by_year(members) if len(crowd) <= _CROWD)


def _by_year(members: list[Profile]) -> Iterator[list[Profile]]:
    """Members that share a year; one that lasts for long, or has no date, stands in none."""
    years: dict[int, list[Profile]] = defaultdict(list)
    for profile in members:
        if profile.extent and profile.extent.is_short:
            for year in {profile.extent.first.year, profile.extent.last.year}:
                years[year].append(profile)
    yield from years.values()
