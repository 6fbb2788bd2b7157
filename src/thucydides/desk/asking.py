"""What is a person asked, in which order, and how far do readers agree?

The questions stand in the ledger in their order. Which of them are answered is kept up with the log as it grows, so
that no page goes through all of them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import islice
from threading import RLock

from thucydides.analysing import Agreement, Metric, agreement
from thucydides.desk.estimating import Estimates
from thucydides.ledger import Ledger
from thucydides.reviewing import Answers, Pass, answers_of, is_open, pairs, questions
from thucydides.vocabulary import Question

_AT_ONCE = 100
REPLICATES = 200


class Agenda:
    """All questions, the weightiest first, and what was answered. Every answer is as of the moment it is given."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._turn = RLock()
        self._state = (-1, -1, -1)
        self._answers: dict[str, Answers] = {}
        self._places: dict[str, int] = {}
        self._closed: list[int] = []
        self._agreement: tuple[tuple[int, int, int], Agreement | None] | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every one of them, whether answered or not."""
        return tuple(question for _, question in self._ledger.questions.part())

    @property
    def answers(self) -> Mapping[str, Answers]:
        """What was answered, by claim."""
        with self._turn:
            self._keep_up()
            return dict(self._answers)

    def open_to(self, reader: str, which: Pass, *, first: int = 0, most: int | None = None) -> tuple[Question, ...]:
        """What a reader is still asked in a pass: so many from a place on, all where `most` is None."""
        with self._turn, self._ledger.one_moment():
            self._keep_up()
            if which is Pass.FIRST:
                return tuple(islice(self._open_from(first), most))
            places = self._answered(reader, which)[first : None if most is None else first + most]
            return self._ledger.questions.at(places)

    def count(self, reader: str, which: Pass) -> int:
        """How much a reader is still asked in a pass."""
        with self._turn, self._ledger.one_moment():
            self._keep_up()
            if which is Pass.FIRST:
                return self._ledger.questions.held() - len(self._closed)
            return len(self._answered(reader, which))

    def question(self, claim: str) -> Question:
        """The question about one claim, whether answered or not."""
        return self._ledger.questions.about(claim) or Question(claim, "", 0, 0)

    def given(self, claim: str) -> Answers | None:
        """What was answered to one claim."""
        with self._turn:
            self._keep_up()
            return self._answers.get(claim)

    def agreement(self) -> Agreement | None:
        """Krippendorff's alpha over what several readers answered; None if nothing was."""
        with self._turn:
            self._keep_up()
            if self._agreement is None or self._agreement[0] != self._state:
                found = agreement(pairs(self._answers), Metric.NOMINAL, replicates=REPLICATES)
                self._agreement = self._state, found
            return self._agreement[1]

    def shared(self) -> int:
        """How many claims were answered by more than one reader."""
        return len(pairs(self.answers))

    def _open_from(self, first: int) -> Iterator[Question]:
        """The questions that nobody has answered, beginning with one at a place among them."""
        closed = self._closed
        before = bisect_right(range(len(closed)), first, key=lambda number: closed[number] - number)
        place, answered = first + before, set(closed[before:])
        while asked := self._ledger.questions.part(first=place, most=_AT_ONCE):
            yield from (question for at, question in asked if at not in answered)
            place = asked[-1][0] + 1

    def _answered(self, reader: str, which: Pass) -> list[int]:
        """Where the answered questions stand that are open to a reader."""
        held = self._places
        open_ones = (claim for claim, given in self._answers.items() if is_open(given, reader, which))
        return sorted(held[claim] for claim in open_ones if claim in held)

    def _keep_up(self) -> None:
        """Add what was answered since the last time; begin anew where something was forgotten or understood."""
        log, made = self._ledger.log(), self._ledger.understood_set()
        age, seen, placed = self._state
        if log.age != age:
            self._answers, self._places, seen = {}, {}, 0
        if made != placed:
            self._places = self._ledger.questions.places_of(self._answers)
        new = {decision.claim for decision in log.decisions[seen:]}
        for claim in new:
            self._answers[claim] = answers_of(log.about(claim)).get(claim, Answers())
        self._places |= self._ledger.questions.places_of(new)
        if new or made != placed:
            self._closed = sorted(self._places[claim] for claim in self._places if self._answers[claim].by)
        self._state = log.age, seen + len(log.decisions[seen:]), made


def questions_of(ledger: Ledger, known: Estimates) -> tuple[Question, ...]:
    """Every claim as a question, as the ledger was last understood, those first that move an estimate."""
    return questions(ledger.linked.claims(), _pulls(known), ledger.findings.all())


def _pulls(known: Estimates) -> Mapping[str, float]:
    """By how much each claim moves an estimate at most, in log10."""
    pulls: dict[str, float] = {}
    for estimate in known.result.estimates:
        for influence in estimate.influences:
            pulls[influence.report] = max(abs(influence.pull), pulls.get(influence.report, 0))
    return pulls
