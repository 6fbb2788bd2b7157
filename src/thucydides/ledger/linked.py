"""What did linking find out about the claims: on which events are they, from which sources, and why?"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, bindparam, func, select

from thucydides.ledger.derived import derived
from thucydides.ledger.packing import unpacked, unpacked_part
from thucydides.ledger.schema import CLAIM, READING
from thucydides.ledger.standing import AT_ONCE, Standing
from thucydides.ledger.store import Store
from thucydides.vocabulary import Claim, Event, Link, LinkedClaim, Source

Noun = TypeVar("Noun")


class Linked:
    """The linked claims that stand, their links and sources. Every method raises LedgerProblem where the file fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def claims(self, *, event: str = "", document: str = "", attribute: str = "") -> Iterator[LinkedClaim]:
        """The linked claims on an event, of a document, of an attribute; in the order of document id and text."""
        with self._store.asking() as standing:
            yield from _claims(standing, events=(event,) if event else (), document=document, attribute=attribute)

    def claims_inside(self, event: str) -> tuple[LinkedClaim, ...]:
        """The linked claims on the events within an event, and on those within them."""
        with self._store.asking() as standing:
            inside = _events_inside(standing, event)
            parts = (inside[place : place + AT_ONCE] for place in range(0, len(inside), AT_ONCE))
            return tuple(linked for part in parts for linked in _claims(standing, events=part))

    def claim(self, identity: str) -> LinkedClaim | None:
        """The claim of an id with what its links say; None where no such claim stands."""
        return next(iter(self.some((identity,)).values()), None)

    def some(self, claims: Collection[str]) -> dict[str, LinkedClaim]:
        """The claims of some ids that stand, with what their links say, by id."""
        with self._store.asking() as standing:
            return {linked.claim.id: linked for linked in _claims(standing, claims=claims)} if claims else {}

    def counted_in(self, documents: Collection[str]) -> dict[str, int]:
        """How many linked claims each of some documents has."""
        with self._store.asking() as standing:
            linked = standing.tables.linked
            return _counted(standing, select(linked.c.document, func.count()).where(linked.c.document.in_(documents)))

    def counted(self) -> dict[str, int]:
        """How many linked claims each document has."""
        with self._store.asking() as standing:
            return _counted(standing, select(standing.tables.linked.c.document, func.count()))

    def links(self) -> tuple[Link, ...]:
        """The links, by claim."""
        with self._store.asking() as standing:
            return standing.part(Link, standing.tables.link)

    def links_of(self, claim: str) -> tuple[Link, ...]:
        """The links of one claim, with their reasons."""
        with self._store.asking() as standing:
            links = standing.tables.link
            return standing.nouns(Link, select(links.c.packed).where(links.c.subject == claim).order_by(links.c.place))

    def sources(self) -> tuple[Source, ...]:
        """The works, by id."""
        with self._store.asking() as standing:
            return standing.part(Source, standing.tables.source)


def _claims(
    standing: Standing,
    *,
    events: Collection[str] = (),
    document: str = "",
    attribute: str = "",
    claims: Collection[str] = (),
) -> Iterator[LinkedClaim]:
    """The linked claims on events, of a document, an attribute, some ids; in the order of document and text."""
    asked = {"event": events, "document": document, "attribute": attribute, "claim": claims}
    given = {name: value for name, value in asked.items() if value}
    wanted = _linked(standing.tables.number, frozenset(given))
    known = _Known(standing.connection, standing.tables.event, standing.tables.source)
    rows = standing.connection.execution_options(yield_per=AT_ONCE).execute(wanted, given)
    for part in rows.partitions(AT_ONCE):
        known.meet(part)
        for row in part:
            yield unpacked_part(
                LinkedClaim,
                row.packed,
                claim=unpacked(Claim, row.said),
                event=known.events[row.event],
                source=known.sources[row.source],
                document_name=known.names.get(row.document, row.document[:12]),
            )


def _events_inside(standing: Standing, identity: str) -> tuple[str, ...]:
    """The ids of the events in an event, and of those in them."""
    found: dict[str, None] = {}
    left = [identity]
    wanted = _children(standing.tables.number)
    while left:
        below = standing.connection.scalars(wanted, {"above": left[:AT_ONCE]})
        left = left[AT_ONCE:] + [child for child in below if child not in found and child != identity]
        found |= dict.fromkeys(left)
    return tuple(found)


def _counted(standing: Standing, counted: Select[Any]) -> dict[str, int]:
    rows = standing.connection.execute(counted.group_by(standing.tables.linked.c.document))
    return {row[0]: row[1] for row in rows}


@lru_cache(64)
def _linked(number: int, asked: frozenset[str]) -> Select[Any]:
    """Linked claims by what is asked, each with the claim itself."""
    linked, later = derived(number).linked, READING.alias("later")
    superseded = select(later.c.number).where(later.c.document == CLAIM.c.document, later.c.number > CLAIM.c.reading)
    wanted = (
        select(CLAIM.c.packed.label("said"), linked.c.event, linked.c.document, linked.c.source, linked.c.packed)
        .join(linked, linked.c.claim == CLAIM.c.id)
        .where(~superseded.exists())
    )
    # Where events are asked for, the store must not begin with all claims of an attribute.
    attribute = CLAIM.c.attribute.concat("") if "event" in asked else CLAIM.c.attribute
    conditions = {
        "event": linked.c.event.in_(bindparam("event", expanding=True)),
        "document": CLAIM.c.document == bindparam("document"),
        "attribute": attribute == bindparam("attribute"),
        "claim": linked.c.claim.in_(bindparam("claim", expanding=True)),
    }
    order = (CLAIM.c.document, CLAIM.c.start, CLAIM.c.end, CLAIM.c.attribute, CLAIM.c.id, CLAIM.c.place)
    return wanted.where(*(conditions[name] for name in sorted(asked))).order_by(*order)


@lru_cache(64)
def _children(number: int) -> Select[Any]:
    events = derived(number).event
    return select(events.c.id).where(events.c.part_of.in_(bindparam("above", expanding=True))).order_by(events.c.id)


class _Known:
    """Events, sources and names of documents that were looked up already."""

    def __init__(self, connection: Connection, events: Table, sources: Table) -> None:
        self._connection = connection
        self._tables = {Event: events, Source: sources}
        self.events: dict[str, Event] = {}
        self.sources: dict[str, Source] = {}
        self.names: dict[str, str] = {}

    def meet(self, rows: Sequence[Row[Any]]) -> None:
        """Look up what these rows name, as far as it is not known."""
        self.events |= self._nouns(Event, {row.event for row in rows} - self.events.keys())
        self.sources |= self._nouns(Source, {row.source for row in rows} - self.sources.keys())
        unnamed = {row.document for row in rows} - self.names.keys()
        if unnamed:
            named = select(READING.c.document, READING.c.name).where(READING.c.document.in_(sorted(unnamed)))
            self.names |= {row.document: row.name for row in self._connection.execute(named.order_by(READING.c.number))}

    def _nouns(self, kind: type[Noun], ids: Collection[str]) -> dict[str, Noun]:
        if not ids:
            return {}
        table = self._tables[kind]
        rows = self._connection.execute(select(table.c.id, table.c.packed).where(table.c.id.in_(sorted(ids))))
        return {row.id: unpacked(kind, row.packed) for row in rows}
