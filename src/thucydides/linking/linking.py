"""What do all claims together speak of?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thucydides.linking.actors import Actors, times
from thucydides.linking.claimants import claimant_of
from thucydides.linking.clusters import Clustering, Comparison, clustering
from thucydides.linking.doubts import actors_in_doubt, whereabouts_in_doubt
from thucydides.linking.events import Tree, tree
from thucydides.linking.profiling import mention_of, profiles
from thucydides.linking.sources import Works, together
from thucydides.linking.whereabouts import Placing
from thucydides.vocabulary import (
    Claim,
    Decision,
    Event,
    Finding,
    Link,
    LinkRole,
    ListedEvent,
    Mention,
    Party,
    Registry,
    Severity,
    Source,
    Subject,
    in_force,
)


@dataclass(frozen=True, slots=True)
class Linking:
    """The events, links and sources that claims come to; `doubts`: mentions that may be one event and stay apart."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    sources: tuple[Source, ...]
    doubts: tuple[Finding, ...] = ()


def link(
    claims: Iterable[Claim],
    *,
    document_names: Mapping[str, str],
    registry: Registry,
    listed: Iterable[ListedEvent] = (),
    decisions: Iterable[Decision] = (),
) -> Linking:
    """Link every claim to its event, its actors, its claimant and its source.

    The order of the claims and how they came in do not matter. `document_names`: the name of each document id.
    `listed`: events whose names in several scripts a list knows. `decisions`: what persons said of two claims being
    about one event; it outweighs every feature.
    """
    held = tuple(sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id))
    found = profiles(held, registry, listed)
    grouped = clustering(found, _decided(held, decisions))
    known = tree(grouped.clusters, found)
    event_of = {claim.id: known.event_of[mention_of(claim)] for claim in held}
    placing = Placing(registry, held, event_of, {event.id: event for event in known.events})
    events = {event.id: placing.placed(event) for event in known.events}
    works = Works(held, document_names, registry)
    actors = Actors(registry, times(held, event_of, events))
    links = [made for claim in held for made in _links(claim, events[event_of[claim.id]], actors, works)]
    links += [made for claim in held for made in placing.links(claim)]
    first = _first_claims(held)
    doubts = (
        *_doubts(grouped, known, document_names, first),
        *_places_in_doubt(known, first),
        *actors_in_doubt(held, actors, event_of),
        *whereabouts_in_doubt(held, placing, event_of),
    )
    return Linking(tuple(events.values()), tuple(links), _sources(held, works), doubts)


def _decided(claims: Iterable[Claim], decisions: Iterable[Decision]) -> dict[frozenset[Mention], Decision]:
    """What persons decided of the events of two claims, by the mentions that these claims are about."""
    asked = [decision for decision in in_force(decisions) if decision.about is Subject.EVENT]
    wanted = {anchor.claim for decision in asked for anchor in decision.anchors}
    about = {claim.id: mention_of(claim) for claim in claims if claim.id in wanted}
    decided: dict[frozenset[Mention], Decision] = {}
    for decision in asked:
        pair = frozenset(about[anchor.claim] for anchor in decision.anchors if anchor.claim in about)
        if len(pair) == 2:
            decided[pair] = decision
    return decided


def _links(claim: Claim, event: Event, actors: Actors, works: Works) -> Iterator[Link]:
    yield Link(claim.id, LinkRole.EVENT, event.id, _why_event(claim, event))
    for place, name in enumerate(claim.target.names):
        meant = actors.meant(name, claim)
        yield Link(claim.id, LinkRole.TARGET, meant.actor.id, meant.reason, place)
    if isinstance(claim.value, Party):
        meant = actors.meant(claim.value.words, claim)
        yield Link(claim.id, LinkRole.VALUE, meant.actor.id, meant.reason)
    if (claimant := claimant_of(claim, actors)) and claimant.actor:
        yield Link(claim.id, LinkRole.CLAIMANT, claimant.actor.id, claimant.reason)
    if cited := works.cited(claim):
        yield Link(claim.id, LinkRole.VALUE, cited.id, "the words name this work")
    source, reason = works.of(claim)
    yield Link(claim.id, LinkRole.SOURCE, source.id, reason)


def _why_event(claim: Claim, event: Event) -> str:
    spoken = f"the document speaks of {claim.event.label!r}"
    return f"{spoken}; {event.reasons[0]}" if event.reasons else spoken


def _sources(claims: Iterable[Claim], works: Works) -> tuple[Source, ...]:
    held = tuple(claims)
    named = [cited for claim in held if (cited := works.cited(claim))]
    return together([*named, *(works.of(claim)[0] for claim in held)])


def _first_claims(claims: Iterable[Claim]) -> dict[Mention, str]:
    """A claim of each mention, to find it by."""
    first: dict[Mention, str] = {}
    for claim in claims:
        first.setdefault(mention_of(claim), claim.id)
    return first


def _doubts(
    grouped: Clustering, known: Tree, document_names: Mapping[str, str], claims: Mapping[Mention, str]
) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for pair in grouped.unsure:
        one, other = sorted((known.event_of[pair.one], known.event_of[pair.other]))
        if (one, other) not in seen:
            seen.add((one, other))
            about = tuple(claims[mention] for mention in (pair.one, pair.other) if mention in claims)
            yield _doubt(pair, (one, other), about, document_names)


def _places_in_doubt(known: Tree, claims: Mapping[Mention, str]) -> Iterator[Finding]:
    """Events that may lie in a larger one, where that is not sure enough to be said."""
    events = {event.id: event for event in known.events}
    about = {known.event_of[mention]: claim for mention, claim in sorted(claims.items(), reverse=True)}
    for placement in known.unsure:
        part, whole = events[placement.part], events[placement.whole]
        yield Finding(
            rule="perhaps-part-of",
            severity=Severity.NOTE,
            message=f"{part.label!r} may be part of {whole.label!r}: {placement.reason}. It stays where it was.",
            claims=tuple(about[identity] for identity in (part.id, whole.id) if identity in about),
            suggestions=(f"{part.id} is part of {whole.id}",),
            event=part.id,
        )


def _doubt(
    pair: Comparison, events: tuple[str, str], claims: tuple[str, ...], document_names: Mapping[str, str]
) -> Finding:
    def said(mention: Mention) -> str:
        return f"{mention.label!r} of {document_names.get(mention.document, mention.document[:12])}"

    return Finding(
        rule="perhaps-one-event",
        severity=Severity.NOTE,
        message=f"{said(pair.one)} and {said(pair.other)} may be one event: {pair.reason}. They stay apart.",
        claims=claims,
        suggestions=(f"{events[0]} and {events[1]} are one event",),
        event=events[0],
    )
