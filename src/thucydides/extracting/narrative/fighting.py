"""Who fought whom, and who began?"""

import re
from collections.abc import Iterator, Sequence

from thucydides.extracting.narrative.actors import bears_arms, object_of, states, subject_of, whole_phrase
from thucydides.extracting.narrative.dating import attacks
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of, pattern
from thucydides.vocabulary import ActorMention, EventKind, FormSort, Said

_BY = re.compile(r"\s+by\s+", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s(?:\w+\s)?$")
_BETWEEN = re.compile(
    rf"\b(?:{any_of('event_nouns', 'of_nouns', 'described')}|fought|fighting|clash)s?(?:\s[\w,]+){{0,9}}?"
    r"(?<!border)(?<!frontier)(?<!boundary)(?<!line)(?<!relations)(?<!territory)(?<!land)\sbetween\s",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\b(?:into|against|on|upon|of)\s", re.IGNORECASE)
_PRONOUNS = frozenset({"he", "his"})  # the hero of a life: whose side that is, is said for his men only
_BOTH = re.compile(r"\b(?:both|either|each)\s(?:the\s)?(?:side\sof\s)?$", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"^(?:Before|Prior\sto|Earlier|Since|Previously|Formerly|Years\s(?:before|earlier))\b", re.IGNORECASE
)


def fighters(hearing: Hearing) -> Iterator[Heard]:
    """The belligerents of the events that the sentence tells of."""
    if not hearing.actors or not hearing.asserted or hearing.titles or _is_background(hearing):
        return
    yield from _between(hearing)
    yield from _in_the_name(hearing)
    yield from _verbs(hearing)
    yield from _onslaughts(hearing)
    yield from _side_by_side(hearing)
    yield from _deeds(hearing)


def _is_background(hearing: Hearing) -> bool:
    """Does the sentence look back, to fighting that is not the event's?"""
    return _BACKGROUND.match(hearing.flat) is not None and not hearing.opened


def _claims(hearing: Hearing, actors: Sequence[ActorMention], at: tuple[int, int]) -> Iterator[Heard]:
    for event in hearing.topics:
        if event.kind is EventKind.AGREEMENT:
            continue
        for actor in states(hearing, actors):
            yield from hearing.say(hearing.at(*at), "belligerent", Said(), actors=[actor], event=event)


def _between(hearing: Hearing) -> Iterator[Heard]:
    """A war between A and B."""
    for hit in _BETWEEN.finditer(hearing.flat) if "between" in hearing.spoken else ():
        sides = object_of(hearing, hit.end(), reach=40)
        if len({side.actor for side in sides}) >= 2:
            yield from _claims(hearing, sides, (hit.start(), sides[-1].end))


def _in_the_name(hearing: Hearing) -> Iterator[Heard]:
    """A war named after its two sides, where the document is about it."""
    for named, event in hearing.opened:
        inside = [actor for actor in hearing.actors if named.start <= actor.start < named.end]
        if event == hearing.scene.event and len(inside) == 2 and "–-".find(hearing.words[inside[0].end]) >= 0:
            for actor in inside:
                yield from hearing.say(
                    hearing.at(named.start, named.end), "belligerent", Said(), actors=[actor], event=event
                )


def _verbs(hearing: Hearing) -> Iterator[Heard]:
    """A attacked B; B was surprised by A."""
    for verb in hearing.found("fighting"):
        if hearing.denied(verb.start()):
            continue
        agent = _BY.match(hearing.flat, verb.end())
        if agent is None and _PASSIVE.search(hearing.flat, max(0, verb.start() - 24), verb.start()):
            continue
        doer = subject_of(hearing, verb.start())
        other = object_of(hearing, agent.end() if agent else verb.end())
        pair = [*(actor for actor in doer if actor.start >= 0), *other]
        meant = any(_is_pronoun(hearing, actor) for actor in pair)
        if len({actor.actor for actor in pair}) >= 2 and doer and other and not meant:
            start = whole_phrase(hearing, pair[0].start)
            yield from _claims(hearing, pair, (start, _noun_end(hearing, other[-1])))


def _noun_end(hearing: Hearing, actor: ActorMention) -> int:
    """Where the nouns after an adjective of nationality end."""
    tail = _NOUNS.match(hearing.flat, actor.end)
    return tail.end() if tail else actor.end


_NOUNS = re.compile(rf"(?:\s{any_of('arms')}(?!\w))+", re.IGNORECASE)


def _onslaughts(hearing: Hearing) -> Iterator[Heard]:
    """Was an incursion (by A) into territory held by B."""
    for noun in pattern("onslaughts").finditer(hearing.words) if hearing.opened else ():
        if not re.search(r"\b(?:was|were)\b", hearing.flat[: noun.start()]):
            continue
        rest = hearing.words[noun.end() : noun.end() + 160]
        agent = re.match(r"[^.;]{0,60}?\bby\s(?:the\s)?", rest)
        turned = _TURNED.search(rest, agent.end() if agent else 0)
        if agent is None or turned is None:
            continue
        doer = _first_at(hearing, noun.end() + agent.end(), 2)
        other = _first_at(hearing, noun.end() + turned.end(), 60)
        if doer and other and doer.actor != other.actor:
            yield from _claims(hearing, [doer, other], (noun.start(), other.end))


def _first_at(hearing: Hearing, start: int, reach: int) -> ActorMention | None:
    return next((actor for actor in hearing.actors if start <= actor.start <= start + reach), None)


def _side_by_side(hearing: Hearing) -> Iterator[Heard]:
    """Both the A army and the B army did something in the battle."""
    for place, actor in enumerate(hearing.actors[:-1]):
        other = hearing.actors[place + 1]
        armies = actor.sort is FormSort.ARMY and other.sort is FormSort.ARMY and actor.actor != other.actor
        both = _BOTH.search(hearing.flat[max(0, actor.start - 24) : actor.start]) if armies else None
        if both and len(hearing.flat[actor.end : other.start].split()) <= 2:
            start = max(0, actor.start - 24) + both.start()
            yield from _claims(hearing, [actor, other], (start, other.end))


def _deeds(hearing: Hearing) -> Iterator[Heard]:
    """Armed men of one side crossed, occupied, sank: that side takes part, whoever it met."""
    of_the_page = all(event == hearing.scene.event for event in hearing.topics)
    listed = {actor.actor for actor in hearing.scene.parties} if of_the_page else set()
    for verb in hearing.found("deeds"):
        suffered = _PASSIVE.search(hearing.flat, max(0, verb.start() - 24), verb.start())
        doer = () if suffered else subject_of(hearing, verb.start())
        if doer and not hearing.denied(verb.start()) and any(bears_arms(hearing, actor) for actor in doer):
            near = [
                actor
                for actor in doer
                if actor.start >= 0
                and actor.end <= verb.start()
                and actor.actor not in listed
                and not _is_pronoun(hearing, actor)
            ]
            start = whole_phrase(hearing, near[0].start) if near else verb.start()
            yield from _claims(hearing, near, (start, verb.end()))


# Not `began the war with 500 men`, which tells how strong somebody was then.
_BEGAN = re.compile(
    r"\b(?:began|started|opened|initiated)\s(?:the\s)?(?:fighting|hostilities|war|conflict)(?=[.,;]|\s(?:by|on|when|against)\b|\Z)"
)


def beginners(hearing: Hearing) -> Iterator[Heard]:
    """Who began, and when: who is said to have begun it, and the first attack that the document dates."""
    if not hearing.actors or not hearing.asserted or hearing.titles:
        return
    for begun in _BEGAN.finditer(hearing.flat):
        who = [actor for actor in subject_of(hearing, begun.start()) if actor.start >= 0 and actor.end <= begun.start()]
        for actor in () if hearing.denied(begun.start()) else states(hearing, who):
            yield from hearing.say(hearing.at(actor.start, begun.end()), "initiator", Said(), actors=[actor])
    for verb, phrase, date, evidence in attacks(hearing):
        doer = [actor for actor in subject_of(hearing, verb) if actor.start >= 0 and actor.end <= verb]
        meant = any(_is_pronoun(hearing, actor) for actor in doer)
        if not doer or meant or hearing.topics[0].kind is EventKind.INCIDENT:
            continue
        other = object_of(hearing, verb)
        start = whole_phrase(hearing, doer[0].start)
        end = max([other[-1].end if other else verb, verb + 1, *([phrase.end] if phrase.start > verb else [])])
        whole = hearing.at(
            min(hearing.time(phrase).start - hearing.sentence.start, start), max(end, _word_end(hearing, verb))
        )
        part = hearing.topics[0].kind is EventKind.BATTLE and hearing.topics[0].label != hearing.scene.event.label
        yield from hearing.say(whole, "date" if part else "start_date", date, evidence=evidence)
        for actor in list(states(hearing, doer)):
            yield from hearing.say(
                hearing.at(start, max(end, _word_end(hearing, verb))), "initiator", Said(), actors=[actor]
            )
        return


def _word_end(hearing: Hearing, start: int) -> int:
    blank = hearing.flat.find(" ", start)
    return blank if blank > 0 else len(hearing.flat)


def _is_pronoun(hearing: Hearing, actor: ActorMention) -> bool:
    return hearing.words[actor.start : actor.end].casefold() in _PRONOUNS
