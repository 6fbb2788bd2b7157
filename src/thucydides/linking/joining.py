"""What does a claim say, once everything that it names is known?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thucydides.linking.actors import OWN_LIST, Actors, times
from thucydides.linking.claimants import claimant_of
from thucydides.linking.linking import Linking
from thucydides.linking.sides import Sides
from thucydides.linking.sources import Works
from thucydides.linking.whereabouts import Placing
from thucydides.vocabulary import (
    Actor,
    Claim,
    Event,
    Link,
    LinkedClaim,
    LinkRole,
    Party,
    Place,
    Registry,
    Source,
    Stance,
)


def joined(
    claims: Iterable[Claim], linking: Linking, *, document_names: Mapping[str, str], registry: Registry
) -> tuple[LinkedClaim, ...]:
    """The claims with what their links say, in the order given. A claim without an event link is left out.

    The links decide what is meant; names, dates and stance are worked out again from the claims and the registry.
    """
    links = _by_claim(linking.links)
    held = tuple(claim for claim in claims if LinkRole.EVENT in links[claim.id])
    events = {event.id: event for event in linking.events}
    event_of = {claim.id: links[claim.id][LinkRole.EVENT][0].object for claim in held}
    actors = Actors(registry, times(held, event_of, events))
    targets = {claim.id: tuple(_targets(claim, actors, links[claim.id])) for claim in held}
    join = _Joining(
        events=events,
        sources={source.id: source for source in linking.sources},
        links=links,
        actors=actors,
        works=Works(held, document_names, registry),
        targets=targets,
        sides=Sides(held, event_of, lambda claim: (*targets[claim.id], *_sponsor(claim, actors))),
        names=document_names,
        placing=Placing(registry, held, event_of, events),
    )
    return tuple(join.claim(claim, events[event_of[claim.id]]) for claim in held)


# A colony may be at war with its metropole; these were in the field for their sponsor.
_BESIDE_THEIR_SPONSOR = frozenset({"client", "satellite", "puppet state", "protectorate", "princely state", "dominion"})


@dataclass(frozen=True)
class _Joining:
    events: Mapping[str, Event]
    sources: Mapping[str, Source]
    links: Mapping[str, Mapping[LinkRole, list[Link]]]
    actors: Actors
    works: Works
    targets: Mapping[str, tuple[Actor, ...]]
    sides: Sides
    names: Mapping[str, str]
    placing: Placing

    def claim(self, claim: Claim, event: Event) -> LinkedClaim:
        claimant = claimant_of(claim, self.actors)
        speaker = claimant.actor if claimant else None
        targets = self.targets[claim.id]
        return LinkedClaim(
            claim=claim,
            event=event,
            targets=targets,
            source=self._source(claim),
            document_name=self.names.get(claim.document, claim.document[:12]),
            claimant=claimant.name if claimant else "",
            claimant_actor=speaker,
            stance=self._stance(claim, speaker, targets),
            sponsor=next(_sponsor(claim, self.actors), None),
            place=self._place(claim),
            links=tuple(link for made in self.links[claim.id].values() for link in made),
        )

    def _stance(self, claim: Claim, speaker: Actor | None, targets: tuple[Actor, ...]) -> Stance:
        """As the claims have it; where none says, a client of that time stands beside its sponsor."""
        event = self.events[self.links[claim.id][LinkRole.EVENT][0].object]
        stance = self.sides.stance(speaker, targets, _line(event, self.events))
        if stance is Stance.THIRD and speaker and any(self._are_tied(speaker, other, claim) for other in targets):
            return Stance.ALLY
        return stance

    def _are_tied(self, one: Actor, other: Actor, claim: Claim) -> bool:
        when = self.actors.when(claim)
        return when is not None and any(
            tie.relation == "client_of" and tie.kind in _BESIDE_THEIR_SPONSOR and tie.other.id == sponsor.id
            for client, sponsor in ((one, other), (other, one))
            for tie in self.actors.registry.ties_of(client, when)
        )

    def _place(self, claim: Claim) -> Place | None:
        """The place of the link; None where a list that had it is no longer there."""
        linked = self.links[claim.id].get(LinkRole.PLACE)
        where = self.placing.meant(claim) if linked else None
        return where.place if linked and where and where.place and where.place.id == linked[0].object else None

    def _source(self, claim: Claim) -> Source:
        linked = self.links[claim.id].get(LinkRole.SOURCE)
        known = self.sources.get(linked[0].object) if linked else None
        return known or self.works.of(claim)[0]


def _targets(claim: Claim, actors: Actors, links: Mapping[LinkRole, list[Link]]) -> Iterator[Actor]:
    decided = {link.place: link.object for link in links.get(LinkRole.TARGET, ())}
    for place, name in enumerate(claim.target.names):
        actor = actors.meant(name, claim).actor
        meant = decided.get(place, actor.id)
        yield actor if meant == actor.id else Actor(meant, name, origin=OWN_LIST)


def _sponsor(claim: Claim, actors: Actors) -> Iterator[Actor]:
    if isinstance(claim.value, Party):
        yield actors.meant(claim.value.words, claim).actor


def _by_claim(links: Iterable[Link]) -> dict[str, dict[LinkRole, list[Link]]]:
    found: dict[str, dict[LinkRole, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        found[link.subject][link.role].append(link)
    return found


def _line(event: Event, events: Mapping[str, Event]) -> Iterator[str]:
    seen = {""}
    while event.id not in seen:
        yield event.id
        seen.add(event.id)
        event = events.get(event.part_of, event)
