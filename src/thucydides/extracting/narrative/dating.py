"""When did the event happen, begin and end?"""

import re
from collections.abc import Iterator

from thucydides.extracting.dating import are_both, said_by
from thucydides.extracting.narrative.hearing import READER, Heard, Hearing
from thucydides.extracting.narrative.mentions import Naming
from thucydides.extracting.narrative.verbs import dated_verbs
from thucydides.extracting.scene import Scene
from thucydides.vocabulary import DateForm, DatePhrase, EventKind, EventMention, HistoricalDate, Name, PassageKind, Role

_ATTRIBUTES = {"happened": "date", "began": "start_date", "ended": "end_date"}
_YEAR_AFTER = re.compile(r"\((\d{3,4})\)$")
_LASTED = re.compile(r"\b(?:lasted|lasting|fought|raged)\s(?:for\s)?$", re.IGNORECASE)
_TITLE_BRACKET = re.compile(r"[^()\n]{2,120}?\((?P<inside>[^()\n]{4,60})\)")
_LONGEST_BRACKET = 70
_BEFORE_THE_NEWS = re.compile(r"\bhad\s(?:\w+\s){0,2}$")
_IS_A = re.compile(
    r"\s(?:was|were)\s(?:an?|the|one|part)\s(?:(?!who\b|which\b|that\b|when\b|after\b|before\b)[^,.;:])*?\s(?:on\s)?$"
)
_COPULA = re.compile(r"^[\s,]*(?:was|were)\b")


def dates(hearing: Hearing) -> Iterator[Heard]:
    """The dates of the events that the sentence introduces or describes."""
    yield from _described(hearing)
    if not hearing.asserted or hearing.titles:
        return
    yield from _in_brackets(hearing)
    yield from _introduced(hearing)
    yield from _launched(hearing)
    yield from _fallen(hearing)
    yield from _lengths(hearing)
    yield from _reported(hearing)


def dated_title(scene: Scene) -> Iterator[Heard]:
    """The days in the bracket of the title: `Old Ford (3 May 1864)`; boxes and records have rows of their own for them.

    Years alone may be those of a person's life.
    """
    span = scene.event.span
    if span is None or next(scene.text.passages_of(PassageKind.BOX_LINE, PassageKind.FACT_LINE), None):
        return
    bracket = _TITLE_BRACKET.match(scene.text.content[span.start : span.end + _LONGEST_BRACKET])
    if bracket is None or span.start + bracket.start("inside") > span.end + len(" ("):
        return
    phrases = scene.dates_in(bracket["inside"])
    if len(phrases) != 1 or phrases[0][0].end - phrases[0][0].start < len(bracket["inside"].strip()):
        return
    phrase, inferred = phrases[0]
    at = span.start + bracket.start("inside") + phrase.start, span.start + bracket.start("inside") + phrase.end
    for attribute, value in said_by(phrase):
        if isinstance(value, HistoricalDate) and value.earliest and value.earliest == value.latest:
            yield scene.stated(at, attribute, value, READER, inferred=inferred)


def _described(hearing: Hearing) -> Iterator[Heard]:
    """The conflict in August 1945; the X War (1939): the mention itself holds the date."""
    for named, event in hearing.named:
        if event.span is None or event.span.start != hearing.sentence.start + named.start:
            continue
        inside = next((date for date in hearing.dates if named.start <= date.start and date.end <= named.end), None)
        dated = named.naming is Naming.DESCRIBED or _YEAR_AFTER.search(named.label)
        if inside and dated and inside.date and (hearing.asserted or named.naming is Naming.DESCRIBED):
            yield from hearing.say(hearing.at(named.start, named.end), "date", inside.date, event=event)


def _in_brackets(hearing: Hearing) -> Iterator[Heard]:
    """Dates in the brackets right after the name of an event that the sentence introduces."""
    for named, event in hearing.opened:
        for date in hearing.dates:
            lead = hearing.words[named.end : date.start]
            if date.start >= named.end and len(lead) <= 80 and lead.lstrip().startswith("(") and ")" not in lead:
                yield from _values(hearing, date, event)
                break


def _values(hearing: Hearing, phrase: DatePhrase, event: EventMention, attribute: str = "date") -> Iterator[Heard]:
    """The claims of one date phrase about one event."""
    at = hearing.time(phrase)
    date, evidence = hearing.dated(phrase)
    if date and is_extent(phrase) and date.begin and date.finish and attribute == "date":
        yield from hearing.say(at, "start_date", date.begin, event=event, evidence=evidence)
        yield from hearing.say(at, "end_date", date.finish, event=event, evidence=evidence)
    elif date is not None:
        yield from hearing.say(at, attribute, date, event=event, evidence=evidence)


def is_extent(phrase: DatePhrase) -> bool:
    """`From 3 to 9 May`; `on 7 and 8 May`, of which both are days of the event."""
    return phrase.form is DateForm.EXTENT or (phrase.form is DateForm.BETWEEN and are_both(phrase))


def _introduced(hearing: Hearing) -> Iterator[Heard]:
    """In May 1900 the Battle of X took place: the date by the verb of happening, for all events introduced."""
    events = tuple(event for _, event in hearing.told)
    if not events:
        return
    first = hearing.told[0][0]
    for verb in dated_verbs(hearing):
        if verb.date and verb.meaning in _ATTRIBUTES and _of_event(hearing, verb.start, first):
            for event in events:
                yield from _values(hearing, verb.date, event, _ATTRIBUTES[verb.meaning])
            return
    if (only := _only_date(hearing)) and hearing.opened and _IS_A.match(hearing.flat[: only.start], first):
        for event in events:
            yield from _values(hearing, only, event)
        return
    opening = hearing.dates[0] if hearing.dates else None
    named = hearing.opened[0][0] if hearing.opened else None
    if (
        opening
        and named
        and opening.start <= 16
        and opening.end <= named.start
        and _COPULA.match(hearing.flat, named.end)
    ):
        for event in events:
            yield from _values(hearing, opening, event)


def _only_date(hearing: Hearing) -> DatePhrase | None:
    """The one date of a sentence, where it gives the day or the days."""
    outside = [phrase for phrase in hearing.dates if not hearing.flat[phrase.start].isspace()]
    if len(outside) != 1 or outside[0].date is None:
        return None
    return outside[0] if is_extent(outside[0]) or len(outside[0].date.edtf) >= len("1866-05-24") else None


def _launched(hearing: Hearing) -> Iterator[Heard]:
    """On 20 August they launched the X Offensive: the event is the object of a verb of beginning."""
    for verb in dated_verbs(hearing):
        for named, event in hearing.named:
            launched = verb.meaning == "began" and 0 < named.start - verb.end <= 8 and named.naming is not Naming.PLAIN
            if not launched or event.kind is EventKind.AGREEMENT:
                continue
            if named.naming is Naming.PROPER:
                yield from hearing.say(hearing.at(named.start, named.end), "name", Name(named.label), event=event)
            if verb.date:
                yield from _values(hearing, verb.date, event, "start_date")


def _fallen(hearing: Hearing) -> Iterator[Heard]:
    """A siege ends when the place surrenders."""
    for verb in dated_verbs(hearing):
        if verb.meaning == "surrendered" and verb.date and "siege" in hearing.topics[0].label.casefold():
            yield from _values(hearing, verb.date, hearing.topics[0], "end_date")


def _of_event(hearing: Hearing, verb: int, name_end: int) -> bool:
    """Is the event the subject of the verb: by its own name, or as a pronoun right before it?"""
    return verb >= name_end and verb - name_end <= (400 if hearing.opened else 60)


def _reported(hearing: Hearing) -> Iterator[Heard]:
    """`LONDON, 3 May 1911. - The marines seized the port yesterday`: what a despatch opens with is its event."""
    if not hearing.is_news or hearing.topics[0] is not hearing.scene.event:
        return
    told = hearing.found("fighting", "deeds", "entering")
    deeds = [deed.start() for deed in told if not _BEFORE_THE_NEWS.search(hearing.flat, 0, deed.start())]
    for phrase in hearing.dates:
        if phrase.start in hearing.times and any(hearing.same_clause(deed, phrase.start) for deed in deeds):
            yield from _values(hearing, phrase, hearing.scene.event)
            return


def _lengths(hearing: Hearing) -> Iterator[Heard]:
    """The siege lasted 40 days; after fighting for 11 days."""
    for phrase in hearing.dates:
        if phrase.form is not DateForm.DURATION or phrase.duration is None:
            continue
        before = hearing.flat[max(0, phrase.start - 40) : phrase.start]
        if hearing.told and _LASTED.search(before):
            yield from hearing.say(hearing.at(phrase.start, phrase.end), "duration", phrase.duration)


def attacks(
    hearing: Hearing,
) -> Iterator[tuple[int, DatePhrase, HistoricalDate, tuple[tuple[Role, tuple[int, int]], ...]]]:
    """Attacks in the sentence that it dates, for the one who hears who began it."""
    for verb in dated_verbs(hearing):
        if verb.meaning == "attacked" and verb.date and verb.date.form is DateForm.POINT:
            date, evidence = hearing.dated(verb.date)
            if date is not None and hearing.topics[0].kind is not EventKind.AGREEMENT:
                yield verb.start, verb.date, date, evidence
