"""With which number does HTTP say what went wrong?"""

from thucydides.desk import Ambiguous, NotFound, WrongDecision
from thucydides.vocabulary import CannotRead, ClaimRefused, LedgerProblem, ThucydidesError
from thucydides.web.guarding import Forged, TooLarge

STATUSES: tuple[tuple[type[ThucydidesError], int], ...] = (
    (Ambiguous, 300),
    (NotFound, 404),
    (LedgerProblem, 404),
    (WrongDecision, 422),
    (ClaimRefused, 422),
    (CannotRead, 422),
    (Forged, 403),
    (TooLarge, 413),
    (ThucydidesError, 500),
)


def status_of(problem: ThucydidesError) -> int:
    """The first that fits."""
    return next(status for kind, status in STATUSES if isinstance(problem, kind))
