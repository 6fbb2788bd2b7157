"""Which estimates belong to the ledger as it stands, and must a page wait for them?"""

from collections.abc import Iterator
from contextlib import suppress

from thucydides.desk.asking import questions_of
from thucydides.desk.estimating import (
    MOST_AT_ONCE,
    Estimates,
    Explained,
    Why,
    estimates_of,
    explained,
    statuses_of,
    why,
)
from thucydides.desk.looking_up import event_meant
from thucydides.desk.upkeep import Upkeep
from thucydides.ledger import Ledger
from thucydides.vocabulary import LedgerProblem

MOST_RANKED = 50_000
"""Of more claims the agenda is not put in order anew once estimates are made."""


class Estimator:
    """What is estimated of one ledger, made once for each state of it."""

    def __init__(self, ledger: Ledger, upkeep: Upkeep) -> None:
        self._ledger, self._upkeep = ledger, upkeep
        self._made: tuple[tuple[int, int], Estimates] | None = None
        self._ranked = -1

    def estimates(self) -> Estimates:
        """What is estimated from all figures of losses together; how they stand is noted, to sift events by."""
        self._upkeep.refresh()
        with self._upkeep.turn:
            understood = self._ledger.understood_set()
            state = (understood, len(self._ledger.decisions()))
            if self._made is None or self._made[0] != state:
                self._made = (state, estimates_of(self._ledger))
                # Another program may be writing; the statuses are then noted with the next estimates.
                with suppress(LedgerProblem):
                    self._ledger.index.note_statuses(statuses_of(self._made[1]), of=understood)
            return self._made[1]

    def why(self, reference: str, slot: str) -> Why:
        """Why an estimate of an event comes out as it does. Raises NotFound or Ambiguous."""
        known = self.estimates()
        return why(event_meant(reference, self._ledger), slot, known)

    def explained(self, event: str) -> Iterator[Explained]:
        """The direct estimates of an event with the claims behind them; none where a page would have to wait long."""
        if self._quick():
            yield from explained(event, self.estimates())

    def rank(self) -> None:
        """Let what moves an estimate come first, once for each understanding; in a large ledger doubt alone decides."""
        with self._upkeep.turn:
            understood = self._ledger.understood_set()
            if self._ranked != understood and self._quick() and self._ledger.questions.held() <= MOST_RANKED:
                # Another program may be writing; the questions are then put in order with the next understanding.
                with suppress(LedgerProblem):
                    self._ledger.questions.rank(questions_of(self._ledger, self.estimates()), of=understood)
                self._ranked = understood

    def _quick(self) -> bool:
        """Are the estimates made already, or so few figures that a page may wait for them?"""
        if self._made is not None and self._made[0][0] == self._ledger.understood_set():
            return True
        return self._ledger.claims_up_to(MOST_AT_ONCE + 1, attribute="loss") <= MOST_AT_ONCE
