"""Which label or verb before a number says what it counts?"""

from thucydides.extracting.figures.bound import REACH, WITHIN, Bound, is_label
from thucydides.extracting.figures.lexicon import Kind
from thucydides.extracting.figures.sequence import Item


def labels_lead(items: list[Item], at: int) -> bool:
    """`killed 100 wounded 250`: each number of the line follows its word, and none precedes it."""
    if not _has_label(items, at):
        return False
    first = at
    while first > 0 and not items[first - 1].is_a(Kind.BREAK) and at - first < 2 * REACH:
        first -= 1
    last = at
    while last + 1 < len(items) and not items[last + 1].is_a(Kind.BREAK) and last - at < 2 * REACH:
        last += 1
    numbers = [place for place in range(first, last + 1) if items[place].kind is Kind.NUMBER]
    if len(numbers) < 2 or not all(_has_label(items, place) for place in numbers):
        return False
    return numbers[-1] == last or items[numbers[-1] + 1].is_a(Kind.CLOSE, Kind.OPEN, Kind.BREAK)


def _has_label(items: list[Item], at: int) -> bool:
    before = at - 1
    while before > 0 and items[before].is_a(Kind.COLON, Kind.DASH):
        before -= 1
    return before >= 0 and items[before].is_a(Kind.LOSS)


def label_before(items: list[Item], bound: Bound) -> Bound:
    """The label or verb before the number: `killed 300`, `losses amounted to 300`, `sank one of the gunboats`."""
    place, linked = bound.at - 1, 0
    colon = False
    while place >= 0 and linked <= WITHIN:
        item = items[place]
        if item.is_a(Kind.LOSS):
            return _losses_before(items, bound, place, colon=colon or linked > 0)
        if item.is_a(Kind.INCIDENT) and (linked or colon):
            return bound._replace(incident=place, first=place) if bound.thing is None else bound
        if item.is_a(Kind.THING) and colon and bound.thing is None:
            return bound._replace(thing=place, first=place, labelled=True)
        if item.is_a(Kind.FORCE) and bound.thing is None and bound.population is None:
            bound = bound._replace(force=place)
            if not item.is_a(Kind.LINK):
                return bound
        if item.is_a(Kind.TOTAL):
            bound = bound._replace(total=True, first=place)
        elif item.kind in (Kind.COLON, Kind.DASH):
            colon = True
        elif not (item.is_a(Kind.LINK, Kind.AUX, Kind.MORE, Kind.ADVERB) or item.word in ("the", "a", "all")):
            return bound
        linked += item.is_a(Kind.LINK, Kind.AUX)
        place -= 1
    return bound


def _losses_before(items: list[Item], bound: Bound, last: int, *, colon: bool) -> Bound:
    """The mix that ends before the number; a participle after its own number belongs to that one."""
    losses, first = [last], last
    place = last - 1
    while place >= 0:
        if items[place].is_a(Kind.LOSS) and place < first:
            losses.insert(0, place)
            first = place
        elif not (items[place].kind is Kind.COMMA or items[place].is_a(Kind.JOIN)):
            break
        place -= 1
    if not bound.labelled and _has_number(items, first) and not is_label(items, last):
        return bound
    of_unknown = (
        bound.thing is bound.population is None and bound.last < len(items) and items[bound.last].kind is Kind.WORD
    )
    if of_unknown and not colon:
        return bound
    named = colon or not any(row.bearing for place in losses if (row := items[place].row(Kind.LOSS)))
    start, population = first, bound.population
    while named and start > 0 and items[start - 1].is_a(Kind.ACTOR, Kind.POPULATION):
        start -= 1
        population = start if population is None and items[start].is_a(Kind.POPULATION) else population
    return bound._replace(losses=tuple(losses), first=start, verb=not named, labelled=named, population=population)


def _has_number(items: list[Item], at: int) -> bool:
    """Does the loss at this place follow a number of its own: `100 killed`, `3 tanks destroyed`?"""
    for place in range(at - 1, max(at - WITHIN, -1), -1):
        if items[place].kind is Kind.NUMBER:
            return True
        if not items[place].is_a(Kind.THING, Kind.AUX, Kind.ACTOR, Kind.POPULATION):
            return False
    return False
