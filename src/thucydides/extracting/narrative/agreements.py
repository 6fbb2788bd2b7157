"""Who concluded which agreement when, who denounced it, when did it end?"""

import re
from collections.abc import Iterator, Sequence

from thucydides.extracting.narrative.actors import object_of, states, subject_of
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.mentions import Named, Naming
from thucydides.extracting.narrative.verbs import Dated, dated_verbs
from thucydides.vocabulary import ActorMention, Code, EventKind, EventMention, Name, Said

_BY = re.compile(r"\s+(?:\w+\s)?by\s", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being)\s(?:\w+ly\s)?$", re.IGNORECASE)
_WITH = re.compile(r"^[\s,]*(?:\w+\s){0,2}?(?:with|between)\s(?:the\s)?", re.IGNORECASE)
_MEMBERS = re.compile(
    r"\b(?:were|was|became)\s(?:both\s)?(?:a\s)?(?:part|parties|party|members|member|signatories|signatory)\s(?:of|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_DISPUTE = re.compile(
    r"\b(?:(?:border|boundary|frontier|territorial)\s)?(?:dispute|conflict|war|question|quarrel|affair)\s$",
    re.IGNORECASE,
)
_IN_FAVOUR = re.compile(r"(?:\w+\s)?in\s(?:the\s)?favou?r\sof\s(?:the\s)?", re.IGNORECASE)


def agreements(hearing: Hearing) -> Iterator[Heard]:
    """Dates and parties of the agreements that the sentence says were made, denounced or run out."""
    if not hearing.asserted or hearing.titles:
        return
    for verb in dated_verbs(hearing):
        if hear := _BY_VERB.get(verb.meaning):
            yield from hear(hearing, verb)
    yield from _members(hearing)


def _agreement(hearing: Hearing, verb: Dated) -> tuple[Named, EventMention] | None:
    """The agreement that the verb is about: its object, or its subject in the passive."""
    all_named = [(named, event) for named, event in hearing.named if event.kind is EventKind.AGREEMENT]
    passive = _PASSIVE.search(hearing.flat[max(0, verb.start - 24) : verb.start]) or verb.meaning == "expired"
    before = [pair for pair in all_named if pair[0].end <= verb.start]
    after = [pair for pair in all_named if pair[0].start >= verb.end and hearing.same_clause(verb.end, pair[0].start)]
    if passive or hearing.flat[verb.start : verb.end].startswith(("was ", "came ", "took ")):
        return before[-1] if before else None
    return after[0] if after and after[0][0].start - verb.end <= 120 else None


def _signed(hearing: Hearing, verb: Dated) -> Iterator[Heard]:
    found = _agreement(hearing, verb)
    if found is None:
        return
    named, event = found
    makers = _makers(hearing, verb, named)
    start = min([verb.start, named.start, *(actor.start for actor in makers)])
    end = max([verb.end, named.end, *(actor.end for actor in makers)])
    whole = hearing.at(start, end)
    yield from (
        hearing.say(hearing.at(named.start, named.end), "name", Name(named.label), event=event)
        if _is_name(named)
        else ()
    )
    yield from _date(hearing, verb, named, event, "date")
    for maker in makers:
        yield from hearing.say(whole, "party", Said(), actors=[maker], event=event)


def _is_name(named: Named) -> bool:
    return " " in named.label and not named.label.casefold().startswith(("peace ", "cessation"))


def _makers(hearing: Hearing, verb: Dated, named: Named) -> list[ActorMention]:
    """Those who sign: the subject, or those after `by`, `with` and `between`."""
    since = verb.start - 160
    found: list[ActorMention] = []
    if agents := _BY.match(hearing.flat, verb.end):
        found += object_of(hearing, agents.end(), reach=12)
    elif not (named.end <= verb.start):
        found += subject_of(hearing, verb.start, since=max(0, since))
    if partners := _WITH.match(hearing.flat[named.end :]):
        found += object_of(hearing, named.end + partners.end(), reach=12)
    inside = [actor for actor in found if actor.start >= 0 and not named.start <= actor.start < named.end]
    return list(states(hearing, inside))


def _date(
    hearing: Hearing, verb: Dated, named: Named, event: EventMention, attribute: str, **said: Sequence[ActorMention]
) -> Iterator[Heard]:
    if verb.date is None:
        return
    date, evidence = hearing.dated(verb.date)
    if date is None:
        return
    start, end = min(verb.start, hearing.time(verb.date).start - hearing.sentence.start), max(verb.end, verb.date.end)
    if verb.start <= named.start and named.start - verb.end < 60:
        end = max(end, named.end)
    yield from hearing.say(
        hearing.at(start, end), attribute, date, event=event, evidence=evidence, actors=said.get("actors", ())
    )


def _denounced(hearing: Hearing, verb: Dated) -> Iterator[Heard]:
    found = _agreement(hearing, verb)
    if found is None:
        return
    named, event = found
    who = list(states(hearing, subject_of(hearing, verb.start)))
    yield from _date(hearing, verb, named, event, "denounced_date", actors=who)
    if partners := _WITH.match(hearing.flat[named.end :]):
        others = object_of(hearing, named.end + partners.end(), reach=12)
        whole = hearing.at(verb.start, others[-1].end if others else named.end)
        for party in states(hearing, [*who, *others]):
            yield from hearing.say(whole, "party", Said(), actors=[party], event=event)


def _expired(hearing: Hearing, verb: Dated) -> Iterator[Heard]:
    found = _agreement(hearing, verb)
    event = found[1] if found else hearing.known.agreement
    if event is not None:
        named = Named(verb.start, verb.end, event.label, event.kind, Naming.AGAIN)
        yield from _date(hearing, verb, named, event, "expiry_date")


def _settled(hearing: Hearing, verb: Dated) -> Iterator[Heard]:
    """A dispute that was settled: the settlement is an agreement of its own."""
    if not _DISPUTE.search(hearing.flat[max(0, verb.start - 48) : verb.start]):
        return
    span = hearing.scene.text.span(*hearing.at(verb.start, verb.end).at)
    event = EventMention("settlement", span, EventKind.AGREEMENT, hearing.topics[0].label)
    if verb.date:
        date, evidence = hearing.dated(verb.date)
        if date is not None:
            yield from hearing.say(hearing.at(verb.start, verb.date.end), "date", date, event=event, evidence=evidence)
    if favour := _IN_FAVOUR.search(hearing.flat, verb.end):
        winners = object_of(hearing, favour.end(), reach=4)
        if winners:
            whole = hearing.at(favour.start(), winners[-1].end)
            yield from hearing.say(whole, "outcome", Code(("victory",)), event=event, actors=states(hearing, winners))


def _members(hearing: Hearing) -> Iterator[Heard]:
    """A and B were part of the X Pact."""
    for named, event in hearing.named:
        link = _MEMBERS.search(hearing.flat[max(0, named.start - 60) : named.start])
        if event.kind is not EventKind.AGREEMENT or link is None:
            continue
        verb = max(0, named.start - 60) + link.start()
        for party in states(hearing, subject_of(hearing, verb)):
            yield from hearing.say(hearing.at(party.start, named.end), "party", Said(), actors=[party], event=event)


_BY_VERB = {"signed": _signed, "denounced": _denounced, "expired": _expired, "settled": _settled}
