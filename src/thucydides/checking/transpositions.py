"""Does one figure stand with one side in one source and with the other side in another?

A figure of many digits that two sources give to opposite sides was hardly counted twice: in one of them the columns
were exchanged. Which of them is right is not for the program to say.
"""

from collections import defaultdict
from collections.abc import Iterator

from thucydides.checking.figures import Figure, figures
from thucydides.checking.testimony import EVERY_ACTOR, Testimony, ids
from thucydides.checking.wording import figure, listed, what, whom
from thucydides.vocabulary import Event, Finding, Severity

LEAST_DIGITS = 3
"""Figures of fewer significant digits agree by chance too often."""
_MOST_SOURCES = 6

Sides = dict[frozenset[str], list[Figure]]


def figure_on_both_sides(testimony: Testimony) -> Iterator[Finding]:
    """The same odd figure of losses for two actors, in sources that do not both give it to both."""
    for event_id, accounts in testimony.by_event.items():
        held: dict[tuple[float, tuple[int, ...]], Sides] = defaultdict(lambda: defaultdict(list))
        for account in accounts:
            for one in figures(account.of("loss")):
                if one.parts and one.bounded and _is_odd(one.amount) and one.actors and one.actors != EVERY_ACTOR:
                    held[one.amount, one.parts][one.actors].append(one)
        for sides in held.values():
            if len(sides) == 2 and _exchanged(sides):
                yield _finding(testimony.events[event_id], sides)


def _is_odd(amount: float) -> bool:
    return amount == int(amount) and len(str(int(amount)).rstrip("0")) >= LEAST_DIGITS


def _exchanged(sides: Sides) -> bool:
    """Do the actors have nothing in common, and no source both?"""
    one, other = sides
    mouths = [{_mouth(said) for said in sides[side]} for side in (one, other)]
    return one.isdisjoint(other) and mouths[0].isdisjoint(mouths[1])


def _mouth(said: Figure) -> str:
    return said.claim.source.id


def _finding(event: Event, sides: Sides) -> Finding:
    ordered = sorted(sides.values(), key=lambda said: (-len({_mouth(one) for one in said}), sorted(said[0].actors)))
    told = listed(f"{whom(said[0].claim)} by {_sources(said)}" for said in ordered)
    first = ordered[0][0]
    return Finding(
        "figure-on-both-sides",
        Severity.DOUBT,
        f"{figure(first.amount)} ({what(first.claim)}) in {event.label} is given for {told}. "
        "So odd a figure is hardly true of both: in some of them the sides may be exchanged.",
        claims=ids(one.claim for said in ordered for one in said),
        suggestions=tuple(f"{figure(first.amount)} is the loss of {whom(said[0].claim)}" for said in ordered),
        event=event.id,
    )


def _sources(said: list[Figure]) -> str:
    names = sorted({one.claim.source.author or one.claim.source.title for one in said})
    left = len(names) - _MOST_SOURCES
    return listed([*names[:_MOST_SOURCES], *([f"{left} more"] if left > 0 else [])])
