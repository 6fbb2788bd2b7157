"""How do pairs of claims look on a terminal, and as JSON?"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from thucydides.cli.show import line

if TYPE_CHECKING:
    from thucydides.vocabulary import Comparison, Event, LinkedClaim

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
