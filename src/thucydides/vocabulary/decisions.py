"""What did a person decide about a claim or a pair of claims, when and why?"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a reviewer can say: four answers about a claim, two about whether a pair belongs together."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNSURE = "unsure"
    JOIN = "join"
    SPLIT = "split"


class Subject(StrEnum):
    """What a decision is about."""

    CLAIM = "claim"  # what one claim says
    EVENT = "event"  # do two claims speak of one event?
    TARGET = "target"  # which actor one claim is about; the correction is an actor's id
    SOURCE = "source"  # which work one claim comes from; the correction is a source's id
    LINEAGE = "lineage"  # does one of two claims repeat the other?
    NEW = "new"  # a claim that a person read; the correction is what it says, in words of the log
    RELATION = "relation"  # how two claims differ; the correction is a relation


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim as a decision names it, with the words by which a better reader's claim is known as the same."""

    claim: str
    document: str
    quote: str
    context: str = ""


Topic = tuple[Subject, tuple[str, ...]]
"""What a decision is about, and the ids of its claims in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what, when (ISO 8601, UTC) and why. It stands beside the claim and names its quote and context,

    so that it can be attached again when a reader improves. `undoes`: the id of a decision that this one takes back;
    `correction`: what should stand instead; `other`: the second claim where `about` is a pair.
    """

    claim: str
    answer: Answer
    who: str
    when: str
    why: str
    document: str
    quote: str
    context: str = ""
    correction: str = ""
    undoes: str = ""
    about: Subject = Subject.CLAIM
    other: Anchor | None = None

    @property
    def id(self) -> str:
        """Hash of all that was said."""
        parts = [self.claim, self.answer, self.who, self.when, self.why, self.document, self.quote, self.undoes]
        parts += [self.correction] if self.correction else []
        parts += [self.about] if self.about is not Subject.CLAIM else []
        parts += [self.other.claim] if self.other else []
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The claim, or the two claims, that it is about."""
        first = Anchor(self.claim, self.document, self.quote, self.context)
        return (first, self.other) if self.other else (first,)

    @property
    def topic(self) -> Topic:
        """Two decisions on one topic cannot both stand."""
        return self.about, tuple(sorted(anchor.claim for anchor in self.anchors))


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decision that stands on each topic: the latest that was not taken back, in order of time.

    The order in which they come does not matter. What takes a decision back may be taken back itself.
    """
    held = {decision.id: decision for decision in decisions}
    undone = _undone(held)
    kept: dict[Topic, Decision] = {}
    for decision in sorted(held.values(), key=lambda decision: (decision.when, decision.id)):
        if not decision.undoes and decision.id not in undone:
            kept[decision.topic] = decision
    return tuple(sorted(kept.values(), key=lambda decision: (decision.when, decision.id)))


def standing(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that stands on each single claim."""
    return {decision.claim: decision for decision in in_force(decisions) if decision.about is Subject.CLAIM}


def _undone(held: dict[str, Decision]) -> set[str]:
    """The ids that are taken back by something that stands itself. An id is a hash, so no chain can run in a ring."""
    taking_back: dict[str, list[str]] = {}
    for decision in held.values():
        if decision.undoes:
            taking_back.setdefault(decision.undoes, []).append(decision.id)
    undone: dict[str, bool] = {}
    for start in taking_back:
        line = [start]
        while line:
            above = taking_back.get(line[-1], [])
            unknown = [each for each in above if each not in undone]
            if unknown:
                line.extend(unknown)
            else:
                undone[line.pop()] = any(not undone[each] for each in above)
    return {each for each, taken_back in undone.items() if taken_back}
