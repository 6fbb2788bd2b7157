"""Who led them?"""

import re
from collections.abc import Iterator

from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of
from thucydides.vocabulary import ActorMention, Name

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w’'-]{0,30}\.?"
_PERSON = (
    rf"(?P<name>(?:{_CAPITAL}\s)?(?:{_CAPITAL}\s){{0,2}}(?:(?:de|von|van|la|el|al|bin|du|di|da)\s){{0,2}}{_CAPITAL})"
)
_RANKED = re.compile(rf"(?<![\w-])(?:{any_of('ranks')}\s)+{_PERSON}(?!\w)")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_SURNAME = re.compile(r"[^\W\d_]{3}")
_LEADS = re.compile(rf"\b{any_of('commanding')}\s(?:the\s|their\s|his\s)?(?:[A-Z]\w+\s)?$", re.IGNORECASE)
_LED = re.compile(
    r"^(?:,[^,.;]{0,60},)?\s(?:led|commanded|ordered|attacked|marched|surrendered|launched|advanced|withdrew|retreated|defeated|took|sent)\b"
)
_LED_WHOM = re.compile(r"(?:’s|'s|’|')?\s(?:(?:led|commanded|headed|brought)\s)?(?:the\s|a\s)?")
_FORCE = re.compile(
    r"^(?:’s|'s|’|')\s(?:\w+\s){0,2}?(?:force|forces|army|troops|men|brigade|division|corps|cavalry|infantry|command|fleet|squadron|regiment)\b"
)


def commanders(hearing: Hearing) -> Iterator[Heard]:
    """Persons with a rank who are said to lead, with the side named beside them."""
    if not hearing.asserted or hearing.titles:
        return
    for hit in _RANKED.finditer(hearing.flat):
        end = hit.end("name")
        name = _FULL_STOP.sub("", re.sub(r"(?:’s|'s|’|')$", "", hit["name"]).rstrip())
        before, after = (
            hearing.flat[max(0, hit.start() - 48) : hit.start()],
            hearing.flat[hit.start("name") + len(name) : end + 90],
        )
        if not (_LEADS.search(before) or _LED.match(after) or _FORCE.match(after)) or hearing.denied(hit.start()):
            continue
        at = hearing.at(hit.start("name"), hit.start("name") + len(name))
        side = _side(hearing, hit.start()) or _led_side(hearing, hit.end("name"))
        if _SURNAME.search(at.words) and not hearing.scene.gazetteer.actor_named(at.words):
            yield from hearing.say(at, "commander", Name(" ".join(at.words.split())), actors=side)


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
    return before[-1:] if not between.strip() or (len(between) <= 60 and _LEADS.search(between)) else []
