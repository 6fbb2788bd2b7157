"""What was understood of all claims together, and how is a part of it asked for?

All of it is derived, so it is replaced as a whole; each question reads only the rows that it is about.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, delete, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or_leave

from thucydides.ledger.packing import packed, packed_part, unpacked, unpacked_part
from thucydides.ledger.schema import (
    CALLED,
    CLAIM,
    CONCERNS,
    ENTRY,
    EVENT,
    FINDING,
    LINK,
    LINKED,
    META,
    READING,
    SEARCHED,
    SOURCE,
)
from thucydides.vocabulary import Claim, Event, EventEntry, Finding, Link, LinkedClaim, Source, folded

Noun = TypeVar("Noun")

BATCH = 5_000
SHORTEST_RUN = 3
"""Characters that the search by runs needs; shorter words are looked for by their beginning."""

_KEPT_APART = ("claim", "event", "source", "document_name")
"""What of a linked claim stands in tables of its own."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Events with their entries in the order of the index, links, sources, linked claims and findings.

    `generation`: the state of the ledger from which all was made.
    """

    events: tuple[Event, ...]
    entries: tuple[EventEntry, ...]
    links: tuple[Link, ...]
    sources: tuple[Source, ...]
    claims: tuple[LinkedClaim, ...]
    findings: tuple[Finding, ...]
    generation: int


def replace_understood(connection: Connection, known: Understood) -> None:
    """Put it for all that was there, and note the generation it belongs to."""
    for table in (EVENT, ENTRY, LINK, SOURCE, FINDING, CALLED, LINKED, CONCERNS):
        connection.execute(delete(table))
    connection.execute(text(f"DELETE FROM {SEARCHED}"))
    events = sorted(known.events, key=attrgetter("id"))
    _put(connection, EVENT, events, lambda event: {"id": event.id, "part_of": event.part_of})
    _put(connection, ENTRY, known.entries, lambda entry: {"event": entry.event.id})
    links = sorted(known.links, key=attrgetter("subject", "role", "place", "object"))
    _put(connection, LINK, links, lambda link: {"subject": link.subject})
    _put(connection, SOURCE, sorted(known.sources, key=attrgetter("id")), lambda source: {"id": source.id})
    _put(connection, FINDING, known.findings, lambda finding: {"event": finding.event})
    _insert(connection, CALLED, (name for event in known.events for name in _names(event)))
    _insert(connection, LINKED, (_linked_row(linked) for linked in _once(known.claims)))
    _insert(connection, CONCERNS, _concerns(known.findings))
    connection.execute(text(f"INSERT INTO {SEARCHED} (event, words) SELECT event, CAST(folded AS TEXT) FROM called"))
    noted = insert_or_leave(META).values(key="understood", value=str(known.generation))
    connection.execute(noted.on_conflict_do_update(index_elements=["key"], set_={"value": noted.excluded.value}))


def generation(connection: Connection) -> int:
    """A number that moves on whenever something is kept from which more could be understood."""
    return int(connection.scalar(select(META.c.value).where(META.c.key == "generation")) or 0)


def understood_generation(connection: Connection) -> int:
    """The generation from which the events were made; -1 if none were made."""
    return int(connection.scalar(select(META.c.value).where(META.c.key == "understood")) or -1)


def every(connection: Connection, table: Table, kind: type[Noun]) -> tuple[Noun, ...]:
    """All nouns of one table, in their order."""
    return tuple(unpacked(kind, row) for row in connection.scalars(select(table.c.packed).order_by(table.c.place)))


def event_of(connection: Connection, identity: str) -> Event | None:
    """The event of an id."""
    row = connection.scalar(select(EVENT.c.packed).where(EVENT.c.id == identity)) if identity.isascii() else None
    return None if row is None else unpacked(Event, row)


def events_within(connection: Connection, identity: str) -> tuple[EventEntry, ...]:
    """The entries of the events directly within another, in the order of the index."""
    wanted = select(ENTRY.c.packed).join(EVENT, EVENT.c.id == ENTRY.c.event).where(EVENT.c.part_of == identity)
    return tuple(unpacked(EventEntry, row) for row in connection.scalars(wanted.order_by(ENTRY.c.place)))


def entry_of(connection: Connection, identity: str) -> EventEntry | None:
    """The entry of the event with this id."""
    row = connection.scalar(select(ENTRY.c.packed).where(ENTRY.c.event == identity))
    return None if row is None else unpacked(EventEntry, row)


def events_beginning(connection: Connection, beginning: str) -> tuple[Event, ...]:
    """The events whose id, with or without the word before its colon, begins so."""
    if not beginning.isascii():
        return ()
    wanted = select(EVENT.c.packed).where(
        EVENT.c.id.startswith(beginning, autoescape=True)
        | func.substr(EVENT.c.id, func.instr(EVENT.c.id, ":") + 1).startswith(beginning, autoescape=True)
    )
    return tuple(unpacked(Event, row) for row in connection.scalars(wanted.order_by(EVENT.c.id)))


def events_called(connection: Connection, name: str, *, aliases: bool) -> tuple[Event, ...]:
    """The events that have this label (or, with `aliases`, this alias), however it is written."""
    meant = select(CALLED.c.event).where(CALLED.c.folded == folded(name), CALLED.c.sort == int(aliases))
    rows = connection.scalars(select(EVENT.c.packed).where(EVENT.c.id.in_(meant)).order_by(EVENT.c.id))
    return tuple(unpacked(Event, row) for row in rows)


def entries_found(connection: Connection, words: str, *, most: int) -> tuple[EventEntry, ...]:
    """The entries of events in whose names the words stand, those named exactly so first; at most so many."""
    said = folded(words.encode("utf-8", "ignore").decode())
    exact = connection.scalars(select(CALLED.c.event).where(CALLED.c.folded == said).distinct().limit(most))
    found = dict.fromkeys(exact)
    found.update(dict.fromkeys(connection.scalars(_searching(said, most), {"words": _phrase(said), "most": most})))
    wanted = list(found)[:most]
    rows = connection.execute(select(ENTRY.c.event, ENTRY.c.packed).where(ENTRY.c.event.in_(wanted)))
    entries = {row.event: unpacked(EventEntry, row.packed) for row in rows}
    return tuple(entries[event] for event in wanted if event in entries)


def _searching(said: str, most: int) -> Any:
    if len(said) >= SHORTEST_RUN:
        return text(f"SELECT DISTINCT event FROM {SEARCHED} WHERE words MATCH :words LIMIT :most")
    # The end of the range is a character that no name goes beyond, so that the index serves.
    within = CALLED.c.folded.between(said, said + "\U0010ffff")
    return select(CALLED.c.event).where(within).distinct().limit(most)


def _phrase(said: str) -> str:
    return " ".join('"{}"'.format(word.replace('"', '""')) for word in said.split() if len(word) >= SHORTEST_RUN) or (
        '"{}"'.format(said.replace('"', '""'))
    )


def entries(connection: Connection, *, first: int, most: int) -> tuple[EventEntry, ...]:
    """So many entries of the index from the given place on; `most` below 0 is all."""
    wanted = select(ENTRY.c.packed).order_by(ENTRY.c.place).offset(first).limit(most)
    return tuple(unpacked(EventEntry, row) for row in connection.scalars(wanted))


def linked_claims(
    connection: Connection, *, event: str = "", document: str = "", attribute: str = "", claim: str = ""
) -> Iterator[LinkedClaim]:
    """The linked claims on an event, of a document, of an attribute; in the order of document and text."""
    events: dict[str, Event] = {}
    sources: dict[str, Source] = {}
    names: dict[str, str] = {}
    asked = _linked(event=event, document=document, attribute=attribute, claim=claim)
    for row in connection.execution_options(yield_per=1000).execute(asked):
        if row.event not in events:
            events[row.event] = _one(connection, EVENT, Event, row.event)
        if row.source not in sources:
            sources[row.source] = _one(connection, SOURCE, Source, row.source)
        if row.document not in names:
            names[row.document] = _document_name(connection, row.document)
        yield unpacked_part(
            LinkedClaim,
            row.packed,
            claim=unpacked(Claim, row.said),
            event=events[row.event],
            source=sources[row.source],
            document_name=names[row.document],
        )


def _linked(**asked: str) -> Select[Any]:
    later = READING.alias("later")
    superseded = select(later.c.number).where(later.c.document == CLAIM.c.document, later.c.number > CLAIM.c.reading)
    wanted = (
        select(CLAIM.c.packed.label("said"), LINKED.c.event, LINKED.c.document, LINKED.c.source, LINKED.c.packed)
        .join(LINKED, LINKED.c.claim == CLAIM.c.id)
        .where(~superseded.exists())
    )
    columns = {
        "event": LINKED.c.event, "document": LINKED.c.document, "attribute": CLAIM.c.attribute, "claim": LINKED.c.claim,
    }  # fmt: skip
    for name, value in asked.items():
        if value:
            wanted = wanted.where(columns[name] == value)
    return wanted.order_by(CLAIM.c.document, CLAIM.c.start, CLAIM.c.end, CLAIM.c.attribute, CLAIM.c.id, CLAIM.c.place)


def _one(connection: Connection, table: Table, kind: type[Noun], identity: str) -> Noun:
    return unpacked(kind, connection.scalars(select(table.c.packed).where(table.c.id == identity)).one())


def _document_name(connection: Connection, identity: str) -> str:
    wanted = select(READING.c.name).where(READING.c.document == identity).order_by(READING.c.number.desc()).limit(1)
    return connection.scalar(wanted) or identity[:12]


def findings_on(connection: Connection, event: str) -> tuple[Finding, ...]:
    """The findings that name the event or one of its claims."""
    about = select(CONCERNS.c.finding).join(LINKED, LINKED.c.claim == CONCERNS.c.claim).where(LINKED.c.event == event)
    return _findings(connection, (FINDING.c.event == event) | FINDING.c.place.in_(about))


def findings_in(connection: Connection, document: str) -> tuple[Finding, ...]:
    """The findings that are about a claim of the document."""
    about = (
        select(CONCERNS.c.finding).join(LINKED, LINKED.c.claim == CONCERNS.c.claim).where(LINKED.c.document == document)
    )
    return _findings(connection, FINDING.c.place.in_(about))


def links_of(connection: Connection, claim: str) -> tuple[Link, ...]:
    """The links of one claim, with their reasons."""
    rows = connection.scalars(select(LINK.c.packed).where(LINK.c.subject == claim).order_by(LINK.c.place))
    return tuple(unpacked(Link, row) for row in rows)


def claims_in(connection: Connection, document: str) -> int:
    """How many linked claims a document has."""
    wanted = select(func.count()).select_from(LINKED).where(LINKED.c.document == document)
    return connection.scalar(wanted) or 0


def claims_by_document(connection: Connection) -> dict[str, int]:
    """How many linked claims each document has."""
    rows = connection.execute(select(LINKED.c.document, func.count()).group_by(LINKED.c.document))
    return {row[0]: row[1] for row in rows}


def _findings(connection: Connection, condition: Any) -> tuple[Finding, ...]:
    rows = connection.scalars(select(FINDING.c.packed).where(condition).order_by(FINDING.c.place))
    return tuple(unpacked(Finding, row) for row in rows)


def _names(event: Event) -> Iterator[dict[str, Any]]:
    yield {"event": event.id, "sort": 0, "folded": folded(event.label)}
    for alias in dict.fromkeys(map(folded, event.aliases)):
        yield {"event": event.id, "sort": 1, "folded": alias}


def _linked_row(linked: LinkedClaim) -> dict[str, Any]:
    return {
        "claim": linked.claim.id,
        "event": linked.event.id,
        "document": linked.claim.document,
        "source": linked.source.id,
        "packed": packed_part(linked, leaving=_KEPT_APART),
    }


def _once(claims: Iterable[LinkedClaim]) -> Iterator[LinkedClaim]:
    seen: set[str] = set()
    for linked in claims:
        if (identity := linked.claim.id) not in seen:
            seen.add(identity)
            yield linked


def _concerns(findings: Sequence[Finding]) -> Iterator[dict[str, Any]]:
    for place, finding in enumerate(findings):
        yield from ({"finding": place, "claim": claim} for claim in dict.fromkeys(finding.claims))


def _put(connection: Connection, table: Table, nouns: Sequence[Any], keys: Any) -> None:
    rows = ({"place": place, "packed": packed(noun), **keys(noun)} for place, noun in enumerate(nouns))
    _insert(connection, table, rows)


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        connection.execute(insert(table), batch)
