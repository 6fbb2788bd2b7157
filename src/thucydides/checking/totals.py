"""Do the parts make up the total?"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from thucydides.checking.figures import (
    Figure,
    Parts,
    added,
    as_rounded,
    bounds,
    disjoint,
    figures,
    one_each,
    same_scope,
    summed,
)
from thucydides.checking.testimony import EVERY_ACTOR, Account, Testimony, groups, ids
from thucydides.checking.wording import counted, figure, listed, what, whom
from thucydides.vocabulary import Finding, Severity

COUNTS = ("loss", "strength")
_NOT_WITH_THEIR_ARMY: tuple[Parts, ...] = ((0, 0, 1, 0), (0, 0, 0, 1))


def parts_against_total(testimony: Testimony) -> Iterator[Finding]:
    """A total of all sides that is not the sum of the sides."""
    for account in testimony.accounts:
        for scope in same_scope(figures(account.of(*COUNTS))):
            for held in groups(scope, lambda one: one.claim.claim.counted.concept).values():
                yield from _total_of_sides(account, held)


def _total_of_sides(account: Account, held: Sequence[Figure]) -> Iterator[Finding]:
    single = list(one_each(held))
    totals = [one for one in single if one.actors == EVERY_ACTOR]
    sides = [one for one in single if one.actors and one.actors != EVERY_ACTOR]
    if len(totals) != 1 or len(sides) < 2 or not disjoint(sides):
        return
    total, sum_of_sides = totals[0], summed(sides)
    too_many = sum_of_sides.low > as_rounded(total).high
    too_few = sum_of_sides.high < as_rounded(total).low and _belligerents(account) <= _covered(sides)
    if too_many or too_few:
        yield _misfit("total-against-parts", account, total, sides, whom)


def _belligerents(account: Account) -> frozenset[str]:
    return frozenset(actor.id for linked in account.of("belligerent") for actor in linked.targets)


def _covered(sides: Sequence[Figure]) -> frozenset[str]:
    return frozenset().union(*(one.actors for one in sides))


def concepts_against_total(testimony: Testimony) -> Iterator[Finding]:
    """Killed, wounded, missing and captured that do not make up the losses of the same actor in the same mouth."""
    for account in testimony.accounts:
        for scope in same_scope(figures(account.of("loss"))):
            for held in groups(scope, attrgetter("actors")).values():
                yield from _total_of_concepts(account, [one for one in held if one.parts])


def _total_of_concepts(account: Account, held: Sequence[Figure]) -> Iterator[Finding]:
    by_parts = groups(held, attrgetter("parts"))
    single = [same[0] for same in by_parts.values() if len({one.amount for one in same}) == 1]
    for total in single:
        inside = [one for one in single if one is not total and _within(one.parts, total.parts)]
        together = added(one.parts for one in inside) if len(inside) > 1 else ()
        if together and _within(together, total.parts) and _breaks(total, inside, complete=together == total.parts):
            yield _misfit("concepts-against-total", account, total, inside, what)


def _within(part: Parts, whole: Parts) -> bool:
    return all(one <= other for one, other in zip(part, whole, strict=True))


def _breaks(total: Figure, inside: Sequence[Figure], *, complete: bool) -> bool:
    least = summed(inside).low - _counted_twice(inside)
    return least > as_rounded(total).high or (complete and summed(inside).high < as_rounded(total).low)


def _counted_twice(inside: Sequence[Figure]) -> float:
    """Prisoners are often counted among the missing: both figures may be of the same men."""
    apart = [bounds(one).low for one in inside if one.parts in _NOT_WITH_THEIR_ARMY]
    return min(apart) if len(apart) == len(_NOT_WITH_THEIR_ARMY) else 0


def _misfit(rule: str, account: Account, total: Figure, parts: Sequence[Figure], named: object) -> Finding:
    assert callable(named)
    said = listed(f"{counted(part.count)} ({named(part.claim)})" for part in parts)
    amount = sum(part.amount for part in parts)
    return Finding(
        rule,
        Severity.CONTRADICTION,
        f"{account.name} gives {counted(total.count)} for {whom(total.claim)} ({what(total.claim)}, "
        f"{account.event.label}), but {said} make {figure(amount)}.",
        claims=ids((total.claim, *(part.claim for part in parts))),
        suggestions=(f"{figure(amount)} as total",),
        event=account.event.id,
    )
