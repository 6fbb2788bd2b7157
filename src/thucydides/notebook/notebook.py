"""What can be asked of a ledger in a notebook?"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from thucydides.desk import Desk, Wanted, claim_row
from thucydides.notebook.tables import Table
from thucydides.vocabulary import Estimate, EventEntry, LinkedClaim, Release, Row


@dataclass(frozen=True)
class EventRow:
    """An event; its claims, estimates and the events within it are one step away."""

    entry: EventEntry
    _notebook: "Notebook"

    @property
    def id(self) -> str:
        """The ledger's id of the event."""
        return self.entry.event.id

    @property
    def label(self) -> str:
        """Its name."""
        return self.entry.event.label

    def claims(self, attribute: str = "") -> Table[LinkedClaim]:
        """What is said of it."""
        return self._notebook.claims(event=self.id, attribute=attribute)

    def estimates(self) -> Table[Estimate]:
        """What its losses come to."""
        return Table(self._notebook.desk.estimates().of(self.id), _estimate_fields)

    def __repr__(self) -> str:
        return f"<{self.label} ({self.entry.event.kind}), {self.entry.claims} claims>"


class Notebook:
    """A ledger opened for analysis. A context manager; also closed when it is forgotten."""

    def __init__(self, path: str | Path) -> None:
        self.desk = Desk.over(Path(path))
        self.desk.refresh()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the ledger."""
        self.desk.__exit__(None, None, None)

    def events(self) -> Table[EventRow]:
        """Every event, in the order of the index."""
        return Table([EventRow(entry, self) for entry in self.desk.index()], _event_fields)

    def event(self, reference: str) -> EventRow:
        """One event by its id, label or alias. Raises NotFound or Ambiguous."""
        wanted = self.desk.record(reference).event.id
        return next(event for event in self.events() if event.id == wanted)

    def claims(self, *, event: str = "", attribute: str = "", document: str = "") -> Table[LinkedClaim]:
        """Claims, as the claims table has them."""
        return Table(self.desk.claims(event=event, attribute=attribute, document=document), claim_row)

    def rows(self, unit: str = "war", rules: str = "cow") -> Table[Row]:
        """A dataset by a unit of analysis and inclusion rules, for one's own use; each row holds its cells."""
        return Table(self.release(unit, rules).rows, _row_fields)

    def release(self, unit: str = "war", rules: str = "cow") -> Release:
        """The same with everything it rests on; `claims` of it by the ids that cells name."""
        return self.desk.publishing.release(Wanted(unit=unit, rules=rules, restricted=True))


def _event_fields(row: EventRow) -> Mapping[str, Any]:
    entry, place = row.entry, row.entry.event.place
    return {
        "event_id": row.id,
        "label": row.label,
        "kind": str(entry.event.kind),
        "part_of": entry.event.part_of,
        "began": entry.began,
        "ended": entry.ended,
        "parties": list(entry.parties),
        "claims": entry.claims,
        "documents": entry.documents,
        "findings": entry.findings,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def _estimate_fields(estimate: Estimate) -> Mapping[str, Any]:
    return {
        "event_id": estimate.event,
        "target_id": estimate.party,
        "category": estimate.category,
        "low": estimate.low,
        "median": estimate.median,
        "high": estimate.high,
        "status": str(estimate.status),
        "direct": estimate.direct,
        "lineages": estimate.lineages,
    }


def _row_fields(row: Row) -> Mapping[str, Any]:
    fields: dict[str, Any] = {"row": "|".join(row.key), "belongs": row.belonging.probability}
    for name, cell in row.cells.items():
        fields[name] = cell.value
        fields[f"{name}_absent"] = None if cell.absence is None else str(cell.absence)
        if cell.low is not None or cell.high is not None:
            fields |= {f"{name}_low": cell.low, f"{name}_high": cell.high}
    return fields
