"""How well are copies told from independent accounts, against taking every equal figure for a copy?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tests.linking.lineages.chains import Score, Told, events, judged

from benchmarks.timing import in_turn
from thucydides.linking.lineages import lineages

SEEDS = range(5)
CHAINS = 200


def copies() -> list[str]:
    """200 invented chains of copies, five times; pairs of figures of different sources that belong to one account."""
    lines = []
    for name, groups in (("traced", _traced), ("equal figures only", _equal)):
        total = Score()
        for seed in SEEDS:
            for told in events(CHAINS, seed=seed):
                judged(told, groups(told), into=total)
        missed = ", ".join(f"{change} {number}" for change, number in total.missed.most_common())
        lines.append(f"{name}: precision {total.precision:.3f}, recall {total.recall:.3f}; missed: {missed}")
    return [*lines, _growth()]


def _traced(told: Sequence[Told]) -> list[frozenset[str]]:
    return [frozenset(lineage.claims) for lineage in lineages(one.statement for one in told)]


def _equal(told: Iterable[Told]) -> list[frozenset[str]]:
    same: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for one in told:
        same[one.statement.parts, one.statement.figure].add(one.statement.id)
    return [frozenset(held) for held in same.values()]


def _growth() -> str:
    small, large = ([one.statement for told in events(n, seed=0) for one in told] for n in (500, 5_000))
    few, many = in_turn(lambda: lineages(small), lambda: lineages(large), rounds=1)
    grown = many / few
    more = len(large) / len(small)
    return f"{len(large):,} figures in {many:.1f} s; {more:.1f} times the figures cost {grown:.1f} times"
