"""What is a person asked, in which order, and how far do readers agree?"""

from collections.abc import Mapping
from dataclasses import dataclass

from thucydides.analysing import Agreement, Metric, agreement
from thucydides.desk.estimating import Estimates
from thucydides.ledger import Ledger
from thucydides.reviewing import Answers, Pass, answers_of, open_to, pairs, questions
from thucydides.vocabulary import Question


@dataclass(frozen=True, slots=True)
class Agenda:
    """All questions, the weightiest first, and what was answered."""

    questions: tuple[Question, ...]
    answers: Mapping[str, Answers]

    def open_to(self, reader: str, which: Pass) -> tuple[Question, ...]:
        """What a reader is still asked in a pass."""
        return open_to(self.questions, self.answers, reader, which)

    def question(self, claim: str) -> Question:
        """The question about one claim, whether answered or not."""
        return next((one for one in self.questions if one.claim == claim), Question(claim, "", 0, 0))

    def agreement(self) -> Agreement | None:
        """Krippendorff's alpha over what several readers answered; None if nothing was."""
        return agreement(pairs(self.answers), Metric.NOMINAL, replicates=200)

    def shared(self) -> int:
        """How many claims were answered by more than one reader."""
        return len(pairs(self.answers))


def questions_of(ledger: Ledger, known: Estimates | None) -> tuple[Question, ...]:
    """Every claim as a question, as the ledger was last understood. Without estimates doubt alone orders them."""
    return questions(ledger.linked_claims(), _pulls(known) if known else {}, ledger.findings())


def agenda_of(ledger: Ledger, asked: tuple[Question, ...]) -> Agenda:
    """The questions with the answers of the log."""
    return Agenda(asked, answers_of(ledger.decisions()))


def _pulls(known: Estimates) -> Mapping[str, float]:
    """By how much each claim moves an estimate at most, in log10."""
    pulls: dict[str, float] = {}
    for estimate in known.result.estimates:
        for influence in estimate.influences:
            pulls[influence.report] = max(abs(influence.pull), pulls.get(influence.report, 0))
    return pulls
