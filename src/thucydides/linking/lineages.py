"""Which reports go back to one, so that they are one witness and not many?

Within one event and party: statements of one source are one account; a report goes with what it cites; and two figures
that hardly agree by chance go back to one. A number under another name (killed, where the root says killed or missing)
is a copy too, if it has enough digits.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from thucydides.vocabulary import CATEGORIES, Copy, CopySort, Lineage, Report, ReportKind, Standpoint

_SPREAD = 0.4
"""How far two honest figures for one thing lie apart, as the standard deviation of their logarithms."""
_ODDS_SECONDARY, _ODDS_PRIMARY = 1.0, 0.15
"""Odds that one of two reports copies the other, before their figures are looked at: secondary works copy."""
_RENAMED = 0.01
"""Figures under two names must be this unlikely to agree by chance."""
_ROOTS = (
    Standpoint.ROLL, Standpoint.ARCHIVAL, Standpoint.SELF, Standpoint.ALLY, Standpoint.ADVERSARY, Standpoint.NEUTRAL,
)  # fmt: skip
"""Of several that agree, the one nearest to the records is the root."""


@dataclass(frozen=True, slots=True)
class _Join:
    one: Report
    of: Report
    sort: CopySort
    reason: str


def lineages(reports: Iterable[Report]) -> tuple[Lineage, ...]:
    """The lineages of all reports, by event and party. Their order does not matter."""
    slots: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.id):
        slots[report.event, report.party].append(report)
    return tuple(lineage for slot in sorted(slots) for lineage in _of_one_party(slots[slot]))


def visible_unit(figure: float) -> float:
    """The rounding that a figure shows: 10,000 for 20,000, 1 for 7,696."""
    whole = int(abs(figure))
    if whole == 0 or whole != abs(figure):
        return 1.0
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    return float(10**zeros)


def chance(one: Report, other: Report) -> float:
    """How likely the figures of two independent reports agree as these do; 1 where they do not agree."""
    if one.kind != other.kind or one.kind not in (ReportKind.EXACT, ReportKind.RANGE):
        return 1.0
    return math.prod(_agreeing(a, b) for a, b in zip(one.figures, other.figures, strict=True))


def _agreeing(one: float, other: float) -> float:
    if not (math.isfinite(one) and math.isfinite(other)) or min(one, other) <= 0:
        return 1.0
    rounder = max((one, other), key=visible_unit)
    finer, unit = (other if rounder == one else one), visible_unit(rounder)
    if one != other and (rounder / unit < 10 or abs(finer - rounder) > unit / 2):
        return math.inf
    return min(1.0, unit / (rounder * 2 * _SPREAD * math.sqrt(math.pi)))


def _of_one_party(reports: Sequence[Report]) -> Iterator[Lineage]:
    joins = [*_cited(reports), *_coinciding(reports)]
    parent = {report.id: report.id for report in reports}

    def top(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    first: dict[str, str] = {}
    for report in reports:
        parent[top(report.id)] = top(first.setdefault(report.source, report.id))
    for join in joins:
        parent[top(join.one.id)] = top(join.of.id)
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        groups[top(report.id)].append(report)
    for members in sorted(groups.values(), key=lambda members: members[0].id):
        yield _lineage(members, joins)


def _lineage(members: Sequence[Report], joins: Iterable[_Join]) -> Lineage:
    inside = {report.id for report in members}
    copies: dict[str, Copy] = {}
    for join in joins:
        if join.one.id in inside:
            copies.setdefault(join.one.id, Copy(join.one.id, (join.of.id,), join.sort, join.reason))
    root = min((report for report in members if report.id not in copies), key=_nearness, default=members[0])
    copies.pop(root.id, None)
    return Lineage(
        id=f"lineage:{root.id}",
        root=root.id,
        claims=tuple(sorted(inside)),
        copies=tuple(copies[name] for name in sorted(copies)),
    )


def _cited(reports: Sequence[Report]) -> Iterator[_Join]:
    by_id = {report.id: report for report in reports}
    for report in reports:
        cited = by_id.get(report.cites)
        if cited is not None and cited is not report:
            yield _Join(report, cited, CopySort.CITES, f"{report.source} cites {cited.source}")


def _coinciding(reports: Sequence[Report]) -> Iterator[_Join]:
    for one, other in combinations(reports, 2):
        if one.source == other.source:
            continue
        probability = chance(one, other)
        if probability < _limit(one, other):
            root, copy = sorted((one, other), key=_nearness)
            yield _Join(copy, root, CopySort.COINCIDENCE, _why(copy, root, probability))


def _limit(one: Report, other: Report) -> float:
    """The chance below which agreement is taken for copying; 0 where the two cannot be compared."""
    secondary = Standpoint.NEUTRAL in (one.relation, other.relation)
    if one.category == other.category:
        return _ODDS_SECONDARY if secondary else _ODDS_PRIMARY
    confusable = CATEGORIES[one.category][0] and CATEGORIES[other.category][0]
    return _RENAMED * (_ODDS_SECONDARY if secondary else _ODDS_PRIMARY) if confusable else 0.0


def _nearness(report: Report) -> tuple[int, float, str]:
    unit = max((visible_unit(figure) for figure in report.figures), default=math.inf)
    return _ROOTS.index(report.relation), unit, report.id


def _why(copy: Report, root: Report, probability: float) -> str:
    rarely = f"one in {1 / probability:,.0f}" if probability < 0.5 else "every other time"
    named = "" if copy.category == root.category else f", here called {copy.category.replace('_', ' ')}"
    return f"{copy.source} gives {copy}{named} as {root.source} does; two independent figures agree so {rarely}"
