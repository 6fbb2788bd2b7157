"""Who led them?"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from thucydides.extracting.narrative.actors import joined, subject_of
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
_OFFICE = re.compile(rf"(?<![\w-]){any_of('offices')}(?![\w-])")
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
_MET = re.compile(rf"(?<![\w-])(?:{any_of('fighting')}|against)(?![\w-])", re.IGNORECASE)
_OF = re.compile(r"\sof\s(?:the\s)?")
_NAME_AFTER = re.compile(rf"\s(?P<name>{_NAME})(?!\w)")
_NAME_BEFORE = re.compile(rf"(?<![\w-])(?P<name>{_NAME}),\s(?:the\s|an?\s|then\s|now\s)?(?:[a-z]+\s)?$")
_HIS_FORCE = re.compile(
    rf"(?:His|Their|Its)\s[^,.;]{{0,40}}?{any_of('arms')}\s[^,.;]{{0,30}}?(?:led|commanded|headed)\sby\s(?:the\s)?$"
)
_RULER = re.compile(rf"(?<![\w-])(?P<name>{_CAPITAL}(?:\s{_CAPITAL})?\s[IVX]{{1,5}})\sof\s(?:the\s)?")
_NUMERAL = re.compile(r"\s[IVX]{1,5}\sof\s")
_CROWNED = re.compile(r"(?:King|Queen|Emperor|Sultan|Tsar|Czar|Shah|Empress|[IVX]{1,5})\b(?:\s\w+){0,3}$")


_MARKS = marks("ranks", "offices") | _UNRANKED_BY | _SEVERAL


class Leader(NamedTuple):
    """A person who is named with a rank, an office or at the head of a force: where the name begins and ends, and the
    side beside it, if one is. `leads`: does the sentence say that the person led in the fight?"""

    start: int
    end: int
    side: tuple[ActorMention, ...]
    leads: bool = True


def commanders(hearing: Hearing) -> Iterator[Heard]:
    """Persons who are said to lead, by their rank or as those under whom a force stands, with the side beside them."""
    if not hearing.asserted or hearing.titles:
        return
    for leader in leaders(hearing):
        side = leader.side or hearing.side_of(hearing.words[leader.start : leader.end])
        if not side or not leader.leads:
            continue
        at = hearing.at(leader.start, leader.end)
        yield from hearing.say(at, "commander", Name(" ".join(at.words.split())), actors=side)


# The discourse asks who leads before the commanders of the same sentence are heard.
@lru_cache(maxsize=1)
def leaders(hearing: Hearing) -> tuple[Leader, ...]:
    """The persons of the sentence, by their rank, their office or as those under whom a force stands."""
    if hearing.spoken.isdisjoint(_MARKS) and not (hearing.actors and _NUMERAL.search(hearing.flat)):
        return ()
    found: list[Leader] = []
    for leader in _leaders(hearing):
        if all(leader.end <= one.start or one.end <= leader.start for one in found):
            found.append(leader)
    return tuple(found)


def _leaders(hearing: Hearing) -> Iterator[Leader]:
    spoken = hearing.spoken
    yield from _office_holders(hearing)
    if hearing.actors and "of" in spoken and _NUMERAL.search(hearing.flat):
        yield from _rulers(hearing)
    for hit in () if spoken.isdisjoint(marks("ranks")) else _RANKED.finditer(hearing.flat):
        yield from _person(hearing, hit, hit.start(), leads=_is_said_to_lead(hearing, hit.start(), _name_end(hit)))
    for hit in () if spoken.isdisjoint(_UNRANKED_BY) else _UNRANKED.finditer(hearing.flat):
        ranked = _RANKED.match(hearing.flat, hit.start("name")) or _RANKS.match(hearing.flat, hit.start("name"))
        if not ranked and not _OF_A_FORCE.match(hearing.flat, hit.end("name")):
            yield from _person(hearing, hit, hit.start("name"))
    for hit in () if spoken.isdisjoint(_SEVERAL) else _RANKS.finditer(hearing.flat):
        yield from _persons(hearing, hit)


def _office_holders(hearing: Hearing) -> Iterator[Leader]:
    """`The Swedish king A`; `B, king of Sweden`; `C, the Russian general`."""
    if not hearing.actors or hearing.spoken.isdisjoint(marks("offices")):
        return
    for hit in _OFFICE.finditer(hearing.flat):
        before = [actor for actor in hearing.actors if actor.end + 1 == hit.start()]
        side, end = (before[-1:], hit.end()) if before else _realm(hearing, hit.end())
        if not side:
            continue
        first = before[-1].start if before else hit.start()
        name = _NAME_AFTER.match(hearing.flat, hit.end()) if before else None
        apposed = None if name else _NAME_BEFORE.search(hearing.flat, max(0, first - 60), first)
        if (name := name or apposed) and not _is_an_actor(hearing, name.start("name"), _name_end(name)):
            last = end if apposed else _name_end(name)
            leads = _is_said_to_lead(hearing, name.start("name"), last)
            yield Leader(name.start("name"), _name_end(name), tuple(side), leads)


def _realm(hearing: Hearing, start: int) -> tuple[list[ActorMention], int]:
    """`King of Sweden`: whose."""
    of = _OF.match(hearing.flat, start)
    found = [actor for actor in hearing.actors if of and actor.start == of.end()]
    return found, found[0].end if found else start


def _rulers(hearing: Hearing) -> Iterator[Leader]:
    """`Charles XII of Sweden`."""
    for hit in _RULER.finditer(hearing.flat):
        side = tuple(actor for actor in hearing.actors if actor.start == hit.end())
        if side:
            yield Leader(
                hit.start("name"), hit.end("name"), side, _is_said_to_lead(hearing, hit.start("name"), side[0].end)
            )


def _is_said_to_lead(hearing: Hearing, start: int, end: int) -> bool:
    before, after = hearing.flat[max(0, start - 48) : start], hearing.flat[end : end + 90]
    return bool(_LEADS.search(before) or _FORCE_OF.search(before) or _LED.match(after) or _FORCE.match(after))


def _name_end(hit: re.Match[str]) -> int:
    return hit.start("name") + len(_FULL_STOP.sub("", hit["name"].rstrip()))


def _person(hearing: Hearing, hit: re.Match[str], start: int, *, leads: bool = True) -> Iterator[Leader]:
    end = _name_end(hit)
    words = hearing.words[hit.start("name") : end]
    if hearing.denied(start) or not _SURNAME.search(words) or _is_an_actor(hearing, hit.start("name"), end):
        return
    side = _side(hearing, start) or _led_side(hearing, end)
    if not side and _CROWNED.search(hearing.flat, start, end):
        side, _ = _realm(hearing, end)
    yield Leader(hit.start("name"), end, tuple(side), leads)


def _persons(hearing: Hearing, first: re.Match[str]) -> Iterator[Leader]:
    """`Generals A, B and C`: the side of the first is that of all."""
    side = tuple(_side(hearing, first.start()))
    hit: re.Match[str] | None = first
    while hit is not None:
        yield Leader(hit.start("name"), _name_end(hit), side)
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
        return list(hearing.subject) if _HIS_FORCE.match(hearing.flat[:start]) else []
    between = hearing.flat[before[-1].end : start]
    leads = _LEADS.search(between) or _FORCE_OF.search(between)
    if not between.strip():
        return before[-1:]
    if _MET.search(between):
        return []
    if len(between) <= _NEAR and _THEIR_FORCE.search(hearing.flat, before[-1].start, start):
        return list(joined(hearing, before))
    return list(subject_of(hearing, before[-1].end)) if len(between) <= 60 and leads else []
