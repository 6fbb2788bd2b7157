"""How is a part of what was understood asked for?

Each question reads only the rows that it is about, so that a large ledger answers as fast as a small one.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, bindparam, func, or_, select, text

from thucydides.ledger.derived import derived, standing_set
from thucydides.ledger.packing import unpacked, unpacked_part
from thucydides.ledger.schema import CLAIM, READING
from thucydides.ledger.understood import writable
from thucydides.vocabulary import Claim, Event, EventEntry, Finding, Link, LinkedClaim, Source, folded

Noun = TypeVar("Noun")

SHORTEST_RUN = 3
"""Characters that the search by runs needs; shorter words are looked for by their beginning."""
LAST = "\U0010ffff"
"""A character beyond which no name goes: the end of a range of names with one beginning."""
AT_ONCE = 500
"""So many rows are looked up by one question."""
_EVENT = "event:"


class Questions:
    """What can be asked of the understanding that stands, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._in = standing_set(connection)

    def every(self, name: str, kind: type[Noun]) -> tuple[Noun, ...]:
        """All nouns of one table, in their order."""
        table: Table = getattr(self._in, name)
        return self._nouns(kind, select(table.c.packed).order_by(table.c.place))

    def event(self, identity: str) -> Event | None:
        """The event of an id."""
        events = self._in.event
        return self._one(Event, select(events.c.packed).where(events.c.id == identity)) if identity.isascii() else None

    def entry(self, identity: str) -> EventEntry | None:
        """The entry of the event with this id."""
        return self._one(EventEntry, select(self._in.entry.c.packed).where(self._in.entry.c.event == identity))

    def entries(self, *, first: int, most: int) -> tuple[EventEntry, ...]:
        """So many entries of the index from the given place on; all where `most` is below 0."""
        entries = self._in.entry
        return self._nouns(EventEntry, select(entries.c.packed).order_by(entries.c.place).offset(first).limit(most))

    def entries_within(self, identity: str) -> tuple[EventEntry, ...]:
        """The entries of the events directly within another, in the order of the index."""
        events, entries = self._in.event, self._in.entry
        wanted = select(entries.c.packed).join(events, events.c.id == entries.c.event)
        return self._nouns(EventEntry, wanted.where(events.c.part_of == identity).order_by(entries.c.place))

    def events_beginning(self, beginning: str) -> tuple[Event, ...]:
        """The events whose id, with or without the word before its colon, begins so."""
        if not beginning.isascii():
            return ()
        events = self._in.event
        begins = or_(*(events.c.id.between(said, said + LAST) for said in (beginning, _EVENT + beginning)))
        return self._nouns(Event, select(events.c.packed).where(begins).order_by(events.c.id))

    def events_called(self, name: str, *, aliases: bool) -> tuple[Event, ...]:
        """The events that have this label (or, with `aliases`, this alias), however it is written."""
        events, called = self._in.event, self._in.called
        meant = select(called.c.event).where(called.c.folded == folded(name), called.c.sort == int(aliases))
        return self._nouns(Event, select(events.c.packed).where(events.c.id.in_(meant)).order_by(events.c.id))

    def entries_found(self, words: str, *, most: int) -> tuple[EventEntry, ...]:
        """The entries of events in whose names the words stand, those named exactly so first; at most so many."""
        said = folded(writable(words))
        called, entries = self._in.called, self._in.entry
        exact = select(called.c.event).where(called.c.folded == said).distinct().limit(most)
        found = dict.fromkeys(self.connection.scalars(exact))
        found |= dict.fromkeys(self._with_part(said, most))
        wanted = list(found)[:most]
        rows = self.connection.execute(select(entries.c.event, entries.c.packed).where(entries.c.event.in_(wanted)))
        held = {row.event: unpacked(EventEntry, row.packed) for row in rows}
        return tuple(held[event] for event in wanted if event in held)

    def linked_claims(
        self, *, events: Collection[str] = (), document: str = "", attribute: str = "", claim: str = ""
    ) -> Iterator[LinkedClaim]:
        """The linked claims on events, of a document, of an attribute; in the order of document and text."""
        asked = {"event": events, "document": document, "attribute": attribute, "claim": claim}
        given = {name: value for name, value in asked.items() if value}
        wanted = _linked(self._in.number, frozenset(given))
        known = _Known(self.connection, self._in.event, self._in.source)
        rows = self.connection.execution_options(yield_per=AT_ONCE).execute(wanted, given)
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

    def events_inside(self, identity: str) -> tuple[str, ...]:
        """The ids of the events in an event, and of those in them."""
        found: dict[str, None] = {}
        left = [identity]
        while left:
            wanted = _children(self._in.number)
            below = self.connection.scalars(wanted, {"above": left[:AT_ONCE]})
            left = left[AT_ONCE:] + [child for child in below if child not in found and child != identity]
            found |= dict.fromkeys(left)
        return tuple(found)

    def findings_on(self, event: str) -> tuple[Finding, ...]:
        """The findings that name the event or one of its claims."""
        return self._findings((self._in.finding.c.event == event) | self._about(self._in.linked.c.event == event))

    def findings_in(self, document: str) -> tuple[Finding, ...]:
        """The findings that are about a claim of the document."""
        return self._findings(self._about(self._in.linked.c.document == document))

    def links_of(self, claim: str) -> tuple[Link, ...]:
        """The links of one claim, with their reasons."""
        links = self._in.link
        return self._nouns(Link, select(links.c.packed).where(links.c.subject == claim).order_by(links.c.place))

    def claims_in(self, documents: Collection[str]) -> dict[str, int]:
        """How many linked claims each of some documents has."""
        linked = self._in.linked
        counted = select(linked.c.document, func.count()).where(linked.c.document.in_(documents))
        return {row[0]: row[1] for row in self.connection.execute(counted.group_by(linked.c.document))}

    def claims_by_document(self) -> dict[str, int]:
        """How many linked claims each document has."""
        linked = self._in.linked
        rows = self.connection.execute(select(linked.c.document, func.count()).group_by(linked.c.document))
        return {row[0]: row[1] for row in rows}

    def _with_part(self, said: str, most: int) -> Iterator[str]:
        if len(said) >= SHORTEST_RUN:
            asked = text(f"SELECT DISTINCT event FROM {self._in.searched} WHERE words MATCH :words LIMIT :most")
            yield from self.connection.scalars(asked, {"words": phrases(said), "most": most})
        else:
            called = self._in.called
            begins = called.c.folded.between(said, said + LAST)
            yield from self.connection.scalars(select(called.c.event).where(begins).distinct().limit(most))

    def _about(self, condition: Any) -> Any:
        concerns, linked = self._in.concerns, self._in.linked
        about = select(concerns.c.finding).join(linked, linked.c.claim == concerns.c.claim).where(condition)
        return self._in.finding.c.place.in_(about)

    def _findings(self, condition: Any) -> tuple[Finding, ...]:
        findings = self._in.finding
        return self._nouns(Finding, select(findings.c.packed).where(condition).order_by(findings.c.place))

    def _nouns(self, kind: type[Noun], wanted: Select[Any]) -> tuple[Noun, ...]:
        return tuple(unpacked(kind, row) for row in self.connection.scalars(wanted))

    def _one(self, kind: type[Noun], wanted: Select[Any]) -> Noun | None:
        row = self.connection.scalar(wanted)
        return None if row is None else unpacked(kind, row)


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
        "claim": linked.c.claim == bindparam("claim"),
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


def phrases(said: str) -> str:
    """Every word of the question that is long enough, as a phrase of its own; else all of it as one."""
    long = [word for word in said.split() if len(word) >= SHORTEST_RUN]
    return " ".join('"{}"'.format(phrase.replace('"', '""')) for phrase in long or [said])
