"""How does one claim stand in the flat claims table?"""

from collections.abc import Callable
from typing import Any

from thucydides.publishing.confidence import confidence
from thucydides.vocabulary import (
    Claim,
    Count,
    Duration,
    Evidence,
    LinkedClaim,
    LinkRole,
    Magnitude,
    Name,
    Party,
    Qualifier,
    plain,
)

COLUMNS = (
    "claim_id", "document", "document_id", "event", "event_id", "attribute", "target", "target_id", "side", "concept",
    "fate", "population", "value", "low", "high", "qualifier", "measure", "period", "phase", "claimant", "source_id",
    "stance", "basis", "relates_to", "relation", "start", "end", "quote", "evidence", "inferred", "language", "reader",
    "confidence", "status",
)  # fmt: skip


def claim_row(linked: LinkedClaim, *, status: str = "proposed") -> dict[str, str]:
    """The claim's row, every column a string; empty where the document is silent or the column does not apply."""
    claim = linked.claim
    low, high, qualifier = _bounds(claim)
    return {
        "claim_id": claim.id,
        "document": linked.document_name,
        "document_id": claim.document,
        "event": claim.event.label,
        "event_id": linked.event.id,
        "attribute": claim.attribute,
        "target": "all" if claim.target.everyone else " + ".join(actor.name for actor in linked.targets),
        "target_id": " + ".join(actor.id for actor in linked.targets),
        "side": str(claim.side or ""),
        "concept": claim.counted.concept,
        "fate": claim.counted.fate,
        "population": claim.counted.population,
        "value": _value(linked),
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "measure": "day" if isinstance(claim.value, Duration) and claim.value.days else claim.counted.measure,
        "period": str(claim.period or ""),
        "phase": claim.phase,
        "claimant": linked.claimant,
        "source_id": linked.source.id,
        "stance": linked.stance.value,
        "basis": claim.attribution.basis.value,
        "relates_to": claim.relates_to,
        "relation": claim.relation,
        "start": str(claim.span.start),
        "end": str(claim.span.end),
        "quote": claim.quote,
        "evidence": ";".join(map(_evidence, claim.evidence)),
        "inferred": ";".join(f"{inference.field}:{inference.rule}" for inference in claim.inferred),
        "language": claim.value.language if isinstance(claim.value, Name) else "",
        "reader": claim.reader,
        "confidence": confidence(claim),
        "status": status,
    }


def claim_object(linked: LinkedClaim, *, status: str = "proposed") -> dict[str, Any]:
    """The row with numbers as numbers, evidence and inferences as lists, and what is empty left out."""
    row: dict[str, Any] = dict(claim_row(linked, status=status))
    for column in ("low", "high"):
        row[column] = float(row[column]) if row[column] else None
    for column in ("start", "end", "side"):
        row[column] = int(row[column]) if row[column] else None
    row["evidence"] = [
        {"role": piece.role.value, "start": piece.span.start, "end": piece.span.end, "words": piece.words}
        for piece in linked.claim.evidence
    ]
    row["targets"] = [
        {
            "id": actor.id,
            "name": actor.name,
            "identifiers": list(actor.identifiers),
            "reason": linked.why(LinkRole.TARGET, place),
        }
        for place, actor in enumerate(linked.targets)
    ]
    if linked.place:
        row["place"] = {
            "id": linked.place.id,
            "name": linked.place.name,
            "latitude": linked.place.latitude,
            "longitude": linked.place.longitude,
            "precision": int(linked.place.precision),
            "reason": linked.why(LinkRole.PLACE),
        }
    row["inferred"] = [{"field": inference.field, "rule": inference.rule} for inference in linked.claim.inferred]
    return {column: held for column, held in row.items() if held not in ("", None, [])}


def _evidence(piece: Evidence) -> str:
    return f"{piece.role.value}:{piece.span.start}-{piece.span.end}"


def _value(linked: LinkedClaim) -> str:
    value = linked.claim.value
    if isinstance(value, Party):
        return linked.sponsor.name if linked.sponsor else value.words
    if isinstance(value, Count):
        return f"{plain(value.low)}:1" if linked.claim.attribute == "ratio" else str(value)
    return str(value)


def _bounds(claim: Claim) -> tuple[str, str, str]:
    for kind, bounds in _BOUNDS:
        if isinstance(claim.value, kind):
            return bounds(claim.value)
    return "", "", ""


def _of_count(value: Any) -> tuple[str, str, str]:
    return plain(value.low), plain(value.high), value.qualifier.value


def _of_duration(value: Any) -> tuple[str, str, str]:
    if value.days is None:
        return "", "", ""
    return str(value.days), str(value.days), (Qualifier.ABOUT if value.approximate else Qualifier.EXACT).value


def _of_magnitude(value: Any) -> tuple[str, str, str]:
    return value.figure, value.figure, Qualifier.EXACT.value


_BOUNDS: tuple[tuple[type, Callable[[Any], tuple[str, str, str]]], ...] = (
    (Count, _of_count),
    (Duration, _of_duration),
    (Magnitude, _of_magnitude),
)
