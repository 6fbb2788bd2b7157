"""In which war of another document does a battle lie?"""

from tests.linking.telling import Saying, told
from thucydides.linking import Linking, link
from thucydides.vocabulary import Claim, Event, EventKind, LinkRole, Registry

WAR, BATTLE = EventKind.WAR, EventKind.BATTLE


def a_war(document: str, name: str, first: str, last: str, *sides: tuple[str, ...]) -> list[Claim]:
    return told(
        document,
        Saying(name, "start_date", first, WAR),
        Saying(name, "end_date", last, WAR),
        *(_belligerent(name, party, number, WAR) for number, side in enumerate(sides, start=1) for party in side),
    )


def a_battle(document: str, name: str, day: str, *sides: tuple[str, ...], war: str = "") -> list[Claim]:
    return told(
        document,
        Saying(name, "date", day, BATTLE),
        *(_belligerent(name, party, number, BATTLE) for number, side in enumerate(sides, start=1) for party in side),
        *([Saying(name, "part_of", war, BATTLE)] if war else []),
    )


def _belligerent(event: str, party: str, side: int, kind: EventKind) -> Saying:
    return Saying(event, "belligerent", party, kind, target=(party,), side=side)


LIST = [
    *a_war("first.csv", "Russo-Turkish War", "24 April 1877", "3 March 1878", ("Russia",), ("Turkey",)),
    *a_war(
        "second.csv", "Second Schleswig War", "1 February 1864", "20 July 1864", ("Prussia", "Austria"), ("Denmark",)
    ),
    *a_war("third.csv", "Seven Weeks War", "15 June 1866", "26 July 1866", ("Prussia", "Italy"), ("Austria",)),
]


def linking_of(claims: list[Claim], registry: Registry) -> Linking:
    return link(claims, document_names={}, registry=registry)


def war_of(claim: Claim, linking: Linking) -> Event | None:
    (found,) = [made.object for made in linking.links if made.subject == claim.id and made.role is LinkRole.EVENT]
    events = {event.id: event for event in linking.events}
    return events.get(events[found].part_of)


def test_a_battle_lies_in_the_war_of_its_time_in_which_its_sides_stood_against_each_other(registry: Registry) -> None:
    battle = a_battle("page.txt", "Battle of Shipka", "9 August 1877", ("Ottoman Empire",), ("Russia",))
    linking = linking_of([*LIST, *battle], registry)
    war = war_of(battle[0], linking)
    assert war is not None
    assert war.label == "Russo-Turkish War"
    event = next(event for event in linking.events if event.label == "Battle of Shipka")
    assert any("its sides stand against each other" in reason for reason in event.reasons)


def test_allies_of_one_war_are_not_enemies_in_it(registry: Registry) -> None:
    battle = a_battle("page.txt", "Battle of Nowhere", "18 April 1864", ("Prussia",), ("Austria",))
    assert war_of(battle[0], linking_of([*LIST, *battle], registry)) is None


def test_a_battle_outside_the_days_of_every_war_is_left_where_it_is(registry: Registry) -> None:
    battle = a_battle("page.txt", "Battle of Shipka", "9 August 1879", ("Turkey",), ("Russia",))
    assert war_of(battle[0], linking_of([*LIST, *battle], registry)) is None


def test_a_war_that_a_page_names_and_dates_itself_stays_the_battles_war(registry: Registry) -> None:
    page = [
        *a_battle("page.txt", "Battle of Shipka", "9 August 1877", ("Turkey",), ("Russia",), war="Balkan Campaign"),
    ]
    linking = linking_of([*LIST, *page], registry)
    campaign = war_of(page[0], linking)
    assert campaign is not None
    assert campaign.label == "Balkan Campaign"
    assert next(event for event in linking.events if event.id == campaign.part_of).label == "Russo-Turkish War"


def test_a_frame_that_holds_several_wars_stands_above_the_one_in_which_the_battle_lies(registry: Registry) -> None:
    pages = [
        *a_battle(
            "a.csv", "Battle of Dybbol", "18 April 1864", ("Prussia",), ("Denmark",), war="German Wars 1864-1866"
        ),
        *a_battle("a.csv", "Battle of Nachod", "27 June 1866", ("Prussia",), ("Austria",), war="German Wars 1864-1866"),
    ]
    linking = linking_of([*LIST, *pages], registry)
    wars = [war_of(pages[place], linking) for place in (0, 4)]
    assert [war.label if war else "" for war in wars] == ["Second Schleswig War", "Seven Weeks War"]


def test_two_wars_that_fit_as_well_are_a_doubt(registry: Registry) -> None:
    rival = a_war("fourth.csv", "Bulgarian War", "24 April 1877", "3 March 1878", ("Russia", "Serbia"), ("Turkey",))
    other = a_war("fifth.csv", "Caucasian War", "24 April 1877", "3 March 1878", ("Russia", "Persia"), ("Turkey",))
    battle = a_battle("page.txt", "Battle of Shipka", "9 August 1877", ("Turkey",), ("Russia",))
    linking = linking_of([*rival, *other, *battle], registry)
    if len([event for event in linking.events if event.kind is WAR]) == 2:
        assert war_of(battle[0], linking) is None
        assert any(doubt.rule == "perhaps-part-of" for doubt in linking.doubts)


def test_no_document_is_placed_by_its_own_dates_alone(registry: Registry) -> None:
    battle = a_battle("page.txt", "Battle of Shipka", "9 August 1877")
    assert war_of(battle[0], linking_of([*LIST, *battle], registry)) is None
