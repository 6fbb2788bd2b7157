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
from thucydides.vocabulary import Claim, Event, EventEntry, Finding, Link, LinkedClaim, Question, Source, folded

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

    def part(self, name: str, kind: type[Noun], *, first: int, most: int) -> tuple[Noun, ...]:
        """So many nouns of one table from a place on."""
        table: Table = getattr(self._in, name)
        wanted = select(table.c.packed).where(table.c.place >= first)
        return self._nouns(kind, wanted.order_by(table.c.place).limit(most))

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
        self, *, events: Collection[str] = (), document: str = "", attribute: str = "", claims: Collection[str] = ()
    ) -> Iterator[LinkedClaim]:
        """The linked claims on events, of a document, an attribute, some ids; in the order of document and text."""
        asked = {"event": events, "document": document, "attribute": attribute, "claim": claims}
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

    def questions(self, *, first: int, most: int) -> tuple[tuple[int, Question], ...]:
        """What a person is asked, from a place on; all where `most` is below 0."""
        asked = self._in.question
        wanted = select(asked.c.place, asked.c.packed).where(asked.c.place >= first).order_by(asked.c.place)
        return tuple((row.place, unpacked(Question, row.packed)) for row in self.connection.execute(wanted.limit(most)))

    def questions_at(self, places: Collection[int]) -> tuple[Question, ...]:
        """The questions at some places, in their order."""
        asked = self._in.question
        return self._nouns(Question, select(asked.c.packed).where(asked.c.place.in_(places)).order_by(asked.c.place))

    def questions_held(self) -> int:
        """How many questions there are; their places have no gaps."""
        return self._held(self._in.question)

    def question_about(self, claim: str) -> Question | None:
        """The question about a claim."""
        asked = self._in.question
        return self._one(Question, select(asked.c.packed).where(asked.c.claim == claim))

    def places_of(self, claims: Collection[str]) -> dict[str, int]:
        """At which places the questions about some claims stand."""
        return self._places(self._in.question, self._in.question.c.claim, claims)

    def places_of_events(self, events: Collection[str]) -> dict[str, int]:
        """At which places of the index some events stand."""
        return self._places(self._in.sifted, self._in.sifted.c.event, events)

    def _places(self, table: Table, named: Any, names: Collection[str]) -> dict[str, int]:
        held, found = sorted(names), dict[str, int]()
        for first in range(0, len(held), AT_ONCE):
            wanted = select(named, table.c.place).where(named.in_(held[first : first + AT_ONCE]))
            found |= {row[0]: row[1] for row in self.connection.execute(wanted)}
        return found

    def findings_held(self) -> int:
        """How many findings there are about what does not fit."""
        return self._held(self._in.finding)

    def _held(self, table: Table) -> int:
        last = self.connection.scalar(select(func.max(table.c.place)))
        return 0 if last is None else last + 1

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


def phrases(said: str) -> str:
    """Every word of the question that is long enough, as a phrase of its own; else all of it as one."""
    long = [word for word in said.split() if len(word) >= SHORTEST_RUN]
    return " ".join('"{}"'.format(phrase.replace('"', '""')) for phrase in long or [said])
