"""What does `they lost 4,000 men, the Paraguayans fewer than 100` leave unsaid?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thucydides.extracting.figures import Figure
from thucydides.extracting.narrative.actors import joined
from thucydides.extracting.narrative.hearing import Hearing
from thucydides.vocabulary import ActorMention, Count, NumberPhrase, NumberSort, read_numbers

_ANEW = re.compile(
    r"(?:\s(?:under\sarms|in\sall|there|dead))?(?:[,;]\s(?:and\s|but\s|while\s|to\s)?|\s(?:and|against|to)\s)(?:that\sof\s|those\sof\s)?(?:the\s|an?\s|only\s)?"
)
_OF_THEM = re.compile(r"\s(?:army\s|forces\s|troops\s)?(?:(?:lost|had)\s)?(?:at\s|to\s|with\s|only\s|just\s)?")
_CLOSES = re.compile(r"\s*(?:[,.;)]|$|\s(?:and|but|while|on|at|in)\s)")
_COSTS = re.compile(r"\bcost\s(?:the\s)?$")


def completed(hearing: Hearing, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of a sentence, those with an ellipsis completed by the figure before them, left to right.

    Only where one figure stands before: of *300 killed and 400 wounded, the Turks 900* nobody can say what is meant.
    """
    if not figures or not hearing.actors or hearing.actors[-1].start < figures[0].end:
        yield from figures
        return
    numbers = _bare_numbers(hearing, figures)
    if not numbers and not any(_is_bare(figure) for figure in figures):
        yield from figures
        return
    last: list[Figure] = []
    found: list[Figure | NumberPhrase] = [*figures, *numbers]
    for one in sorted(found, key=lambda figure: figure.start):
        owner = _owner(hearing, last[-1], one.start) if len(last) == 1 else ()
        if isinstance(one, Figure) and not (owner and _is_bare(one)):
            last = [*last, one] if last and _same_list(hearing, last[-1], one) else [one]
            yield one
        elif owner and _CLOSES.match(hearing.flat, one.end):
            count = one.count
            assert count is not None
            completed = _like(last[-1], one.start, one.end, count, owner)
            last = [completed]
            yield completed
        elif isinstance(one, Figure):
            yield one


def _bare_numbers(hearing: Hearing, figures: Sequence[Figure]) -> list[NumberPhrase]:
    """The counts that are in no figure, where a figure stands before."""
    taken = [(figure.count_start, figure.count_end) for figure in figures]
    return [
        number
        for number in read_numbers(hearing.words)
        if number.sort is NumberSort.COUNT
        and number.count is not None
        and number.start > figures[0].end
        and all(number.end <= start or end <= number.start for start, end in taken)
    ]


def _is_bare(figure: Figure) -> bool:
    """Is it a number alone, that counts men only because an army stands before it?"""
    return (figure.start, figure.end) == (figure.count_start, figure.count_end)


def _same_list(hearing: Hearing, one: Figure, other: Figure) -> bool:
    """`300 killed and 400 wounded`."""
    return one.attribute == other.attribute and len(hearing.flat[one.end : other.start].split()) <= 2


def _owner(hearing: Hearing, before: Figure, start: int) -> tuple[ActorMention, ...]:
    """The side that stands right before the number, and right behind the figure before it."""
    own = [actor for actor in hearing.actors if before.end <= actor.start and actor.end <= start]
    if not own or not _OF_THEM.fullmatch(hearing.flat, own[-1].end, start):
        return ()
    together = joined(hearing, own)
    return together if _ANEW.fullmatch(hearing.flat, before.end, together[0].start) else ()


def _like(before: Figure, start: int, end: int, count: Count, owner: tuple[ActorMention, ...]) -> Figure:
    return replace(
        before, start=start, end=end, count=count, count_start=start, count_end=end, actors=owner, part_of=None,
    )  # fmt: skip


def at_a_cost(hearing: Hearing, figure: Figure) -> Figure:
    """`It cost Spain 17,000 men`: they were lost."""
    if figure.attribute != "strength" or figure.measure not in ("person", "") or "cost" not in hearing.spoken:
        return figure
    paid = [actor for actor in hearing.actors if actor.end + 1 == figure.start]
    if not paid or not _COSTS.search(hearing.flat, 0, paid[0].start):
        return figure
    return replace(figure, attribute="loss", concept="casualties", actors=tuple(paid))
