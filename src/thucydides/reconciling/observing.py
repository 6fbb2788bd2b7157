"""What does each lineage say, once for each category?

A lineage speaks with the voice of its root. Figures that are the sum of its own parts are left out, and so is a number
that a copy repeats under another name. What was left out is kept with its reason.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from thucydides.reconciling.constants import STANDPOINTS
from thucydides.vocabulary import CATEGORIES, WORDS, CopySort, Lineage, Report, ReportKind

EIGHTY = 2.563
"""The width of a normal distribution's inner 80 %, in standard deviations."""
HALF = 0.5
"""Nobody is less than half a person: a zero is read as *fewer than that*."""


_MIDDLE: Mapping[int, Callable[[list[float]], float]] = {0: median, 1: max, -1: min}
"""Of several figures of one voice the median speaks; of several bounds the tightest."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What one lineage says of one category of one party, as a logarithm.

    `variance`: what rounding and ranges add. `bound`: 1 for at least, -1 for at most, 0 for a figure. `reports`: those
    that say it, the one that speaks first.
    """

    party: str
    category: str
    log: float
    variance: float
    bound: int
    standpoint: int
    source: str
    lineage: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The parties of one event that are estimated together, because some figure covers several of them."""

    event: str
    parties: tuple[str, ...]
    observations: tuple[Observation, ...]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that adds nothing, what it repeats, and why."""

    report: str
    repeats: str
    reason: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything that is estimated together, event by event, and what was left out."""

    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...]


def observe(reports: Iterable[Report], lineages: Iterable[Lineage]) -> Heard:
    """What the lineages say, in groups of parties. Reports that are in no lineage speak for themselves."""
    held = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    said: dict[str, list[Observation]] = defaultdict(list)
    left_out: list[LeftOut] = []
    spoken_for: set[str] = set()
    for lineage in sorted(lineages, key=lambda lineage: lineage.id):
        members = [held[name] for name in lineage.claims if name in held and name not in spoken_for]
        spoken_for.update(member.id for member in members)
        sums = [copy for copy in lineage.copies if copy.sort is CopySort.SUM and {copy.claim, *copy.of} <= held.keys()]
        left_out += [LeftOut(copy.claim, copy.of[0], copy.reason) for copy in sums]
        adding = {copy.claim for copy in sums}
        for slot in _by_slot([member for member in members if member.id not in adding]):
            root = next((member for member in slot if member.id == lineage.root), slot[0])
            said[root.event] += _spoken(lineage.id, root, slot, left_out)
    for report in held.values():
        if report.id not in spoken_for:
            said[report.event] += _spoken(f"lineage:{report.id}", report, [report], left_out)
    years = {report.event: report.year for report in held.values() if report.year is not None}
    return Heard(tuple(_groups(said, years)), tuple(sorted(left_out, key=lambda each: each.report)))


def _by_slot(reports: Iterable[Report]) -> list[list[Report]]:
    """A lineage may reach into other events and parties; it speaks in each on its own."""
    slots: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        slots[report.event, report.party].append(report)
    return [slots[slot] for slot in sorted(slots)]


def figure_of(report: Report) -> tuple[float, float, int] | None:
    """The logarithm, the variance it carries and its bound; None where the words carry no number."""
    match report.kind:
        case ReportKind.EXACT if report.value is not None:
            if report.value < HALF:
                return math.log(HALF), 0.0, -1
            return math.log(report.value), (_unit(report) / report.value) ** 2 / 12, 0
        case ReportKind.RANGE if report.lo is not None and report.hi is not None:
            return _between(report.lo, report.hi)
        case ReportKind.LOWER if report.lo is not None and report.lo >= HALF:
            return math.log(report.lo), 0.0, 1
        case ReportKind.UPPER if report.hi is not None:
            return math.log(max(report.hi, HALF)), 0.0, -1
        case ReportKind.WORD if report.word.casefold() in WORDS:
            return _between(*WORDS[report.word.casefold()])
    return None


def _between(low: float, high: float) -> tuple[float, float, int]:
    if low < HALF:
        return math.log(max(high, HALF)), 0.0, -1
    return (math.log(low) + math.log(high)) / 2, (math.log(high / low) / EIGHTY) ** 2, 0


def _unit(report: Report) -> float:
    """The rounding: as given, else as the figure shows it."""
    if report.unit is not None and report.unit > 0:
        return min(report.unit, report.value or report.unit)
    whole = int(report.value or 0)
    return float(10 ** (len(str(whole)) - len(str(whole).rstrip("0")))) if whole == report.value else 1.0


def _spoken(name: str, root: Report, members: Sequence[Report], left_out: list[LeftOut]) -> list[Observation]:
    own = [report for report in members if report.source == root.source]
    renamed = {report.id for report in members if report.source != root.source and _renamed(report, own)}
    for report in members:
        if report.id in renamed:
            left_out.append(LeftOut(report.id, root.id, f"the number of {root.source} under another name"))
    by_category: dict[str, list[Report]] = defaultdict(list)
    for report in members:
        if report.id not in renamed and figure_of(report) is not None:
            by_category[report.category].append(report)
    said = [each for category in CATEGORIES for each in _voices(name, root, by_category.get(category, ()))]
    kept, derived = _without_sums(said)
    left_out += [LeftOut(each.reports[0], each.reports[0], "the sum of the same account's parts") for each in derived]
    return kept


def _renamed(report: Report, own: Iterable[Report]) -> bool:
    """Does a copy give the root's very number for another category?"""
    others = [each for each in own if each.category != report.category]
    return report.kind is ReportKind.EXACT and any(each.value == report.value for each in others)


def _voices(name: str, root: Report, reports: Sequence[Report]) -> Iterator[Observation]:
    """One figure of a category; only where there is none, its bounds."""
    own = [report for report in reports if report.source == root.source]
    for bound in (0, 1, -1):
        speaking = [r for r in own if _bound(r) == bound] or [r for r in reports if _bound(r) == bound]
        if speaking:
            repeating = [r for r in reports if _bound(r) == bound and r not in speaking]
            yield _observation(name, root, bound, speaking, repeating)
            if bound == 0:
                return


def _bound(report: Report) -> int:
    figure = figure_of(report)
    return figure[2] if figure else 0


def _observation(
    name: str, root: Report, bound: int, speaking: Sequence[Report], repeating: Sequence[Report]
) -> Observation:
    figures = [figure for report in speaking if (figure := figure_of(report))]
    middle = _MIDDLE[bound]([figure[0] for figure in figures])
    return Observation(
        party=root.party,
        category=speaking[0].category,
        log=middle,
        variance=median(figure[1] for figure in figures),
        bound=bound,
        standpoint=STANDPOINTS.index(root.relation),
        source=root.source,
        lineage=name,
        reports=tuple(report.id for report in (*speaking, *repeating)),
    )


def _without_sums(said: Sequence[Observation]) -> tuple[list[Observation], list[Observation]]:
    """Leave out the figures that equal, within one in a hundred, the sum of others of the same lineage."""
    figures = {each.category: math.exp(each.log) for each in said if each.bound == 0}
    derived = [each for each in said if each.bound == 0 and _is_sum(each, figures)]
    return [each for each in said if each not in derived], derived


def _is_sum(whole: Observation, figures: Mapping[str, float]) -> bool:
    parts = [category for category in figures if category != whole.category]
    target = math.exp(whole.log)
    return any(
        len(chosen) > 1 and abs(sum(figures[part] for part in chosen) - target) <= target / 100
        for chosen in _partitions(CATEGORIES[whole.category], parts)
    )


def _partitions(wanted: tuple[int, ...], categories: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The ways to make up what is wanted from categories that do not overlap; what is left uncounted may be nobody."""
    if not categories:
        return
    first, rest = categories[0], categories[1:]
    parts = CATEGORIES[first]
    if all(part <= want for part, want in zip(parts, wanted, strict=True)):
        left = tuple(want - part for part, want in zip(parts, wanted, strict=True))
        yield from ((first, *others) for others in _partitions(left, rest) if others)
        yield (first,)
    yield from _partitions(wanted, rest)


def _groups(said: Mapping[str, Sequence[Observation]], years: Mapping[str, int]) -> Iterator[Group]:
    for event in sorted(said):
        yield from _parties_together(event, said[event], years.get(event))


def _parties_together(event: str, said: Sequence[Observation], year: int | None) -> Iterator[Group]:
    """Parties that some figure covers together are estimated together."""
    sets: list[set[str]] = []
    for each in said:
        names = set(parties_of(each.party))
        touching = [held for held in sets if held & names]
        sets = [held for held in sets if not held & names] + [names.union(*touching)]
    for names in sorted(sets, key=sorted):
        inside = tuple(each for each in said if set(parties_of(each.party)) <= names)
        yield Group(event, tuple(sorted(names)), inside, year)


def parties_of(joined: str) -> tuple[str, ...]:
    """`Reds + Blues` as two names."""
    return tuple(name.strip() for name in joined.split(" + "))
