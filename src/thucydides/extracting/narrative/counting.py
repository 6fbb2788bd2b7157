"""How many fought, were lost, and how many incidents were there?"""

import re
from collections.abc import Iterator, Sequence

from thucydides.extracting.figures import Assertion, Figure, figures_in
from thucydides.extracting.narrative.actors import object_of, states, subject_of
from thucydides.extracting.narrative.attribution import Claimant, claimant_of
from thucydides.extracting.narrative.bearers import NOTHING, inflicted_by, whose_are
from thucydides.extracting.narrative.ellipsis import at_a_cost, completed
from thucydides.extracting.narrative.hearing import Heard, Hearing
from thucydides.extracting.narrative.lexicon import any_of
from thucydides.extracting.pieces import Piece
from thucydides.vocabulary import (
    CONCEPTS,
    ActorMention,
    Count,
    Counted,
    DateForm,
    DatePhrase,
    EventKind,
    EventMention,
    NumberSort,
    Qualifier,
    Role,
    read_numbers,
)

_OUTNUMBERED = re.compile(r"\b(?P<passive>(?:was|were|being)\s)?(?:\w+ly\s)?outnumber(?:ed|ing)\b", re.IGNORECASE)
_BY = re.compile(r"\sby\s(?:the\s)?", re.IGNORECASE)
_PART = re.compile(r"\bof\s(?:the|these|those|his|their|its|them)\b")
_AT_AGE = re.compile(r"\b(?:killed|murdered|died|executed|wounded|fell)\s(?:at|aged)\s(?:only\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:about\s|some\s)?\d[\d,]*\sto\s(?:\w+\s){0,2}$", re.IGNORECASE)
_AGES = frozenset({"at", "aged"})
_BOTH = re.compile(r"\bboth\b", re.IGNORECASE)


def figures(hearing: Hearing) -> Iterator[Heard]:
    """Strengths, losses and numbers of incidents that the sentence asserts, each with its side and its claimant."""
    if not hearing.asserted or hearing.titles:
        return
    carried = NOTHING
    for figure in completed(hearing, figures_in(hearing.words, hearing.scene.gazetteer)):
        figure = at_a_cost(hearing, figure)
        if figure.assertion is not Assertion.ASSERTED or not figure.attribute or _thought_of(hearing, figure):
            continue
        if figure.attribute == "incident_count":
            yield from _incidents(hearing, figure)
            continue
        who = claimant_of(hearing, figure.start)
        if _is_a_mere_part(hearing, figure) or _is_an_age(hearing, figure) or _ends_a_span(hearing, figure):
            continue
        figure = carried.shared(hearing, figure)
        inflicted = inflicted_by(hearing, figure)
        whose = whose_are(hearing, figure, carried, who, inflicted=inflicted)
        carried = carried.then(figure, whose, inflicted=inflicted)
        yield from _counted(hearing, figure, whose, who)


def _is_a_mere_part(hearing: Hearing, figure: Figure) -> bool:
    """`One of the officers`, `many of those troops`, a bare `two`: no strength of a side."""
    if figure.attribute != "strength":
        return False
    words = hearing.words[figure.start : figure.end]
    alone = (figure.start, figure.end) == (figure.count_start, figure.count_end)
    bare = alone and not any(letter.isdigit() for letter in words)
    return bare or figure.count.high == 1 or _PART.search(words) is not None


def _is_an_age(hearing: Hearing, figure: Figure) -> bool:
    """`Was killed at thirty-five`."""
    if hearing.spoken.isdisjoint(_AGES):
        return False
    return _AT_AGE.search(hearing.flat, max(0, figure.count_start - 24), figure.count_start) is not None


def _ends_a_span(hearing: Hearing, figure: Figure) -> bool:
    """`From 2,200 to only 700 dead`: what several say, of which the last is no figure of its own."""
    if "from" not in hearing.spoken:
        return False
    return _FROM.search(hearing.flat, max(0, figure.count_start - 40), figure.count_start) is not None


def _thought_of(hearing: Hearing, figure: Figure) -> bool:
    """Is the figure planned, feared or denied by the words before it? `No` and `not a` are figures themselves."""
    return figure.count.qualifier is not Qualifier.NONE and hearing.denied(figure.count_start)


def _counted(hearing: Hearing, figure: Figure, whose: Sequence[ActorMention], who: Claimant) -> Iterator[Heard]:
    piece = hearing.at(figure.start, figure.end)
    if not whose:
        yield hearing.scene.unread(piece.at, f"whose {figure.attribute} is {piece.words!r}?")
        return
    concept = figure.concept or ("personnel" if figure.attribute == "strength" else "casualties")
    counted = Counted(concept, figure.fate, figure.population, figure.measure or _measure(concept))
    for event in hearing.topics:
        for side in _sides(hearing, figure, whose):
            yield from hearing.say(
                piece, figure.attribute, figure.count, actors=side, event=event, counted=counted,
                concept_words=figure.concept_words, attribution=who.attribution, evidence=who.evidence,
            )  # fmt: skip


def _sides(hearing: Hearing, figure: Figure, whose: Sequence[ActorMention]) -> Iterator[Sequence[ActorMention]]:
    """`Both A and B used a few tanks` says it of each; `A and B lost 300` of the two together."""
    both = bool(whose) and len(whose) > 1 and _BOTH.search(hearing.flat, 0, whose[0].start)
    if both and whose[-1].end < figure.start:
        yield from ([actor] for actor in whose)
    else:
        yield whose


def _measure(concept: str) -> str:
    first = concept.split("+")[0]
    return CONCEPTS[first].measure if first in CONCEPTS else ""


def _incidents(hearing: Hearing, figure: Figure) -> Iterator[Heard]:
    """A number of incidents is about those incidents, in the time that the sentence gives them."""
    event = _the_incidents(hearing, figure)
    when = _period(hearing, figure)
    who = claimant_of(hearing, figure.start)
    end = max(figure.end, when.end if when else 0)
    evidence = [*who.evidence]
    if when:
        evidence.append((Role.TIME, hearing.at(when.start, when.end).at))
    yield from hearing.say(
        hearing.at(figure.start, end), "incident_count", figure.count, event=event,
        counted=Counted(measure=figure.measure or "incident"), concept_words=figure.concept_words,
        attribution=who.attribution, evidence=evidence,
    )  # fmt: skip
    if when and when.date:
        yield from hearing.say(hearing.time(when), "date", when.date, event=event)


def _the_incidents(hearing: Hearing, figure: Figure) -> EventMention:
    piece = _noun(hearing, figure)
    kind = EventKind.INCIDENTS
    return EventMention(
        " ".join(piece.words.split()), hearing.scene.text.span(*piece.at), kind, hearing.topics[0].label
    )


_INCIDENTS = re.compile(rf"(?:{any_of('incidents:how')}\s){{0,2}}{any_of('incidents:what')}", re.IGNORECASE)


def _noun(hearing: Hearing, figure: Figure) -> Piece:
    after = _INCIDENTS.search(hearing.flat, figure.count_end, min(len(hearing.flat), figure.count_end + 60))
    found = after or _INCIDENTS.search(hearing.flat)
    return hearing.at(*(found.span() if found else (figure.start, figure.end)))


def _period(hearing: Hearing, figure: Figure) -> DatePhrase | None:
    for phrase in hearing.dates:
        if phrase.start >= figure.end and phrase.form in (DateForm.BETWEEN, DateForm.POINT, DateForm.EXTENT):
            return phrase
    return None


def ratios(hearing: Hearing) -> Iterator[Heard]:
    """A outnumbered B by two to one."""
    if not hearing.asserted or "outnumber" not in hearing.words.casefold():
        return
    for verb in _OUTNUMBERED.finditer(hearing.flat):
        for number in read_numbers(hearing.words):
            if number.sort is NumberSort.RATIO and number.count and 0 <= number.start - verb.end() <= 120:
                yield from _ratio(hearing, verb, (number.start, number.end), number.count)
                break


def _ratio(hearing: Hearing, verb: re.Match[str], at: tuple[int, int], count: Count) -> Iterator[Heard]:
    agents = _BY.match(hearing.flat, verb.end())
    if verb["passive"]:
        more = object_of(hearing, agents.end(), reach=30) if agents else ()
    else:
        more = subject_of(hearing, verb.start())
    if more and not hearing.denied(verb.start()):
        start = min(more[0].start, verb.start())
        yield from hearing.say(hearing.at(start, at[1]), "ratio", count, actors=states(hearing, more))
