"""Do pages that repeat one figure stand under it, as one witness?"""

from pathlib import Path

from tests.desk.test_tracing import PAGE, keep

from thucydides.desk import Desk
from thucydides.web.recordpage import record_view

RIVAL = "Battle of Marrowfield\n\nThe Battle of Marrowfield was fought on 3 May 1711. Sweden lost 41 killed.\n"


def test_a_mirror_stands_under_the_page_that_it_repeats(tmp_path: Path) -> None:
    with Desk.at(tmp_path / "war.db") as desk:
        pages = {"page.txt": PAGE, "mirror.txt": f"{PAGE}With thanks.\n", "rival.txt": RIVAL}
        list(desk.read([keep(tmp_path, name, words) for name, words in pages.items()]))
        (event,) = {linked.event.id for linked in desk.claims(attribute="loss")}
        losses = record_view(desk.record(event)).losses
    assert losses is not None
    swedish = next(group for group in losses.groups if group.whose == "Sweden")
    assert (swedish.claims, str(swedish.attestation)) == (3, "2 independent witnesses")
    assert {row.shown: len(row.echoes) for row in swedish.rows} == {"41": 0, "20": 1}
    (echo,) = (echo for row in swedish.rows for echo in row.echoes)
    assert "share" in echo.reason
