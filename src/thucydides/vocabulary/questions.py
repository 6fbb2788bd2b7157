"""What is a person asked, and why that before everything else?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One claim on the agenda. `influence`: how far it moves an estimate; `doubt`: 0 to 1, with its `reasons`."""

    claim: str
    event: str
    influence: float
    doubt: float
    reasons: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """By this the agenda is ordered."""
        return self.influence * self.doubt
