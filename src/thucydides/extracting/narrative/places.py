"""Where was it?"""

import re
from collections.abc import Iterator

from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of, pattern, phrases, words_of
from thucydides.vocabulary import EventKind, EventMention, FormSort, Wording

_CAPITAL = r"(?:[^\W\d_a-zà-öø-ÿ]\w{0,30}(?:[-–'’][^\W\d_]{1,30}){0,3}\.?)"
_PROPER = rf"{_CAPITAL}(?:\s(?:of\s(?:the\s)?|de\s|la\s|al-)?{_CAPITAL}){{0,4}}"
_BORDER = r"(?:border|frontier|boundary|line)"
_SPOTS = tuple(
    re.compile(said)
    for said in (
        rf"\b(?:on|along|near|at|across)\sthe\s(?P<place>{_BORDER}\sbetween\s(?:the\s)?{_PROPER}\sand\s(?:the\s)?{_PROPER})",
        rf"\b(?:on|along|near|at|across)\sthe\s(?P<place>{_BORDER}\sof\s(?:the\s)?{_PROPER})",
        rf"\bthe\sterritory\s(?P<place>between\s(?:the\s)?(?:\w+\s)?\w+\sand\s(?:the\s)?{_PROPER})",
        rf"\b(?:territory|clash|fighting|war|battle|troops|lands?)\salong\s(?:the\s)?(?P<place>{_PROPER}(?:\s\([A-Z]\w+\))?)",
        rf"\b(?:near|at)\s(?:the\s)?(?:\w+\s){{1,3}}?(?:at|of|in|near)\s(?P<place>(?:the\s)?{_PROPER})",
        rf"\b(?:near|at|off|beside)\s(?:the\s)?(?P<place>{_PROPER})",
        rf"\b(?:on|along|across|upon|in)\s(?:the\s)?(?P<place>(?:{_CAPITAL}\s){{0,3}}{any_of('waters')}(?:\s{_CAPITAL}){{0,2}})",
        rf"\boccupied\s(?P<place>{_CAPITAL}\s(?:island|hill|village|ridge))\b",
    )
)
# For each, words of which it needs one.
_LED_BY = tuple(
    map(
        frozenset,
        (
            *(("border", "frontier", "boundary", "line"),) * 2, ("territory",), ("along",), ("near", "at"),
            ("near", "at", "off", "beside"), ("on", "along", "across", "upon", "in"), ("occupied",),
        ),
    )
)  # fmt: skip
_MEETINGS = ("fighting", "described", "onslaughts", "occupying")
_BATTLES = (EventKind.BATTLE, EventKind.INCIDENT)
_REACH = 120
_OTHERS = re.compile(r"[;:]|\b(?:who|whose|where|when|before|after|until)\b")
_HAD = re.compile(r"\bhad\s(?:been\s)?\w+\s$")
_EARLIER = re.compile(r"\b(?:had|having|before|after|since|previously|earlier)\b[^,.;]{0,60}$", re.IGNORECASE)
_NAMESAKE = re.compile(
    rf"(?P<place>{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}?)\s(?i:{any_of('event_nouns')}),?\s\(?(?:so\s)?(?:called\s|named\s)?after\s(?:an?|the)\s(?:\w+\s)?(?:village|town|hill|city|hamlet|river|lake|mountain|island|temple|farm|settlement)"
)
_BRACKETED = re.compile(rf"\s?\((?P<place>{_CAPITAL}(?:\s{_CAPITAL})*\s{_BORDER})\)")
_LANDSCAPE = re.compile(rf"^(?:the\s)?(?:{any_of('waters')})\s")


def places(hearing: Hearing) -> Iterator[Heard]:
    """Where the sentence says that its events happened, or where its sides met."""
    if not hearing.asserted or hearing.topics[0].kind is EventKind.AGREEMENT:
        return
    yield from _namesakes(hearing)
    for named, event in hearing.opened:
        yield from _in_the_name(hearing, named.start, named.end, event)
    if hearing.titles:
        return
    if not hearing.told and not any(True for _ in hearing.found(*_MEETINGS)):
        return
    taken: list[tuple[int, int]] = []
    for led, spot in zip(_LED_BY, _SPOTS, strict=True):
        for hit in () if words_of(hearing.words).isdisjoint(led) else spot.finditer(hearing.words):
            free = all(hit.end() <= start or end <= hit.start() for start, end in taken)
            if free and _is_where_they_met(hearing, hit.start(), hit["place"]):
                taken.append(hit.span())
                yield from _spot(hearing, hit)


def _namesakes(hearing: Hearing) -> Iterator[Heard]:
    """The X Incident (after a nearby village): the name says where."""
    for hit in _NAMESAKE.finditer(hearing.words) if "after" in hearing.words else ():
        for event in hearing.topics:
            yield from hearing.say(
                hearing.at(hit.start("place"), hit.end()), "place", Wording(hit["place"]), event=event
            )


def _is_where_they_met(hearing: Hearing, offset: int, place: str) -> bool:
    """In a sentence about the event itself, or soon after the verb by which one side met the other.

    An article about one battle tells of marches, lives and landings too: there the verb is one of fighting, in the same
    clause and not of an earlier time, or the place is that of the battle's name.
    """
    if hearing.told:
        return True
    topic = hearing.topics[0]
    battle = topic.kind in _BATTLES and topic.label == hearing.scene.event.label
    battle = battle and place.casefold() not in topic.label.casefold()
    verbs = [
        verb for name in _MEETINGS[: 1 if battle else None] for verb in pattern(name).finditer(hearing.flat, 0, offset)
    ]
    near = [verb for verb in verbs if offset - verb.end() <= _REACH]
    if not battle:
        return bool(near)
    if _HAD.search(hearing.flat, max(0, offset - 40), offset):
        return False
    return any(
        not _OTHERS.search(hearing.flat, verb.end(), offset) and not _EARLIER.search(hearing.flat, 0, verb.start())
        for verb in near
    )


def _spot(hearing: Hearing, hit: re.Match[str]) -> Iterator[Heard]:
    start, end = hit.span("place")
    words = hit["place"]
    if hearing.flat[start].isspace() or words.split()[0] in phrases("months") or hearing.denied(start):
        return
    if hearing.event_at(start) is not None or _is_people(hearing, start, end):
        return
    for event in hearing.topics:
        yield from hearing.say(hearing.at(hit.start(), end), "place", Wording(_clean(words)), event=event)
    if (beside := _BRACKETED.match(hearing.words, end)) and hearing.opened:
        for event in hearing.topics:
            at = hearing.at(*beside.span("place"))
            yield from hearing.say(at, "place", Wording(at.words), event=event)


def _clean(words: str) -> str:
    return " ".join(words.split()).rstrip(".")


def _is_people(hearing: Hearing, start: int, end: int) -> bool:
    """Is it a nationality, an army or a state by itself, rather than a place?"""
    for actor in hearing.actors:
        if actor.start == start and actor.end == end:
            return True
        if start <= actor.start < end and actor.sort in (FormSort.ARMY, FormSort.PEOPLE):
            return True
        if (
            actor.start == start
            and actor.sort is FormSort.ADJECTIVE
            and not _ends_in_landscape(hearing.words[start:end])
        ):
            return True
    return False


def _ends_in_landscape(words: str) -> bool:
    return words.split()[-1] in phrases("waters")


def _in_the_name(hearing: Hearing, start: int, end: int, event: EventMention) -> Iterator[Heard]:
    """Battle of Lake X: the landscape in the name says where."""
    joined = re.search(r"\sof\s(?:the\s)?", hearing.words[start:end])
    if (
        joined
        and event.kind in (EventKind.BATTLE, EventKind.INCIDENT)
        and (_LANDSCAPE.match(hearing.words[start + joined.end() : end]))
    ):
        where = hearing.at(start + joined.end(), end)
        yield from hearing.say(where, "place", Wording(where.words), event=event)
