"""Do the claims of several documents meet in the right events, in any order?"""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.linking.telling import Saying, document_id, told
from thucydides.linking import Linking, joined, link
from thucydides.linking.candidates import pairs
from thucydides.linking.profiling import profiles
from thucydides.vocabulary import Claim, Event, EventKind, LinkRole, Registry

WAR, BATTLE, SERIES = EventKind.WAR, EventKind.BATTLE, EventKind.SERIES
SIDES = ("Prussia", "Austria")

RECORD = told(
    "record.txt",
    Saying("Konigsgratz", "start_date", "June 16, 1866", WAR),
    Saying("Konigsgratz", "end_date", "July 26, 1866", WAR),
    Saying("Konigsgratz", "belligerent", "Prussia", WAR, target=("Prussia",)),
    Saying("Konigsgratz", "belligerent", "Austria", WAR, target=("Austria",)),
    Saying("Konigsgratz", "external_id", "list:61", WAR),
)
ARTICLE = told(
    "article.txt",
    Saying("Battle of Königgrätz", "name", "Konigsgratz", BATTLE, parent="Austro-Prussian conflicts"),
    Saying("Battle of Königgrätz", "part_of", "Austro-Prussian War (1866)", BATTLE),
    Saying("Austro-Prussian War (1866)", "date", "1866", WAR, parent="Austro-Prussian conflicts"),
    Saying("Austro-Prussian conflicts", "start_date", "1778", SERIES),
    Saying("Austro-Prussian conflicts", "end_date", "1866", SERIES),
    Saying("Austro-Prussian conflicts", "loss", "35,000", SERIES, target=("Austria",)),
)
OTHERS = told(
    "list.txt",
    Saying("Battle of Franklin", "date", "April 10, 1863", BATTLE),
    Saying("Second Battle of Franklin", "date", "November 30, 1864", BATTLE),
    Saying("ceasefire", "date", "July 26, 1866", EventKind.AGREEMENT),
)
ALL = [*RECORD, *ARTICLE, *OTHERS]
NAMES = {document_id(name): name for name in ("record.txt", "article.txt", "list.txt")}


def linking_of(claims: list[Claim], registry: Registry) -> Linking:
    return link(claims, document_names=NAMES, registry=registry)


def event_of(linking: Linking, claim: Claim) -> Event:
    (found,) = [made.object for made in linking.links if made.subject == claim.id and made.role is LinkRole.EVENT]
    return next(event for event in linking.events if event.id == found)


def test_a_record_of_a_war_under_its_battles_name_is_linked_to_the_war(registry: Registry) -> None:
    linking = linking_of(ALL, registry)
    war = event_of(linking, RECORD[0])
    assert war == event_of(linking, ARTICLE[2])
    assert war.kind is WAR
    assert war.identifiers == ("list:61",)
    assert any("battle said to be part of" in reason for reason in war.reasons)


def test_the_battle_lies_in_the_war_and_the_war_in_the_series(registry: Registry) -> None:
    linking = linking_of(ALL, registry)
    battle, war, series = (event_of(linking, ARTICLE[place]) for place in (0, 2, 3))
    assert battle.part_of == war.id
    assert war.part_of == series.id
    assert series.part_of == ""


def test_a_war_and_a_battle_of_one_name_are_one_where_no_document_parts_them(registry: Registry) -> None:
    single = told("single.txt", Saying("Battle of Königsgrätz", "date", "3 July 1866", BATTLE))
    linking = linking_of([*RECORD, *single], registry)
    assert event_of(linking, RECORD[0]) == event_of(linking, single[0])


def test_a_series_is_never_one_with_a_war_inside_it(registry: Registry) -> None:
    linking = linking_of(ALL, registry)
    assert event_of(linking, ARTICLE[3]) != event_of(linking, RECORD[0])


def test_battles_of_one_place_stay_apart_by_their_dates_and_numbers(registry: Registry) -> None:
    linking = linking_of(ALL, registry)
    assert event_of(linking, OTHERS[0]) != event_of(linking, OTHERS[1])


def test_different_numbers_in_one_list_keep_events_apart(registry: Registry) -> None:
    other = told("other.txt", Saying("Konigsgratz", "external_id", "list:62", WAR))
    linking = linking_of([*RECORD, *other], registry)
    assert event_of(linking, RECORD[0]) != event_of(linking, other[0])


def test_one_number_of_a_list_joins_what_goes_by_other_names_and_by_a_name_that_many_share(registry: Registry) -> None:
    towns = ("Avermoor", "Brindle", "Corrow", "Dunmarch", "Elsing", "Farrow", "Gantry", "Hollin", "Ister", "Jarrow")

    def table(name: str, label: str) -> list[Claim]:
        return told(name, *(Saying(label.format(n, town), "external_id", f"list:{n}", BATTLE) for n, town in told_of))

    told_of = list(enumerate(towns * 20, start=1))
    claims = [*table("days", "Register {0}"), *table("sides", "Register {0}"), *table("names", "Battle of {1} {0}")]
    events = linking_of(claims, registry).events
    assert len(events) == len(told_of)
    assert all(len(event.documents) == 3 for event in events)


def test_what_cannot_be_told_stays_apart_and_is_a_doubt(registry: Registry) -> None:
    one = told("one.txt", Saying("Battle of Long Marsh", "place", "Marsh", BATTLE))
    other = told("two.txt", Saying("Battle of Marsh", "place", "Marsh", BATTLE))
    linking = linking_of([*one, *other], registry)
    assert event_of(linking, one[0]) != event_of(linking, other[0])
    (doubt,) = linking.doubts
    assert "stay apart" in doubt.message


def test_every_link_and_every_joining_has_a_reason(registry: Registry) -> None:
    linking = linking_of(ALL, registry)
    assert all(made.reason for made in linking.links)
    assert all(event.reasons for event in linking.events if len(event.documents) > 1)


def test_every_claim_has_one_event_and_one_source(registry: Registry) -> None:
    linking = linking_of(ALL, registry)
    for role in (LinkRole.EVENT, LinkRole.SOURCE):
        assert sorted(made.subject for made in linking.links if made.role is role) == sorted(c.id for c in ALL)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.integers(0, 10**6))
def test_no_order_of_reading_changes_an_event_an_id_or_a_link(registry: Registry, seed: int) -> None:
    shuffled = random.Random(seed).sample(ALL, len(ALL))
    assert linking_of(shuffled, registry) == linking_of(ALL, registry)
    assert linking_of([*shuffled, *shuffled], registry) == linking_of(ALL, registry)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(ALL), unique=True))
def test_the_tree_never_turns_in_a_circle_and_descends(registry: Registry, some: list[Claim]) -> None:
    events = {event.id: event for event in linking_of(some, registry).events}
    for event in events.values():
        line = [event.id]
        while part_of := events[line[-1]].part_of:
            assert part_of not in line
            line.append(part_of)


def test_joined_gives_each_claim_with_what_its_links_say(registry: Registry) -> None:
    linking = linking_of(ALL, registry)
    together = joined(ALL, linking, document_names=NAMES, registry=registry)
    assert [linked.claim for linked in together] == ALL
    assert {linked.event for linked in together} <= set(linking.events)
    assert together[2].targets[0].name == "Prussia"
    assert together[0].document_name == "record.txt"


def test_linking_grows_little_faster_than_the_number_of_claims(registry: Registry) -> None:
    def pairs_of(size: int) -> int:
        some = [
            claim
            for number in range(size)
            for claim in told(f"{number}", Saying(f"Battle of Hill {number}", "date", f"{1000 + number}", BATTLE))
        ]
        return len(pairs(profiles(some, registry).values()))

    assert pairs_of(400) <= 5 * max(1, pairs_of(100))
