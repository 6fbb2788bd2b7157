"""How is it told to a program which witnesses speak in each slot of a record?"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from thucydides.desk import Record
from thucydides.vocabulary import ATTRIBUTES, Count, LinkedClaim

_Slot = tuple[str, tuple[str, ...]]


def slots_told(record: Record) -> list[dict[str, Any]]:
    """The slots of a record in the order of the vocabulary: figures by whom they are about, all else by attribute."""
    held: dict[_Slot, list[LinkedClaim]] = defaultdict(list)
    for linked in record.claims:
        whose = tuple(actor.id for actor in linked.targets) if isinstance(linked.claim.value, Count) else ()
        held[linked.claim.attribute, whose].append(linked)
    order = list(ATTRIBUTES)
    return [_told(record, slot, held[slot]) for slot in sorted(held, key=lambda slot: (order.index(slot[0]), slot[1]))]


def _told(record: Record, slot: _Slot, claims: Collection[LinkedClaim]) -> dict[str, Any]:
    by_witness: dict[str, list[str]] = defaultdict(list)
    for linked in claims:
        by_witness[record.witnesses[linked.claim.id].id].append(linked.claim.id)
    attestation = record.attestation(claims)
    return {
        "attribute": slot[0],
        "targets": list(slot[1]),
        "documents": len({linked.claim.document for linked in claims}),
        "witnesses": attestation.number,
        "independent": attestation.independent,
        "says": str(attestation),
        "heard": [_heard(record, held) for held in by_witness.values()],
    }


def _heard(record: Record, claims: list[str]) -> dict[str, Any]:
    reasons = (record.witnesses[claim].reason for claim in claims)
    return {"claims": claims, "reasons": list(dict.fromkeys(filter(None, reasons)))}
