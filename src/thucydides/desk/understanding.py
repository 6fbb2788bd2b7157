"""What do the claims of a ledger mean together, as of now?

Links and findings are derived: they are made anew whenever the ledger has moved on, and kept until then.
"""

from dataclasses import dataclass, replace

from thucydides.checking import check
from thucydides.desk.entries import entries_of
from thucydides.desk.reviewing import in_use
from thucydides.desk.ruling import on_links
from thucydides.desk.taking_up import take_up
from thucydides.desk.traits import traits_of
from thucydides.ledger import Ledger, Understood
from thucydides.linking import joined, link
from thucydides.reviewing import questions
from thucydides.vocabulary import Event, Finding, LinkedClaim, ListedEvent, Registry


@dataclass(frozen=True, slots=True)
class Understanding:
    """Events, linked claims and findings that belong to one state of the ledger, known by its `generation`."""

    generation: int
    events: dict[str, Event]
    claims: tuple[LinkedClaim, ...]
    findings: tuple[Finding, ...]


def is_current(ledger: Ledger) -> bool:
    """Was everything that the ledger keeps understood?"""
    return ledger.is_understood()


def understand(ledger: Ledger, registry: Registry, listed: tuple[ListedEvent, ...] = ()) -> None:
    """Link and check the ledger's present claims, and keep the outcome for the questions that follow."""
    generation = _taken_up(ledger)
    names = {document.id: document.name for document in ledger.documents()}
    claims = tuple(ledger.claims())
    decisions = in_use(ledger).decisions
    linking = link(claims, document_names=names, registry=registry, listed=listed, decisions=decisions)
    linking = replace(linking, links=on_links(decisions, linking.links))
    together = joined(claims, linking, document_names=names, registry=registry)
    findings = (*check(together), *linking.doubts)
    entries = entries_of(linking.events, together, findings)
    ledger.replace_understood(
        Understood(
            linking.events,
            entries,
            linking.links,
            linking.sources,
            together,
            findings,
            generation,
            tuple(traits_of(entries, together, findings)),
            questions(together, {}, findings),
        )
    )


def _taken_up(ledger: Ledger) -> int:
    """The generation that holds all that persons read, noted first: what comes in later is understood the next time.

    Another program may have taken up a shorter log after this one; the log is looked at again once that is over.
    """
    while True:
        log = ledger.decisions()
        take_up(ledger, log)
        generation = ledger.generation()
        if ledger.decisions() == log:
            return generation


def whole_understanding(ledger: Ledger) -> Understanding:
    """All that was understood, at once."""
    return Understanding(
        generation=ledger.understood_generation(),
        events={event.id: event for event in ledger.events.all()},
        claims=tuple(ledger.linked.claims()),
        findings=ledger.findings.all(),
    )
