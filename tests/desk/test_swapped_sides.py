"""Do figures land on the right actors where two documents put the sides into opposite columns?"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from thucydides.desk import Desk
from thucydides.desk.dossiers import dossiers
from thucydides.desk.estimating import estimates_of

BOX = """{{{{Infobox military conflict
| conflict = {conflict}
| partof = {part_of}
| date = {date}
| combatant1 = {one}
| combatant2 = {other}
| casualties1 = {lost}
| casualties2 = {lost_there}
}}}}
The '''{conflict}''' was fought in {date}.
"""


def box(conflict: str, date: str, one: tuple[str, str], other: tuple[str, str], part_of: str = "") -> str:
    return BOX.format(
        conflict=conflict, date=date, part_of=part_of, one=one[0], other=other[0], lost=one[1], lost_there=other[1]
    )


BATTLE, WAR = "Battle of Marrowfield", "Great Northern War"
PAGES = {
    "first.wikitext": box(BATTLE, "3 May 1711", ("Sweden", "20 killed"), ("Denmark", "300 killed"), WAR),
    "swapped.wikitext": box(BATTLE, "3 May 1711", ("Denmark<br>Prussia", "310 killed"), ("Sweden", "24 killed"), WAR),
    "war.wikitext": box(WAR, "1700–1721", ("Sweden", "75,000 killed"), ("Prussia<br>Denmark", "120,000 killed")),
}


@pytest.fixture(params=(tuple(PAGES), tuple(reversed(PAGES))), ids=" ".join)
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk that has read the pages, in either order."""
    with Desk.at(tmp_path / "l.db") as desk:
        for name in request.param:
            (tmp_path / name).write_text(PAGES[name], encoding="utf-8")
            assert not [taken.refused for taken in desk.read([tmp_path / name]) if taken.refused]
        desk.refresh()
        yield desk


def losses(desk: Desk, event: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for linked in desk.record(event).claims:
        if linked.claim.attribute == "loss":
            found[" + ".join(actor.name for actor in linked.targets)].add(str(linked.claim.value))
    return dict(found)


def test_each_figure_lands_on_its_actor_and_keeps_its_scope(desk: Desk) -> None:
    assert losses(desk, BATTLE) == {"Sweden": {"20", "24"}, "Denmark": {"300"}, "Denmark + Prussia": {"310"}}
    assert losses(desk, WAR) == {"Sweden": {"75000"}, "Prussia + Denmark": {"120000"}}
    battle = desk.record(BATTLE)
    assert [event.label for event in battle.ancestors] == [WAR]


def test_the_parties_of_an_event_are_numbered_alike_whatever_the_columns(desk: Desk) -> None:
    for dossier in dossiers(desk._ledger, estimates_of(desk._ledger)):
        sides = {dossier.actors[actor].name: side for actor, side in dossier.parties.items()}
        assert sides.keys() == {"Sweden", "Denmark", "Prussia"}
        assert sides["Denmark"] == sides["Prussia"] != sides["Sweden"]
        assert 0 not in sides.values()
