"""How is what was understood of all claims together written down?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Any

from sqlalchemy import text

from thucydides.ledger.derived import derived
from thucydides.ledger.packing import packed, packed_part
from thucydides.vocabulary import Day, Event, EventEntry, Finding, Link, LinkedClaim, Question, Source, Traits, folded

Row = dict[str, Any]

BATCH = 5_000
"""Rows that are written at once: nobody who decides meanwhile waits for more."""
KEPT_APART = ("claim", "event", "source", "document_name")
"""What of a linked claim stands in tables of its own."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Events with their entries in the order of the index, links, sources, linked claims and findings.

    `generation`: the state of the ledger from which all was made. `traits`: by what the events are sifted.
    `questions`: what a person is asked, the weightiest first.
    """

    events: tuple[Event, ...]
    entries: tuple[EventEntry, ...]
    links: tuple[Link, ...]
    sources: tuple[Source, ...]
    claims: tuple[LinkedClaim, ...]
    findings: tuple[Finding, ...]
    generation: int
    traits: tuple[Traits, ...] = ()
    questions: tuple[Question, ...] = ()


def batches(known: Understood, number: int) -> Iterator[tuple[Any, list[Row]]]:
    """The rows of a set, in batches, each with what it is to be inserted by."""
    into = derived(number)
    events = sorted(known.events, key=attrgetter("id"))
    links = sorted(known.links, key=attrgetter("subject", "role", "place", "object"))
    sources = sorted(known.sources, key=attrgetter("id"))
    named = [name for event in events for name in _names(event)]
    search = text(f"INSERT INTO {into.searched} (event, words) VALUES (:event, :words)")
    rows: tuple[tuple[Any, Iterable[Row]], ...] = (
        (into.event.insert(), _placed(events, lambda event: {"id": event.id, "part_of": event.part_of})),
        (into.entry.insert(), _placed(known.entries, lambda entry: {"event": entry.event.id})),
        (into.link.insert(), _placed(links, lambda link: {"subject": link.subject})),
        (into.source.insert(), _placed(sources, lambda source: {"id": source.id})),
        (into.finding.insert(), _placed(known.findings, lambda finding: {"event": finding.event})),
        (into.called.insert(), named),
        (search, ({"event": name["event"], "words": writable(name["folded"])} for name in named)),
        (into.linked.insert(), (_linked_row(linked) for linked in _once(known.claims))),
        (into.concerns.insert(), _concerns(known.findings)),
        (into.question.insert(), question_rows(known.questions)),
        (into.sifted.insert(), _sifted(known)),
        (into.trait.insert(), _traits(known)),
    )
    for statement, held in rows:
        left = iter(held)
        while batch := list(islice(left, BATCH)):
            yield statement, batch


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
        "packed": packed_part(linked, leaving=KEPT_APART),
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


def _sifted(known: Understood) -> Iterator[Row]:
    days = {each.event: each for each in known.traits}
    for place, entry in enumerate(known.entries):
        held = days.get(entry.event.id, Traits(entry.event.id))
        yield {
            "place": place,
            "event": entry.event.id,
            "first": held.first,
            "last": held.last,
            "year": None if held.first is None else Day.at(held.first).year,
            "located": int(entry.event.place is not None),
        }


def _traits(known: Understood) -> Iterator[Row]:
    places = {entry.event.id: place for place, entry in enumerate(known.entries)}
    for held in known.traits:
        for name, value in dict.fromkeys(held.values):
            yield {"name": name, "value": value, "place": places[held.event]}


def question_rows(questions: Iterable[Question]) -> Iterator[Row]:
    """Questions as rows, in their order."""
    return _placed(questions, lambda question: {"claim": question.claim})


def _placed(nouns: Iterable[Any], keys: Any) -> Iterator[Row]:
    return ({"place": place, "packed": packed(noun), **keys(noun)} for place, noun in enumerate(nouns))


def writable(words: str) -> str:
    """Without halves of characters, for which the store's text has no place."""
    return words.encode("utf-8", "ignore").decode()
