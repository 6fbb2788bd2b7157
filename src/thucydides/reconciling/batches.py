"""How are groups of the same shape laid side by side, so that they are computed at once?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from thucydides.reconciling.arrays import Floats, Truths, Whole, same
from thucydides.reconciling.constants import STANDPOINTS, Constants, Variances
from thucydides.reconciling.observing import Group, parties_of
from thucydides.vocabulary import CATEGORIES, COMPONENTS

SIZE = len(COMPONENTS)
KNOWN_SOURCES = 128
"""How many sources are followed from event to event. A rarer one is taken to be new each time: it teaches little."""
OFTEN = 3
"""From how many observations on a source is followed."""
NAMES = tuple(CATEGORIES)
MEMBERS: Floats = np.array([CATEGORIES[name] for name in NAMES], dtype=float)

# The globals, in order: the mean log size, four mean log ratios, the biases by standpoint, the followed sources.
RATIOS = slice(0, SIZE)
BIASES = slice(SIZE, SIZE + len(STANDPOINTS))
FIRST_SOURCE = SIZE + len(STANDPOINTS)


@dataclass(frozen=True, slots=True)
class Batch:
    """Groups with as many parties and as many observations each; arrays by group, then observation.

    `log`, `variance`, `bound`, `standpoint`: of each observation. `members`: which components of which party it counts.
    `source`: the number of a followed source, -1 for others. `sides`, `speakers`, `lineages`: who shares an error
    with whom, as yes or no for each pair. `widening`: of each observation's errors. `places`: of its groups among all.
    """

    groups: tuple[Group, ...]
    places: Whole
    log: Floats
    variance: Floats
    bound: Whole
    standpoint: Whole
    category: Whole
    members: Floats
    source: Whole
    side_of: Whole
    sides: Truths
    speakers: Truths
    lineages: Truths
    widening: Floats

    @property
    def parties(self) -> int:
        """Parties in each group."""
        return self.members.shape[-1] // SIZE

    @property
    def exact(self) -> Truths:
        """Which observations are figures, not bounds."""
        return self.bound == 0

    def some(self, first: int, last: int) -> "Batch":
        """The groups from `first` to before `last`."""
        cut = slice(first, last)
        arrays = [getattr(self, name)[cut] for name in self.__dataclass_fields__ if name != "groups"]
        return Batch(self.groups[cut], *arrays)

    def shared(self, variances: Variances) -> Floats:
        """The covariance of what the observations of a group have wrong together (..., n, n)."""
        together = self._shared_by(self.sides, variances.side) + self._shared_by(self.lineages, variances.lineage)
        wider = np.sqrt(self.widening)
        return together * wider[:, :, None] * wider[:, None, :] + self._shared_by(self.speakers, variances.source)

    def _shared_by(self, pairs: Truths, variances: Floats) -> Floats:
        scale = np.sqrt(variances)[self.standpoint]
        return np.where(pairs, scale[..., :, None] * scale[..., None, :], 0.0)


def followed_sources(groups: Iterable[Group]) -> tuple[str, ...]:
    """The sources that are followed from event to event: the most frequent ones."""
    counts = Counter(each.source for group in groups for each in group.observations)
    often = sorted((-count, source) for source, count in counts.items() if count >= OFTEN)
    return tuple(source for _, source in often[:KNOWN_SOURCES])


def homes(groups: Iterable[Group], sources: Sequence[str]) -> Whole:
    """The standpoint from which each followed source speaks most often."""
    counts = Counter((each.source, each.standpoint) for group in groups for each in group.observations)
    found = [max(range(len(STANDPOINTS)), key=lambda place: (counts[source, place], -place)) for source in sources]
    return np.array(found, dtype=np.int64)


def batches(groups: Sequence[Group], sources: Sequence[str], constants: Constants) -> tuple[Batch, ...]:
    """All groups, those of one shape together."""
    by_shape: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        by_shape[len(group.parties), len(group.observations)].append(place)
    numbers = {source: number for number, source in enumerate(sources)}
    return tuple(
        _batch([groups[place] for place in places], places, numbers, constants)
        for _, places in sorted(by_shape.items())
    )


def _batch(groups: Sequence[Group], places: Sequence[int], numbers: dict[str, int], constants: Constants) -> Batch:
    said = [group.observations for group in groups]
    speakers = np.array([list(_numbered(_rare(group, numbers))) for group in groups])
    sides = np.array([list(_numbered((o.party, o.standpoint) for o in group.observations)) for group in groups])
    return Batch(
        groups=tuple(groups),
        places=np.array(places),
        log=np.array([[o.log for o in each] for each in said]),
        variance=np.array([[o.variance for o in each] for each in said]),
        bound=np.array([[o.bound for o in each] for each in said]),
        standpoint=np.array([[o.standpoint for o in each] for each in said]),
        category=np.array([[NAMES.index(o.category) for o in each] for each in said]),
        members=np.array([[_members(o.party, o.category, group) for o in group.observations] for group in groups]),
        source=np.array([[numbers.get(o.source, -1) for o in each] for each in said]),
        side_of=sides,
        sides=same(sides),
        speakers=same(speakers),
        lineages=same(np.array([list(_numbered(o.lineage for o in each)) for each in said])),
        widening=np.array(
            [constants.widening(group.year, np.array([o.standpoint for o in group.observations])) for group in groups]
        ),
    )


def _members(party: str, category: str, group: Group) -> list[float]:
    covered = parties_of(party)
    return [float(part) if name in covered else 0.0 for name in group.parties for part in CATEGORIES[category]]


def _rare(group: Group, numbers: dict[str, int]) -> Iterator[str | None]:
    """The sources that are not followed: what they have wrong is theirs in this group alone."""
    return (None if o.source in numbers else o.source for o in group.observations)


def _numbered(names: Iterable[object]) -> Iterator[int]:
    """Each name by a number, from 0 in order of appearance; -1 for nobody."""
    known: dict[object, int] = {None: -1}
    return (known.setdefault(name, len(known) - 1) for name in names)
