"""How do pairs of claims, and the decisions on them, look on a terminal and as JSON?"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from thucydides.cli.show import line

if TYPE_CHECKING:
    from thucydides.desk import AgendaItem, Merged
    from thucydides.vocabulary import Comparison, Decision, Event, LinkedClaim, Tombstone

    Pairs = Iterator[tuple[Event, Comparison]]


def comparisons(pairs: "Pairs", claim_of: "Callable[[str], LinkedClaim]", *, as_json: bool) -> None:
    """Each pair as it comes: one JSON list, or three lines a pair under the name of its event."""
    if as_json:
        _as_list(pairs)
        return
    last = ""
    for event, pair in pairs:
        if event.id != last:
            line(f"{event.label}  ({event.id})")
            last = event.id
        line(f"  {pair.relation.value.replace('_', ' ').upper()}: {pair.why}")
        line(f"    {_told(claim_of(pair.a))}")
        line(f"    {_told(claim_of(pair.b))}")


def _as_list(pairs: "Pairs") -> None:
    opening = "["
    for event, pair in pairs:
        line(opening + json.dumps(asdict(pair) | {"event_id": event.id}, ensure_ascii=False))
        opening = ","
    line("[]" if opening == "[" else "]")


def _told(linked: "LinkedClaim") -> str:
    from thucydides.desk import claim_row

    row = claim_row(linked)
    slot = " ".join(filter(None, (row["attribute"], row["target"], row["concept"], row["fate"])))
    says = f"{row['claimant']} in {row['document']}" if row["claimant"] else row["document"]
    return f"{slot}: {row['value'] or row['qualifier'] or 'yes'}  ({says}: {row['quote']!r})"


def decisions(log: "Iterable[Decision]", *, as_json: bool) -> None:
    """Decisions, two lines each; or one JSON object a line."""
    from thucydides.desk import log_line

    for one in log:
        if as_json:
            line(log_line(one))
            continue
        undoes = f", takes back {one.undoes}" if one.undoes else ""
        second = f" and {one.other.claim}" if one.other else ""
        line(f"{one.id}  {one.when}  {one.who}: {one.answer}{undoes} on the {one.about} of {one.claim}{second}")
        line(f"    {one.quote!r}: {one.why}" + (f"; {one.correction}" if one.correction else ""))


def agenda(items: "Iterable[AgendaItem]", *, as_json: bool) -> None:
    """Decisions that could not be attached, with the reason."""
    held = list(items)
    if as_json:
        shown = [{"decision": asdict(item.decision) | {"id": item.decision.id}, "reason": item.reason} for item in held]
        line(json.dumps(shown, ensure_ascii=False))
        return
    for item in held:
        line(f"{item.decision.id}  {item.decision.answer} by {item.decision.who}: {item.reason}")


def replayed(number: int, loose: "Iterable[AgendaItem]", *, as_json: bool) -> None:
    """How many decisions were read, and which of them found no claim."""
    held = tuple(loose)
    if as_json:
        line(json.dumps({"decisions": number, "on_the_agenda": len(held)}))
        return
    line(f"{number} decisions read, {len(held)} without a claim of today")
    agenda(held, as_json=False)


def tombstone(stone: "Tombstone", *, as_json: bool) -> None:
    """What became of a document."""
    if as_json:
        line(json.dumps(asdict(stone), ensure_ascii=False))
    else:
        state = "may be read again" if stone.lifted else "is forgotten"
        line(f"{stone.document} {state}: {stone.why}")


def merged(outcome: "Merged", *, as_json: bool) -> None:
    """What came over."""
    if as_json:
        line(json.dumps(asdict(outcome)))
    else:
        line(
            f"{outcome.documents} documents, {outcome.readings} readings and {outcome.decisions} decisions taken over, "
            f"{outcome.forgotten} documents forgotten"
        )
