"""What does not fit, and how might it be read?"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding asks of a reader."""

    CONTRADICTION = "contradiction"  # both cannot be true
    DOUBT = "doubt"  # probably something else is meant
    NOTE = "note"  # worth knowing, nothing is wrong
    UNREAD = "unread"  # words that were not understood


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should see. It names the claims it is about and never changes them.

    `suggestions`: readings that would make it fit; offered, never applied. `document`, `start`, `end`: where it stands,
    for what was not understood. `event`: id of the event it belongs to, if any.
    """

    rule: str
    severity: Severity
    message: str
    claims: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    event: str = ""
    document: str = ""
    start: int = 0
    end: int = 0

    @property
    def id(self) -> str:
        """Stable: the rule, the claims it is about and where it stands."""
        parts = (self.rule, *sorted(self.claims), self.event, self.document, str(self.start), str(self.end))
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
