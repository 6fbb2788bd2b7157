"""How is a part of what was understood asked for?

Each question reads only the rows that it is about, so that a large ledger answers as fast as a small one.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, func, select, text

from thucydides.ledger.derived import standing_set
from thucydides.ledger.packing import unpacked, unpacked_part
from thucydides.ledger.schema import CLAIM, READING
from thucydides.ledger.understood import writable
from thucydides.vocabulary import Claim, Event, EventEntry, Finding, Link, LinkedClaim, Source, folded

Noun = TypeVar("Noun")

SHORTEST_RUN = 3
"""Characters that the search by runs needs; shorter words are looked for by their beginning."""
LAST = "\U0010ffff"
"""A character beyond which no name goes: the end of a range of names with one beginning."""


class Questions:
    """What can be asked of the understanding that stands, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
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
        bare = func.substr(events.c.id, func.instr(events.c.id, ":") + 1)
        begins = events.c.id.startswith(beginning, autoescape=True) | bare.startswith(beginning, autoescape=True)
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
        found = dict.fromkeys(self._connection.scalars(exact))
        found |= dict.fromkeys(self._with_part(said, most))
        wanted = list(found)[:most]
        rows = self._connection.execute(select(entries.c.event, entries.c.packed).where(entries.c.event.in_(wanted)))
        held = {row.event: unpacked(EventEntry, row.packed) for row in rows}
        return tuple(held[event] for event in wanted if event in held)

    def linked_claims(
        self, *, event: str = "", document: str = "", attribute: str = "", claim: str = ""
    ) -> Iterator[LinkedClaim]:
        """The linked claims on an event, of a document, of an attribute; in the order of document and text."""
        known = _Known(self._connection, self._in.event, self._in.source)
        asked = self._linked(event=event, document=document, attribute=attribute, claim=claim)
        for row in self._connection.execution_options(yield_per=1000).execute(asked):
            yield unpacked_part(
                LinkedClaim,
                row.packed,
                claim=unpacked(Claim, row.said),
                event=known.event(row.event),
                source=known.source(row.source),
                document_name=known.document_name(row.document),
            )

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

    def claims_in(self, document: str) -> int:
        """How many linked claims a document has."""
        linked = self._in.linked
        counted = select(func.count()).select_from(linked).where(linked.c.document == document)
        return self._connection.scalar(counted) or 0

    def claims_by_document(self) -> dict[str, int]:
        """How many linked claims each document has."""
        linked = self._in.linked
        rows = self._connection.execute(select(linked.c.document, func.count()).group_by(linked.c.document))
        return {row[0]: row[1] for row in rows}

    def _with_part(self, said: str, most: int) -> Iterator[str]:
        if len(said) >= SHORTEST_RUN:
            asked = text(f"SELECT DISTINCT event FROM {self._in.searched} WHERE words MATCH :words LIMIT :most")
            yield from self._connection.scalars(asked, {"words": phrases(said), "most": most})
        else:
            called = self._in.called
            begins = called.c.folded.between(said, said + LAST)
            yield from self._connection.scalars(select(called.c.event).where(begins).distinct().limit(most))

    def _linked(self, **asked: str) -> Select[Any]:
        linked, later = self._in.linked, READING.alias("later")
        superseded = select(later.c.number).where(
            later.c.document == CLAIM.c.document, later.c.number > CLAIM.c.reading
        )
        wanted = (
            select(CLAIM.c.packed.label("said"), linked.c.event, linked.c.document, linked.c.source, linked.c.packed)
            .join(linked, linked.c.claim == CLAIM.c.id)
            .where(~superseded.exists())
        )
        columns = {
            "event": linked.c.event,
            "document": linked.c.document,
            "attribute": CLAIM.c.attribute,
            "claim": linked.c.claim,
        }
        for name, value in asked.items():
            if value:
                wanted = wanted.where(columns[name] == value)
        order = (CLAIM.c.document, CLAIM.c.start, CLAIM.c.end, CLAIM.c.attribute, CLAIM.c.id, CLAIM.c.place)
        return wanted.order_by(*order)

    def _about(self, condition: Any) -> Any:
        concerns, linked = self._in.concerns, self._in.linked
        about = select(concerns.c.finding).join(linked, linked.c.claim == concerns.c.claim).where(condition)
        return self._in.finding.c.place.in_(about)

    def _findings(self, condition: Any) -> tuple[Finding, ...]:
        findings = self._in.finding
        return self._nouns(Finding, select(findings.c.packed).where(condition).order_by(findings.c.place))

    def _nouns(self, kind: type[Noun], wanted: Select[Any]) -> tuple[Noun, ...]:
        return tuple(unpacked(kind, row) for row in self._connection.scalars(wanted))

    def _one(self, kind: type[Noun], wanted: Select[Any]) -> Noun | None:
        row = self._connection.scalar(wanted)
        return None if row is None else unpacked(kind, row)


class _Known:
    """Events, sources and names of documents that were looked up already."""

    def __init__(self, connection: Connection, events: Table, sources: Table) -> None:
        self._connection = connection
        self._tables = {Event: events, Source: sources}
        self._held: dict[tuple[type, str], Any] = {}

    def event(self, identity: str) -> Event:
        return self._noun(Event, identity)

    def source(self, identity: str) -> Source:
        return self._noun(Source, identity)

    def document_name(self, identity: str) -> str:
        if (str, identity) not in self._held:
            named = select(READING.c.name).where(READING.c.document == identity).order_by(READING.c.number.desc())
            self._held[str, identity] = self._connection.scalar(named.limit(1)) or identity[:12]
        name: str = self._held[str, identity]
        return name

    def _noun(self, kind: type[Noun], identity: str) -> Noun:
        if (kind, identity) not in self._held:
            table = self._tables[kind]
            row = self._connection.scalars(select(table.c.packed).where(table.c.id == identity)).one()
            self._held[kind, identity] = unpacked(kind, row)
        noun: Noun = self._held[kind, identity]
        return noun


def phrases(said: str) -> str:
    """Every word of the question that is long enough, as a phrase of its own; else all of it as one."""
    long = [word for word in said.split() if len(word) >= SHORTEST_RUN]
    return " ".join('"{}"'.format(phrase.replace('"', '""')) for phrase in long or [said])
