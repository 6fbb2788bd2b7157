"""Is a figure the sum of others?

A total that its own source also gives in parts says nothing new; a total that adds up another's parts is a copy of it.
Where the parts come from elsewhere, so many sums can be made that one will hit by chance: the fewer digits the total
has and the more sums were tried, the less a hit says.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from thucydides.linking.lineages.statements import Statement
from thucydides.vocabulary import COMPONENTS, Copy, CopySort

LIKELY_CHANCE = 0.05
"""From so many expected chance hits on, a sum of another's parts says nothing."""
OWN_SLACK = 0.01
"""A source's own total may miss the sum of its parts by this share: parts are rounded too."""
MOST_PARTS = 8
"""Of so many parts at most sums are tried: no account divides the losses of one party further."""
MOST_SUMS = 2_000

Parts = tuple[Statement, ...]


def own_sums(statements: Iterable[Statement]) -> Iterator[Copy]:
    """Totals that the same source gives in parts: by what was counted, or by party."""
    accounts: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        accounts[statement.event, statement.source].append(statement)
    for held in accounts.values():
        for total in held:
            for parts in (*_by_component(total, held), *_by_party(total, held)) if total.tells() else ():
                added = sum(part.figure for part in parts)
                if abs(added - total.figure) <= OWN_SLACK * total.figure:
                    yield _sum(total, parts, f"{total.name}'s own {_added(parts)}")
                    break


def sums_of_another(statements: Iterable[Statement]) -> Iterator[Copy]:
    """Totals that add up, to the last digit, the parts that other sources give on the same event and party."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[statement.event, statement.party].append(statement)
    for held in groups.values():
        for total in held:
            if len(total.parts) > 1 and _adds_up(total):
                yield from _hit(total, _elsewhere(total, held))


def sums_of_events(statements: Iterable[Statement], within: Mapping[str, str]) -> Iterator[Copy]:
    """Totals for an event that add up what is said of the events in it, of the same party and kind of loss.

    `within`: the event that each event lies in.
    """
    inside: dict[tuple[str, str, frozenset[str]], dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    held = tuple(statements)
    for statement in held:
        for above in _above(statement.event, within):
            inside[above, statement.party, statement.parts][statement.event].append(statement)
    for total in held:
        below = inside.get((total.event, total.party, total.parts))
        if below and not total.is_range:
            yield from _hit(total, _across(total, [_distinct(said) for _, said in sorted(below.items())]))


def _hit(total: Statement, sums: Iterable[Parts]) -> Iterator[Copy]:
    """The one sum that gives the total, if so few were tried that chance does not explain it."""
    tried, hits = 0, []
    for parts in sums:
        tried += 1
        if sum(part.figure for part in parts) == total.figure and total.id not in {part.id for part in parts}:
            hits.append(parts)
    if hits and tried * total.chance_of_one < LIKELY_CHANCE:
        best = min(hits, key=lambda parts: (len(parts), len({part.source for part in parts})))
        yield _sum(
            total, best, f"{_added(best)}; of {tried} such sums one hits by chance in {1 / total.chance_of_one:,.0f}"
        )


def _by_component(total: Statement, held: Sequence[Statement]) -> Iterator[Parts]:
    """Ways of putting the total together from parts that count nobody twice."""
    parts = [one for one in held if one.party == total.party and one.parts < total.parts and _adds_up(one)]
    for size in range(2, min(len(parts), len(COMPONENTS)) + 1):
        for several in combinations(parts[:MOST_PARTS], size):
            if sum(len(one.parts) for one in several) == len(frozenset().union(*(one.parts for one in several))):
                yield several


def _adds_up(one: Statement) -> bool:
    return one.tells() and one.parts.issubset(COMPONENTS)


def _by_party(total: Statement, held: Sequence[Statement]) -> Iterator[Parts]:
    members = set(total.party.split(" + "))
    parts = tuple(
        one
        for one in held
        if one.parts == total.parts
        and one.party not in ("all", total.party)
        and (total.party == "all" or set(one.party.split(" + ")) < members)
    )
    if len(parts) > 1 and len({one.party for one in parts}) == len(parts):
        yield parts


def _elsewhere(total: Statement, held: Sequence[Statement]) -> Iterator[Parts]:
    """Sums of the parts of each other source, then of parts of different sources that together count the same."""
    by_source: dict[str, list[Statement]] = defaultdict(list)
    for statement in held:
        if statement.source != total.source:
            by_source[statement.source].append(statement)
    for said in by_source.values():
        yield from _by_component(total, said)
    by_parts: dict[frozenset[str], list[Statement]] = defaultdict(list)
    for statement in held:
        if statement.source != total.source and statement.parts < total.parts:
            by_parts[statement.parts].append(statement)
    for one, other in combinations(sorted(by_parts, key=sorted), 2):
        if one.isdisjoint(other) and one | other == total.parts:
            yield from _pairs(_distinct(by_parts[one]), _distinct(by_parts[other]))


def _pairs(one: Sequence[Statement], other: Sequence[Statement]) -> Iterator[Parts]:
    if len(one) * len(other) <= MOST_SUMS:
        yield from (pair for pair in product(one, other) if pair[0].source != pair[1].source)


def _across(total: Statement, events: Sequence[Sequence[Statement]]) -> Iterator[Parts]:
    """One figure of each of two or of all the events inside."""
    for one, other in combinations(events, 2):
        yield from product(one, other) if len(one) * len(other) <= MOST_SUMS else ()
    if len(events) > 2 and all(len(said) == 1 for said in events):
        yield tuple(said[0] for said in events)


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    """One statement of each figure."""
    return list({one.figure: one for one in statements if not one.is_range}.values())


def _above(event: str, within: Mapping[str, str]) -> Iterator[str]:
    seen = {event}
    while (event := within.get(event, "")) and event not in seen:
        seen.add(event)
        yield event


def _sum(total: Statement, parts: Parts, why: str) -> Copy:
    said = f"{total.figure:,.0f}" + (f", the upper end of {total}," if total.is_range else "")
    return Copy(total.id, tuple(part.id for part in parts), CopySort.SUM, f"{said} is the sum of {why}")


def _added(parts: Parts) -> str:
    sources = list(dict.fromkeys(part.name for part in parts))
    return f"{' + '.join(map(str, parts))} ({', '.join(sources)})"
