"""Whose client, which territory, what issue, and what led to it?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from thucydides.extracting.narrative.actors import object_of, subject_of
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of, listed, marks, meanings
from thucydides.vocabulary import ActorMention, Attribution, Code, EventKind, EventMention, Party, Role, Wording

_OWNED = re.compile(
    rf"\b(?P<whose>their|its|his|her)\s(?:\w+\s)?{any_of('clients')}(?:,|\s(?:in|of))?\s(?:the\s)?", re.IGNORECASE
)
_OF = re.compile(rf"\b(?:an?|the)\s(?:\w+\s)?{any_of('clients')}\s(?:of|for)\s(?:the\s)?", re.IGNORECASE)
_NATIONAL = re.compile(rf"\s(?:\w+\s)?{any_of('clients')}(?:,|\sof)\s(?:the\s)?", re.IGNORECASE)
_LINK = re.compile(r"^(?:,\s(?:then\s|itself\s)?|\s(?:was|were|became|remained|is)\s(?:\w+\s)?)$")
_CLAUSE_END = re.compile(r"[.;]|,\s(?:and|but|while|which|whereas)\b|$")
_CLAIMED_BY = re.compile(
    r"\b(?P<what>(?:the\s)?(?:(?!(?:on|in|into|to|of|from|at|over)\s)\w+\s)?"
    rf"{any_of('demands:territory')})\s(?:that\swas\s)?claimed\sby\s(?:the\s)?",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\bAs\sa\s(?:\w+\s)?(?:result|consequence)\sof\s(?:the\s)?(?P<cause>[^,.;]{3,160}),", re.IGNORECASE
)
_RESULTS = frozenset({"result", "consequence"})


def clients(hearing: Hearing) -> Iterator[Heard]:
    """Who is called whose client state."""
    if not hearing.asserted or hearing.spoken.isdisjoint(marks("clients")):
        return
    for hit in _OWNED.finditer(hearing.flat):
        yield from _client(hearing, object_of(hearing, hit.end(), reach=4)[:1], _first(hearing, hit.start()), hit)
    for hit in _OF.finditer(hearing.flat):
        before = [actor for actor in hearing.actors if actor.end <= hit.start()][-1:]
        if before and _LINK.match(hearing.flat[before[-1].end : hit.start()]):
            yield from _client(hearing, before, _sponsor(hearing, hit.end()), hit)
    for actor in hearing.actors:
        if found := _NATIONAL.match(hearing.flat, actor.end):
            yield from _client(hearing, object_of(hearing, found.end(), reach=4)[:1], [actor], found)


def _sponsor(hearing: Hearing, offset: int) -> tuple[ActorMention, ...]:
    """The actor right after `client state of`, also where an official name (`State of X`) begins before that."""
    for actor in hearing.actors:
        rest = actor.words[offset - actor.start :] if actor.start < offset < actor.end else ""
        if rest and hearing.scene.gazetteer.actor_named(rest) == actor.actor:
            return (replace(actor, start=offset, words=rest),)
    return object_of(hearing, offset, reach=4)[:1]


def _first(hearing: Hearing, offset: int) -> tuple[ActorMention, ...]:
    """Whom `their` means: the first actor of the sentence, else the subject of the one before."""
    return tuple(actor for actor in hearing.actors if actor.end <= offset)[:1] or hearing.subject[:1]


def _client(
    hearing: Hearing, client: Iterable[ActorMention], sponsor: Iterable[ActorMention], hit: re.Match[str]
) -> Iterator[Heard]:
    for whose in client:
        for patron in sponsor:
            if whose.actor == patron.actor or hearing.denied(hit.start()):
                continue
            whole = hearing.at(min(hit.start(), whose.start), max(hit.end(), whose.end, _inside(patron, hit)))
            yield from hearing.say(
                whole, "client_of", Party(patron.words), actors=[whose],
                evidence=[(Role.VALUE, (hearing.sentence.start + patron.start, hearing.sentence.start + patron.end))],
            )  # fmt: skip


def _inside(patron: ActorMention, hit: re.Match[str]) -> int:
    return patron.end if patron.start >= hit.start() else 0


def demands(hearing: Hearing) -> Iterator[Heard]:
    """Territory or a boundary that a side says is its own."""
    if not hearing.asserted:
        return
    for hit in hearing.found("demands:that"):
        end = _clause_end(hearing, hit.end())
        said = hearing.at(hit.end(), end)
        if any(word.casefold() in listed("demands", "territory") for word in re.findall(r"\w+", said.words)):
            yield from _demand(hearing, subject_of(hearing, hit.start())[:1], (hit.start(), end), said.words)
    for hit in _CLAIMED_BY.finditer(hearing.words) if "claimed" in hearing.words.lower() else ():
        who = [actor for actor in hearing.actors if hit.end() <= actor.start <= hit.end() + 2][:1]
        if who:
            at = (hit.start("what"), who[0].end)
            yield from _demand(hearing, who, at, hearing.at(*at).words)


def _demand(hearing: Hearing, who: Iterable[ActorMention], at: tuple[int, int], words: str) -> Iterator[Heard]:
    for actor in who:
        start = min(at[0], actor.start)
        claimant = (Role.CLAIMANT, (hearing.sentence.start + actor.start, hearing.sentence.start + actor.end))
        yield from hearing.say(
            hearing.at(start, at[1]), "territorial_demand", Wording(" ".join(words.split())), actors=[actor],
            evidence=[claimant], attribution=Attribution(actor.words),
        )  # fmt: skip


def issues(hearing: Hearing) -> Iterator[Heard]:
    """What the sentence says they fought about."""
    if not hearing.asserted or hearing.titles:
        return
    for hit in hearing.found("at_issue"):
        code = meanings("at_issue")[" ".join(hit.group().casefold().split())]
        for event in hearing.topics:
            if event.kind is not EventKind.AGREEMENT:
                yield from hearing.say(hearing.at(hit.start(), hit.end()), "issue", Code((code,)), event=event)


def causes(hearing: Hearing) -> Iterator[Heard]:
    """What led to an event that the sentence names."""
    if not hearing.asserted:
        return
    for hit in () if hearing.spoken.isdisjoint(_RESULTS) else _RESULT.finditer(hearing.flat):
        event = _named_after(hearing, hit.end())
        if event and not hearing.denied(hit.start()):
            yield from _cause(hearing, (hit.start(), hit.end() - 1), hit["cause"], event)
    for hit in hearing.found("causes:forward"):
        cause = next((named for named, _ in hearing.named if named.end <= hit.start() <= named.end + 3), None)
        event = _named_after(hearing, hit.end())
        if cause and event and not hearing.denied(hit.start()):
            yield from _cause(hearing, (cause.start, hit.end()), hearing.words[cause.start : cause.end], event)
    for hit in hearing.found("causes:backward"):
        event = _named_before(hearing, hit.start())
        end = _clause_end(hearing, hit.end())
        if event and end - hit.end() <= 200 and not hearing.denied(hit.start()):
            yield from _cause(hearing, (hit.start(), end), hearing.flat[hit.end() : end], event)


def _clause_end(hearing: Hearing, offset: int) -> int:
    border = _CLAUSE_END.search(hearing.flat, offset)
    return border.start() if border else len(hearing.flat)


def _cause(hearing: Hearing, at: tuple[int, int], words: str, event: EventMention) -> Iterator[Heard]:
    said = re.sub(r"^\s*(?:the|an?)\s", "", " ".join(words.split()), flags=re.IGNORECASE)
    yield from hearing.say(hearing.at(*at), "cause", Wording(said), event=event)


def _named_after(hearing: Hearing, offset: int) -> EventMention | None:
    return next((event for named, event in hearing.named if named.start >= offset), None)


def _named_before(hearing: Hearing, offset: int) -> EventMention | None:
    """The event that stands right before, as the subject of the verb."""
    found = [event for named, event in hearing.named if named.end <= offset and offset - named.end <= 3]
    found += [event for end, event in hearing.told if not hearing.opened and offset - end <= 3]
    return found[0] if found else None
