"""How does it look on a terminal, and as JSON, who lost more in an event?"""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from thucydides.cli import show

if TYPE_CHECKING:
    from thucydides.desk import Exchange, ExchangeIn, Ratio, Side


def exchange(found: "ExchangeIn", *, as_json: bool) -> None:
    """The sides, then each against each."""
    if as_json:
        show.line(show.as_json(exchange_object(found)))
        return
    show.line(found.event.label)
    for side in found.sides:
        _side(side)
    for one in found.exchanges:
        _pair(one)
    if found.magnitude:
        show.line(f"  magnitude (the logarithm of all killed) {found.magnitude}")
    for warning in found.warnings:
        show.line(f"  note: {warning}")


def _side(side: "Side") -> None:
    show.line(f"  side {side.number}: {', '.join(side.parties)}")
    for kind, losses in side.losses.items():
        show.line(f"    {kind} {_people(losses)}")
    if side.strength:
        show.line(f"    strength, as stated, {_people(side.strength)}")
    if side.casualty_rate:
        show.line(f"    losses for each one of its strength {side.casualty_rate}")


def _pair(one: "Exchange") -> None:
    for kind, losses in one.losses.items():
        show.line(f"  {kind} of side {one.first} for each one of side {one.second}: {losses}")
    if one.force:
        show.line(f"  strength of side {one.first} for each one of side {one.second}, as stated: {one.force}")


def _people(many: "Ratio") -> str:
    return f"{many.median:,.0f} (80% interval {many.low:,.0f} to {many.high:,.0f})"


def exchange_object(found: "ExchangeIn") -> dict[str, Any]:
    """As JSON; every number with the bounds of 80 % (`low`, `high`) and of 95 % (`lowest`, `highest`)."""
    return {
        "event_id": found.event.id,
        "event": found.event.label,
        "sides": [asdict(side) for side in found.sides],
        "exchanges": [asdict(one) for one in found.exchanges],
        "magnitude": found.magnitude and asdict(found.magnitude),
        "warnings": list(found.warnings),
    }
