"""At how many does a sentence put the dead of a side, or its men?"""

import re
from collections.abc import Iterator

from thucydides.extracting.narrative.attribution import claimant_of
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of
from thucydides.vocabulary import ActorMention, Counted, NumberPhrase, NumberSort, read_numbers

_BE = r"(?:are|were|was|is|(?:have|has|had)\sbeen)"
_PUT = r"(?:stated|reckoned|estimated|put|given|placed|reported|computed|calculated|set|returned)"
_BY = r"(?:\sby\s[^,.;:\d]{2,50}?)?"
_LOSSES = re.compile(
    rf"(?:\s(?:army|troops|forces)(?:['’]s?)?)?\s(?P<what>total\slosses|losses|loss|casualties|dead|killed|wounded)"
    rf"\s{_BE}\s(?:\w+ly\s)?{_PUT}{_BY}\s(?:at|as)\s"
)
_MEN = re.compile(
    rf"(?:\s{any_of('arms')})?,?\s(?:which|who)\s(?:then\s)?(?:counted|numbered|mustered|totalled|totaled)\s"
)
_CONCEPTS = {"dead": "dead", "killed": "killed", "wounded": "wounded"}
_CLOSES = re.compile(r"\s*(?:[,.;)]|$)|\s(?:and|but|up\sto|in|at|men|for|against)\b")
_MARKS = frozenset({"losses", "loss", "casualties", "dead", "killed", "wounded", "which", "who"})
_VERBS = frozenset(re.findall(r"[a-z]{3,}", _PUT)) | {"counted", "numbered", "mustered", "totalled", "totaled"}
_REACH = 110


def reckonings(hearing: Hearing) -> Iterator[Heard]:
    """`The Chinese dead are reckoned by the general at 5,000`; `the Saxon army, which counted 31,000`."""
    if not hearing.actors or not hearing.asserted or hearing.titles or hearing.spoken.isdisjoint(_MARKS):
        return
    if hearing.spoken.isdisjoint(_VERBS):
        return
    for number in read_numbers(hearing.words):
        if number.sort is not NumberSort.COUNT or number.count is None or not _CLOSES.match(hearing.flat, number.end):
            continue
        before = [actor for actor in hearing.actors if 0 < number.start - actor.end <= _REACH]
        for actor in before[-2:]:
            yield from _reckoned(hearing, actor, number)


def _reckoned(hearing: Hearing, actor: ActorMention, number: NumberPhrase) -> Iterator[Heard]:
    losses = _LOSSES.fullmatch(hearing.flat[: number.start], actor.end)
    if not losses and not _MEN.fullmatch(hearing.flat[: number.start], actor.end):
        return
    if number.count is None or hearing.denied(number.start):
        return
    who = claimant_of(hearing, number.start)
    concept = _CONCEPTS.get(losses["what"], "casualties") if losses else "personnel"
    words = losses["what"] if losses else hearing.words[actor.start : actor.end]
    yield from hearing.say(
        hearing.at(actor.start, number.end), "loss" if losses else "strength", number.count, actors=[actor],
        counted=Counted(concept, measure="person"), concept_words=words,
        attribution=who.attribution, evidence=who.evidence,
    )  # fmt: skip
