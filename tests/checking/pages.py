"""How does a test write a page and say what is heard in it?"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from thucydides.vocabulary import (
    EVERYONE,
    NOT_COUNTED,
    THE_EVENT,
    Actor,
    Attribution,
    Claim,
    Code,
    Count,
    Counted,
    Day,
    Duration,
    Event,
    EventKind,
    EventMention,
    HistoricalDate,
    Inference,
    LinkedClaim,
    Magnitude,
    Party,
    Said,
    Source,
    Stance,
    Target,
    Text,
    Value,
    sha256,
)

WAR = Event("event:war", "the Strelsau War", EventKind.WAR)
ALL = "all"


@dataclass(frozen=True)
class Statement:
    words: str
    attribute: str
    value: Value
    event: Event
    target: tuple[str, ...] = ()
    counted: Counted = NOT_COUNTED
    claimant: str = ""
    stance: Stance = Stance.THIRD
    relation: str = ""
    relates_to: str = ""
    side: int = 0
    sponsor: str = ""


@dataclass
class Page:
    """A document written line by line; each line is a statement, and the whole line its quote."""

    name: str = "record.txt"
    event: Event = WAR
    statements: list[Statement] = field(default_factory=list)

    def says(self, words: str, attribute: str, value: Value, **more: object) -> "Page":
        more.setdefault("event", self.event)
        if "concept" in more:
            more["counted"] = Counted(concept=str(more.pop("concept")))
        self.statements.append(Statement(words, attribute, value, **more))  # type: ignore[arg-type]
        return self

    def began(self, day: str, **more: object) -> "Page":
        return self.says(written(day), "start_date", on(day), **more)

    def ended(self, day: str, **more: object) -> "Page":
        return self.says(written(day), "end_date", on(day), **more)

    def dated(self, day: str, **more: object) -> "Page":
        return self.says(written(day), "date", on(day), **more)

    def lasted(self, words: str, iso: str, **more: object) -> "Page":
        days = int(iso[1:-1]) if iso[1:-1].isdecimal() and iso.endswith("D") else None
        return self.says(words, "duration", Duration(iso, words, days), **more)

    def lost(self, number: int, *target: str, concept: str = "dead", **more: object) -> "Page":
        words = f"{number:,} {concept} of {' and '.join(target)}"
        count = Count.exactly(number, as_written=f"{number:,}")
        return self.says(words, "loss", count, target=target, concept=concept, **more)

    def had(self, number: int, *target: str, concept: str = "personnel", **more: object) -> "Page":
        words = f"{number:,} {concept} of {' and '.join(target)}"
        count = Count.exactly(number, as_written=f"{number:,}")
        return self.says(words, "strength", count, target=target, concept=concept, **more)

    def ended_as(self, words: str, *codes: str, **more: object) -> "Page":
        return self.says(words, "outcome", Code(codes), **more)

    def fought(self, *names: str, **more: object) -> "Page":
        for name in names:
            self.says(name, "belligerent", Said(), target=(name,), **more)
        return self

    def scaled(self, figure: str) -> "Page":
        return self.says(figure, "magnitude", Magnitude(figure))

    def client(self, name: str, sponsor: str) -> "Page":
        words = f"{name} client state of {sponsor}"
        return self.says(words, "client_of", Party(sponsor), target=(name,), sponsor=sponsor)

    def claims(self) -> tuple[LinkedClaim, ...]:
        content = "\n".join(statement.words for statement in self.statements)
        text = Text(sha256(f"{self.name}\n{content}".encode()), content, ())
        linked, at = [], 0
        for statement in self.statements:
            linked.append(self._linked(text, at, statement))
            at += len(statement.words) + 1
        return tuple(linked)

    def _linked(self, text: Text, at: int, said: Statement) -> LinkedClaim:
        everyone = said.target == (ALL,)
        claim = Claim.stated(
            text,
            (at, at + len(said.words)),
            event=EventMention(said.event.label, None, said.event.kind),
            attribute=said.attribute,
            value=said.value,
            reader="test/1",
            target=EVERYONE if everyone else Target(said.target) if said.target else THE_EVENT,
            side=said.side,
            counted=said.counted,
            concept_words=said.counted.concept,
            attribution=Attribution(said.claimant),
            relation=said.relation,
            relates_to=said.relates_to,
            inferred=[Inference("claimant", "test"), Inference("target", "test")],
        )
        return LinkedClaim(
            claim=claim,
            event=said.event,
            targets=() if everyone else tuple(actor(name) for name in said.target),
            source=Source(f"source:{self.name}", self.name),
            document_name=self.name,
            claimant=said.claimant,
            claimant_actor=None,
            stance=said.stance,
            sponsor=actor(said.sponsor) if said.sponsor else None,
        )


def actor(name: str) -> Actor:
    return Actor(f"actor:{name.casefold()}", name)


def inside(event: Event, label: str, kind: EventKind = EventKind.BATTLE) -> Event:
    return Event(f"event:{label}", label, kind, part_of=event.id)


def on(day: str) -> HistoricalDate:
    """`1939-05-11`, or a month `1939-05`."""
    year, month, *days = map(int, day.split("-"))
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day
    return HistoricalDate(
        day, Day(year, month, days[0] if days else 1), Day(year, month, days[0] if days else last), written(day)
    )


def written(day: str) -> str:
    year, month, *days = map(int, day.split("-"))
    named = date(year, month, 1).strftime("%B")
    return f"{days[0]} {named} {year}" if days else f"{named} {year}"
