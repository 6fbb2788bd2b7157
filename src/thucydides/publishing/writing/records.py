"""What stands in the reference record of an event: narrative, notes, works and facts, each by the claims behind it?

The facts have no labels: type, region, belligerents, issue, begin, end, durations, outcome, the dead in all and by
party, magnitude. What has no such line is told in sentences, and what somebody else says of a figure in a note. It
carries the attributes of `RECORD_CARRIES`, of the event alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thucydides.publishing.writing import wordings
from thucydides.publishing.writing.accounts import Account, Entry, Told
from thucydides.publishing.writing.columns import Sides
from thucydides.publishing.writing.rows import TITLE, Item, Row, items_of, rows_of
from thucydides.publishing.writing.sentences import SENTENCES, agreed, began, fought, joined, parted, with_nouns
from thucydides.publishing.writing.story import story
from thucydides.vocabulary import Code, Count

_OF_DEATHS: Mapping[str, str] = {
    "dead": "", "battle_deaths": "Battle deaths", "killed": "Killed", "casualties": "Casualties"
}  # fmt: skip
_WORK = re.compile(r"[^\W\d_][^;]{0,90}")
_LONGEST_WORK, _LONGEST_OUTCOME = 14, 8  # words
_MOST_DISSENTS = 4


@dataclass(frozen=True, slots=True)
class ReferenceRecord:
    """A record in the order of its page. `notes` are numbered from 1; `rows` have labels, `facts` have none."""

    narrative: tuple[tuple[Told, ...], ...]
    notes: tuple[Told, ...]
    works: tuple[Told, ...]
    facts: tuple[Told, ...]
    rows: tuple[Row, ...]

    @property
    def told(self) -> Iterator[Told]:
        """Everything that is said, piece by piece."""
        for paragraph in self.narrative:
            yield from paragraph
        yield from (*self.notes, *self.works, *self.facts)
        for row in self.rows:
            yield from row.items


FEWEST_FACTS, FEWEST_FIGURES, FEWEST_ROWS = 4, 2, 3
FACT, SENTENCE, NOTE, WORK, ROW, STORY = "fact", "sentence", "note", "work", "row", "story"
_CITED = frozenset({"source", "external_id"})
# By what a record is known whose facts need no labels.
_CODED = ("conflict_type", "region", "issue", "magnitude")
# What is best told in a sentence.
_TOLD = frozenset({"client_of", "territorial_demand", "initiator", "ratio", "incident_count"})


@dataclass(frozen=True, slots=True)
class Way:
    """Where a claim stands and in which words; in a row, under its label."""

    where: str
    words: str
    item: Item | None = None


def record_of(account: Account) -> ReferenceRecord:
    """The record of an event."""
    account = with_nouns(account)
    plan = _Plan.of(account)
    ways = {entry.claim.id: account.chosen(entry, plan.ways(entry)) for entry in account.entries}
    placed = [(entry, ways[entry.claim.id]) for entry in account.entries]
    notes = [entry for entry, way in placed if way.where == NOTE and entry.claim.attribute != "external_id"]
    works = [
        (str(entry.claim.value), entry)
        for entry, way in placed
        if way.where == WORK and entry.claim.attribute == "source"
    ]
    items = [(way.item, entry) for entry, way in placed if way.item]
    return ReferenceRecord(
        narrative=tuple(_paragraphs(account, ways)),
        notes=tuple(Told(ways[entry.claim.id].words, (entry,)) for entry in notes),
        works=tuple(_merged(works)),
        facts=tuple(_facts(account, ways, plan.deaths, notes)),
        rows=tuple(rows_of(account, items, plan.sides)),
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which parts a record has. `deaths`: what its figures without a label count.

    `in_story`: the claims that the narrative tells anyway."""

    account: Account
    sides: Sides
    deaths: str
    has_facts: bool = False
    has_rows: bool = False
    in_story: frozenset[str] = frozenset()

    @classmethod
    def of(cls, account: Account) -> "_Plan":
        """Facts without labels as far as they are known as such, labelled rows for what they have no line for."""
        told = [each for paragraph in range(len(_PARAGRAPHS)) for each in story(account, paragraph)]
        in_story = frozenset(entry.claim.id for each in told for entry in each.entries)
        bare = cls(account, Sides.as_told(account), _concept(account), has_rows=True, in_story=in_story)
        facts = {fact for entry in account.entries if (fact := _fact(entry, bare.deaths, account))}
        figures = sum(any(character.isdigit() for character in fact) for fact in facts)
        has_facts = any(account.of(*_CODED)) and len(facts) >= FEWEST_FACTS and figures >= FEWEST_FIGURES
        plan = replace(bare, has_facts=has_facts)
        first = [plan.ways(entry)[0] for entry in account.entries]
        return replace(plan, has_rows=len({way.item.label for way in first if way.item}) >= FEWEST_ROWS)

    def ways(self, entry: Entry) -> list[Way]:
        """The ways to say a claim, the likeliest to be heard first."""
        rows = [Way(ROW, item.words, item) for item in self._items(entry)] if self.has_rows else []
        in_a_row = self.has_rows and entry.claim.attribute == "belligerent" and self.sides.side_of(entry)
        bare = list(_without_label(entry, self.deaths, self.account)) if self.has_facts and not in_a_row else []
        told = list(_sentences(entry, self.account))
        if entry.claim.id in self.in_story:
            told.insert(0, Way(STORY, ""))
        # Of several who began it one sentence would be heard to name the first.
        alone = entry.claim.attribute != "initiator" or len(list(self.account.of("initiator"))) == 1
        in_prose = entry.claim.attribute in _TOLD and alone
        return [*bare, *told[:2], *rows, *told[2:]] if in_prose else [*bare, *rows, *told]

    def _items(self, entry: Entry) -> list[Item]:
        items = items_of(entry, self.sides)
        return [replace(item, label=TITLE) for item in items] if entry is next(self.account.of("name"), None) else items


def _without_label(entry: Entry, deaths: str, account: Account) -> Iterator[Way]:
    """A claim in the line of works, as a fact, or in a note."""
    if entry.claim.attribute in _CITED:
        if _is_listed(str(entry.claim.value)):
            yield Way(WORK, str(entry.claim.value))
    elif fact := _fact(entry, deaths, account):
        yield Way(FACT, fact)
    elif entry.claim.attribute == "loss" and _can_report(entry):
        yield from (Way(NOTE, words) for words in list(_dissents(entry))[:_MOST_DISSENTS])


def _can_report(entry: Entry) -> bool:
    """Is one named who reports a figure? `Soviet archival figures` stand in brackets behind it."""
    who = wordings.unmarked(entry.claimant)
    return bool(who) and (not wordings.is_of_a_people(who) or entry.claim.quote.startswith(who))


def _sentences(entry: Entry, account: Account) -> Iterator[Way]:
    """A claim in a sentence of ours, else in a note, else in the words of its document."""
    if entry.claim.attribute in _CITED:
        yield Way(NOTE, f"{entry.claim.value}.")
        return
    if entry.claim.attribute == "loss" and entry.claimant:
        yield from (Way(NOTE, words) for words in _dissents(entry))
    if with_others := _WITH_OTHERS.get(entry.claim.attribute):
        yield from (Way(SENTENCE, f"{words[:1].upper()}{words[1:]}.") for words in with_others(entry, account))
    said = SENTENCES.get(entry.claim.attribute)
    for subject in ("it", _subject(account)) if said else ():
        yield from (Way(SENTENCE, f"{words[:1].upper()}{words[1:]}.") for words in said(entry, subject))  # type: ignore[misc]
    quoted = wordings.unmarked(entry.claim.quote)
    yield Way(SENTENCE, f"{quoted[:1].upper()}{quoted[1:].rstrip('.')}.")


def told_in(account: Account) -> Iterator[Told]:
    """Everything that the record of an event says, piece by piece."""
    yield from record_of(account).told


def _is_listed(work: str) -> bool:
    """Can a work stand in the line of works, short and without a semicolon?"""
    return len(work.split()) <= _LONGEST_WORK and bool(_WORK.fullmatch(work))


def _concept(account: Account) -> str:
    """What the labelled figures of the record count: of deaths what most of them do."""
    counted = [entry.claim.counted.concept for entry in account.of("loss") if not entry.claimant]
    return max(_OF_DEATHS, key=lambda concept: (counted.count(concept), concept == "dead"))


def _merged(said: Sequence[tuple[str, Entry]]) -> Iterator[Told]:
    together: dict[str, list[Entry]] = {}
    for words, entry in said:
        together.setdefault(words, []).append(entry)
    yield from (Told(words, tuple(entries)) for words, entries in together.items())


# Sentences that are made from a claim and what else the account says.
_WITH_OTHERS: Mapping[str, Callable[[Entry, Account], Iterator[str]]] = {
    "belligerent": fought, "initiator": began, "party": agreed, "denounced_date": agreed,
}  # fmt: skip


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
    if claim.attribute in _WON and not any(map(str.isalpha, claim.quote)):
        return ""  # a mere code of a data set: rows list who won
    first = next(account.of(claim.attribute), entry)
    if claim.attribute in _ONCE and first.claim.value != claim.value:
        return ""
    return _FACTS[claim.attribute](entry)


def _death(entry: Entry) -> str:
    assert isinstance(entry.claim.value, Count)
    who = "Total" if entry.claim.target.everyone else " and ".join(entry.names)
    return f"{who}: {wordings.unmarked(entry.claim.value.as_written)}" if who else ""


def _type(entry: Entry) -> str:
    return wordings.CODES_IN_WORDS.get(str(entry.claim.value), wordings.unmarked(entry.claim.quote))


def _issue(entry: Entry) -> str:
    value = entry.claim.value
    return ", ".join(code.capitalize() for code in value.codes) if isinstance(value, Code) else ""


def _when(entry: Entry) -> str:
    return wordings.dates(entry)[0]


def _length(entry: Entry) -> str:
    words = wordings.dates(entry)[0]
    return f"({words})" if re.fullmatch(r"\d+ days?", words) else words


def _ended(entry: Entry) -> str:
    quoted, *others = wordings.outcomes(entry)
    return quoted if len(entry.claim.quote.split()) <= _LONGEST_OUTCOME or not others else others[0]


def _name(entry: Entry) -> str:
    return entry.names[0] if len(entry.names) == 1 else ""


_FACTS: Mapping[str, Callable[[Entry], str]] = {
    "conflict_type": _type, "region": lambda entry: str(entry.claim.value), "belligerent": _name, "issue": _issue,
    "start_date": _when, "end_date": _when, "date": _when, "duration": _length, "outcome": _ended, "winner": _ended,
    "loser": _ended, "magnitude": lambda entry: str(entry.claim.value),
}  # fmt: skip
_WON = frozenset({"winner", "loser"})
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
    "supporter", "joined", "left", "cause", "territorial_change", "settlement", "party", "denounced_date",
    "expiry_date", "coordinates",
    "name", "part_of", "date", "start_date", "end_date", "duration", "place", "outcome", "winner", "loser",
    "belligerent", "initiator", "commander", "formation", "strength", "loss", "ratio", "incident_count", "client_of",
    "territorial_demand", "conflict_type", "region", "issue", "magnitude", "external_id", "source",
})  # fmt: skip
_PARAGRAPHS: tuple[tuple[str, ...], ...] = (
    ("name", "part_of", "place", "conflict_type", "region", "issue", "date", "start_date", "end_date", "duration",
     "territorial_demand", "client_of", "incident_count", "party", "denounced_date", "expiry_date"),
    ("belligerent", "initiator", "commander", "formation", "ratio", "strength"),
    ("outcome", "winner", "loser", "loss", "territorial_change", "settlement", "cause"),
)  # fmt: skip


def _paragraphs(account: Account, ways: Mapping[str, Way]) -> Iterator[tuple[Told, ...]]:
    """What is told of the event in sentences: our own of the main things, then what is said nowhere else."""
    for place, attributes in enumerate(_PARAGRAPHS):
        held = [entry for attribute in attributes for entry in account.of(attribute)]
        said = [(ways[entry.claim.id].words, entry) for entry in held if ways[entry.claim.id].where == SENTENCE]
        merged = [(told.words, told.entries) for told in _merged(said)]
        if paragraph := (*story(account, place), *(Told(*each) for each in joined(merged))):
            yield paragraph


_ORDER = ("conflict_type", "region", "belligerent", "issue", "start_date", "end_date", "date", "duration", "outcome")


def _facts(account: Account, ways: Mapping[str, Way], deaths: str, notes: Sequence[Entry]) -> Iterator[Told]:
    def said(*attributes: str) -> list[tuple[str, Entry]]:
        there = account.of(*attributes)
        return [(ways[entry.claim.id].words, entry) for entry in there if ways[entry.claim.id].where == FACT]

    for attribute in _ORDER:
        found = said("outcome", "winner", "loser") if attribute == "outcome" else said(attribute)
        if attribute == "belligerent" and found:
            once: dict[tuple[str, ...], str] = {}
            for words, entry in found:
                once.setdefault(entry.meant, words)
            names = list(once.values())
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
