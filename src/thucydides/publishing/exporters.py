"""In which formats can claims be written?"""

import csv
import json
from collections.abc import Iterable, Mapping
from typing import Protocol, TextIO

from thucydides.publishing.claims_table import COLUMNS, claim_object, claim_row
from thucydides.vocabulary import LinkedClaim, ThucydidesError


class Exporter(Protocol):
    """Writes claims to a text stream; `statuses` holds the status of the claims that a person decided on."""

    name: str

    def write(self, claims: Iterable[LinkedClaim], stream: TextIO, *, statuses: Mapping[str, str]) -> int:
        """Write them and say how many there were."""


class ClaimsCsv:
    """The claims table: UTF-8, comma-separated, with a header, one row a claim."""

    name = "claims-csv"

    def write(self, claims: Iterable[LinkedClaim], stream: TextIO, *, statuses: Mapping[str, str]) -> int:
        """Write the header and the rows."""
        table = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        table.writeheader()
        count = 0
        for count, linked in enumerate(claims, start=1):  # noqa: B007 (the last count is the answer)
            table.writerow(claim_row(linked, status=statuses.get(linked.claim.id, "proposed")))
        return count


class JsonLines:
    """One JSON object a line, evidence and inferences spelled out."""

    name = "jsonl"

    def write(self, claims: Iterable[LinkedClaim], stream: TextIO, *, statuses: Mapping[str, str]) -> int:
        """Write the lines."""
        count = 0
        for count, linked in enumerate(claims, start=1):  # noqa: B007 (the last count is the answer)
            claim = claim_object(linked, status=statuses.get(linked.claim.id, "proposed"))
            stream.write(json.dumps(claim, ensure_ascii=False) + "\n")
        return count


EXPORTERS: tuple[Exporter, ...] = (ClaimsCsv(), JsonLines())


def exporter_named(name: str) -> Exporter:
    """The exporter of that name. Raises ThucydidesError with the names there are."""
    for exporter in EXPORTERS:
        if exporter.name == name:
            return exporter
    known = ", ".join(exporter.name for exporter in EXPORTERS)
    raise ThucydidesError(f"there is no format {name!r}; the formats are {known}")
