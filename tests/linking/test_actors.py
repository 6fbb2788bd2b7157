"""Is an actor the right one at that date, and is it said where none was?"""

import pytest

from tests.linking.telling import Saying, told
from thucydides.linking import Linking, joined, link
from thucydides.vocabulary import Claim, EventKind, LinkedClaim, LinkRole, Registry, Stance

WAR = EventKind.WAR


def losses(event: str, date: str, *targets: str, claimant: str = "") -> list[Claim]:
    said = [Saying(event, "loss", "500", WAR, target=(target,), claimant=claimant) for target in targets]
    return told("page", Saying(event, "date", date, WAR), *said)


def linked(claims: list[Claim], registry: Registry) -> tuple[Linking, tuple[LinkedClaim, ...]]:
    linking = link(claims, document_names={}, registry=registry)
    return linking, joined(claims, linking, document_names={}, registry=registry)


def test_a_target_carries_its_numbers_and_the_reason_why_it_is_meant(registry: Registry) -> None:
    _, (_, loss) = linked(losses("Winter campaign", "1939", "Russian"), registry)
    (actor,) = loss.targets
    assert (actor.name, actor.id) == ("Soviet Union", "gw:365")
    assert {"cow:365", "wikidata:Q15180"} <= set(actor.identifiers)
    assert loss.why(LinkRole.TARGET).startswith("'Russian' names Soviet Union at 1939")
    assert loss.why(LinkRole.PLACE) == ""


@pytest.mark.parametrize(
    ("target", "date", "doubt"),
    [
        ("Manchukuo", "1920", "Manchukuo is listed from 1932-03-01 to 1945-08-18, not in 1920."),
        ("Bolivja Army of the South", "1932", ""),
        ("Austrlia", "1942", "'Austrlia' differs from 'Australia' in one letter: perhaps Australia at 1942."),
        ("Paraguay", "1932", ""),
    ],
)
def test_what_is_not_certain_is_a_finding_and_never_silent(
    target: str, date: str, doubt: str, registry: Registry
) -> None:
    linking, _ = linked(losses("Border war", date, target), registry)
    found = [finding.message for finding in linking.doubts if finding.rule == "actor-in-doubt"]
    assert found == ([doubt] if doubt else [])


def test_a_name_spelled_nearly_so_is_not_taken_where_another_is_near(registry: Registry) -> None:
    _, (_, loss) = linked(losses("Far war", "1942", "Austrlia"), registry)
    assert loss.targets[0].id == "actor:austrlia"


def test_a_client_of_the_time_stands_beside_its_sponsor(registry: Registry) -> None:
    _, (_, loss) = linked(losses("Border war", "1939", "Mongolia", claimant="Soviet Union"), registry)
    assert loss.stance is Stance.ALLY
    _, (_, later) = linked(losses("Border war", "1999", "Mongolia", claimant="Russia"), registry)
    assert later.stance is Stance.THIRD


def test_what_the_claims_say_of_the_sides_goes_before_the_lists(registry: Registry) -> None:
    claims = told(
        "page",
        Saying("Rising", "date", "1939", WAR),
        Saying("Rising", "belligerent", "Mongolia", WAR, target=("Mongolia",), side=1),
        Saying("Rising", "belligerent", "Soviet Union", WAR, target=("Soviet Union",), side=2),
        Saying("Rising", "loss", "500", WAR, target=("Mongolia",), claimant="Soviet Union"),
    )
    _, together = linked(claims, registry)
    assert together[-1].stance is Stance.ENEMY
