"""Who answered what, independently of whom, and where must somebody settle it?

Who answers a claim first, and who answers it second, has not seen the other's answer. Once two have answered, whoever
answers again has seen both, and settles it. What was taken back counts for nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from thucydides.vocabulary import Decision, Question, Subject, in_force


class Pass(StrEnum):
    """Which claims a reader goes through."""

    FIRST = "first"  # what nobody has answered
    SECOND = "second"  # what others have answered, and this reader has not
    DISPUTED = "disputed"  # what two have answered differently, and nobody has settled


@dataclass(slots=True)
class Answers:
    """The independent answers to one claim by reader, and the one that settled them."""

    by: dict[str, Decision] = field(default_factory=dict)
    settled: Decision | None = None

    @property
    def disputed(self) -> bool:
        """Do two readers differ, with nobody having settled it?"""
        return self.settled is None and len({decision.answer for decision in self.by.values()}) > 1

    def add(self, decision: Decision) -> None:
        """The next answer in order of time."""
        if len(self.by) > 1 and decision.who in self.by:
            self.settled = decision
        else:
            self.by[decision.who] = decision


def answers_of(decisions: Iterable[Decision]) -> Mapping[str, Answers]:
    """The answers to each claim that were not taken back."""
    log = [decision for decision in decisions if decision.about is Subject.CLAIM]
    taken_back = {decision.id for decision in _undone(log)}
    found: dict[str, Answers] = {}
    for decision in sorted(log, key=lambda decision: (decision.when, decision.id)):
        if not decision.undoes and decision.id not in taken_back:
            found.setdefault(decision.claim, Answers()).add(decision)
    return found


def _undone(log: Sequence[Decision]) -> list[Decision]:
    """A decision is taken back if it does not stand even where nothing but what takes it back is beside it."""
    undoing: dict[str, list[Decision]] = {}
    for decision in log:
        if decision.undoes:
            undoing.setdefault(decision.undoes, []).append(decision)
    return [one for one in log if one.id in undoing and not one.undoes and not in_force(_chain(one, undoing))]


def _chain(decision: Decision, undoing: Mapping[str, Sequence[Decision]]) -> list[Decision]:
    chain = [decision]
    for one in chain:
        chain.extend(undoing.get(one.id, ()))
    return chain


def open_to(
    asked: Iterable[Question], answers: Mapping[str, Answers], reader: str, which: Pass
) -> tuple[Question, ...]:
    """What a reader is still asked in a pass, in order."""
    nobody = Answers()
    return tuple(one for one in asked if is_open(answers.get(one.claim, nobody), reader, which))


def is_open(given: Answers, reader: str, which: Pass) -> bool:
    """Is a reader still asked about a claim that was answered so?"""
    if which is Pass.DISPUTED:
        return given.disputed
    if which is Pass.SECOND:
        return bool(given.by) and reader not in given.by and given.settled is None
    return not given.by


def pairs(answers: Mapping[str, Answers]) -> list[list[str]]:
    """The independent answers to each claim that more than one reader answered."""
    return [[str(one.answer) for one in given.by.values()] for given in answers.values() if len(given.by) > 1]
