"""What stands in the reference record of an event: narrative, notes, works and facts, each by the claims behind it?

The facts have no labels: type, region, belligerents, issue, begin, end, durations, outcome, the dead in all and by
party, magnitude. What has no such line is told in sentences, and what somebody else says of a figure in a note. It
carries the attributes of `RECORD_CARRIES`, of the event alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thucydides.publishing.writing import wordings
from thucydides.publishing.writing.accounts import Account, Entry
from thucydides.publishing.writing.sentences import SENTENCES, fought, parted
from thucydides.vocabulary import Code, Count

_TYPES: Mapping[str, str] = {
    "inter-state": "Inter-State War", "extra-state": "Extra-State War", "intra-state": "Intra-State War",
    "non-state": "Non-State War", "series": "Series of Incidents", "incident": "Border Incident",
    "undeclared": "Undeclared War",
}  # fmt: skip
_OF_DEATHS: Mapping[str, str] = {
    "dead": "", "battle_deaths": "Battle deaths", "killed": "Killed", "casualties": "Casualties"
}  # fmt: skip
_WORK = re.compile(r"[^\W\d_][^;]{0,90}")
_LONGEST_WORK = 14


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a record with the claims they say. `notes`: the numbers of the notes that stand behind them."""

    words: str
    entries: tuple[Entry, ...]
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceRecord:
    """A record in the order of its page. `notes` are numbered from 1."""

    narrative: tuple[tuple[Told, ...], ...]
    notes: tuple[Told, ...]
    works: tuple[Told, ...]
    facts: tuple[Told, ...]


FEWEST_FACTS, FEWEST_FIGURES = 4, 2
FACT, SENTENCE, NOTE, WORK = "fact", "sentence", "note", "work"
_CITED = frozenset({"source", "external_id"})
Way = tuple[str, str]  # where it stands, and its words


def record_of(account: Account) -> ReferenceRecord:
    """The record of an event."""
    deaths = _concept(account)
    told = {entry.claim.id: tuple(_ways(entry, deaths, account)) for entry in account.entries}
    if not _make_a_record([way for ways in told.values() for way in ways[:1]]):
        told = {claim: tuple(way for way in ways if way[0] != FACT) for claim, ways in told.items()}
    ways = {entry.claim.id: account.chosen(entry, told[entry.claim.id]) for entry in account.entries}
    notes = [
        entry for entry in account.entries if ways[entry.claim.id][0] == NOTE and entry.claim.attribute != "external_id"
    ]
    return ReferenceRecord(
        narrative=tuple(_paragraphs(account, ways)),
        notes=tuple(Told(ways[entry.claim.id][1], (entry,)) for entry in notes),
        works=tuple(
            _merged(
                [(str(entry.claim.value), entry) for entry in account.of("source") if ways[entry.claim.id][0] == WORK]
            )
        ),
        facts=tuple(_facts(account, ways, deaths, notes)),
    )


def _is_listed(work: str) -> bool:
    """Can a work stand in the line of works, short and without a semicolon?"""
    return len(work.split()) <= _LONGEST_WORK and bool(_WORK.fullmatch(work))


def _make_a_record(first: Sequence[Way]) -> bool:
    """Are there facts enough to be known as such? Else all is told in sentences."""
    facts = {words for where, words in first if where == FACT}
    figures = sum(any(character.isdigit() for character in words) for words in facts)
    return len(facts) >= FEWEST_FACTS and figures >= FEWEST_FIGURES


def _concept(account: Account) -> str:
    """What the labelled figures of the record count: of deaths what most of them do."""
    counted = [entry.claim.counted.concept for entry in account.of("loss") if not entry.claimant]
    return max(_OF_DEATHS, key=lambda concept: (counted.count(concept), concept == "dead"))


def _merged(said: Sequence[tuple[str, Entry]]) -> Iterator[Told]:
    together: dict[str, list[Entry]] = {}
    for words, entry in said:
        together.setdefault(words, []).append(entry)
    yield from (Told(words, tuple(entries)) for words, entries in together.items())


def _ways(entry: Entry, deaths: str, account: Account) -> Iterator[Way]:
    """The ways to say a claim: as a fact where the record has a line for it, in a note, in a sentence of ours."""
    if entry.claim.attribute in _CITED:
        if _is_listed(str(entry.claim.value)):
            yield WORK, str(entry.claim.value)
        yield NOTE, f"{entry.claim.value}."
        return
    if fact := _fact(entry, deaths, account):
        yield FACT, fact
    if entry.claim.attribute == "loss" and entry.claimant:
        yield from ((NOTE, words) for words in _dissents(entry))
    if entry.claim.attribute == "belligerent":
        yield from ((SENTENCE, f"{words}.") for words in fought(entry, account))
    said = SENTENCES.get(entry.claim.attribute)
    if said:
        for subject in ("it", _subject(account)):
            yield from ((SENTENCE, f"{words[:1].upper()}{words[1:]}.") for words in said(entry, subject))
    quoted = wordings.unmarked(entry.claim.quote)
    yield SENTENCE, f"{quoted[:1].upper()}{quoted[1:].rstrip('.')}."
    yield NOTE, f"{quoted[:1].upper()}{quoted[1:].rstrip('.')}."


def _subject(account: Account) -> str:
    """What the sentences call the event."""
    name = next(account.of("name"), None)
    return f"the {wordings.capitalised(str(name.claim.value))}" if name else "it"


def _fact(entry: Entry, deaths: str, account: Account) -> str:
    """The line of the facts that says a claim; empty if there is none for it."""
    claim = entry.claim
    if claim.attribute == "loss":
        return (
            _death(entry) if claim.counted.concept == deaths and not entry.claimant and not claim.counted.fate else ""
        )
    if entry.claimant or claim.attribute not in _FACTS:
        return ""
    first = next(account.of(claim.attribute), entry)
    if claim.attribute in _ONCE and first.claim.value != claim.value:
        return ""
    return _FACTS[claim.attribute](entry)


def _death(entry: Entry) -> str:
    assert isinstance(entry.claim.value, Count)
    who = "Total" if entry.claim.target.everyone else " and ".join(entry.names)
    return f"{who}: {wordings.unmarked(entry.claim.value.as_written)}" if who else ""


def _type(entry: Entry) -> str:
    return _TYPES.get(str(entry.claim.value), wordings.unmarked(entry.claim.quote))


def _issue(entry: Entry) -> str:
    value = entry.claim.value
    return ", ".join(code.capitalize() for code in value.codes) if isinstance(value, Code) else ""


def _when(entry: Entry) -> str:
    return wordings.dates(entry)[0]


def _length(entry: Entry) -> str:
    words = wordings.dates(entry)[0]
    return f"({words})" if re.fullmatch(r"\d+ days?", words) else words


def _ended(entry: Entry) -> str:
    return (
        next(iter(wordings.outcomes(entry)))
        if len(entry.claim.quote.split()) <= 8
        else list(wordings.outcomes(entry))[-1]
    )


def _name(entry: Entry) -> str:
    return entry.names[0] if len(entry.names) == 1 else ""


_FACTS: Mapping[str, Callable[[Entry], str]] = {
    "conflict_type": _type, "region": lambda entry: str(entry.claim.value), "belligerent": _name, "issue": _issue,
    "start_date": _when, "end_date": _when, "date": _when, "duration": _length, "outcome": _ended, "winner": _ended,
    "loser": _ended, "magnitude": lambda entry: str(entry.claim.value),
}  # fmt: skip
_ONCE = frozenset({"conflict_type", "region", "issue", "start_date", "end_date", "date", "magnitude"})


def _dissents(entry: Entry) -> Iterator[str]:
    """How a note says who gives another figure: in the words of the document, if they name him, else in ours."""
    who, quoted = wordings.unmarked(entry.claimant), wordings.unmarked(entry.claim.quote)
    about = " and ".join(entry.names)
    if quoted.startswith(who):
        yield f"{quoted}."
    for figure in wordings.figures(entry):
        number, counted = parted(entry, figure)
        yield f"{who} reports {number} {about} {counted}."
        yield f"{who} reports that {about} lost {figure}."
        yield f"{who} reports {figure} of {about}."
        yield f"{who} reports {figure}."


RECORD_CARRIES = frozenset({
    "name", "part_of", "date", "start_date", "end_date", "duration", "place", "outcome", "winner", "loser",
    "belligerent", "initiator", "commander", "formation", "strength", "loss", "ratio", "incident_count", "client_of",
    "territorial_demand", "conflict_type", "region", "issue", "magnitude", "external_id", "source",
})  # fmt: skip
_PARAGRAPHS: tuple[tuple[str, ...], ...] = (
    ("part_of", "place", "conflict_type", "region", "issue", "date", "start_date", "end_date", "duration",
     "territorial_demand", "client_of", "incident_count"),
    ("belligerent", "initiator", "commander", "formation", "ratio", "strength"),
    ("outcome", "winner", "loser", "loss"),
)  # fmt: skip


def _paragraphs(account: Account, ways: Mapping[str, Way]) -> Iterator[tuple[Told, ...]]:
    names = list(account.of("name"))
    opening = [(f"The {wordings.capitalised(str(names[0].claim.value))} was fought.", names[0])] if names else []
    opening += [(ways[entry.claim.id][1], entry) for entry in names[1:]]
    for attributes in _PARAGRAPHS:
        held = [entry for attribute in attributes for entry in account.of(attribute)]
        said = [(ways[entry.claim.id][1], entry) for entry in held if ways[entry.claim.id][0] == SENTENCE]
        if opening or said:
            yield tuple(_merged([*opening, *said]))
        opening = []


_ORDER = ("conflict_type", "region", "belligerent", "issue", "start_date", "end_date", "date", "duration", "outcome")


def _facts(account: Account, ways: Mapping[str, Way], deaths: str, notes: Sequence[Entry]) -> Iterator[Told]:
    def said(*attributes: str) -> list[tuple[str, Entry]]:
        there = account.of(*attributes)
        return [(ways[entry.claim.id][1], entry) for entry in there if ways[entry.claim.id][0] == FACT]

    for attribute in _ORDER:
        found = said("outcome", "winner", "loser") if attribute == "outcome" else said(attribute)
        if attribute == "belligerent" and found:
            names = list(dict.fromkeys(words for words, _ in found))
            yield Told(", ".join(names), tuple(entry for _, entry in found))
        else:
            yield from _merged(found)
    figures = said("loss")
    if figures and _OF_DEATHS[deaths]:
        yield Told(_OF_DEATHS[deaths], tuple(entry for _, entry in figures))
    for told in _merged(sorted(figures, key=lambda each: not each[1].claim.target.everyone)):
        yield Told(told.words, told.entries, tuple(_answering(told.entries, notes)))
    yield from _merged(said("magnitude"))


def _answering(entries: Sequence[Entry], notes: Sequence[Entry]) -> Iterator[int]:
    """The numbers of the notes that say otherwise of the same party."""
    meant = {actor for entry in entries for actor in entry.meant}
    yield from (number for number, note in enumerate(notes, 1) if meant & set(note.meant))
