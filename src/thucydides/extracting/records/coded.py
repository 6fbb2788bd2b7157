"""What do the label-less facts of a record say?

Each line is tried by every reader in order of certainty; a line that none understands is reported. Dates come in pairs:
the first that stands alone on a line begins the event, the next ends it.
"""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from thucydides.extracting.phrases import PhraseTable, table
from thucydides.extracting.pieces import Piece
from thucydides.extracting.results import outcomes
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import (
    EVERYONE,
    Claim,
    Code,
    Count,
    Counted,
    DateForm,
    DatePhrase,
    Finding,
    Inference,
    Magnitude,
    NumberSort,
    PassageKind,
    Role,
    Said,
    Target,
    Wording,
    read_dates,
    read_numbers,
)

READER = "coded-record/1"
_LABELLED = re.compile(r"([^:\d]{1,80}):\s*(?=\S)")
_TOGETHER = frozenset({"total", "totals", "all", "all sides", "overall", "sum", "combined", "both sides"})
_MAGNITUDE = re.compile(r"\d\.\d{1,2}")
_LONGEST_DATE = 120
_SMALL_WORD = 3  # letters of `of`, `the`, `von` and the like
_LIST = re.compile(r"\s*[,;/&]\s*|\s+(?:and|vs\.?|versus|against)\s+")
_NOT_A_FACT = re.compile(r"(?:©|\(c\)|copyright|all rights|retrieved|last (?:updated|modified))", re.IGNORECASE)
_DEATHS = PhraseTable.of({
    "dead": ["deaths", "dead", "fatalities", "lives lost", "death toll", "died"],
    "battle_deaths": ["battle deaths", "battle fatalities", "battle dead"],
    "casualties": ["casualties", "losses", "casualties and losses"],
    "killed": ["killed"],
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Record:
    """The fact lines of a scene, with what a line needs to know of the others.

    `dated`: where the lines begin that are dates; `figures`: where the first labelled figure stands, or past the end.
    """

    scene: Scene
    lines: tuple[Piece, ...]
    dated: tuple[int, ...]
    figures: int
    heading: Piece | None
    rule: str


class CodedRecord:
    """Reads facts that stand one a line without labels, as printed under the narrative of a reference work."""

    name = READER

    def claims(self, scene: Scene) -> Iterator[Claim | Finding]:
        """What each fact line says of the record's event."""
        record = _record(scene)
        for line in record.lines:
            if not _NOT_A_FACT.match(line.words) and _DEATHS.code_of(line.words.rstrip(":")) == "":
                yield from _heard(record, line)


def _record(scene: Scene) -> _Record:
    unlabelled = [passage for passage in scene.text.passages_of(PassageKind.FACT_LINE) if not passage.label]
    lines = tuple(piece for passage in unlabelled if (piece := Piece.of(scene.text, passage)))
    headings = (line for line in lines if _DEATHS.code_of(line.words.rstrip(":")))
    labelled = (line.start for line in lines if _LABELLED.match(line.words))
    return _Record(
        scene, lines,
        dated=tuple(line.start for line in lines if _whole_date(line)),
        figures=next(labelled, len(scene.text.content)),
        heading=next(headings, None),
        rule=_rule_for_dead(lines),
    )  # fmt: skip


def _heard(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
    for reader in _READERS:
        if said := tuple(reader(record, line)):
            yield from said
            return
    yield record.scene.unread(line.at, f"a line of the record that no reader knows: {line.words[:80]!r}")


def _code(attribute: str, name: str) -> Callable[[_Record, Piece], Iterator[Claim | Finding]]:
    def read(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
        if code := table(name).code_of(line.words):
            yield record.scene.stated(line.at, attribute, Code((code,)), READER)

    return read


def _region(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
    if all(table("regions").code_of(part.words) for part in line.split(_LIST)):
        yield record.scene.stated(line.at, "region", Wording(line.words), READER)


def _belligerents(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
    """A list of actors, at least half of them known; each is a belligerent, and the whole line says so."""
    names = [part.without_marks() for part in line.split(_LIST)]
    known = [name for name in names if record.scene.gazetteer.actor_named(name.words)]
    if not known or 2 * len(known) < len(names) or not all(_like_a_name(name.words) for name in names):
        return
    for name in names:
        yield record.scene.stated(
            line.at, "belligerent", Said(), READER, target=Target((name.words,)), evidence=[(Role.TARGET, name.at)]
        )


def _like_a_name(words: str) -> bool:
    """Short, in capitals but for its small words: `Italy defeat Austria` is a sentence and no name."""
    if not words[:1].isupper() or len(words.split()) > 6 or any(character.isdigit() for character in words):
        return False
    return all(word[:1].isupper() or len(word) <= _SMALL_WORD for word in words.split())


def _dates(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
    phrase = _whole_date(line)
    if phrase is None:
        return
    if phrase.form is DateForm.EXTENT and phrase.begin and phrase.finish:
        yield record.scene.stated(line.at, "start_date", phrase.begin, READER)
        yield record.scene.stated(line.at, "end_date", phrase.finish, READER)
    elif phrase.date is not None:
        yield record.scene.stated(line.at, _DATE_IN_ORDER[_place_among_dates(record, line)], phrase.date, READER)


_DATE_IN_ORDER = {0: "start_date", 1: "end_date", 2: "date"}


def _place_among_dates(record: _Record, line: Piece) -> int:
    """0 for the first of a pair of dates, 1 for the second; 2 for a date without a partner."""
    return min(record.dated.index(line.start), 2) if len(record.dated) > 1 else 2


def _whole_date(line: Piece) -> DatePhrase | None:
    """The date that a line consists of, if it is nothing but a date."""
    phrases = _phrases(line)
    if len(phrases) != 1 or phrases[0].form in (DateForm.DURATION, DateForm.RELATIVE):
        return None
    around = line.words[: phrases[0].start] + line.words[phrases[0].end :]
    return None if any(character.isalnum() for character in around) else phrases[0]


def _phrases(line: Piece) -> tuple[DatePhrase, ...]:
    """The dates of a line short enough to be a date."""
    return read_dates(line.words[:_LONGEST_DATE]) if len(line.words) <= _LONGEST_DATE else ()


def _durations(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
    phrases = _phrases(line)
    if not phrases or any(phrase.form is not DateForm.DURATION for phrase in phrases):
        return
    for phrase in phrases:
        if phrase.duration is not None:
            yield record.scene.stated(line.part(phrase.start, phrase.end).at, "duration", phrase.duration, READER)


def _losses(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
    """`Total: 28` or `Ruritania: 20[1]`: the dead in all, and by state."""
    label = _LABELLED.match(line.words)
    if label is None:
        return
    name, bare = line.part(*label.span(1)), line.without_marks()
    figures = [number for number in read_numbers(bare.words) if number.sort is NumberSort.COUNT and number.count]
    if len(figures) != 1 or not _only_a_figure(bare.words[label.end() :], figures[0].end - figures[0].start):
        return
    target = _target(name)
    if target is not None and (count := figures[0].count):
        yield _loss(record, bare, name, target, count)


def _only_a_figure(words: str, length: int) -> bool:
    return len(words.strip()) <= length + 2


def _target(name: Piece) -> Target | None:
    if name.words.casefold() in _TOGETHER:
        return EVERYONE
    return Target((name.words,)) if _like_a_name(name.words) else None


def _loss(record: _Record, line: Piece, name: Piece, target: Target, count: Count) -> Claim | Finding:
    heading = record.heading
    evidence = [(Role.TARGET, name.at)] + ([(Role.CONCEPT, heading.at)] if heading else [])
    concept = _DEATHS.code_of(heading.words.rstrip(":")) if heading else "dead"
    return record.scene.stated(
        line.at, "loss", count, READER, target=target, evidence=evidence, counted=Counted(concept, measure="person"),
        concept_words=heading.words if heading else "",
        inferred=() if heading else [Inference("concept", record.rule)],
    )  # fmt: skip


def _rule_for_dead(lines: tuple[Piece, ...]) -> str:
    """Richardson's magnitude is the logarithm of the dead: a total that gives the printed one counts the dead."""
    printed = [float(line.words) for line in lines if _MAGNITUDE.fullmatch(line.words)]
    totals = [
        number.count.low
        for line in lines
        if line.words.partition(":")[0].casefold() in _TOGETHER
        for number in read_numbers(line.words)
        if number.count and number.count.low
    ]
    if any(abs(math.log10(total) - magnitude) <= 0.1 for total in totals for magnitude in printed[:1]):
        return "magnitude-of-total"
    return "record-of-deaths"


def _magnitude(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
    if _MAGNITUDE.fullmatch(line.words) and record.figures < line.start:
        yield record.scene.stated(line.at, "magnitude", Magnitude(line.words), READER)


def _result(record: _Record, line: Piece) -> Iterator[Claim | Finding]:
    """`Ruritanian victory`: an outcome that names its winner."""
    if len(line.words.split()) <= 8:
        yield from outcomes(record.scene, line, READER)


_READERS: tuple[Callable[[_Record, Piece], Iterator[Claim | Finding]], ...] = (
    _code("conflict_type", "conflict_types"),
    _code("issue", "issues"),
    _code("outcome", "outcomes"),
    _region,
    _magnitude,
    _dates,
    _durations,
    _losses,
    _belligerents,
    _result,
)
