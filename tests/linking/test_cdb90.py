"""Do engagements find their war in another list by names, dates and parties alone?"""

from pathlib import Path

import pytest

from tests.linking.tables import cdb90_engagements, cow_wars, rows
from thucydides.linking.clusters import clustering
from thucydides.linking.events import tree
from thucydides.linking.profiling import Profiling
from thucydides.vocabulary import Registry

DATA = Path(__file__).parents[3] / "shared" / "data"

pytestmark = pytest.mark.skipif(not (DATA / "cdb90").exists(), reason="the data sets are not beside the project")


def test_cdb90_engagements_find_their_cow_war(registry: Registry) -> None:
    """Measured: precision 0.994 (504 of 507), recall 0.988 (504 of 510).

    Two of the three errors are the Russo-Polish War of 1920, which the data set gives the number of the
    Lithuanian-Polish War; the third is a number (21) that no list has.
    """
    profiling = Profiling(registry)
    engagements = list(cdb90_engagements(DATA / "cdb90", profiling))
    found = profiling.together({each.mention: each for each in [*cow_wars(DATA / "cow", profiling), *engagements]})
    grown = tree(clustering(found).clusters, found)
    events = {event.id: event for event in grown.events}
    truth = {row["isqno"]: row["cow_warno"] for row in rows(DATA / "cdb90" / "battles.csv")}
    right = wrong = 0
    for each in engagements:
        (number,) = (identifier.partition(":")[2] for identifier in each.identifiers)
        event, wars = events.get(grown.event_of[each.mention]), set()
        while event is not None:
            wars |= {listed.partition(":")[2] for listed in event.identifiers if listed.startswith("cow-war:")}
            event = events.get(event.part_of)
        right += bool(wars) and truth[number] in wars
        wrong += bool(wars) and truth[number] not in wars
    assert right / (right + wrong) >= 0.985
    assert right / sum(map(bool, truth.values())) >= 0.975
