"""Do documents come to the same events, links and sources in any order, also where weights are learned?"""

import random
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.linking.telling import Saying, document_id, told
from thucydides.linking import Linking, link
from thucydides.linking.candidates import pairs
from thucydides.linking.features import weigh
from thucydides.linking.learning import learned
from thucydides.linking.profiling import profiles
from thucydides.linking.weights import DEFAULTS
from thucydides.vocabulary import Claim, EventKind, Registry

WAR, BATTLE = EventKind.WAR, EventKind.BATTLE
ACTORS = ("Prussia", "Austria", "France", "Russia", "Sweden", "Denmark", "Spain", "Portugal")
HEADS = ("Aver", "Brindle", "Corrow", "Dunn")
TAILS = ("Moor", "Dale", "Ford", "Marsh", "Stead", "Wick")
YEARS = range(1700, 1725)
DAYS = [(day, month) for month in ("May", "June") for day in (3, 9, 15, 21, 27)]
DOCUMENTS = ("almanac.txt", "chronicle.txt", "wars.txt", "letters.txt")


def battles(document: str, dice: random.Random, *, told_sides: bool) -> list[Claim]:
    """Ten battles a year, of which another document may tell as well, now with sides and now with a day too many."""
    sayings = []
    for number, (year, (day, month)) in enumerate((year, when) for year in YEARS for when in DAYS):
        label = f"Battle of {HEADS[number % 4]} {TAILS[number % 6]} ({year})"
        sayings.append(Saying(label, "date", f"{day + (dice.random() < 0.2)} {month} {year}", BATTLE))
        if told_sides or dice.random() < 0.5:
            for side in (0, 1):
                actor = ACTORS[((year - 1700) // 4 + side) % len(ACTORS)]
                sayings.append(Saying(label, "belligerent", actor, BATTLE, target=(actor,), side=side + 1))
    return told(document, *sayings)


def wars() -> list[Claim]:
    """Wars that no battle is said to be part of: they are found by their days and sides."""
    sayings = []
    for number, year in enumerate(YEARS[::4]):
        label = f"War of the {TAILS[number % 6]} {year}"
        sayings += [
            Saying(label, "start_date", f"1 January {year}", WAR),
            Saying(label, "end_date", f"31 December {year + 3}", WAR),
        ]
        for side in (0, 1):
            actor = ACTORS[(number + side) % len(ACTORS)]
            sayings.append(Saying(label, "belligerent", actor, WAR, target=(actor,), side=side + 1))
    return told("wars.txt", *sayings)


def letters() -> list[Claim]:
    """Figures that cite works by author alone or with a title."""
    cited = ("Brell, The Winter Campaign, 1951", "Brell, Rivers and Guns, 1960", "Brell, 31", "Corvin, 668-9")
    return told(
        "letters.txt",
        *(Saying(f"Battle of {HEADS[n]} {TAILS[n]}", "loss", "1,500", BATTLE, target=("Prussia",), cites=words)
          for n, words in enumerate(cited)),
    )  # fmt: skip


DICE = random.Random(2026)
CLAIMS = [
    *battles("almanac.txt", DICE, told_sides=True),
    *battles("chronicle.txt", DICE, told_sides=False),
    *wars(),
    *letters(),
]
NAMES = {document_id(name): name for name in DOCUMENTS}


def linked(claims: Sequence[Claim], registry: Registry) -> Linking:
    return link(claims, document_names=NAMES, registry=registry)


def test_these_documents_teach_weights_and_place_battles_in_wars(registry: Registry) -> None:
    compared = pairs(profiles(CLAIMS, registry).values())
    assert len(compared) >= 500
    assert learned(weigh(one, other)[1] for one, other in compared) != DEFAULTS
    events = linked(CLAIMS, registry).events
    wars = {event.id for event in events if event.kind is WAR}
    assert sum(len(event.documents) > 1 for event in events) > 100
    assert sum(event.part_of in wars for event in events) > 50


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.randoms(use_true_random=False))
def test_no_order_and_no_repetition_changes_an_event_a_link_or_a_source(
    registry: Registry, dice: random.Random
) -> None:
    shuffled = dice.sample(CLAIMS, len(CLAIMS))
    again = dice.sample(CLAIMS, len(CLAIMS) // 2)
    assert linked([*shuffled, *again], registry) == linked(CLAIMS, registry)
