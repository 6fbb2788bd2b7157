"""What did persons decide, and how is it taken back, written down and read again?"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from getpass import getuser

from thucydides.desk.answers import NotFound
from thucydides.ledger import Ledger
from thucydides.reviewing import AgendaItem, Attached, anchored, attached, read_log
from thucydides.vocabulary import Answer, Claim, Decision, Subject, ThucydidesError, in_force, standing

SHORTEST_BEGINNING = 4
_PAIRS = {Subject.EVENT, Subject.LINEAGE, Subject.RELATION}
_ANSWERS = {
    Subject.CLAIM: {Answer.ACCEPT, Answer.REJECT, Answer.CORRECT, Answer.UNSURE},
    Subject.EVENT: {Answer.JOIN, Answer.SPLIT},
    Subject.LINEAGE: {Answer.JOIN, Answer.SPLIT},
    Subject.TARGET: {Answer.CORRECT},
    Subject.SOURCE: {Answer.CORRECT},
    Subject.RELATION: {Answer.CORRECT},
    Subject.NEW: set(),  # marked in its document, see `taking_up`
}


class WrongDecision(ThucydidesError):
    """A decision that cannot be taken so."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person wants to decide. `other`: the second claim of a pair; `who`: empty for whoever is at work."""

    claim: str
    answer: Answer
    why: str
    who: str = ""
    about: Subject = Subject.CLAIM
    other: str = ""
    correction: str = ""


class Review:
    """The review log of a ledger: what is decided is added, and nothing is ever taken from it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def log(self) -> tuple[Decision, ...]:
        """Every decision, in order of time."""
        return tuple(sorted(self._ledger.decisions(), key=lambda decision: (decision.when, decision.id)))

    def by(self, reader: str) -> tuple[Decision, ...]:
        """What one reader decided, in the order in which it was kept."""
        return self._ledger.log().by(reader)

    def stands(self, decision: Decision) -> bool:
        """Is it in force, neither taken back nor followed by another on the same?"""
        return decision in in_force(self._ledger.log().about(decision.claim))

    def taken_back(self, decision: Decision) -> bool:
        """Was it taken back, so that it does not stand any more?"""
        about = self._ledger.log().about(decision.claim)
        return any(one.undoes == decision.id for one in about) and decision not in in_force(about)

    def in_force(self) -> tuple[Decision, ...]:
        """The decisions that stand, in order of time."""
        return in_force(self._ledger.decisions())

    def decide(self, ruling: Ruling) -> Decision:
        """Take a decision on a claim or a pair of claims. Raises NotFound or WrongDecision."""
        _require_sense(ruling)
        first, *more = (anchored(*self._claim(name)) for name in (ruling.claim, ruling.other) if name)
        decision = Decision(
            claim=first.claim, answer=ruling.answer, who=ruling.who or whoever(), when=now(), why=ruling.why,
            document=first.document, quote=first.quote, context=first.context, correction=ruling.correction,
            about=ruling.about, other=more[0] if more else None,
        )  # fmt: skip
        self._ledger.decide(decision)
        return decision

    def undo(self, reference: str, *, why: str, who: str = "") -> Decision:
        """Take a decision back, or take back its taking back. Raises NotFound."""
        known = [decision for decision in self._ledger.decisions() if decision.id.startswith(reference)]
        if len(reference) < SHORTEST_BEGINNING or len(known) != 1:
            raise NotFound(f"no single decision begins with {reference!r}; `thucydides review log` lists them")
        undoing = replace(known[0], who=who or whoever(), when=now(), why=why, undoes=known[0].id, correction="")
        self._ledger.decide(undoing)
        return undoing

    def replay(self, lines: Iterable[str]) -> int:
        """Take over the decisions of a written log, all or none. Raises LogUnreadable."""
        log = tuple(read_log(lines))
        for decision in log:
            self._ledger.decide(decision)
        return len(log)

    def agenda(self) -> tuple[AgendaItem, ...]:
        """What a person is asked: decisions that could not be attached to a claim of today."""
        return in_use(self._ledger).agenda

    def _claim(self, identity: str) -> tuple[Claim, str]:
        linked = self._ledger.linked.claim(identity)
        if linked is None:
            raise NotFound(f"no claim has the id {identity!r}; `thucydides claims --json` lists them")
        return linked.claim, self._ledger.words(linked.claim.document)


def in_use(
    ledger: Ledger, *, about: Collection[Subject] = tuple(Subject), documents: Collection[str] | None = None
) -> Attached:
    """The decisions that stand, on the claims of today, and those that no claim answers to.

    `about`: only those that are about this; `documents`: only those on claims of these.
    """
    log = ledger.log()
    decisions = [one for one in (log.decisions if documents is None else log.on(documents)) if one.about in about]
    if not decisions:
        return Attached((), ())
    claims_of = cache(lambda document: tuple(ledger.claims(document=document)))
    text_of = cache(ledger.words)
    return attached(decisions, claims_of, text_of)


def now() -> str:
    """This moment, as a decision records it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def whoever() -> str:
    """The name under which the person at the machine is known there."""
    try:
        return getuser()
    except (KeyError, OSError):
        return "unknown"


def _require_sense(ruling: Ruling) -> None:
    if ruling.answer not in _ANSWERS[ruling.about]:
        if ruling.about is Subject.NEW:
            raise WrongDecision("a claim of one's own is marked in the document that has its words")
        fit = " or ".join(sorted(_ANSWERS[ruling.about]))
        raise WrongDecision(f"on the {ruling.about} one can only say {fit}, not {ruling.answer}")
    if (ruling.about in _PAIRS) != bool(ruling.other) or ruling.other == ruling.claim:
        needed = "two different claims" if ruling.about in _PAIRS else "one claim"
        raise WrongDecision(f"a decision on the {ruling.about} needs {needed}")
    if (ruling.answer is Answer.CORRECT) != bool(ruling.correction):
        raise WrongDecision("`correct` needs a correction, and nothing else takes one")


_STATUSES = {Answer.ACCEPT: "accepted", Answer.REJECT: "rejected", Answer.CORRECT: "corrected"}


def decided_in(ledger: Ledger, documents: Collection[str] | None = None) -> Mapping[str, Decision]:
    """The decision that stands on each claim of some documents, or of all, on which a person has decided."""
    return standing(in_use(ledger, about={Subject.CLAIM}, documents=documents).decisions)


def statuses_in(ledger: Ledger, documents: Collection[str] | None = None) -> Mapping[str, str]:
    """The same, as a word for those that were accepted, rejected or corrected."""
    decided = decided_in(ledger, documents)
    return {claim: _STATUSES[held.answer] for claim, held in decided.items() if held.answer in _STATUSES}
