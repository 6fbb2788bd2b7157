"""Which decisions were taken, without reading all of them again at each question?

The log only grows, but for what is forgotten. What has come since is added to what is in memory.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from threading import Lock

from sqlalchemy import Connection, select

from thucydides.ledger.derived import number_of
from thucydides.ledger.packing import unpacked
from thucydides.ledger.schema import DECISION
from thucydides.vocabulary import Decision

TAKEN = "taken"
"""The number of the ledger that moves on whenever decisions were taken from the log."""


class Log:
    """Every decision in the order in which it was taken, found by document, by claim and by reader.

    What takes a decision back is found where that decision is. `age`: logs of one age only grow.
    """

    def __init__(self, age: int) -> None:
        self.age = age
        self.decisions: list[Decision] = []
        self.last = 0
        self._known: dict[str, Decision] = {}
        self._waiting: dict[str, list[Decision]] = defaultdict(list)
        self._on: dict[str, dict[str, Decision]] = defaultdict(dict)
        self._about: dict[str, dict[str, Decision]] = defaultdict(dict)
        self._by: dict[str, list[Decision]] = defaultdict(list)

    def on(self, documents: Iterable[str]) -> tuple[Decision, ...]:
        """The decisions on claims of some documents, each once."""
        found = {identity: one for document in documents for identity, one in list(self._on.get(document, {}).items())}
        return tuple(found.values())

    def about(self, claim: str) -> tuple[Decision, ...]:
        """The decisions on a claim, alone or as one of a pair."""
        return tuple(self._about.get(claim, {}).values())

    def by(self, reader: str) -> tuple[Decision, ...]:
        """What one reader decided."""
        return tuple(self._by.get(reader, ()))

    def add(self, identity: str, decision: Decision) -> None:
        """The next one."""
        self._known[identity] = decision
        self._by[decision.who].append(decision)
        self._file(identity, decision)
        self.decisions.append(decision)

    def _file(self, identity: str, decision: Decision) -> None:
        for one in (decision, *self._above(decision)):
            for anchor in one.anchors:
                self._on[anchor.document][identity] = decision
                self._about[anchor.claim][identity] = decision
        # Logs that were merged may hold what takes a decision back before the decision itself.
        for later in self._waiting.pop(identity, ()):
            self._file(later.id, later)

    def _above(self, decision: Decision) -> Iterator[Decision]:
        """What it takes back, and what that took back."""
        while decision.undoes:
            if decision.undoes not in self._known:
                self._waiting[decision.undoes].append(decision)
                return
            decision = self._known[decision.undoes]
            yield decision


class LogInMemory:
    """The log of one ledger, brought up to date whenever it is asked for; by several threads at once."""

    def __init__(self) -> None:
        self._log: Log | None = None
        self._turn = Lock()

    def current(self, connection: Connection) -> Log:
        """The log as it stands."""
        age = number_of(connection, TAKEN)
        with self._turn:
            if self._log is None or self._log.age != age:
                self._log = Log(age)
            log = self._log
            later = select(DECISION).where(DECISION.c.number > log.last).order_by(DECISION.c.number)
            for row in connection.execute(later):
                log.add(row.id, unpacked(Decision, row.packed))
                log.last = row.number
        return log
