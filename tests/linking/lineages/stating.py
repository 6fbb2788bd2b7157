"""Statements that a test wants stated."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from thucydides.linking.lineages import Statement
from thucydides.vocabulary import Lineage, Standpoint

CONCEPTS = {
    "killed": {"killed"},
    "wounded": {"wounded"},
    "missing": {"missing"},
    "captured": {"captured"},
    "dead_or_missing": {"killed", "missing"},
    "killed_wounded": {"killed", "wounded"},
    "missing_captured": {"missing", "captured"},
    "killed_missing_captured": {"killed", "missing", "captured"},
    "killed_wounded_missing": {"killed", "wounded", "missing"},
    "casualties": {"killed", "wounded", "missing", "captured"},
    "total": {"killed", "wounded", "missing", "captured"},
}


def stated(
    source: str, concept: str, figure: float, *, party: str = "A", event: str = "e", primary: bool = False,
    year: str = "", cites: str = "", document: str = "", listed: Iterable[str] = (), high: float | None = None,
) -> Statement:  # fmt: skip
    return Statement(
        id=f"{event}|{source}|{party}|{concept}|{figure:g}", event=event, party=party,
        parts=frozenset(CONCEPTS.get(concept, {concept})), low=figure, high=figure if high is None else high,
        source=source, document=document or source, cites=cites, listed=frozenset(listed), year=year,
        relation=Standpoint.SELF if primary else Standpoint.NEUTRAL,
    )  # fmt: skip


def families(found: Iterable[Lineage], *concepts: str) -> set[frozenset[str]]:
    """The sources in each lineage; only of the given concepts where any are given."""
    groups = set()
    for lineage in found:
        sources = [claim.split("|")[1] for claim in lineage.claims if not concepts or claim.split("|")[3] in concepts]
        if sources:
            groups.add(frozenset(sources))
    return groups


def of_table(path: Path) -> Iterator[Statement]:
    """The statements of the Civil War table: several historians per battle, side and quantity."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            source = row["source"]
            yield stated(
                source, row["quantity"], float(row["low"]), high=float(row["high"]), party=row["belligerent"],
                event=row["cwsac_id"], year=source[-4:] if source[-4:].isdigit() else "",
            )  # fmt: skip
