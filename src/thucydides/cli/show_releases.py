"""How do releases look on a terminal, and as JSON?"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from thucydides.cli import show

if TYPE_CHECKING:
    from thucydides.desk import Change, Disputed, ThresholdStudy, WalkedBack
    from thucydides.vocabulary import Release


def released(made: "Release", path: Path, *, as_json: bool) -> None:
    """What was published, and where it lies."""
    if as_json:
        held = {"path": str(path), "unit": made.unit.name, "rules": made.rules.name, "rows": len(made.rows)}
        show.line(show.as_json({**held, "withheld": list(made.withheld)}))
        return
    show.line(f"{path}: {len(made.rows)} rows ({made.unit.label}) by the rules: {made.rules.label}")
    for reason in made.withheld:
        show.line(f"  published at your own answer: {reason}")


def tables(known: "Mapping[str, Sequence[tuple[str, str]]]", *, as_json: bool) -> None:
    """The tables by which a release can be made."""
    if as_json:
        listed = {kind: [{"name": name, "says": says} for name, says in held] for kind, held in known.items()}
        show.line(show.as_json(listed))
        return
    for kind, held in known.items():
        show.line(f"{kind}:")
        for name, says in held:
            show.line(f"  {name}: {says}")


def changed(found: "Sequence[Change]", *, as_json: bool) -> None:
    """Every cell that is not the same, with the reasons."""
    if as_json:
        show.line(show.as_json([asdict(change) for change in found]))
        return
    if not found:
        show.line("the two releases say the same")
    for change in found:
        by = "" if change.by is None else f", by {change.by:+,g}"
        where = f"{change.row}, {change.variable}" if change.variable else change.row
        show.line(f"{where}: {change.before} before, {change.after} now{by}")
        for reason in change.because:
            show.line(f"  {reason}")


def walked(found: "WalkedBack", *, as_json: bool) -> None:
    """A cell, its rule, and each claim with its words and place."""
    cell = found.cell
    if as_json:
        show.line(show.as_json({"cell": dict(cell), "claims": [dict(claim) for claim in found.claims]}))
        return
    bounds = f" ({cell['low']} to {cell['high']})" if cell["low"] or cell["high"] else ""
    show.line(
        f"{cell['row']}, {cell['variable']}: {cell['value'] or cell['absence']}{bounds} {cell['status']}".rstrip()
    )
    show.line(f"  {cell['rule']}; {_witnesses(cell['witnesses'])}")
    for claim in found.claims:
        who = f"{claim['claimant']} in " if claim["claimant"] else ""
        show.line(f"  {claim['quote']!r}: {who}{claim['document']}, {claim['start']} to {claim['end']}")


def _witnesses(number: str) -> str:
    return "1 witness" if number == "1" else f"{number} witnesses, none known to copy another"


def disputed(found: "Sequence[Disputed]", *, as_json: bool) -> None:
    """The events on which two rule sets differ."""
    if as_json:
        show.line(show.as_json([_disputed(each) for each in found]))
        return
    if not found:
        show.line("the two rule sets agree on every event")
    for each in found:
        show.line(f"{each.event.label}: {each.one.probability:.2f} against {each.other.probability:.2f}")
        for reason in (*each.one.reasons, *(reason for reason in each.other.reasons if reason not in each.one.reasons)):
            show.line(f"  {reason}")


def _disputed(each: "Disputed") -> dict[str, object]:
    return {
        "event_id": each.event.id,
        "label": each.event.label,
        "one": each.one.probability,
        "other": each.other.probability,
        "reasons": {"one": list(each.one.reasons), "other": list(each.other.reasons)},
    }


def thresholds(study: "ThresholdStudy", *, as_json: bool) -> None:
    """The expected number of events at each threshold."""
    if as_json:
        held = {"rules": study.rules.name, "events": study.events, "unknown": study.unknown}
        show.line(show.as_json({**held, "reaching": [asdict(each) for each in study.reaching]}))
        return
    show.line(f"{study.rules.label}: {study.events} events with an estimate, {study.unknown} without")
    for each in study.reaching:
        wide = f"95% {each.lowest:.0f} to {each.highest:.0f}"
        show.line(
            f"  at least {each.threshold:,.0f}: {each.expected:.1f} (80% {each.low:.0f} to {each.high:.0f}; {wide})"
        )
