"""Which noun and which verb after a number say what it counts?"""

from thucydides.extracting.figures.bound import REACH, WITHIN, Bound, is_label
from thucydides.extracting.figures.lexicon import Kind
from thucydides.extracting.figures.sequence import Item

_SMALL = 20
_PASSED = (Kind.ACTOR, Kind.POPULATION, Kind.MORE, Kind.OTHER_NUMBER, Kind.DASH, Kind.ADVERB, Kind.DETERMINER)
_SAME_IN_PLURAL = frozenset(("cannon", "horse"))
_UNSURE = frozenset(("captured", "casualties"))  # of people, or of towns and bridges
_OBJECT_LEADS = frozenset(("the", "a", "an", "his", "their", "its"))
_GROUP_LEADS = frozenset(("of", "from", "in", "at", "on", "aboard", "belonging", "who", "which", "that", "under"))


def said_after(items: list[Item], bound: Bound) -> Bound:
    """The noun phrase and the verb after the number."""
    return _rate(items, verb_after(items, _who_they_were(items, _noun(items, bound))))


def _who_they_were(items: list[Item], bound: Bound) -> Bound:
    """`Of whom 200 were civilians`, `200 of them civilians`: the population stands behind the verb or the pronoun."""
    if bound.last != bound.at + 1 or bound.last + 1 >= len(items):
        return bound
    said = items[bound.last].is_a(Kind.AUX, Kind.PART) and items[bound.last + 1].is_a(Kind.POPULATION)
    return bound._replace(population=bound.last + 1, last=bound.last + 2) if said else bound


def verb_after(items: list[Item], bound: Bound) -> Bound:
    """The bound with the loss that is said of its noun, if one is."""
    loss = _verb(items, bound)
    return bound if loss is None else _with_losses(items, bound, loss)


def _noun(items: list[Item], bound: Bound) -> Bound:
    """Walk over names and adjectives to the noun, or to the loss where there is none."""
    place, unknown = bound.last, 0
    while place < len(items):
        item = items[place]
        if item.is_a(Kind.LOSS) or is_label(items, place):
            return bound
        if item.is_a(Kind.THING, Kind.RANK) and _counts(items, place, bound):
            return _compound(items, bound._replace(thing=place, last=place + 1))
        if item.is_a(Kind.INCIDENT):
            return bound._replace(incident=place, last=place + 1)
        if item.is_a(Kind.TOTAL) and unknown == 0:
            bound = bound._replace(total=True, last=place + 1)
            if not _is_adjective(items, place):
                return bound
            place += 1
            continue
        if item.is_a(Kind.POPULATION):
            bound = bound._replace(population=place, last=place + 1)
        elif item.is_a(Kind.JOIN):
            if not _joins_adjectives(items, place):
                return bound
        elif item.is_a(Kind.WORD, Kind.THING, Kind.RANK):
            unknown += 1
            if bound.population is not None:
                bound = bound._replace(population=None, last=bound.at + 1)
        elif item.is_a(Kind.AUX) or not _passes(item, bound, place):
            return bound
        if unknown > WITHIN:
            return bound
        place += 1
    return bound


def _is_adjective(items: list[Item], place: int) -> bool:
    """`36,000 total dead`, `400 combined ships`: what is summed stands behind."""
    following = items[place + 1] if place + 1 < len(items) else None
    return following is not None and following.is_a(Kind.LOSS, Kind.THING, Kind.POPULATION)


def _passes(item: Item, bound: Bound, place: int) -> bool:
    if item.kind is Kind.DETERMINER and item.word != "of" and place == bound.at + 1:
        return False
    return item.is_a(*_PASSED) and item.word != "over"


def _counts(items: list[Item], place: int, bound: Bound) -> bool:
    """Is this noun what is counted, and not an adjective (`two tank traps`, `three cavalry charges`)?"""
    item = items[place]
    one = bound.amount.low == bound.amount.high == 1
    if item.is_a(Kind.RANK):
        return one
    few = bound.amount.high is not None and bound.amount.high < _SMALL and not one
    row = item.row(Kind.THING)
    singular = row is not None and f"{item.word}s" in row.words and item.word not in _SAME_IN_PLURAL
    following = items[place + 1] if place + 1 < len(items) else None
    before_noun = following is not None and following.kind in (Kind.WORD, Kind.RANK)
    return not ((singular and not one) or (few and before_noun and not item.word.endswith(("s", "men", "troops"))))


def _compound(items: list[Item], bound: Bound) -> Bound:
    """`cavalry horses`, `officers and men`: the last noun counts, or people beside people."""
    place = bound.last
    while place < len(items) and items[place].is_a(Kind.THING) and not is_label(items, place):
        bound = bound._replace(thing=place, last=place + 1)
        place += 1
    return _further_nouns(items, bound)


def _further_nouns(items: list[Item], bound: Bound) -> Bound:
    """`soldiers, sailors and marines`, `frigates and corvettes`: nouns of one measure share the number."""
    place = bound.last
    while place + 1 < len(items) and (items[place].is_a(Kind.JOIN) or items[place].kind is Kind.COMMA):
        place += 1
        if items[place].is_a(Kind.JOIN):
            continue
        if not _same_measure(items, bound, place) or is_label(items, place):
            break
        bound = bound._replace(also=(*bound.also, place), last=place + 1)
        place += 1
    return bound


def _same_measure(items: list[Item], bound: Bound, place: int) -> bool:
    first, further = (
        items[at].row(Kind.THING) if at is not None and at < len(items) else None for at in (bound.thing, place)
    )
    return first is not None and further is not None and first.measure == further.measure


def _joins_adjectives(items: list[Item], place: int) -> bool:
    """`Soviet and Mongolian soldiers`, `military and civilian dead`."""
    if place + 1 >= len(items):
        return False
    both = {items[place - 1].kind, items[place + 1].kind}
    return both <= {Kind.ACTOR, Kind.POPULATION} or (
        items[place - 1].is_a(Kind.THING) and items[place + 1].is_a(Kind.POPULATION)
    )


def _verb(items: list[Item], bound: Bound) -> int | None:
    """The loss said of the noun: right after it, or after `were`, across a phrase with `of` or `who`."""
    unnamed = bound.thing is bound.population is None and not bound.total
    first = bound.at + 1 if unnamed else bound.last
    across = aux = unknown = False
    for place in range(first, min(first + REACH + 2, len(items))):
        item = items[place]
        if item.is_a(Kind.LOSS):
            refused = is_label(items, place) or (across and not aux) or (unknown and _is_unsure(item))
            refused = refused or (not aux and _does_it(items, place))
            return None if refused else place
        if item.is_a(Kind.AUX):
            aux = True
        elif item.kind is Kind.DASH or item.is_a(Kind.ADVERB, Kind.POPULATION, Kind.MORE):
            continue
        elif item.is_a(Kind.ACTOR, Kind.OTHER_NUMBER) or item.kind is Kind.DETERMINER or item.word in _GROUP_LEADS:
            across = across or (bound.thing is not None and (item.word in _GROUP_LEADS or item.kind is Kind.ACTOR))
        elif item.kind in (Kind.WORD, Kind.THING, Kind.RANK, Kind.FORCE):
            if bound.thing is not None and not across:
                return None
            unknown = unknown or bound.thing is None
        else:
            return None
    return None


def _does_it(items: list[Item], place: int) -> bool:
    """Is the verb what the counted ones did: `eight cruisers destroyed the squadron`?"""
    row = items[place].row(Kind.LOSS)
    following = items[place + 1] if place + 1 < len(items) else None
    done = row is not None and bool(row.bearing)
    return done and following is not None and following.kind is Kind.DETERMINER and following.word in _OBJECT_LEADS


def _is_unsure(item: Item) -> bool:
    """Captured, lost: `30 villages were captured` counts no prisoners."""
    row = item.row(Kind.LOSS)
    return row is not None and row.people in _UNSURE and bool(row.bearing)


def _with_losses(items: list[Item], bound: Bound, first: int) -> Bound:
    """All the losses of a mix: `dead, wounded, missing, captured`, `killed or died of wounds`; then `captured guns`."""
    losses, last = chain_forward(items, first)
    bound = bound._replace(losses=losses, last=max(last, bound.last))
    if last < len(items) and bound.thing is None and items[last].is_a(Kind.THING) and not is_label(items, last):
        return bound._replace(thing=last, last=last + 1)
    if last < len(items) and items[last].is_a(Kind.POPULATION):
        return bound._replace(population=last, last=last + 1)
    return bound


def chain_forward(items: list[Item], first: int) -> tuple[tuple[int, ...], int]:
    """The places of a loss and those joined to it, and where the mix ends; a loss with its own number is not in it."""
    losses, last, place = [first], first + 1, first + 1
    while place < len(items):
        if items[place].kind is Kind.COMMA or items[place].is_a(Kind.JOIN):
            place += 1
            continue
        if not items[place].is_a(Kind.LOSS) or (place == last and not _goes_on(items, place)):
            if place > last and items[place].kind in (Kind.ADVERB, Kind.AUX):
                place += 1
                continue
            break
        if is_label(items, place) or _governs(items, place):
            break
        losses.append(place)
        last = place = place + 1
    return tuple(losses), last


def _goes_on(items: list[Item], place: int) -> bool:
    """Is a loss without a comma before it one of a list (`killed wounded and missing`)?"""
    following = items[place + 1 : place + 3]
    return len(following) == 2 and following[0].is_a(Kind.JOIN, Kind.COMMA) and following[1].is_a(Kind.LOSS)


def _governs(items: list[Item], place: int) -> bool:
    """Is this loss the verb of a number of its own (`100 killed, captured 30 guns`)?"""
    if place + 1 >= len(items) or not items[place + 1].is_a(Kind.NUMBER, Kind.ARTICLE) or items[place - 1].word == "or":
        return False
    return place + 2 >= len(items) or not items[place + 2].is_a(Kind.LOSS)


def _rate(items: list[Item], bound: Bound) -> Bound:
    if bound.last < len(items) and items[bound.last].is_a(Kind.RATE):
        return bound._replace(per=bound.last, last=bound.last + 1)
    return bound
