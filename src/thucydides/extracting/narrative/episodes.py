"""Does the sentence tell of a part of the war that has no name but its month?"""

import re
from collections.abc import Iterator

from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import DateForm, DatePhrase, EventKind, EventMention, HistoricalDate, Role

_OPENING = re.compile(
    r"^(?:In|During|Throughout)\s(?:the\s(?:month\sof|summer\sof|spring\sof|winter\sof|autumn\sof)\s)?$"
)
_FOUGHT = re.compile(
    r"\b(?:after|following|in)\s(?:[a-z]+\s){0,2}(?:battling|fighting|combat|battle)\s(?:for|of|over)\s(?:[a-z]+\s)?$",
    re.IGNORECASE,
)


def episode_of(hearing: Hearing) -> EventMention | None:
    """The campaign that a sentence dates by its month and by how long it was fought; named by its month and year."""
    if hearing.opened or (found := _month(hearing)) is None or _length(hearing) is None:
        return None
    phrase, date, _ = found
    month = " ".join(hearing.words[phrase.start : phrase.end].split())
    label = f"{month} {date.edtf[:4]}" if phrase.lacks_year else month
    span = hearing.scene.text.span(*hearing.at(phrase.start, phrase.end).at)
    return EventMention(label, span, EventKind.CAMPAIGN, hearing.topics[0].label)


def episodes(hearing: Hearing) -> Iterator[Heard]:
    """When such a part was, and how long it was fought."""
    if hearing.topics[0].kind is not EventKind.CAMPAIGN or hearing.opened:
        return
    found, length = _month(hearing), _length(hearing)
    if found is None or length is None:
        return
    _, date, evidence = found
    yield from hearing.say(hearing.at(0, length.end), "date", date, evidence=evidence)
    if length.duration is not None:
        yield from hearing.say(_with_lead(hearing, length), "duration", length.duration)


_Time = tuple[DatePhrase, HistoricalDate, tuple[tuple[Role, tuple[int, int]], ...]]


def _month(hearing: Hearing) -> _Time | None:
    """The month or season with which the sentence opens."""
    for phrase in hearing.dates[:1]:
        if phrase.form is DateForm.POINT and _OPENING.match(hearing.words[: phrase.start]):
            date, evidence = hearing.dated(phrase)
            return (phrase, date, evidence) if date is not None else None
    return None


def _length(hearing: Hearing) -> DatePhrase | None:
    return next(
        (
            phrase
            for phrase in hearing.dates
            if phrase.form in (DateForm.DURATION, DateForm.RELATIVE)
            and _FOUGHT.search(hearing.words[max(0, phrase.start - 60) : phrase.start])
        ),
        None,
    )


def _with_lead(hearing: Hearing, length: DatePhrase) -> Piece:
    lead = _FOUGHT.search(hearing.words[max(0, length.start - 60) : length.start])
    return hearing.at(length.start - len(lead.group()) if lead else length.start, length.end)
