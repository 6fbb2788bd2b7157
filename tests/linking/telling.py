"""Documents that say what a test wants said, and nothing else."""

import hashlib
from dataclasses import dataclass

from thucydides.vocabulary import (
    EVERYONE,
    Attribution,
    Basis,
    Claim,
    Code,
    Count,
    Counted,
    EventKind,
    EventMention,
    Identifier,
    Name,
    Party,
    Role,
    Said,
    Target,
    Text,
    Value,
    Wording,
    read_dates,
)


@dataclass(frozen=True)
class Saying:
    """One claim: on `event`, `attribute` as the words `said` give it."""

    event: str
    attribute: str
    said: str
    kind: EventKind = EventKind.UNKNOWN
    parent: str = ""
    target: tuple[str, ...] = ()
    everyone: bool = False
    claimant: str = ""
    basis: Basis = Basis.UNKNOWN
    cites: str = ""
    side: int = 0

    @property
    def line(self) -> str:
        return " | ".join((self.event, self.said, *self.target, self.claimant, self.cites))


def document_id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def told(name: str, *sayings: Saying) -> list[Claim]:
    """The claims of a document of that name."""
    text = Text(document_id(name), "\n".join(saying.line for saying in sayings), ())
    claims, start = [], 0
    for saying in sayings:
        claims.append(_claim(text, start, saying))
        start += len(saying.line) + 1
    return claims


def _claim(text: Text, start: int, saying: Saying) -> Claim:
    def at(words: str) -> tuple[int, int]:
        place = text.content.index(words, start)
        return place, place + len(words)

    place = start + len(saying.event) + 3
    evidence = [(Role.TARGET, at(name)) for name in saying.target]
    evidence += [(Role.CLAIMANT, at(saying.claimant))] if saying.claimant else []
    evidence += [(Role.CITES, at(saying.cites))] if saying.cites else []
    return Claim.stated(
        text,
        (place, place + len(saying.said)),
        evidence=evidence,
        event=EventMention(saying.event, text.span(start, start + len(saying.event)), saying.kind, saying.parent),
        attribute=saying.attribute,
        value=_value(saying),
        reader="test/1",
        target=EVERYONE if saying.everyone else Target(saying.target),
        side=saying.side,
        counted=Counted("killed", measure="person") if saying.attribute == "loss" else Counted(),
        attribution=Attribution(saying.claimant, saying.basis, saying.cites),
    )


def _value(saying: Saying) -> Value:
    said = saying.said
    match saying.attribute:
        case "date" | "start_date" | "end_date":
            phrase = read_dates(said)[0]
            assert phrase.date is not None
            return phrase.date
        case "loss":
            return Count.exactly(int(said.replace(",", "")), as_written=said)
        case "client_of":
            return Party(said)
        case "name" | "part_of":
            return Name(said)
        case "external_id":
            scheme, _, number = said.partition(":")
            return Identifier(scheme, number)
        case "outcome":
            return Code(("victory",))
        case "source" | "place":
            return Wording(said)
    return Said()
