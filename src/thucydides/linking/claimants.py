"""Who says it, under which name?"""

from dataclasses import dataclass

from thucydides.linking.actors import Actors
from thucydides.vocabulary import Actor, Basis, Claim, FormSort, Registry


@dataclass(frozen=True, slots=True)
class Claimant:
    """The claimant's name as it is exported, and the actor behind it if it is one."""

    name: str
    actor: Actor | None
    reason: str


def claimant_of(claim: Claim, actors: Actors) -> Claimant | None:
    """The claimant of a claim; None where the document speaks for itself.

    A state or its people by the state's short name, its archives as such (`Soviet archives`), armies, persons and
    works as written.
    """
    written = _bare(claim.attribution.claimant)
    if not written:
        return None
    registry = actors.registry
    named = registry.actor_named(written) or _in_archives(written, registry)
    if not named:
        return Claimant(written, None, f"{written!r} is named as it stands")
    actor = actors.meant(written, claim).actor if registry.actor_named(written) else registry.actor_on(named, None)
    if claim.attribution.basis is Basis.ARCHIVAL or "archiv" in written.casefold():
        name = f"{_adjective(named, written, registry)} archives"
    elif _is_army(written, registry):
        name = written
    else:
        name = actor.name
    return Claimant(name, actor, f"{written!r} speaks for {actor.name}")


def _bare(words: str) -> str:
    said = " ".join(words.split()).strip(" :;,.")
    return said[4:] if said[:4].casefold() == "the " else said


def _in_archives(written: str, registry: Registry) -> str:
    """The actor whose archives the words name; empty if they name none, or several."""
    if "archiv" not in written.casefold():
        return ""
    named = {mention.actor for mention in registry.actors_in(written)}
    return named.pop() if len(named) == 1 else ""


def _is_army(written: str, registry: Registry) -> bool:
    mentions = registry.actors_in(written)
    return len(mentions) == 1 and mentions[0].sort is FormSort.ARMY


def _adjective(actor: str, written: str, registry: Registry) -> str:
    """The adjective in the words, else the first that the lists have, else the short name."""
    for form in (written, *registry.forms_of(actor)):
        for mention in registry.actors_in(form):
            if mention.actor == actor and mention.sort is FormSort.ADJECTIVE:
                return mention.words
    return registry.short_name(actor)
