"""What do the accounts say of each slot, and where do they part?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thucydides.desk import Record
from thucydides.vocabulary import (
    ATTRIBUTES,
    Attestation,
    Code,
    Duration,
    EventKind,
    HistoricalDate,
    Identifier,
    LinkedClaim,
    Name,
    Said,
    Wording,
)
from thucydides.web.accounts import Accounts, Voice
from thucydides.web.margin import Margin
from thucydides.web.wording import actors, inferences, label, meaning, reading

ELSEWHERE = {"name", "belligerent", "commander", "formation", "client_of", "party", "strength", "loss", "source"}
_OF_FIGHTING = ("conflict_type", "region", "issue", "initiator", "start_date", "end_date", "duration", "outcome")
EXPECTED: Mapping[EventKind, tuple[str, ...]] = {
    EventKind.AGREEMENT: ("date", "expiry_date"),
    EventKind.INCIDENT: ("date", "place", "outcome"),
    EventKind.INCIDENTS: ("date", "incident_count"),
    EventKind.SERIES: ("start_date", "end_date", "outcome"),
    EventKind.BATTLE: ("place", "start_date", "end_date", "duration", "outcome"),
}
_ENDS = ("start_date", "end_date")  # not missed where the event is dated as a whole
_COMPATIBLE = "none, one is vaguer"
_EACH_ITS_OWN = (Wording, Name, Identifier)


@dataclass(frozen=True, slots=True)
class Reading:
    """One answer to a slot. `words`: as written, for a code. `inferred`: what no words prove, and why."""

    shown: str
    words: str
    meaning: str
    voices: tuple[Voice, ...]
    notes: tuple[str, ...]
    inferred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How far the witnesses differ, in words; the share that leave the commonest reading, None if not told."""

    words: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A row of the brief. Without readings it is silent."""

    label: str
    definition: str
    readings: tuple[Reading, ...]
    documents: int
    attestation: Attestation
    disagreement: Disagreement


def slots_of(claims: Sequence[LinkedClaim], record: Record, accounts: Accounts, margin: Margin) -> tuple[Slot, ...]:
    """Every slot that is filled, or that one would expect of such an event, in the order of the vocabulary."""
    held: dict[str, list[LinkedClaim]] = defaultdict(list)
    for linked in claims:
        held[linked.claim.attribute].append(linked)
    usual = EXPECTED.get(record.event.kind, _OF_FIGHTING)
    expected = [code for code in usual if "date" not in held or code not in _ENDS]
    wanted = (code for code in ATTRIBUTES if code not in ELSEWHERE and (code in held or code in expected))
    return tuple(_slot(code, held[code], record, accounts, margin) for code in wanted)


def _slot(
    attribute: str, claims: Sequence[LinkedClaim], record: Record, accounts: Accounts, margin: Margin
) -> Slot:  # fmt: skip
    groups = sorted(readings_of(claims, accounts), key=lambda item: -len(_witnesses(item[1], record)))
    return Slot(
        label=label(attribute),
        definition=ATTRIBUTES[attribute].definition,
        readings=tuple(_reading(shown, group, accounts, margin) for shown, group in groups),
        documents=len({linked.claim.document for linked in claims}),
        attestation=record.attestation(claims),
        disagreement=_disagreement(groups, record),
    )


def _witnesses(claims: Iterable[LinkedClaim], record: Record) -> set[str]:
    return {record.witnesses[linked.claim.id].id for linked in claims}


def readings_of(claims: Iterable[LinkedClaim], accounts: Accounts) -> list[tuple[str, list[LinkedClaim]]]:
    """The claims by what they say, what most accounts say first. What is said of several actors is one reading."""
    told: dict[str, list[LinkedClaim]] = defaultdict(list)
    for _, group in _by_account(claims, accounts):
        said = [linked for linked in group if isinstance(linked.claim.value, Said)]
        if said:
            told[_all_of(said)] += said
        for linked in group:
            if not isinstance(linked.claim.value, Said):
                told[_shown(linked)].append(linked)
    return sorted(told.items(), key=lambda item: -len({accounts.of(linked).siglum for linked in item[1]}))


def _all_of(claims: Iterable[LinkedClaim]) -> str:
    """Everybody whom one account names, each once."""
    named = (name for one in claims for name in ([actor.name for actor in one.targets] or [actors(one)]))
    return " and ".join(sorted(set(named)))


def _by_account(claims: Iterable[LinkedClaim], accounts: Accounts) -> Iterable[tuple[str, list[LinkedClaim]]]:
    held: dict[str, list[LinkedClaim]] = defaultdict(list)
    for linked in claims:
        held[accounts.of(linked).siglum].append(linked)
    return held.items()


def _shown(linked: LinkedClaim) -> str:
    value, whose = reading(linked.claim.value), actors(linked)
    return f"{whose}: {value}" if whose else value


def _reading(shown: str, claims: Sequence[LinkedClaim], accounts: Accounts, margin: Margin) -> Reading:
    first = claims[0].claim
    voices = {accounts.of(linked).siglum: accounts.voice(linked) for linked in reversed(claims)}
    return Reading(
        shown=shown,
        words=first.quote if isinstance(first.value, Code) else "",
        meaning=meaning(first.attribute, first.value),
        voices=tuple(reversed(voices.values())),
        notes=margin.keys(claims),
        inferred=inferences(claims),
    )


def _disagreement(groups: Sequence[tuple[str, list[LinkedClaim]]], record: Record) -> Disagreement:
    if not groups:
        return Disagreement("")
    speakers = [_witnesses(group, record) for _, group in groups]
    everyone = set().union(*speakers)
    if len(groups) == 1:
        return Disagreement("one witness") if len(everyone) == 1 else Disagreement("none", 0.0)
    if len(everyone) == 1:
        return Disagreement(f"one witness, {len(groups)} readings")
    claims = [linked for _, group in groups for linked in group]
    if isinstance(claims[0].claim.value, _EACH_ITS_OWN):
        return Disagreement(f"{len(groups)} wordings")
    parting = _parting(claims)
    share = 1 - max(map(len, speakers)) / sum(map(len, speakers))
    return Disagreement(parting or f"{len(groups)} readings", 0.0 if parting == _COMPATIBLE else share)


def _parting(claims: Sequence[LinkedClaim]) -> str:
    """How far dates or durations lie apart, in words; empty for other values."""
    for type_, apart in _DISTANCES:
        if all(isinstance(linked.claim.value, type_) for linked in claims):
            days = max((apart(group) for group in _alike(claims)), default=0)
            return f"{days:,} day{'' if days == 1 else 's'}" if days else _COMPATIBLE
    return ""


def _alike(claims: Iterable[LinkedClaim]) -> Iterator[list[LinkedClaim]]:
    """Those about the same actor, or about none."""
    counts: dict[str, list[LinkedClaim]] = defaultdict(list)
    for linked in claims:
        counts[actors(linked)].append(linked)
    yield from counts.values()


def _days_apart(claims: Iterable[LinkedClaim]) -> int:
    """Days between the latest beginning and the earliest end; nought where all could be the same."""
    held = [
        (linked.claim.value.earliest, linked.claim.value.latest)
        for linked in claims
        if isinstance(linked.claim.value, HistoricalDate)
    ]
    firsts = [first.ordinal for first, _ in held if first]
    lasts = [last.ordinal for _, last in held if last]
    return max(0, max(firsts) - min(lasts)) if firsts and lasts else 0


def _length_apart(claims: Iterable[LinkedClaim]) -> int:
    lengths = [
        linked.claim.value.days
        for linked in claims
        if isinstance(linked.claim.value, Duration) and linked.claim.value.days is not None
    ]
    return max(lengths) - min(lengths) if lengths else 0


_DISTANCES: tuple[tuple[type, Callable[[Iterable[LinkedClaim]], int]], ...] = (
    (HistoricalDate, _days_apart),
    (Duration, _length_apart),
)


def commonest(claims: Iterable[LinkedClaim], attribute: str, record: Record) -> LinkedClaim | None:
    """A claim that gives what most witnesses say of an attribute; the first that is read where as many say another."""
    said: dict[str, list[LinkedClaim]] = defaultdict(list)
    for linked in claims:
        if linked.claim.attribute == attribute:
            said[str(linked.claim.value)].append(linked)
    return max(said.values(), key=lambda group: len(_witnesses(group, record)))[0] if said else None
