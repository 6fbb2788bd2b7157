"""Who does it, and to whom?"""

import re
from collections.abc import Iterator, Sequence

from thucydides.extracting.narrative.hearing import Hearing
from thucydides.extracting.narrative.lexicon import any_of
from thucydides.vocabulary import ActorMention, FormSort

_WORDS_BETWEEN = rf"(?:and|both|as\swell\sas|the|its|their|of|or|{any_of('arms', 'clients')})"
_JOINED = re.compile(rf",\s|(?:,(?=\s(?:and|or|as)\b))?(?:[\s&–-]|\b{_WORDS_BETWEEN}\b)*", re.IGNORECASE)
_ARMS = re.compile(rf"(?:[\s-]|\b(?:[A-Z]\w+|\d+\w*|of|the)\b){{0,6}}?{any_of('arms')}\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?<![\w-])(?:it|they|he|she|we)(?![\w-])", re.IGNORECASE)
_AS_SUBJECT = re.compile(
    r"(?<![\w-])(?:it|they)(?:\s(?:had|have|has|also|then|soon|\w+ly|lost|suffered|were|was)){0,3}\s*$", re.IGNORECASE
)
_OPENING = re.compile(
    r"(?<![\w-])(?:[A-Z]\w+|\d[\d,.]*)\sof\s(?:the\s)?$|(?<![\w-])(?i:the|an?|both|some|several|combined)\s(?:[\w-]+\s)?$"
)
_APPOSITION = re.compile(
    r",\s(?:an?|the|whose|which|who|led|commanded|under|with|now|then|supported|backed|allied)\s[^,;]{2,100},\s(?:\w+ly\s|then\s)?$"
)
_CROSSED = re.compile(
    r";|,\s(?:(?:and|but|while|then)\s)?[A-Z]|\b(?:and|but|while)\s[A-Z]"
    r"|\s[A-Z][a-z]+\s(?:had\s|has\s)?(?:also\s)?(?:lost|suffered)\b"
)
_OF_A_WAR = re.compile(r"\s(?:civil\s)?war\b")
_WHERE = re.compile(r"\b(?:in|into|from|through|near|across|toward|towards|via|over)\s(?:the\s)?$", re.IGNORECASE)
_REACH = 90


def subject_of(
    hearing: Hearing, verb: int, *, since: int = 0, among: Sequence[ActorMention] | None = None
) -> tuple[ActorMention, ...]:
    """The actors that stand together nearest before a verb; whoever was in mind before, for a pronoun.

    `among`: the actors that may be meant, where not all of the sentence may.
    """
    if not hearing.actors and not hearing.subject:
        return ()
    verb = _before_apposition(hearing, verb)
    before = [actor for actor in _outside(hearing, among) if since <= actor.start and actor.end <= verb]
    before = [
        actor for actor in before if not _WHERE.search(hearing.flat, max(0, actor.start - 16), actor.start)
    ] or before
    if before and verb - before[-1].end <= _REACH and not _is_crossed(hearing, before[-1].end, verb):
        return joined(hearing, before)
    if _AS_SUBJECT.search(hearing.flat, max(since, verb - 60), verb):
        return _first_group(hearing, before) or hearing.subject
    return ()


def _first_group(hearing: Hearing, before: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """`The Argentines and Brazilians stormed it; they lost`: all who open the sentence together."""
    found = list(before[:1])
    for actor in before[1:]:
        if not _JOINED.fullmatch(hearing.flat, found[-1].end, actor.start):
            break
        found.append(actor)
    return tuple(found)


def _before_apposition(hearing: Hearing, verb: int) -> int:
    """`A, a client state of B, held`: the place after A."""
    inserted = _APPOSITION.search(hearing.flat, max(0, verb - 140), verb)
    return inserted.start() if inserted else verb


def object_of(hearing: Hearing, verb: int, *, reach: int = _REACH) -> tuple[ActorMention, ...]:
    """The actors that stand together nearest after a verb."""
    after = [actor for actor in _outside(hearing) if actor.start >= verb]
    if not after or after[0].start - verb > reach or not hearing.same_clause(verb, after[0].start):
        return ()
    found = [after[0]]
    for actor in after[1:]:
        if not _JOINED.fullmatch(hearing.flat, found[-1].end, actor.start):
            break
        found.append(actor)
    return tuple(found)


def _outside(hearing: Hearing, among: Sequence[ActorMention] | None = None) -> list[ActorMention]:
    return [
        actor
        for actor in (hearing.actors if among is None else among)
        if not hearing.flat[actor.start].isspace() and not _OF_A_WAR.match(hearing.flat, actor.end)
    ]


def joined(hearing: Hearing, before: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The last of some actors, and those that stand together with it."""
    found = [before[-1]]
    for actor in reversed(before[:-1]):
        if not _JOINED.fullmatch(hearing.flat, actor.end, found[0].start):
            break
        found.insert(0, actor)
    return tuple(found)


def _is_crossed(hearing: Hearing, start: int, end: int) -> bool:
    """Does a new subject or a full clause stand between an actor and the verb?"""
    return (
        _CROSSED.search(hearing.flat, start, end) is not None or _PRONOUN.search(hearing.flat, start, end) is not None
    )


def states(hearing: Hearing, actors: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """Each state once, by the first of its names."""
    met: set[str] = set()
    for actor in actors:
        if actor.actor not in met:
            met.add(actor.actor)
            yield actor


def bears_arms(hearing: Hearing, actor: ActorMention) -> bool:
    """Is it an army, or an adjective with a noun for armed men after it?"""
    if actor.sort in (FormSort.ARMY, FormSort.PEOPLE):
        return True
    return _ARMS.match(hearing.flat, actor.end) is not None


def whole_phrase(hearing: Hearing, start: int) -> int:
    """Where the phrase that ends in an actor begins: at its article, number or adjectives."""
    opening = _OPENING.search(hearing.words, max(0, start - 40), start)
    return opening.start() if opening else start
