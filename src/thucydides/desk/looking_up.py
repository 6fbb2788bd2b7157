"""Which event does a person mean by this name?"""

from collections.abc import Iterator

from thucydides.desk.answers import Ambiguous, NotFound
from thucydides.ledger import Ledger
from thucydides.vocabulary import Event, folded

SHORTEST_BEGINNING = 4
"""Fewer characters than this are not taken for the beginning of an id."""


def event_meant(reference: str, ledger: Ledger) -> Event:
    """The event with this id (or the beginning of it), label or alias, in that order. Raises NotFound or Ambiguous."""
    if known := ledger.events.one(reference):
        return known
    wanted = folded(reference)
    for found in _tiers(wanted, ledger):
        if len(found) == 1:
            return found[0]
        if found:
            candidates = tuple(f"{event.id}  {event.label} ({event.kind})" for event in found)
            raise Ambiguous(f"{reference!r} may be {len(found)} events; name one by its id", candidates)
    raise NotFound(f"no event goes by {reference!r}; `thucydides show` lists those there are")


def _tiers(wanted: str, ledger: Ledger) -> Iterator[tuple[Event, ...]]:
    if len(wanted) >= SHORTEST_BEGINNING:
        yield ledger.events.beginning(wanted)
    yield ledger.events.called(wanted, aliases=False)
    yield ledger.events.called(wanted, aliases=True)
