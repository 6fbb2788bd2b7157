"""Dossiers of invented wars, made by hand."""

from collections.abc import Iterable

from thucydides.vocabulary import (
    Actor,
    Claim,
    Code,
    Count,
    Counted,
    Document,
    Dossier,
    Event,
    EventKind,
    EventMention,
    HistoricalDate,
    LinkedClaim,
    Passage,
    PassageKind,
    Role,
    Said,
    Source,
    Target,
    Text,
    Value,
)

NORLAND, SUDLAND, REBELS = (
    Actor("gw:9001", "Norland", identifiers=("gw:9001", "cow:901")),
    Actor("gw:9002", "Sudland", identifiers=("gw:9002", "cow:902")),
    Actor("actor:rebels", "Rebels"),
)
WAR = Event("event:war", "War of the Fords", EventKind.WAR, identifiers=("cow-war:999",))


def told(words: str, *facts: tuple[str, str, Value, Actor | None, str], name: str = "a.txt") -> list[LinkedClaim]:
    """Claims that a short text makes of the war: attribute, quote, value, target, concept."""
    document = Document(name, words.encode())
    text = Text(document.id, words, (Passage(PassageKind.PARAGRAPH, 0, len(words)),), reader="test/1")
    return [_linked(text, name, *fact) for fact in facts]


def _linked(
    text: Text, name: str, attribute: str, quote: str, value: Value, actor: Actor | None, concept: str
) -> LinkedClaim:
    start = text.content.index(quote)
    at = (start, start + len(quote))
    target = Target((actor.name,)) if actor else Target()
    named = text.content.index(actor.name) if actor else 0
    claim = Claim.stated(
        text, at, event=EventMention(WAR.label, None, WAR.kind), attribute=attribute, value=value, reader="test/1",
        target=target, counted=Counted(concept, measure="person") if concept else Counted(),
        evidence=((Role.TARGET, (named, named + len(actor.name))),) if actor else (),
    )  # fmt: skip
    return LinkedClaim(claim, WAR, (actor,) if actor else (), Source(f"source:{name}", name), name)


def dossier(
    claims: Iterable[LinkedClaim] = (),
    *,
    parties: dict[Actor, int] | None = None,
    draws: dict[Actor, list[float]] | None = None,
    witnesses: dict[str, str] | None = None,
) -> Dossier:
    parties = {NORLAND: 1, SUDLAND: 2} if parties is None else parties
    return Dossier(
        event=WAR,
        claims=tuple(claims),
        parties={actor.id: side for actor, side in parties.items()},
        actors={actor.id: actor for actor in parties},
        estimates={},
        draws={(actor.id, "killed"): held for actor, held in (draws or {}).items()},
        witnesses=witnesses or {},
    )


def date(edtf: str, words: str) -> HistoricalDate:
    return HistoricalDate.from_edtf(edtf, as_written=words)


def exactly(number: int, words: str) -> Count:
    return Count.exactly(number, as_written=words)


SAID = Said()
VICTORY = Code(("victory",))
