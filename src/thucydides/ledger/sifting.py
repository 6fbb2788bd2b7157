"""Which events are left when one looks for words, a time and traits, and what do they have in common?

The wished-for events are gathered once; what they share is then counted over them alone.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select, text

from thucydides.ledger.derived import Derived, number_of, standing_set
from thucydides.ledger.packing import unpacked
from thucydides.ledger.searching import LAST, SHORTEST_RUN, phrases
from thucydides.ledger.understood import writable
from thucydides.vocabulary import TRAITS, Day, EventEntry, Sifted, Spot, Wish, folded

STATUS = "status"
STATUSES_NOTED = "statuses noted"
"""The number of the ledger that moves on whenever it is noted how estimates stand."""
KEPT_WISHES = 50
MOST_VALUES = 12
MOST_SPOTS = 1_500
_COMMON = 40
"""Of a trait so many values are looked at, before those that are asked for are put among the commonest."""


Asked = tuple[object, ...]


class SharedInMemory:
    """What was lately found out about the events that a wish leaves; gone with the next understanding."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._held: OrderedDict[Asked, Sifted] = OrderedDict()

    def sifted(self, sieve: "Sieve", *, first: int, most: int) -> Sifted:
        """The whole answer, with so many entries from the given place on; all where `most` is below 0."""
        state = sieve.state
        with self._turn:
            known = self._held.get(state)
        known = known or sieve.shared()
        with self._turn:
            self._held[state] = known
            self._held.move_to_end(state)
            while len(self._held) > KEPT_WISHES:
                self._held.popitem(last=False)
        return replace(known, entries=sieve.entries(first=first, most=most))


class Sieve:
    """One wish put to the understanding that stands, within one transaction."""

    def __init__(self, connection: Connection, wish: Wish) -> None:
        self._connection = connection
        self._in: Derived = standing_set(connection)
        self._wish = wish

    @property
    def state(self) -> Asked:
        """What was asked, and of which state of the ledger."""
        wish, traits = self._wish, tuple(sorted(self._wish.traits.items()))
        noted = number_of(self._connection, STATUSES_NOTED)
        return self._in.number, noted, wish.words, wish.since, wish.until, traits

    def shared(self) -> Sifted:
        """What the events that are left share, without their entries."""
        return Sifted(
            total=self._count(self._left()),
            entries=(),
            facets={name: self._values(name) for name in TRAITS},
            years=self._years(),
            spots=self._spots(),
            placed=self._count(self._left().where(self._in.sifted.c.located == 1)),
        )

    def entries(self, *, first: int, most: int) -> tuple[EventEntry, ...]:
        """The entries that are left, in the order of the index, from the given place on; all where `most` < 0."""
        if not self._narrows(but=""):
            rows = select(self._in.sifted.c.place).where(self._in.sifted.c.place >= first)
        else:
            rows = self._left().offset(first)
        rows = rows.order_by(self._in.sifted.c.place).limit(most)
        entries = self._in.entry
        held = select(entries.c.packed).where(entries.c.place.in_(rows)).order_by(entries.c.place)
        return tuple(unpacked(EventEntry, row) for row in self._connection.scalars(held))

    def _left(self, *, but: str = "") -> Select[Any]:
        """The places in the index that are left; the wish about `but` is not asked."""
        sifted, wish = self._in.sifted, self._wish
        wanted = select(sifted.c.place)
        if wish.words.strip():
            wanted = wanted.where(sifted.c.event.in_(self._named(folded(writable(wish.words)))))
        if but != "time" and wish.since is not None:
            wanted = wanted.where(sifted.c.last >= Day(wish.since, 1, 1).ordinal)
        if but != "time" and wish.until is not None:
            wanted = wanted.where(sifted.c.first <= Day(wish.until, 12, 31).ordinal)
        for name, values in wish.traits.items():
            if values and name != but:
                wanted = wanted.where(sifted.c.place.in_(self._having(name, values)))
        return wanted

    def _having(self, name: str, values: tuple[str, ...]) -> Select[Any]:
        trait = self._in.trait
        return select(trait.c.place).where(trait.c.name == name, trait.c.value.in_(values))

    def _named(self, said: str) -> Any:
        """Events with the words in a name. Short words of scripts without spaces may stand anywhere in it."""
        if len(said) >= SHORTEST_RUN:
            found = text(f"SELECT event FROM {self._in.searched} WHERE words MATCH :words").bindparams(
                words=phrases(said)
            )
            return found.columns(self._in.called.c.event)
        called = self._in.called
        if said.isascii():
            return select(called.c.event).where(called.c.folded.between(said, said + LAST))
        return select(called.c.event).where(func.instr(called.c.folded, literal(said, called.c.folded.type)) > 0)

    def _values(self, name: str) -> tuple[tuple[str, int], ...]:
        """The commonest values of a trait, and those that are asked for, among what the other wishes leave."""
        trait, asked = self._in.trait, self._wish.traits.get(name, ())
        counted = select(trait.c.value, func.count().label("events")).where(trait.c.name == name)
        if self._narrows(but=name):
            counted = counted.where(trait.c.place.in_(self._left(but=name)))
        rows = self._connection.execute(
            counted.group_by(trait.c.value).order_by(func.count().desc(), trait.c.value).limit(_COMMON)
        )
        found = {row.value: row.events for row in rows}
        common = dict(list(found.items())[:MOST_VALUES])
        return tuple((common | {value: found.get(value, 0) for value in asked if value not in common}).items())

    def _narrows(self, *, but: str) -> bool:
        wish = self._wish
        timed = but != "time" and (wish.since is not None or wish.until is not None)
        return bool(wish.words.strip()) or timed or any(v for name, v in wish.traits.items() if name != but)

    def _years(self) -> tuple[tuple[int, int], ...]:
        sifted = self._in.sifted
        counted = select(sifted.c.year, func.count()).where(sifted.c.year.is_not(None))
        if self._narrows(but="time"):
            counted = counted.where(sifted.c.place.in_(self._left(but="time")))
        rows = self._connection.execute(counted.group_by(sifted.c.year).order_by(sifted.c.year))
        return tuple((row[0], row[1]) for row in rows)

    def _spots(self) -> tuple[Spot, ...]:
        entries = self._in.entry
        rows = self._left().where(self._in.sifted.c.located == 1).order_by(self._in.sifted.c.place).limit(MOST_SPOTS)
        wanted = select(entries.c.packed).where(entries.c.place.in_(rows)).order_by(entries.c.place)
        events = (unpacked(EventEntry, row).event for row in self._connection.scalars(wanted))
        return tuple(Spot(event.id, event.label, event.place) for event in events if event.place)

    def _count(self, rows: Select[Any]) -> int:
        return self._connection.scalar(select(func.count()).select_from(rows.subquery())) or 0


def status_rows(statuses: Mapping[str, tuple[str, ...]], places: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """The traits by which events are sifted by how their estimates stand. `places`: of the events in the index."""
    for event, values in statuses.items():
        if event in places:
            yield from ({"name": STATUS, "value": value, "place": places[event]} for value in dict.fromkeys(values))
