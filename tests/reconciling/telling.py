"""Short ways to write reports down."""

from typing import Any

from thucydides.linking import lineages
from thucydides.reconciling import Reconciliation, reconcile
from thucydides.vocabulary import Estimate, Report, read_reports

BARE: dict[str, Any] = {"event": "siege", "party": "Reds", "category": "killed", "kind": "exact", "relation": "self"}


def told(*rows: dict[str, Any]) -> tuple[Report, ...]:
    """Reports; what is not said is filled in, and each has a source of its own."""
    return read_reports([BARE | {"id": f"r{n:03}", "source": f"source {n}"} | row for n, row in enumerate(rows)])


def estimated(*rows: dict[str, Any]) -> Reconciliation:
    reports = told(*rows)
    return reconcile(reports, lineages(reports))


def of(result: Reconciliation, category: str = "killed", party: str = "Reds", event: str = "siege") -> Estimate:
    (found,) = [e for e in result.estimates if (e.event, e.party, e.category) == (event, party, category)]
    return found
