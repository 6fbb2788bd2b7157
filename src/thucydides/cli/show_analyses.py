"""How do analyses look on a terminal, and as JSON?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from thucydides.cli import show

if TYPE_CHECKING:
    from thucydides.desk import AgreementOn, SeverityOf


def severity(found: "SeverityOf", *, as_json: bool) -> None:
    """The fit, the test, and how other laws compare."""
    if as_json:
        show.line(show.as_json(severity_object(found)))
        return
    result, tail = found.severity, found.severity.tail
    low, high = result.alpha_interval
    show.line(f"{found.of}: {result.events} events with a size above 0, {result.left_out} without")
    if found.unknown:
        show.line(f"  {found.unknown} figure{'s' * (found.unknown > 1)} of parties not known, counted as nothing")
    show.line(f"  alpha {tail.alpha:.3f} ({tail.measure}), from {tail.xmin:,.0f} dead on: {tail.n_tail} events")
    show.line(f"  standard error {tail.standard_error:.3f} with the threshold taken as known")
    show.line(f"  {result.alpha_spread:.3f} with the threshold estimated too; 5 to 95 %: {low:.2f} to {high:.2f}")
    if result.propagated:
        middle, low, high = result.propagated
        show.line(f"  {middle:.3f} with what is uncertain in the sizes themselves; 5 to 95 %: {low:.2f} to {high:.2f}")
    show.line(f"  test of fit: p {result.p:.2f} (below 0.1 the power law is ruled out), distance {tail.ks:.4f}")
    for rival in result.rivals:
        show.line(f"  against the {rival.name}: ratio {rival.ratio:.2f}, p {rival.p:.2f}: {rival.verdict}")
    if begun := found.onsets:
        show.line(f"  onsets: {begun.rate:.2f} a year, dispersion {begun.dispersion:.2f}, p {begun.p:.2f}")
    for warning in result.warnings:
        show.line(f"  note: {warning}")


def severity_object(found: "SeverityOf") -> dict[str, Any]:
    """As JSON."""
    result, tail = found.severity, found.severity.tail
    return {
        "of": found.of,
        "measure": tail.measure,
        "alpha": tail.alpha,
        "xmin": tail.xmin,
        "n_tail": tail.n_tail,
        "p": result.p,
        "ks": tail.ks,
        "standard_error": tail.standard_error,
        "alpha_spread": result.alpha_spread,
        "alpha_interval": list(result.alpha_interval),
        "propagated": None if result.propagated is None else list(result.propagated),
        "events": result.events,
        "left_out": result.left_out,
        "unknown": found.unknown,
        "rivals": [
            {"name": rival.name, "ratio": rival.ratio, "p": rival.p, "verdict": rival.verdict}
            for rival in result.rivals
        ],
        "onsets": None
        if found.onsets is None
        else {
            "years": found.onsets.years,
            "wars": found.onsets.wars,
            "rate": found.onsets.rate,
            "dispersion": found.onsets.dispersion,
            "p": found.onsets.p,
        },
        "warnings": list(result.warnings),
    }


def agreements(found: "Iterable[AgreementOn]", *, as_json: bool) -> None:
    """Krippendorff's alpha for each kind of thing."""
    held = list(found)
    if as_json:
        show.line(show.as_json([agreement_object(one) for one in held]))
        return
    if not held:
        show.line("nowhere do two sources speak of the same thing")
    for one in held:
        show.line(f"{one.of} ({one.sources.metric}): alpha {_said(one.sources)} over all sources")
        once = _said(one.witnesses) if one.witnesses else "none: nowhere do two witnesses speak of the same thing"
        show.line(f"  {once}{' over witnesses, copies counted once' if one.witnesses else ''}")


def agreement_object(one: "AgreementOn") -> dict[str, Any]:
    """As JSON."""
    return {
        "of": one.of,
        "metric": one.sources.metric,
        "sources": _object(one.sources),
        "witnesses": _object(one.witnesses),
    }


def _said(found: Any) -> str:
    spread = f"5 to 95 %: {found.low:.3f} to {found.high:.3f}"
    return f"{found.alpha:.3f} ({spread}; {found.units} things, {found.values} values)"


def _object(found: Any) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"alpha": found.alpha, "low": found.low, "high": found.high, "units": found.units, "values": found.values}
