"""What do figures take over from their neighbours: parts from a total, the second of two ships from the first?"""

from collections.abc import Sequence

from thucydides.extracting.figures.binding import is_whole
from thucydides.extracting.figures.bound import Bound, loss_rows
from thucydides.extracting.figures.lexicon import Kind, Row
from thucydides.extracting.figures.nouns import verb_after
from thucydides.extracting.figures.sequence import Item

_LINE = 40  # items to which the label at the head of a line reaches


def share(items: list[Item], bounds: Sequence[Bound], *, cell: bool) -> tuple[Bound, ...]:
    """The bounds in order, each with what a neighbour says for it. `cell`: in a cell, where numbers go on briefly."""
    return tuple(_from_before(items, _from_after(items, bounds), cell=cell))


def _from_after(items: list[Item], bounds: Sequence[Bound]) -> list[Bound]:
    """`20 Soviet and 30 Mongolian tanks`, `12 tanks and 3 guns were lost`: what the last of a row says, all say."""
    shared = list(bounds)
    for place in range(len(shared) - 2, -1, -1):
        here, following = shared[place], shared[place + 1]
        between = items[here.last : following.at]
        if is_whole(items, following.at) and here.at == _share_before(items, following.at):
            shared[place] = _of_whole(items, here, following)
            continue
        if following.verb or following.labelled or following.first < here.last:
            continue
        if here.says_nothing and not here.total and _shares_noun(between, following):
            shared[place] = here._replace(
                thing=following.thing, losses=following.losses, population=following.population,
                incident=following.incident, last=following.at - 1,
            )  # fmt: skip
        elif here.population is not None and here.thing is None and _tell_apart(here, following, between):
            shared[place] = here._replace(losses=following.losses)
        elif here.thing is not None and not here.losses and _only_joined(between, named=False):
            shared[place] = here._replace(losses=_passive(items, following))
    return shared


def _tell_apart(here: Bound, following: Bound, between: Sequence[Item]) -> bool:
    """`30 military and 40 civilian dead`: two populations suffered the same."""
    alike = following.population is not None and following.thing is None
    return alike and not here.losses and _only_joined(between, named=False)


def _share_before(items: list[Item], at: int) -> int:
    """The place of the number that a share of this one has: `12 of its 40 tanks`."""
    return max((place for place in range(max(at - 4, 0), at) if items[place].kind is Kind.NUMBER), default=-1)


def _of_whole(items: list[Item], here: Bound, whole: Bound) -> Bound:
    """`12 of its 40 tanks were destroyed`: the noun and what befell it are the share's."""
    thing = whole.thing if here.thing is None else here.thing
    if here.losses:
        return here._replace(thing=thing, last=max(here.last, whole.last))
    said = verb_after(items, whole._replace(thing=thing))
    return here._replace(thing=thing, losses=said.losses, population=whole.population, last=said.last)


def _shares_noun(between: Sequence[Item], following: Bound) -> bool:
    """`20 Soviet and 30 Mongolian tanks`, `80 and 100 killed`; not `3,000 and two guns`."""
    named = any(item.kind is Kind.ACTOR for item in between)
    return (named or following.thing is None) and _only_joined(between, named=True)


def _only_joined(between: Sequence[Item], *, named: bool) -> bool:
    """Nothing but `and`, and names where those may stand."""
    joined = [item for item in between if not (named and item.kind is Kind.ACTOR)]
    return len(joined) == 1 and joined[0].is_a(Kind.JOIN)


def _passive(items: list[Item], bound: Bound) -> tuple[int, ...]:
    """The losses that stand after the noun: `12 tanks and 3 guns lost`."""
    return bound.losses if bound.thing is not None and all(place > bound.thing for place in bound.losses) else ()


def _from_before(items: list[Item], bounds: Sequence[Bound], *, cell: bool) -> list[Bound]:
    shared: list[Bound] = []
    for bound in bounds:
        shared.append(_taking_over(items, bound, shared[-1], cell=cell) if shared else bound)
    return shared


def _taking_over(items: list[Item], bound: Bound, earlier: Bound, *, cell: bool) -> Bound:
    between = items[earlier.last : bound.first]
    if _in_a_row(between) and earlier.verb and bound.thing is not None and not bound.losses:
        return bound._replace(losses=earlier.losses, verb=True)
    if cell and bound.says_nothing and earlier.thing is not None and _goes_on(items, bound, between):
        return bound._replace(thing=earlier.thing)
    if bound.losses and bound.thing is None and earlier.thing is not None and _same_line(items, between):
        return _carried_thing(items, bound, earlier)
    return bound


def _goes_on(items: list[Item], bound: Bound, between: Sequence[Item]) -> bool:
    """`600 aircraft, 1,600 by May`: a further number of the same, and when or where."""
    behind = items[bound.last] if bound.last < len(items) else None
    return len(between) == 1 and between[0].kind is Kind.COMMA and behind is not None and behind.kind is Kind.STOP


def _in_a_row(between: Sequence[Item]) -> bool:
    """`lost 12 tanks, 30 guns and 5 aircraft`."""
    return bool(between) and all(item.kind is Kind.COMMA or item.is_a(Kind.JOIN) for item in between)


def _same_line(items: list[Item], between: Sequence[Item]) -> bool:
    return not any(item.kind is Kind.BREAK and item.word == "\n" for item in between) and len(between) < 12


def _carried_thing(items: list[Item], bound: Bound, earlier: Bound) -> Bound:
    """`sank one of the gunboats and damaged another`, `1 frigate destroyed, 3 captured`: the things said before."""
    rows = loss_rows(items, bound)
    thing = items[earlier.thing].row(Kind.THING) if earlier.thing is not None else None
    if thing is None or thing.measure in ("person", "formation") or not all(row.things for row in rows):
        return bound
    only_things = all(not row.people for row in rows)
    few = (
        bound.amount.high is not None
        and bound.amount.high < 10
        and bool(earlier.losses)
        and all(row.people in ("captured", "") for row in rows)
    )
    return bound._replace(thing=earlier.thing) if only_things or few else bound


def scope_before(items: list[Item], bound: Bound) -> Row | None:
    """The loss that a label at the head of the line says for all its numbers: `Casualties: US 23; CS 65`."""
    head = bound.first
    while head > 0 and items[head - 1].word != "\n":
        head -= 1
        if bound.first - head > _LINE:
            return None
    for place in range(head, min(head + 4, bound.first)):
        if items[place].is_a(Kind.LOSS) and place + 1 < len(items) and items[place + 1].kind is Kind.COLON:
            return items[place].row(Kind.LOSS)
        if items[place].kind not in (Kind.ACTOR, Kind.WORD, Kind.TOTAL, Kind.ADVERB, Kind.LINK):
            return None
    return None
