"""How do estimates look on a terminal, and as JSON?"""

import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from thucydides.cli import show

if TYPE_CHECKING:
    from thucydides.desk import Estimates, HoldOut, Pull, Reconciliation, Why
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


def kept(held: "Estimates", *, as_json: bool) -> None:
    """The estimates of a ledger, with the reports behind them."""
    for finding in held.result.findings:
        print(f"[{finding.severity}] {finding.rule}: {finding.message}", file=sys.stderr)
    if as_json:
        show.line(show.as_json([_kept(estimate, held) for estimate in held.result.estimates]))
        return
    labels = {linked.event.id: linked.event.label for linked in held.told.claims.values()}
    table(replace(each, event=labels[each.event], party=held.target(each)) for each in held.result.estimates)


def why(answer: "Why", *, as_json: bool) -> None:
    """One estimate, in a paragraph and claim by claim."""
    if as_json:
        show.line(show.as_json(_why(answer)))
        return
    show.line(answer.paragraph)
    for pull in answer.pulls:
        show.line(f"  {_part(pull):>24}  {pull.account}: {pull.linked.claim.quote!r} ({pull.report.relation})")


def _part(pull: "Pull") -> str:
    if pull.repeats:
        return f"repeats {pull.repeats}"
    return "all rests on it" if pull.alone else f"{pull.percent:+.1f} %"


def hold_out(result: "HoldOut", *, as_json: bool) -> None:
    """How well lineages that were left out are foretold, by standpoint."""
    model, median, between = result.scores() if result.figures else (0.0, 0.0, 0.0)
    rows: dict[str, dict[str, Any]] = {
        name or "all": {"figures": count, "coverage": list(result.coverage(name))}
        for name, count in {"": len(result.figures), **result.standpoints()}.items()
        if count
    }
    scores = {"model": model, "median": median, "low_best_high": between}
    if as_json:
        show.line(show.as_json({"levels": [0.5, 0.8, 0.95], "standpoints": rows, "log_scores": scores}))
        return
    for name, row in rows.items():
        covered = " / ".join(f"{share:.0%}" for share in row["coverage"])
        show.line(f"{name:>12}  {row['figures']:5} figures  within 50 / 80 / 95 %: {covered}")
    show.line(f"mean log score: model {model:.2f}, median of the others {median:.2f}, low-best-high {between:.2f}")


def _kept(estimate: "Estimate", held: "Estimates") -> dict[str, Any]:
    from thucydides.desk import concept_of

    return {
        "event_id": estimate.event,
        "target": held.target(estimate),
        "target_id": estimate.party,
        "concept": concept_of(estimate.category),
        "category": estimate.category,
        "median": estimate.median,
        "q": quantiles(estimate),
        "low": estimate.low,
        "high": estimate.high,
        "status": estimate.status,
        "direct": estimate.direct,
        "accounts": list(estimate.accounts),
        "lineages": estimate.lineages,
        "influence": [asdict(each) for each in estimate.influences],
        "prior_share": estimate.prior_share,
        "exaggeration": {name: list(factors) for name, factors in estimate.exaggeration.items()},
        "reasons": list(estimate.reasons),
        "anchor": estimate.anchor,
        "snapshot": estimate.snapshot,
        "version": estimate.version,
    }


def _why(answer: "Why") -> dict[str, Any]:
    estimate = answer.estimate
    return {
        "event_id": answer.event.id,
        "event": answer.event.label,
        "target": answer.target,
        "category": estimate.category,
        "median": estimate.median,
        "q": quantiles(estimate),
        "status": estimate.status,
        "reasons": list(estimate.reasons),
        "lineages": estimate.lineages,
        "prior_share": estimate.prior_share,
        "exaggeration": {name: list(factors) for name, factors in estimate.exaggeration.items()},
        "anchor": estimate.anchor,
        "if_the_anchor_were_10_percent_too_high": answer.moved,
        "snapshot": estimate.snapshot,
        "paragraph": answer.paragraph,
        "claims": [
            {
                "claim_id": pull.linked.claim.id,
                "account": pull.account,
                "quote": pull.linked.claim.quote,
                "standpoint": pull.report.relation,
                "pull_percent": pull.percent,
                "gain": pull.gain,
                "repeats": pull.repeats,
                "alone": pull.alone,
            }
            for pull in answer.pulls
        ],
    }
