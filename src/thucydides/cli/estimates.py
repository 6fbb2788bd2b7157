"""How do estimates look on a terminal, and as JSON?"""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from thucydides.cli import show

if TYPE_CHECKING:
    from thucydides.desk import Reconciliation
    from thucydides.vocabulary import Estimate


def bare(result: "Reconciliation", *, as_json: bool) -> None:
    """Estimates from bare claims: one object a slot. What was found goes to standard error."""
    for finding in result.findings:
        print(f"[{finding.severity}] {finding.rule}: {finding.message}", file=sys.stderr)
    if as_json:
        show.line(show.as_json([_bare(estimate) for estimate in result.estimates], indent=None))
    else:
        table(result.estimates)


def table(estimates: "Iterable[Estimate]") -> None:
    """Direct estimates, one a line, by event; the assumption they rest on is said first."""
    held = [estimate for estimate in estimates if estimate.direct]
    for words in dict.fromkeys(words for estimate in held for words in (estimate.anchor, estimate.snapshot)):
        show.line(words)
    for estimate in held:
        where = f"{estimate.event}, {estimate.party}, {estimate.category.replace('_', ' ')}"
        show.line(f"{where}: {estimate}; {estimate.lineages} lineages of {len(estimate.accounts)} accounts")


def quantiles(estimate: "Estimate") -> dict[str, float]:
    """The quantiles by level, as the contract names them."""
    return {f"{level:g}": value for level, value in estimate.quantiles.items()}


def _bare(estimate: "Estimate") -> dict[str, Any]:
    return {
        "event": estimate.event,
        "party": estimate.party,
        "category": estimate.category,
        "median": estimate.median,
        "q": quantiles(estimate),
        "status": estimate.status,
        "direct": estimate.direct,
        "lineages": estimate.lineages,
        "reasons": list(estimate.reasons),
        "anchor": estimate.anchor,
        "snapshot": estimate.snapshot,
    }
