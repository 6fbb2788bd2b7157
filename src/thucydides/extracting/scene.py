"""What is this document about?"""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from typing import TypedDict, Unpack

from thucydides.extracting.naming import event_kind, named_events
from thucydides.extracting.phrases import table
from thucydides.extracting.pieces import Piece
from thucydides.extracting.records.layouts import heading_before, layout_of, rows_in
from thucydides.extracting.titles import subject_of, without_site
from thucydides.vocabulary import (
    ActorMention,
    Attribution,
    Claim,
    ClaimRefused,
    Counted,
    DatePhrase,
    DayMonthHabit,
    EventKind,
    EventMention,
    Finding,
    Gazetteer,
    HistoricalDate,
    Inference,
    PassageKind,
    Role,
    Severity,
    Target,
    Text,
    Value,
    day_month_habit,
    page_title,
    read_dates,
    tokens,
)

# Looks back only from four digits: a pattern that begins with a digit passes over the words of a long text at once.
_YEAR = re.compile(r"[12]\d\d\d(?<=(?:1[0-9]|20)\d\d)(?<![\w,.]\d\d\d\d)(?![\w%]|,\d)")
_LONGEST_NAME = 200
_ENTRY = re.compile(
    r"([^\W\d_a-zà-öø-ÿ][^\n(),;:.]{1,60},\s(?i:the\s)?(?:[A-Z][\w'’-]*\s){0,3}?(?P<noun>[A-Z]\w+)\s(?i:of|at|on)(?i:\sthe)?)\s*[(.:–—-]"
)


class Details(TypedDict, total=False):
    """What may be said of a claim beside its place, attribute, value and reader: see `Claim.stated`."""

    evidence: Iterable[tuple[Role, tuple[int, int]]]
    event: EventMention
    target: Target
    side: int
    counted: Counted
    concept_words: str
    phase: str
    period: HistoricalDate
    attribution: Attribution
    inferred: Iterable[Inference]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the document, and where it stands."""

    number: int
    start: int
    end: int


class Years:
    """The years that a text names, in order; a long text names so many that only their places are held."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._starts = array("Q", (hit.start() for hit in _YEAR.finditer(content)))

    def __iter__(self) -> Iterator[Year]:
        return map(self._at, self._starts)

    def before(self, offset: int) -> Year | None:
        """The last one before a place, else the first one after it."""
        place = max(0, bisect_left(self._starts, offset) - 1)
        return self._at(self._starts[place]) if self._starts else None

    def _at(self, start: int) -> Year:
        end = start + 4
        return Year(int(self._content[start:end]), start, end)


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with what it is about: its main event, the actors who take part in that, and the years it names.

    `parties` are placed in the whole text. A date without a year may take one of `years` as its evidence.
    `habit`: which number of 5/11/1939 the document gives first.
    """

    text: Text
    document_name: str
    gazetteer: Gazetteer
    event: EventMention
    parties: tuple[ActorMention, ...]
    years: Years
    habit: DayMonthHabit = DayMonthHabit.UNDECIDED

    def dates_in(self, words: str) -> tuple[tuple[DatePhrase, tuple[Inference, ...]], ...]:
        """The dates in some words, by the document's habit of writing 5/11/1939; where that decided, it is inferred."""
        bare = {phrase.start: phrase for phrase in read_dates(words)}
        decided = (Inference("value", f"habit-of-the-document-{self.habit}"),)
        return tuple(
            (phrase, () if bare.get(phrase.start) == phrase else decided)
            for phrase in read_dates(words, habit=self.habit)
        )

    def year_before(self, offset: int) -> Year | None:
        """The last year named before a place, else the first one after it."""
        return self.years.before(offset)

    def stated(
        self, at: tuple[int, int], attribute: str, value: Value, reader: str, **said: Unpack[Details]
    ) -> Claim | Finding:
        """A claim about the main event (or another), or the finding that its words do not carry it."""
        said.setdefault("event", self.event)
        try:
            return Claim.stated(self.text, at, attribute=attribute, value=value, reader=reader, **said)
        except ClaimRefused as refusal:
            return self.unread(at, str(refusal))

    def unread(self, at: tuple[int, int], why: str) -> Finding:
        """The finding that words were not understood."""
        return Finding("not-understood", Severity.UNREAD, why, document=self.text.document, start=at[0], end=at[1])


def scene_of(text: Text, document_name: str, gazetteer: Gazetteer) -> Scene:
    """What a document is about, as its title, its info-box, its record or its prose say, else its own name."""
    return Scene(
        text=text,
        document_name=document_name,
        gazetteer=gazetteer,
        event=_main_event(text, document_name),
        parties=tuple(_parties(text, gazetteer)),
        habit=day_month_habit(text.content),
        years=Years(text.content),
    )


def _main_event(text: Text, document_name: str) -> EventMention:
    for piece in _names(text, document_name):
        if piece and len(piece.words) <= _LONGEST_NAME:
            return EventMention(piece.words, text.span(*piece.at), _kind(piece.words, text))
    stem = _own_name(document_name)
    of_name = event_kind(stem)
    return EventMention(stem, None, of_name if of_name is EventKind.AGREEMENT else _kind("", text))


def _own_name(document_name: str) -> str:
    """What a document calls itself: the title of a page, the name of a file without its folders and ending."""
    return page_title(document_name) or PurePosixPath(document_name).stem or document_name


def _names(text: Text, document_name: str) -> Iterator[Piece]:
    """Words that may name the main event, the best first; a record by sides names it in a row, if at all."""
    rows = rows_in(text)
    if layout := layout_of(rows):
        yield from (row.value for row in rows if layout.reader_of(row.label) == "title")
        known = next(row for row in rows if layout.reader_of(row.label))
        if not layout.parties and (heading := heading_before(text, known)):
            yield subject_of(heading, text)
    yield from (without_site(Piece.of(text, title), text) for title in text.passages_of(PassageKind.TITLE))
    yield from (Piece.of(text, head) for head in text.passages_of(PassageKind.HEADING) if head.level == 1)
    yield from (Piece.of(text, line) for line in text.passages_of(PassageKind.BOX_LINE) if line.label == "title")
    yield from _lemma(text)
    yield from _named_in_prose(text, document_name)


def _lemma(text: Text) -> Iterator[Piece]:
    """`OLDFORD, BATTLE OF (3 May 1864).`: the word under which a dictionary has its entry."""
    for passage in islice(text.passages_of(PassageKind.PARAGRAPH), 1):
        piece = Piece.of(text, passage)
        found = _ENTRY.match(piece.words[:_LONGEST_NAME])
        if found and event_kind(found["noun"]) is not EventKind.UNKNOWN:
            yield piece.part(*found.span(1))


def _named_in_prose(text: Text, document_name: str) -> Iterator[Piece]:
    """The event that the prose names most, or that the document's own name speaks of."""
    spoken = set(tokens(_own_name(document_name)))
    first: dict[str, Piece] = {}
    for passage in text.passages_of(PassageKind.PARAGRAPH):
        for piece, kind, name in named_events(Piece.of(text, passage)):
            if kind is not EventKind.AGREEMENT:
                first.setdefault(name, piece)
    seen = _spoken_of(first, text)
    ranked = sorted(first, key=lambda name: (-_shared(name, spoken), -_weight(name, seen), first[name].start))
    if ranked and (_shared(ranked[0], spoken) or _weight(ranked[0], seen) > 1):
        yield first[ranked[0]]


def _shared(name: str, spoken: set[str]) -> int:
    return len(spoken & set(tokens(name)))


def _spoken_of(names: Iterable[str], text: Text) -> Counter[str]:
    """How often the text speaks of the words of some names."""
    wanted = {token for name in names for token in tokens(name)}
    spoken = (tokens(text.words(passage)) for passage in text.passages) if wanted else ()
    return Counter(token for said in spoken for token in said if token in wanted)


def _weight(name: str, seen: Counter[str]) -> int:
    return min((seen[token] for token in tokens(name)), default=0)


def _kind(label: str, text: Text) -> EventKind:
    """What a name calls the event, else what a line of the record or its layout calls it."""
    if (kind := event_kind(label)) is not EventKind.UNKNOWN:
        return kind
    for line in text.passages_of(PassageKind.FACT_LINE):
        if table("conflict_types").code_of(text.words(line)):
            return event_kind(text.words(line))
    layout = layout_of(rows_in(text))
    return layout.kind if layout else EventKind.UNKNOWN


def _parties(text: Text, gazetteer: Gazetteer) -> Iterator[ActorMention]:
    """The actors on the lines that list belligerents, else those in the names of the event."""
    lines = [line for line in text.passages_of(PassageKind.BOX_LINE) if line.label == "combatants"]
    lines = lines or [line for line in text.passages_of(PassageKind.FACT_LINE) if "," in text.words(line)]
    for line in lines or text.passages_of(PassageKind.TITLE):
        for actor in gazetteer.actors_in(text.words(line)):
            yield ActorMention(line.start + actor.start, line.start + actor.end, actor.words, actor.actor, actor.sort)
