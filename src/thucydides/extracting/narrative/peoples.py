"""How many fought, where the number stands before the name of a people alone?"""

import re
from collections.abc import Iterator

from thucydides.extracting.narrative.actors import states
from thucydides.extracting.narrative.attribution import claimant_of
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.vocabulary import (
    ActorMention,
    Count,
    Counted,
    FormSort,
    NumberPhrase,
    NumberSort,
    Qualifier,
    read_numbers,
)

_ALONE = re.compile(
    r"(?=[,.;)]|$)|\s(?:and|or|under|with|were|was|had|led|commanded|attacked|fought|met|faced|marched|crossed|held"
    r"|on|at|in|against|who)\b"
)
_SUFFERED = re.compile(
    r"(?:(?:,|\sand|,\sand)\s(?:about\s|some\s|over\s)?\d[\d,]*\s[^\W\d_a-z]\w+){0,3},?\s(?:(?:were|was|had\sbeen|are|is|being)\s)?(?:\w+ly\s)?"
    r"(?:killed|dead|died|dying|wounded|missing|captured|drowned|fell|lost|taken|made|perished)\b"
)
_DRIVEN_OUT = re.compile(r"\s(?:\w+\s){0,3}?(?:homes?|refugees?|displaced|homeless|deported|expelled|emigrated|fled)\b")
_LEAST = 20


def peoples(hearing: Hearing) -> Iterator[Heard]:
    """`8,000 Japanese, 4,800 Russians`; `25,000 Russians and Austrians`: so many men of theirs."""
    if not hearing.actors or not hearing.asserted or hearing.titles:
        return
    for number in read_numbers(hearing.flat):
        if number.count is None or not _counts_men(number, number.count) or hearing.denied(number.start):
            continue
        found = _people_after(hearing, number.end)
        if not found or _SUFFERED.match(hearing.flat, found[-1].end):
            continue
        who = claimant_of(hearing, number.start)
        yield from hearing.say(
            hearing.at(number.start, found[-1].end), "strength", number.count, actors=list(states(hearing, found)),
            counted=Counted("personnel", measure="person"), concept_words=found[0].words,
            attribution=who.attribution, evidence=who.evidence,
        )  # fmt: skip


def _counts_men(number: NumberPhrase, count: Count) -> bool:
    if number.sort is not NumberSort.COUNT or count.qualifier is Qualifier.NONE:
        return False
    most = count.high if count.high is not None else count.low
    return most is not None and most >= _LEAST


def _people_after(hearing: Hearing, end: int) -> list[ActorMention]:
    """The people right after the number, and those joined to them."""
    found: list[ActorMention] = []
    for actor in hearing.actors:
        between = hearing.flat[found[-1].end if found else end : actor.start]
        if actor.start < end or between != (" and " if found else " "):
            continue
        alone = actor.sort is FormSort.ADJECTIVE and _ALONE.match(hearing.flat, actor.end)
        if alone or (actor.sort is FormSort.PEOPLE and not _DRIVEN_OUT.match(hearing.flat, actor.end)):
            found.append(actor)
    return found
