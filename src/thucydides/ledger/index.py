"""Which entries has the index of events: all, those within one, those with words in their names, those wished for?"""

from collections.abc import Iterator, Mapping

from sqlalchemy import delete, select, text

from thucydides.ledger.derived import derived, note, number_of, number_of_set
from thucydides.ledger.packing import unpacked
from thucydides.ledger.readings import insert_all
from thucydides.ledger.searching import LAST, SHORTEST_RUN, phrases
from thucydides.ledger.sifting import STATUS, STATUSES_NOTED, SharedInMemory, Sieve, status_rows
from thucydides.ledger.standing import Standing
from thucydides.ledger.store import Store
from thucydides.ledger.understood import writable
from thucydides.vocabulary import EventEntry, Sifted, Wish, folded


class Index:
    """The index of the events that stand. Every method raises LedgerProblem where the file cannot serve."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shared = SharedInMemory()

    def entries(self, *, first: int = 0, most: int = -1) -> tuple[EventEntry, ...]:
        """So many entries from the given place on; all where `most` is below 0."""
        with self._store.asking() as standing:
            return standing.part(EventEntry, standing.tables.entry, first=first, most=most)

    def within(self, event: str) -> tuple[EventEntry, ...]:
        """The entries of the events directly within another, in the order of the index."""
        with self._store.asking() as standing:
            events, entries = standing.tables.event, standing.tables.entry
            wanted = select(entries.c.packed).join(events, events.c.id == entries.c.event)
            return standing.nouns(EventEntry, wanted.where(events.c.part_of == event).order_by(entries.c.place))

    def found(self, words: str, *, most: int) -> tuple[EventEntry, ...]:
        """The entries of events in whose names the words stand, those named exactly so first; at most so many."""
        said = folded(writable(words))
        with self._store.asking() as standing:
            called, entries = standing.tables.called, standing.tables.entry
            exact = select(called.c.event).where(called.c.folded == said).distinct().limit(most)
            found = dict.fromkeys(standing.connection.scalars(exact))
            found |= dict.fromkeys(_with_part(standing, said, most))
            wanted = list(found)[:most]
            named = select(entries.c.event, entries.c.packed).where(entries.c.event.in_(wanted))
            held = {row.event: unpacked(EventEntry, row.packed) for row in standing.connection.execute(named)}
            return tuple(held[event] for event in wanted if event in held)

    def sifted(self, wish: Wish, *, first: int = 0, most: int = -1) -> Sifted:
        """What a wish leaves of the index, and so many of its entries from the given place on."""
        with self._store.reading() as connection:
            return self._shared.sifted(Sieve(connection, wish), first=first, most=most)

    def entries_sifted(self, wish: Wish) -> tuple[EventEntry, ...]:
        """All entries that a wish leaves, and nothing else."""
        with self._store.reading() as connection:
            return Sieve(connection, wish).entries(first=0, most=-1)

    def note_statuses(self, statuses: Mapping[str, tuple[str, ...]], *, of: int) -> None:
        """Let the events be sifted by how their estimates stand, if `of` is the set that still stands."""
        with self._store.asking() as standing:
            sifted = standing.tables.sifted
            rows = status_rows(statuses, standing.places(sifted, sifted.c.event, statuses))
        with self._store.writing() as connection:
            if number_of_set(connection) == of:
                into = derived(of).trait
                connection.execute(delete(into).where(into.c.name == STATUS))
                insert_all(connection, into, rows)
                note(connection, STATUSES_NOTED, number_of(connection, STATUSES_NOTED) + 1)


def _with_part(standing: Standing, said: str, most: int) -> Iterator[str]:
    """The events in whose names the words stand; where they are too short for that, at whose beginning."""
    if len(said) >= SHORTEST_RUN:
        asked = text(f"SELECT DISTINCT event FROM {standing.tables.searched} WHERE words MATCH :words LIMIT :most")
        yield from standing.connection.scalars(asked, {"words": phrases(said), "most": most})
    else:
        called = standing.tables.called
        begins = called.c.folded.between(said, said + LAST)
        yield from standing.connection.scalars(select(called.c.event).where(begins).distinct().limit(most))
