"""Is a figure that two sources give to opposite sides shown?"""

import csv
from pathlib import Path

import pytest

from tests.checking.comparing.telling import linked
from thucydides.checking import check
from thucydides.vocabulary import Finding, LinkedClaim

CIVIL_WAR = Path("../shared/data/acw/claims.csv")


def said(figure: str, side: str, source: str) -> LinkedClaim:
    return linked("loss", f"{figure} | casualties | {side}", document=source)


def found(*claims: LinkedClaim) -> list[Finding]:
    return [finding for finding in check(claims) if finding.rule == "figure-on-both-sides"]


def test_an_odd_figure_on_opposite_sides_is_shown_with_its_sources() -> None:
    (finding,) = found(said("652", "Blues", "one"), said("652", "Greys", "two"), said("652", "Blues", "three"))
    assert "for Blues by one and three and Greys by two" in finding.message
    assert len(finding.claims) == 3
    assert finding.suggestions == ("652 is the loss of Blues", "652 is the loss of Greys")


@pytest.mark.parametrize(
    "claims",
    [
        [said("600", "Blues", "one"), said("600", "Greys", "two")],
        [said("652", "Blues", "one"), said("652", "Greys", "one")],
        [said("652", "Blues", "one"), said("653", "Greys", "two")],
        [said("652", "Blues", "one"), said("652", "Blues + Greys", "two")],
    ],
)
def test_round_figures_one_source_and_coalitions_say_nothing(claims: list[LinkedClaim]) -> None:
    assert not found(*claims)


@pytest.mark.skipif(not CIVIL_WAR.exists(), reason=f"{CIVIL_WAR} is not here")
def test_at_millikens_bend_652_stands_with_one_side_in_one_source_and_with_the_other_in_three() -> None:
    with CIVIL_WAR.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["cwsac_id"] == "LA011" and row["quantity"] == "casualties"]
    claims = [said(f"{float(row['low']):g}", row["belligerent"], row["source"]) for row in rows]
    (finding,) = found(*claims)
    assert "for US by CWSAC1993, Kennedy1998 and Wikipedia2013 and Confederate by Fox1898" in finding.message
