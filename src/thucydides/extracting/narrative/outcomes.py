"""How did it end, and who won or lost?"""

import re
from collections.abc import Iterator, Sequence

from thucydides.extracting.narrative.actors import bears_arms, object_of, states, subject_of, whole_phrase
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of, marks
from thucydides.vocabulary import ActorMention, Code, EventKind, EventMention, Said

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]\w{0,30}(?:[-–'’]\w{1,30}){0,3}"
_AT = rf"(?:\s(?:at|of|in)\s(?:the\s)?(?P<place>{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}))?"
_NOUN = re.compile(rf"\b(?P<noun>defeat|victory)(?!\w){_AT}", re.IGNORECASE)
_INFLICTED = re.compile(r"\bdefeat\b[^.;,]{0,60}?\binflicted\s(?:up)?on\s(?:the\s)?", re.IGNORECASE)
_DEFEAT_OF = re.compile(r"\bdefeat\sof\s(?:the\s)?", re.IGNORECASE)
_BEATEN = re.compile(r"\b(?:was|were)\s(?:\w+ly\s)?(?:defeated|routed|crushed|annihilated)(?!\w)", re.IGNORECASE)
_NOUNS, _BEATINGS = frozenset({"defeat", "victory"}), frozenset({"defeated", "routed", "crushed", "annihilated"})
_AFTER_PLACE = re.compile(rf"(?:\s\w+){{0,2}}?\sat\s(?:the\s)?(?P<place>{_CAPITAL}(?:\s{_CAPITAL}){{0,3}})")
_FORCED = re.compile(rf"\b{any_of('forced')}\b", re.IGNORECASE)
_BACK = re.compile(rf"\b{any_of('moved_back')}(?!\w)", re.IGNORECASE)


def outcomes(hearing: Hearing) -> Iterator[Heard]:
    """Victories, defeats, withdrawals and draws that the sentence asserts."""
    if not hearing.asserted or hearing.titles:
        return
    yield from _nouns(hearing)
    yield from _passives(hearing)
    yield from _withdrawals(hearing)
    for hit in hearing.found("undecided"):
        for event in _fought(hearing):
            yield from hearing.say(hearing.at(hit.start(), hit.end()), "outcome", Code(("stalemate",)), event=event)


def _nouns(hearing: Hearing) -> Iterator[Heard]:
    """The A defeat at X; the defeat that A inflicted on B; a decisive A victory."""
    for hit in () if hearing.spoken.isdisjoint(_NOUNS) else _NOUN.finditer(hearing.flat):
        if hearing.denied(hit.start()):
            continue
        lost = hit["noun"].casefold() == "defeat"
        who, end = _sufferers(hearing, hit) if lost else (_before(hearing, hit), hit.end())
        if who:
            start = min(hit.start(), whole_phrase(hearing, who[0].start))
            place = hit["place"] or _place_after(hearing, end)
            end = max(end, hit.end(), _place_end(hearing, end))
            yield from _decided(hearing, who, (start, end), place, "loser" if lost else "winner")


def _sufferers(hearing: Hearing, hit: re.Match[str]) -> tuple[Sequence[ActorMention], int]:
    for said in (_INFLICTED, _DEFEAT_OF):
        if found := said.match(hearing.flat, hit.start()):
            who = object_of(hearing, found.end(), reach=12)
            return who, who[-1].end if who else hit.end()
    return _before(hearing, hit), hit.end()


def _before(hearing: Hearing, hit: re.Match[str]) -> Sequence[ActorMention]:
    """The nationality right before the noun: `a costly Japanese defeat`, `the Soviet and Mongolian victory`."""
    who = subject_of(hearing, hit.start())
    return (
        who
        if who and hearing.flat[who[-1].end : hit.start()].strip() in ("", "'s", "’s", "’", "decisive", "tactical")
        else ()
    )


def _place_after(hearing: Hearing, end: int) -> str:
    found = _AFTER_PLACE.match(hearing.flat, end)
    return found["place"] if found else ""


def _place_end(hearing: Hearing, end: int) -> int:
    found = _AFTER_PLACE.match(hearing.flat, end)
    return found.end() if found else end


def _decided(
    hearing: Hearing, who: Sequence[ActorMention], at: tuple[int, int], place: str, role: str
) -> Iterator[Heard]:
    for event in _events_of(hearing, place):
        yield from hearing.say(hearing.at(*at), "outcome", Code(("victory",)), event=event)
        for actor in states(hearing, who):
            yield from hearing.say(hearing.at(*at), role, Said(), actors=[actor], event=event)


def _events_of(hearing: Hearing, place: str) -> tuple[EventMention, ...]:
    """The event that is named after the place of the defeat, else those that the sentence is about."""
    if not place:
        return _fought(hearing)
    named = hearing.known.named_after(place)
    return (named,) if named else ()


def _fought(hearing: Hearing) -> tuple[EventMention, ...]:
    return tuple(event for event in hearing.topics if event.kind is not EventKind.AGREEMENT)


def _passives(hearing: Hearing) -> Iterator[Heard]:
    """B was defeated by A."""
    for verb in () if hearing.spoken.isdisjoint(_BEATINGS) else _BEATEN.finditer(hearing.flat):
        beaten = subject_of(hearing, verb.start())
        near = [
            actor for actor in beaten if actor.start >= 0 and actor.end <= verb.start() and bears_arms(hearing, actor)
        ]
        if not near or hearing.denied(verb.start()) or not hearing.same_clause(near[-1].end, verb.start()):
            continue
        by = re.compile(r"\sby\s(?:the\s)?").match(hearing.flat, verb.end())
        winners = object_of(hearing, by.end(), reach=30) if by else ()
        place = _place_after(hearing, verb.end())
        at = (whole_phrase(hearing, near[0].start), max(verb.end(), winners[-1].end if winners else 0))
        yield from _decided(hearing, near, at, place, "loser")


def _withdrawals(hearing: Hearing) -> Iterator[Heard]:
    """A's soldiers withdrew; they forced B to retreat."""
    for verb in () if hearing.spoken.isdisjoint(marks("moved_back")) else _BACK.finditer(hearing.flat):
        if hearing.denied(verb.start()):
            continue
        forced = _FORCED.search(hearing.flat, max(0, verb.start() - 90), verb.start())
        who = subject_of(hearing, verb.start(), since=forced.end() if forced else 0)
        near = [actor for actor in who if actor.start >= 0 and actor.end <= verb.start()]
        near = near if near and hearing.same_clause(near[-1].end, verb.start()) else []
        alone = bool(near) and near[-1].start >= 0 and not hearing.flat[near[-1].end : verb.start()].strip()
        if not near or not (alone or bears_arms(hearing, near[-1])):
            continue
        start = forced.start() if forced else whole_phrase(hearing, near[0].start)
        for event in _fought(hearing):
            yield from hearing.say(
                hearing.at(start, verb.end()),
                "outcome",
                Code(("withdrawal",)),
                event=event,
                actors=states(hearing, near),
            )
