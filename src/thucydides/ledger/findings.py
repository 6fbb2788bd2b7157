"""What was not understood, and what does not fit: in all, about an event, in a document?"""

from typing import Any

from sqlalchemy import select

from thucydides.ledger.readings import unread_as_read, unread_findings
from thucydides.ledger.standing import Standing
from thucydides.ledger.store import Store
from thucydides.vocabulary import Finding


class Findings:
    """Every finding that stands. Every method raises LedgerProblem where the file cannot serve."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Finding, ...]:
        """What was not understood in the documents, then what does not fit between the claims."""
        unread = self.unread()
        with self._store.asking() as standing:
            return (*unread, *standing.part(Finding, standing.tables.finding))

    def unread(self, *, document: str = "") -> tuple[Finding, ...]:
        """What was not understood in the documents, by document; or in one of them."""
        with self._store.reading() as connection:
            return tuple(unread_findings(connection, document=document))

    def part(self, first: int, most: int) -> tuple[Finding, ...]:
        """So many findings from a place on: what does not fit, then what was not understood, as it was read."""
        with self._store.asking() as standing:
            found = standing.part(Finding, standing.tables.finding, first=first, most=most)
            before = max(0, first - standing.held(standing.tables.finding))
            return found + tuple(unread_as_read(standing.connection, before, most - len(found)))

    def on(self, event: str) -> tuple[Finding, ...]:
        """What does not fit about an event or one of its claims."""
        with self._store.asking() as standing:
            named = standing.tables.finding.c.event == event
            return _findings(standing, named | _about(standing, standing.tables.linked.c.event == event))

    def within(self, document: str) -> tuple[Finding, ...]:
        """What was not understood in a document, then what does not fit about its claims."""
        with self._store.one_moment():
            unread = self.unread(document=document)
            with self._store.asking() as standing:
                about = _about(standing, standing.tables.linked.c.document == document)
                return (*unread, *_findings(standing, about))


def _about(standing: Standing, condition: Any) -> Any:
    """The finding is about a linked claim for which the condition holds."""
    concerns, linked = standing.tables.concerns, standing.tables.linked
    about = select(concerns.c.finding).join(linked, linked.c.claim == concerns.c.claim).where(condition)
    return standing.tables.finding.c.place.in_(about)


def _findings(standing: Standing, condition: Any) -> tuple[Finding, ...]:
    findings = standing.tables.finding
    return standing.nouns(Finding, select(findings.c.packed).where(condition).order_by(findings.c.place))
