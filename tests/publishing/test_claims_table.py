"""Does a claim lose nothing on its way into the table?"""

import csv
import io
import json
from pathlib import Path

import pytest

from thucydides.desk import Desk, demo_documents
from thucydides.publishing import COLUMNS, EXPORTERS, claim_object, claim_row, confidence, exporter_named
from thucydides.publishing.confidence import FEWEST, _measured
from thucydides.vocabulary import LinkedClaim, Role, ThucydidesError


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> tuple[LinkedClaim, ...]:
    with Desk.at(tmp_path_factory.mktemp("table") / "ledger.db") as desk:
        assert not [taken for taken in desk.read(demo_documents()) if taken.refused]
        return desk.claims()


def test_every_row_has_every_column_and_only_those(claims: tuple[LinkedClaim, ...]) -> None:
    assert all(tuple(claim_row(linked)) == COLUMNS for linked in claims)


def test_the_evidence_of_a_row_leads_back_to_its_spans(claims: tuple[LinkedClaim, ...]) -> None:
    for linked in claims:
        pieces = claim_row(linked)["evidence"].split(";")
        spans = [
            (role, *map(int, offsets.split("-"))) for role, _, offsets in (piece.partition(":") for piece in pieces)
        ]
        held = [(piece.role.value, piece.span.start, piece.span.end) for piece in linked.claim.evidence]
        assert spans == held
        assert {role for role, *_ in spans} <= {role.value for role in Role}


def test_an_open_bound_is_empty_and_never_a_number(claims: tuple[LinkedClaim, ...]) -> None:
    rows = [claim_row(linked) for linked in claims]
    open_above = [row for row in rows if row["qualifier"] in ("at_least", "over")]
    assert open_above
    assert all(row["high"] == "" and row["low"] for row in open_above)
    assert all(row["low"] == row["high"] == "" for row in rows if row["qualifier"] in ("vague", "unknown"))


def test_both_formats_hold_the_same_claims(claims: tuple[LinkedClaim, ...], tmp_path: Path) -> None:
    table, lines = io.StringIO(), io.StringIO()
    assert exporter_named("claims-csv").write(claims, table, statuses={}) == len(claims)
    assert exporter_named("jsonl").write(claims, lines, statuses={}) == len(claims)
    rows = list(csv.DictReader(io.StringIO(table.getvalue())))
    objects = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [row["claim_id"] for row in rows] == [held["claim_id"] for held in objects]
    assert [row["quote"] for row in rows] == [held["quote"] for held in objects]


def test_what_is_empty_is_left_out_of_an_object(claims: tuple[LinkedClaim, ...]) -> None:
    assert all(held not in ("", None, []) for linked in claims for held in claim_object(linked).values())


def test_a_status_is_shown_where_somebody_decided(claims: tuple[LinkedClaim, ...]) -> None:
    table = io.StringIO()
    exporter_named("claims-csv").write(claims[:2], table, statuses={claims[0].claim.id: "accepted"})
    assert [row["status"] for row in csv.DictReader(io.StringIO(table.getvalue()))] == ["accepted", "proposed"]


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(ThucydidesError, match=EXPORTERS[0].name):
        exporter_named("wax tablet")


def test_confidence_is_the_measured_share_of_its_class_or_empty(claims: tuple[LinkedClaim, ...]) -> None:
    table = _measured()
    assert table
    for linked in claims:
        right, of = table.get(f"{linked.claim.reader} {linked.claim.attribute}", (0, 0))
        assert confidence(linked.claim) == (f"{right / of:.2f}" if of >= FEWEST else "")
        assert right <= of
