"""What is bound to a number so far?"""

from typing import NamedTuple

from thucydides.extracting.figures.lexicon import Kind, Row
from thucydides.extracting.figures.sequence import Item
from thucydides.vocabulary import Count

WITHIN = 4  # unknown words between a number and its noun: two brand new heavy tanks
REACH = 6  # items between a noun and its verb: 12 tanks of the sixth brigade were destroyed


class Bound(NamedTuple):
    """A count, the `amount`, and the items that say what it counts, as places in the sequence; `verb`: the loss stands
    before it; `also`: further nouns that share the number."""

    at: int
    amount: Count
    first: int
    last: int
    thing: int | None = None
    also: tuple[int, ...] = ()
    losses: tuple[int, ...] = ()
    population: int | None = None
    incident: int | None = None
    force: int | None = None
    total: bool = False
    labelled: bool = False
    verb: bool = False
    per: int | None = None

    @property
    def says_nothing(self) -> bool:
        """Do no words say what is counted?"""
        return self.thing is self.population is self.incident is self.force is None and not self.losses


def is_label(items: list[Item], place: int) -> bool:
    """A word with a colon after it belongs to the next number; a colon at the very end leads to none."""
    return place + 2 < len(items) and items[place + 1].kind is Kind.COLON


def loss_rows(items: list[Item], bound: Bound) -> tuple[Row, ...]:
    """The rows of the losses that are bound."""
    return tuple(row for place in bound.losses if (row := items[place].row(Kind.LOSS)))
