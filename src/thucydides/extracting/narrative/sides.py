"""Which sides are named by what they fought for, or as the garrison of a place, and by no state? Who says `we`?"""

import re
from collections.abc import Container
from dataclasses import replace
from functools import cache

from thucydides.extracting.narrative.lexicon import any_of, marks, meanings, words_of
from thucydides.vocabulary import ActorMention, FormSort

_INDIAN = frozenset({"Indian", "Indians"})
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w'’-]{1,30}"
_BODY = r"(?:\s(?:army|armies|forces?|troops|fleet|navy|cavalry|infantry|garrison|soldiers|column)\b)"
_SUFFERS = (
    r"(?=\s(?:(?:had|also|officially|itself|themselves)\s)?(?:lost|suffered|losses|casualties|dead|admitted|lose)\b)"
)


def sides_in(words: str, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The sides of a sentence, those of the tables and those named as `the rebels`, `the garrison of X`, in order.

    A word beside the name of a known actor (`Spanish royalists`) says nothing of its own.
    """
    if _marks().isdisjoint(words_of(words)):
        return actors
    found = [_mention(hit) for hit in _said().finditer(words) if _is_apart(words, hit, actors)]
    return tuple(sorted((*actors, *found), key=lambda actor: actor.start)) if found else actors


def of_america(actors: tuple[ActorMention, ...], met: Container[str]) -> tuple[ActorMention, ...]:
    """`Indian` in a text that has named a people of America, and neither India nor who ruled it: no Indian of India."""
    if not any(actor.actor == "india" and actor.words in _INDIAN for actor in actors):
        return actors
    named = {actor.actor for actor in actors}
    tribes = meanings("american_peoples")
    if not any(tribe in met or tribe in named for tribe in tribes):
        return actors
    return tuple(
        replace(actor, words="Native Americans", actor="native-americans") if actor.words in _INDIAN else actor
        for actor in actors
    )


@cache
def _marks() -> frozenset[str]:
    return marks("sides") | {"government", "imperial", "garrison"}


@cache
def _said() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?P<party>(?i:{any_of('sides')}))(?![\w-])"
        rf"|(?P<body>(?i:government|imperial)(?:{_BODY}|(?<=ment){_SUFFERS}))"
        rf"|(?P<place>[Gg]arrison\sof\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}))"
    )


def _mention(hit: re.Match[str]) -> ActorMention:
    said = " ".join(hit.group().split())
    name = meanings("sides").get(said.casefold(), said.lower()) if hit["party"] else _lowered(said)
    name = "government" if name.startswith("government ") else name
    people = FormSort.PEOPLE if said.endswith(("s", "men", "in", "en")) else FormSort.ADJECTIVE
    return ActorMention(hit.start(), hit.end(), name, f"said:{name}", people if hit["party"] else FormSort.ARMY)


def _lowered(said: str) -> str:
    return said[0].lower() + said[1:]


def _is_apart(words: str, hit: re.Match[str], actors: tuple[ActorMention, ...]) -> bool:
    """Does no name of an actor overlap it or stand right beside it?"""
    return all(
        (actor.end < hit.start() and not _beside(words, actor.end, hit.start()))
        or (hit.end() < actor.start and not _beside(words, hit.end(), actor.start))
        for actor in actors
    )


def _beside(words: str, end: int, start: int) -> bool:
    return start - end <= 1 or not words[end:start].strip(" -–'’")


_REPORT = re.compile(
    r"\b(?:communiqu[eé]|despatch|dispatch|bulletin|report|admiralty|headquarters|war\soffice|general\sstaff|army\sorder)s?\b",
    re.IGNORECASE,
)
_MINE = re.compile(rf"\s?{_BODY}?(?:\s(?:under|of)\smy\scommand\b)")
_MY = re.compile(r"\b(?:our|my)\s(?:\w+\s)?$", re.IGNORECASE)
_FIRST_PERSON = frozenset({"our", "my"})
_SHORT = 60


def speaking(words: str, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Who says `we`: the one whose communiqué a short line calls itself, or whose army is `under my command`."""
    if not actors:
        return ()
    mine = not words_of(words).isdisjoint(_FIRST_PERSON)
    for place, actor in enumerate(actors) if mine else ():
        if _MINE.match(words, actor.end) or (_MY.search(words, 0, actor.start) and actor.sort is not FormSort.NAME):
            first = place - 1 if place and actors[place - 1].end + 1 == actor.start else place
            return actors[first : place + 1]
    one = len({actor.actor for actor in actors}) == 1 and len(words) <= _SHORT
    return actors[:1] if one and _REPORT.search(words) else ()


_ENEMY = re.compile(r"(?<![\w-])[Tt]he\s(?P<enemy>enemy)(?!\w)")


def enemy_in(words: str) -> ActorMention | None:
    """Whom those who say `we` call the enemy: a side by that word alone."""
    hit = _ENEMY.search(words) if "enemy" in words else None
    return ActorMention(*hit.span("enemy"), "enemy", "said:enemy", FormSort.ARMY) if hit else None
