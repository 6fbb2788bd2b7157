"""Which actors and places are not certain, so that a person should look?"""

from collections.abc import Iterable, Iterator, Mapping

from thucydides.linking.actors import Actors
from thucydides.linking.whereabouts import Placing
from thucydides.vocabulary import Claim, Finding, Severity


def actors_in_doubt(claims: Iterable[Claim], actors: Actors, event_of: Mapping[str, str]) -> Iterator[Finding]:
    """Names of states that were not there at the time, and names spelled nearly as a listed one; each once."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        for name in claim.target.names:
            if doubt := actors.meant(name, claim).doubt:
                found.setdefault((event_of[claim.id], doubt), []).append(claim.id)
    for (event, doubt), about in sorted(found.items()):
        yield Finding("actor-in-doubt", Severity.NOTE, f"{doubt}.", claims=tuple(about), event=event)


def whereabouts_in_doubt(claims: Iterable[Claim], placing: Placing, event_of: Mapping[str, str]) -> Iterator[Finding]:
    """Places of a name that several bear, or that lies where nobody fought."""
    found: dict[tuple[str, str], tuple[list[str], tuple[str, ...]]] = {}
    for claim in claims:
        where = placing.meant(claim)
        if where and not where.place:
            readings = tuple(f"{place.name} at {place.latitude}, {place.longitude}" for place in where.rivals)
            found.setdefault((event_of[claim.id], where.reason), ([], readings))[0].append(claim.id)
    for (event, reason), (about, readings) in sorted(found.items()):
        yield Finding("place-in-doubt", Severity.NOTE, f"{reason}.", tuple(about), readings, event)
