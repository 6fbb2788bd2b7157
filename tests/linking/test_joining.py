"""Who is meant, who says it and on whose side, once everything is linked?"""

from dataclasses import replace

import pytest

from tests.linking.telling import Saying, document_id, told
from thucydides.linking import joined, link
from thucydides.vocabulary import Basis, Claim, EventKind, LinkedClaim, Registry, Stance

WAR = EventKind.WAR


def joined_of(claims: list[Claim], registry: Registry) -> tuple[LinkedClaim, ...]:
    names = {claim.document: "notes.txt" for claim in claims}
    return joined(
        claims, link(claims, document_names=names, registry=registry), document_names=names, registry=registry
    )


def a_war(year: str, *sayings: Saying) -> list[Claim]:
    return told("notes.txt", Saying("Long War", "date", year, WAR), *sayings)


def loss(target: str, **said: object) -> Saying:
    return Saying("Long War", "loss", "1,500", WAR, target=(target,), **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "year", "identity", "name"),
    [
        ("Soviet", "1943", "gw:365", "Soviet Union"),
        ("Russia", "1812", "gw:365", "Russia"),
        ("Russian", "1943", "gw:365", "Soviet Union"),
        ("Mongolian People's Republic", "1943", "gw:712", "Mongolia"),
        ("Turkish", "1877", "gw:640", "Ottoman Empire"),
        ("Union", "1863", "gw:2", "United States"),
        ("Confederates", "1863", "actor:confederate-states", "Confederate States"),
        ("Manchoukuo", "1940", "actor:manchukuo", "Manchukuo"),
        ("Red Army", "1943", "gw:365", "Soviet Union"),
        ("Hill People of Oz", "1943", "actor:hill-people-of-oz", "Hill People of Oz"),
        ("English", "1690", "actor:england", "England"),
        ("English", "1790", "gw:200", "United Kingdom"),
    ],
)
def test_a_name_means_the_actor_of_its_time(
    written: str, year: str, identity: str, name: str, registry: Registry
) -> None:
    linked = joined_of(a_war(year, loss(written)), registry)[-1]
    assert [(actor.id, actor.name) for actor in linked.targets] == [(identity, name)]


@pytest.mark.parametrize(
    ("written", "basis", "exported"),
    [
        ("Soviet", Basis.ARCHIVAL, "Soviet archives"),
        ("the Soviet archives", Basis.ARCHIVAL, "Soviet archives"),
        ("USSR", Basis.ARCHIVAL, "Soviet archives"),
        ("Japanese", Basis.UNKNOWN, "Japan"),
        ("Soviets", Basis.UNKNOWN, "Soviet Union"),
        ("Imperial Japanese Army", Basis.UNKNOWN, "Imperial Japanese Army"),
        ("Bodart", Basis.SCHOLARLY, "Bodart"),
    ],
)
def test_a_claimant_is_exported_under_its_usual_name(
    written: str, basis: Basis, exported: str, registry: Registry
) -> None:
    linked = joined_of(a_war("1943", loss("Japan", claimant=written, basis=basis)), registry)[-1]
    assert linked.claimant == exported


def test_the_stance_follows_the_sides_of_the_event(registry: Registry) -> None:
    sides = [
        Saying("Long War", "belligerent", "Japan", WAR, target=("Japan",), side=1),
        Saying("Long War", "belligerent", "Manchukuo", WAR, target=("Manchukuo",), side=1),
        Saying("Long War", "belligerent", "USSR", WAR, target=("USSR",), side=2),
    ]
    said = [
        loss("Japan", claimant="Japanese"),
        loss("USSR", claimant="Japanese"),
        loss("Manchukuo", claimant="Japanese"),
        loss("Japan", claimant="Swedish"),
        loss("Japan"),
    ]
    stances = [linked.stance for linked in joined_of(a_war("1943", *sides, *said), registry)[-5:]]
    assert stances == [Stance.OWN, Stance.ENEMY, Stance.ALLY, Stance.THIRD, Stance.THIRD]


def test_of_two_belligerents_each_is_the_others_enemy_and_a_sponsor_the_ally_of_its_client(registry: Registry) -> None:
    claims = a_war(
        "1943",
        Saying("Long War", "belligerent", "Japan", WAR, target=("Japan",)),
        Saying("Long War", "belligerent", "USSR", WAR, target=("USSR",)),
        Saying("Long War", "client_of", "Japan", WAR, target=("Manchukuo",)),
        loss("USSR", claimant="Japanese"),
        loss("Manchukuo", claimant="Japanese"),
    )
    client, enemy, ally = joined_of(claims, registry)[-3:]
    assert client.sponsor is not None
    assert client.sponsor.name == "Japan"
    assert (enemy.stance, ally.stance) == (Stance.ENEMY, Stance.ALLY)


def test_an_author_and_the_page_that_cites_it_are_one_source(registry: Registry) -> None:
    claims = a_war(
        "1943",
        Saying("Long War", "source", "Bodart, 668-9", WAR),
        loss("Japan", claimant="Bodart", basis=Basis.SCHOLARLY),
        loss("Japan", claimant="Japanese", cites="Bodart, 12"),
        loss("Japan"),
    )
    by_author, by_page, bare = joined_of(claims, registry)[-3:]
    assert by_author.source.id == by_page.source.id == "source:bodart"
    assert bare.source.id == f"document:{document_id('notes.txt')[:12]}"
    assert bare.source.title == "notes.txt"


def test_everyone_together_is_no_actor(registry: Registry) -> None:
    linked = joined_of(a_war("1943", Saying("Long War", "loss", "9,000", WAR, everyone=True)), registry)[-1]
    assert linked.targets == ()
    assert linked.claim.target.everyone


def test_a_link_that_was_changed_decides(registry: Registry) -> None:
    claims = a_war("1943", loss("Japan"))
    linking = link(claims, document_names={}, registry=registry)
    changed = tuple(replace(made, object="actor:other") if made.object == "gw:740" else made for made in linking.links)
    (linked,) = joined(claims, replace(linking, links=changed), document_names={}, registry=registry)[-1:]
    assert linked.targets[0].id == "actor:other"
