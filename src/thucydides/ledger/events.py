"""Which events are there, and which has this id or name?"""

from collections.abc import Iterator

from sqlalchemy import or_, select

from thucydides.ledger.searching import LAST
from thucydides.ledger.standing import AT_ONCE
from thucydides.ledger.store import Store
from thucydides.vocabulary import Event, folded

_EVENT = "event:"


class Events:
    """The events of the understanding that stands. Every method raises LedgerProblem where the file cannot serve."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Event, ...]:
        """All of them, by id."""
        with self._store.asking() as standing:
            return standing.part(Event, standing.tables.event)

    def in_turn(self) -> Iterator[Event]:
        """The same, so many at a time."""
        first = 0
        while events := self._from(first):
            yield from events
            first += len(events)

    def _from(self, first: int) -> tuple[Event, ...]:
        with self._store.asking() as standing:
            return standing.part(Event, standing.tables.event, first=first, most=AT_ONCE)

    def one(self, identity: str) -> Event | None:
        """The event of an id."""
        if not identity.isascii():
            return None
        with self._store.asking() as standing:
            events = standing.tables.event
            return standing.one(Event, select(events.c.packed).where(events.c.id == identity))

    def beginning(self, beginning: str) -> tuple[Event, ...]:
        """The events whose id, with or without the word before its colon, begins so."""
        if not beginning.isascii():
            return ()
        with self._store.asking() as standing:
            events = standing.tables.event
            begins = or_(*(events.c.id.between(said, said + LAST) for said in (beginning, _EVENT + beginning)))
            return standing.nouns(Event, select(events.c.packed).where(begins).order_by(events.c.id))

    def called(self, name: str, *, aliases: bool) -> tuple[Event, ...]:
        """The events that have this label or, with `aliases`, this alias, however it is written."""
        with self._store.asking() as standing:
            events, called = standing.tables.event, standing.tables.called
            meant = select(called.c.event).where(called.c.folded == folded(name), called.c.sort == int(aliases))
            return standing.nouns(Event, select(events.c.packed).where(events.c.id.in_(meant)).order_by(events.c.id))
