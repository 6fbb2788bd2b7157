"""Which words beside a number say what it counts?"""

from thucydides.extracting.figures.bound import WITHIN, Bound
from thucydides.extracting.figures.labels import label_before, labels_lead
from thucydides.extracting.figures.lexicon import Kind
from thucydides.extracting.figures.nouns import said_after
from thucydides.extracting.figures.sequence import Item
from thucydides.vocabulary import Count

_OF = frozenset(("of", "out", "some", "about", "original", "total"))
_SHARES = frozenset(
    ("most", "some", "part", "many", "few", "much", "majority", "bulk", "remainder", "rest", "%", "percent", "third")
)


def bind(items: list[Item], at: int, count: Count) -> Bound:
    """The number at this place with what its neighbours say: the noun phrase after it, then the words before it."""
    bound = Bound(at, count, at, at + 1)
    if labels_lead(items, at):
        return label_before(items, bound._replace(labelled=True))
    after = _without_share(items, said_after(items, bound))
    return after if after.losses or after.incident is not None else label_before(items, after)


def _without_share(items: list[Item], bound: Bound) -> Bound:
    """In `12 of its 40 tanks were destroyed` and `most of its 300 men fell` the greater number is no loss."""
    return (
        bound._replace(losses=(), last=max(bound.at + 1, (bound.thing or 0) + 1))
        if is_whole(items, bound.at)
        else bound
    )


def is_whole(items: list[Item], at: int) -> bool:
    """Does `of its` and a share stand before this number?"""
    place, of = at - 1, False
    while place > max(-1, at - WITHIN) and (items[place].word in _OF or items[place].is_a(Kind.DETERMINER, Kind.MORE)):
        of = of or items[place].word.split()[0] == "of"
        place -= 1
    return of and place >= 0 and (items[place].number is not None or items[place].word in _SHARES)
