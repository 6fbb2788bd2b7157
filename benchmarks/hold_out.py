"""Are historians of the Civil War foretold by each other as well as the model says?"""

from benchmarks.corpora import civil_war
from thucydides.linking import lineages
from thucydides.reconciling import HoldOut, hold_out


def civil_war_hold_out() -> list[str]:
    """Every lineage of the American Civil War left out once: coverage, and log scores beside two simpler ways."""
    return lines(held_out())


def held_out() -> HoldOut:
    reports = civil_war()
    return hold_out(reports, lineages(reports))


def lines(result: HoldOut) -> list[str]:
    covered = "/".join(f"{share:.1%}" for share in result.coverage())
    model, middle, between = result.scores()
    return [
        f"{len(result.figures)} figures; within 50/80/95 %: {covered}",
        f"mean log score {model:.3f}; median of the others {middle:.3f}; low, best and high {between:.3f}",
    ]
