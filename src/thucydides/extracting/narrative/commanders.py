"""Who led them?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from thucydides.extracting.narrative.actors import subject_of
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of, marks
from thucydides.vocabulary import ActorMention, Name

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ](?:[\w-]|['’](?!s\b)){0,30}\.?"
_PARTICLE = r"(?:de|von|van|der|den|la|el|al|bin|ibn|du|di|da|af|zu)"
_NAME = rf"(?:{_PARTICLE}\s){{0,2}}{_CAPITAL}(?:\s(?:{_PARTICLE}\s){{0,2}}(?:[ae]l-)?{_CAPITAL}){{0,4}}"
_RANK = any_of("ranks").replace(r"\s+", r"[\s-]")
_RANKED = re.compile(rf"(?<![\w-])(?:{_RANK}\s(?:the\s)?)+(?P<name>{_NAME})(?!\w)")
_UNRANKED = re.compile(
    rf"\b(?:(?:commanded|led|headed)\sby|under(?:\sthe\s(?:command|leadership)\sof)?)\s(?P<name>{_NAME})(?!\w)"
)
_FORCE_OF = re.compile(rf"(?:{any_of('arms')}|\bhost|\d)\sof\s(?:the\s)?$|\b(?:its|their)\scommander,?\s$")
_UNRANKED_BY = frozenset({"under", "commanded", "led", "headed"})
_SEVERAL = frozenset({"generals", "colonels", "admirals", "marshals"})
_RANKS = re.compile(rf"\b(?:Generals|Colonels|Admirals|Marshals)\s(?P<name>{_CAPITAL})")
_FURTHER = re.compile(rf"(?:,\s|,?\sand\s)(?P<name>{_CAPITAL})(?=,|\sand\s|[.;]|\s[a-z])")
_OF_A_FORCE = re.compile(rf"\s(?:{any_of('formations', 'arms')}|[Tt]reaty|[Rr]ule|[Ff]lag|[Ff]ire)")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_SURNAME = re.compile(r"[^\W\d_]{3}")
_LEADS = re.compile(rf"\b{any_of('commanding')}\s(?:the\s|their\s|his\s)?(?:[A-Z]\w+\s)?$", re.IGNORECASE)
_LED = re.compile(
    rf"^(?:,[^,.;]{{0,60}},)?\s(?:and\s[^,.;]{{1,50}}?\s)?(?:(?:had|has|was|is)\s(?:\w+\s)?)?"
    rf"(?:{any_of('fighting', 'deeds', 'commanding')}|ordered|launched|defeated|took|sent|held|divided|beat|broke"
    r"|fell|landed|brought|surrounded|marched|drove|escaped|telegraphs|reports|killed|wounded|understood|reported|with\s\d)\b"
    r"|^,\swho\s(?:commanded|led|headed)\s"
)
_LED_WHOM = re.compile(
    r"(?:(?:’s|'s|’|')|,?\swho)?\s(?:(?:led|commanded|headed|brought|with)\s(?:up\s|in\s)?)?(?:the\s|a\s|his\s|some\s|about\s)?(?:\d[\d,]*\s)?"
)
_NEAR = 24
_FORCE = re.compile(
    r"^(?:’s|'s|’|')\s(?:\w+\s){0,2}?(?:force|forces|army|troops|men|brigade|division|corps|cavalry|infantry|command|fleet|squadron|regiment|corps|battery|battalion|Army|Corps|Division|Brigade)\b"
)
_THEIR_FORCE = re.compile(rf"(?<![\w-]){any_of('arms')}\s(?:of|under|led\sby|commanded\sby)\s(?:the\s)?$")


def commanders(hearing: Hearing) -> Iterator[Heard]:
    """Persons who are said to lead, by their rank or as those under whom a force stands, with the side beside them."""
    if not hearing.asserted or hearing.titles:
        return
    for start, end, side in leaders(hearing):
        if not side:
            continue
        at = hearing.at(start, end)
        yield from hearing.say(at, "commander", Name(" ".join(at.words.split())), actors=side)


# The discourse asks who leads before the commanders of the same sentence are heard.
@lru_cache(maxsize=1)
def leaders(hearing: Hearing) -> tuple[tuple[int, int, list[ActorMention]], ...]:
    """Where each commander's name begins and ends, and the side beside it."""
    return tuple(_leaders(hearing))


def _leaders(hearing: Hearing) -> Iterator[tuple[int, int, list[ActorMention]]]:
    spoken = hearing.spoken
    for hit in () if spoken.isdisjoint(marks("ranks")) else _RANKED.finditer(hearing.flat):
        if _is_said_to_lead(hearing, hit):
            yield from _person(hearing, hit, hit.start())
    for hit in () if spoken.isdisjoint(_UNRANKED_BY) else _UNRANKED.finditer(hearing.flat):
        ranked = _RANKED.match(hearing.flat, hit.start("name")) or _RANKS.match(hearing.flat, hit.start("name"))
        if not ranked and not _OF_A_FORCE.match(hearing.flat, hit.end("name")):
            yield from _person(hearing, hit, hit.start("name"))
    for hit in () if spoken.isdisjoint(_SEVERAL) else _RANKS.finditer(hearing.flat):
        yield from _persons(hearing, hit)


def _is_said_to_lead(hearing: Hearing, hit: re.Match[str]) -> bool:
    before, after = hearing.flat[max(0, hit.start() - 48) : hit.start()], hearing.flat[_name_end(hit) : hit.end() + 90]
    return bool(_LEADS.search(before) or _FORCE_OF.search(before) or _LED.match(after) or _FORCE.match(after))


def _name_end(hit: re.Match[str]) -> int:
    return hit.start("name") + len(_FULL_STOP.sub("", hit["name"].rstrip()))


def _person(hearing: Hearing, hit: re.Match[str], start: int) -> Iterator[tuple[int, int, list[ActorMention]]]:
    end = _name_end(hit)
    words = hearing.words[hit.start("name") : end]
    if hearing.denied(start) or not _SURNAME.search(words) or _is_an_actor(hearing, hit.start("name"), end):
        return
    yield hit.start("name"), end, _side(hearing, start) or _led_side(hearing, end)


def _persons(hearing: Hearing, first: re.Match[str]) -> Iterator[tuple[int, int, list[ActorMention]]]:
    """`Generals A, B and C`: the side of the first is that of all."""
    side = _side(hearing, first.start())
    hit: re.Match[str] | None = first
    while hit is not None:
        yield hit.start("name"), _name_end(hit), side
        hit = _FURTHER.match(hearing.flat, hit.end("name"))


def _is_an_actor(hearing: Hearing, start: int, end: int) -> bool:
    """Is it a state or people by its own name? A commander may stand for a side without being one."""
    beside = [actor for actor in hearing.actors if actor.start < end and start < actor.end]
    return any(hearing.words[actor.start : actor.end] == actor.words for actor in beside)


def _led_side(hearing: Hearing, end: int) -> list[ActorMention]:
    """The side of the force that the person led: `led the Austrian army`, `'s Austrians`."""
    led = _LED_WHOM.match(hearing.flat, end)
    after = [actor for actor in hearing.actors if led and led.end() <= actor.start <= led.end() + 3]
    return after[:1]


def _side(hearing: Hearing, start: int) -> list[ActorMention]:
    """The nationality right before the rank, or of the force that is `under` or `led by` the person."""
    before = [actor for actor in hearing.actors if actor.end <= start]
    if not before:
        return []
    between = hearing.flat[before[-1].end : start]
    leads = _LEADS.search(between) or _FORCE_OF.search(between)
    if not between.strip() or (len(between) <= _NEAR and _THEIR_FORCE.search(hearing.flat, before[-1].start, start)):
        return before[-1:]
    return list(subject_of(hearing, before[-1].end)) if len(between) <= 60 and leads else []
