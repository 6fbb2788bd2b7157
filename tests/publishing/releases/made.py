"""A small release of an invented war."""

from dataclasses import replace

from tests.coding.dossiers import NORLAND, REBELS, SUDLAND, WAR
from tests.coding.test_rows import whole
from thucydides.coding import rows_of, rule_set, unit_named
from thucydides.vocabulary import (
    Estimate,
    Place,
    PlaceKind,
    Precision,
    Release,
    Source,
    Support,
)

FORD = Place("place:ford", "Lower Ford", 47.7, 118.6, PlaceKind.BATTLEFIELD, Precision.NEAR, (), "own list")
ANCHOR = "Accounts from archives are right on average."


def estimate(party: str, category: str, median: float) -> Estimate:
    levels = {0.025: 0.5, 0.1: 0.7, 0.25: 0.85, 0.5: 1.0, 0.75: 1.2, 0.9: 1.4, 0.975: 2.0}
    return Estimate(
        event=WAR.id, party=party, category=category, median=median,
        quantiles={level: median * factor for level, factor in levels.items()}, status=Support.WEAK, direct=True,
        accounts=(), lineages=1, influences=(), prior_share=0.3, exaggeration={}, anchor=ANCHOR, snapshot="own",
        version="1",
    )  # fmt: skip


def release(unit: str = "participant", *, title: str = "War of the Fords & others") -> Release:
    told = whole()
    held = replace(
        told,
        event=replace(WAR, place=FORD, place_reason="its name stands in the list of places"),
        parties={NORLAND.id: 1, SUDLAND.id: 2, REBELS.id: 2},
        actors={actor.id: actor for actor in (NORLAND, SUDLAND, REBELS)},
        estimates={(NORLAND.id, "killed"): estimate(NORLAND.id, "killed", 500)},
    )
    rows = tuple(rows_of([held], unit_named(unit), rule_set("cow")))
    named = {claim for row in rows for cell in row.cells.values() for claim in cell.claims}
    return Release(
        title=title, version="1.0", unit=unit_named(unit), rules=rule_set("cow"), rows=rows,
        events={held.event.id: held.event},
        claims={linked.claim.id: linked for linked in held.claims if linked.claim.id in named},
        sources=(Source("source:a", "A History of {Fords} & Mills_100%", "A. Writer", "1950", "work"),),
        withheld=("b.txt: not to be passed on",), digest="0" * 64, program="thucydides 0.1.0", anchor=ANCHOR,
    )  # fmt: skip
