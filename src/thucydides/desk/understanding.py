"""What do the claims of a ledger mean together, as of now?

Links and findings are derived: they are made anew whenever the claims have changed, and kept until then.
"""

from dataclasses import dataclass

from thucydides.checking import check
from thucydides.ledger import Ledger
from thucydides.linking import Linking, joined, link
from thucydides.vocabulary import Event, Finding, LedgerProblem, LinkedClaim, Registry


@dataclass(frozen=True, slots=True)
class Understanding:
    """Events, linked claims and findings that belong to one state of the ledger, known by its `fingerprint`."""

    fingerprint: str
    events: dict[str, Event]
    claims: tuple[LinkedClaim, ...]
    findings: tuple[Finding, ...]


def understand(ledger: Ledger, registry: Registry) -> Understanding:
    """The understanding of the ledger's present claims: the one that was kept, or a new one if they have changed."""
    fingerprint = ledger.claims_fingerprint()
    if ledger.linked_fingerprint() != fingerprint:
        return understand_anew(ledger, registry)
    linking = Linking(ledger.events(), ledger.links(), ledger.sources())
    claims = joined(ledger.claims(), linking, document_names=_names(ledger), registry=registry)
    return _understanding(fingerprint, linking, claims, ledger.findings())


def understand_anew(ledger: Ledger, registry: Registry) -> Understanding:
    """Link and check the ledger's present claims, and keep the outcome where the ledger can be written."""
    claims, names = tuple(ledger.claims()), _names(ledger)
    linking = link(claims, document_names=names, registry=registry)
    together = joined(claims, linking, document_names=names, registry=registry)
    findings = (*check(together), *linking.doubts)
    _keep(ledger, linking, findings)
    return _understanding(ledger.claims_fingerprint(), linking, together, (*ledger.unread(), *findings))


def _names(ledger: Ledger) -> dict[str, str]:
    return {document.id: document.name for document in ledger.documents()}


def _understanding(
    fingerprint: str, linking: Linking, claims: tuple[LinkedClaim, ...], findings: tuple[Finding, ...]
) -> Understanding:
    return Understanding(fingerprint, {event.id: event for event in linking.events}, claims, findings)


def _keep(ledger: Ledger, linking: Linking, findings: tuple[Finding, ...]) -> None:
    try:
        ledger.replace_linking(linking.events, linking.links, linking.sources)
        ledger.replace_findings(findings)
    except LedgerProblem:
        return  # a ledger that can only be read is understood anew each time
