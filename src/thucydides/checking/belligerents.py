"""Who fought in one account and does not appear in another?

Only lists are compared (an info-box, a line of names): that prose does not mention an actor says nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thucydides.checking.testimony import Account, Testimony, groups, ids
from thucydides.checking.wording import listed
from thucydides.vocabulary import Actor, Finding, LinkedClaim, Severity

_JOINING = frozenset({"and", "of", "the", "de", "la", "&", "et", "und", "y"})
_SHARED = 2
"""Two lists speak of the same fighting where they share so many actors, or all of the shorter list."""


@dataclass(frozen=True, slots=True)
class Belligerents:
    """The actors that a document lists for an event, with the claims that list them."""

    account: Account
    actors: dict[str, Actor]
    claims: tuple[LinkedClaim, ...]


def belligerents_against_belligerents(testimony: Testimony) -> Iterator[Finding]:
    """An actor that one document lists and another, of the same event or the next in the tree, leaves out."""
    lists = {event: _different_lists(accounts) for event, accounts in testimony.by_event.items()}
    for event_id, held in lists.items():
        kin = [other for event in testimony.kin(testimony.events[event_id]) for other in lists[event.id]]
        for longer in held:
            for shorter in kin:
                if longer.account.document != shorter.account.document:
                    yield from _left_out(testimony, longer, shorter)


def _different_lists(accounts: Sequence[Account]) -> list[Belligerents]:
    """One list, the first, where several documents list the same actors."""
    listings = [listing for account in accounts if (listing := _listing(account)) is not None]
    return [same[0] for same in groups(listings, lambda listing: frozenset(listing.actors)).values()]


def _listing(account: Account) -> Belligerents | None:
    claims = tuple(linked for linked in account.own("belligerent") if linked.targets and _is_listed(linked))
    actors = {actor.id: actor for linked in claims for actor in linked.targets}
    return Belligerents(account, actors, claims) if len(actors) > 1 else None


def _is_listed(linked: LinkedClaim) -> bool:
    """Does it stand in a column of a box, or in a line of nothing but names?"""
    words = linked.claim.quote.replace(",", " ").split()
    return bool(linked.claim.side) or all(word in _JOINING or not word[:1].islower() for word in words)


def _left_out(testimony: Testimony, longer: Belligerents, shorter: Belligerents) -> Iterator[Finding]:
    shared = longer.actors.keys() & shorter.actors.keys()
    missing = [actor for key, actor in longer.actors.items() if key not in shorter.actors]
    if not missing or len(shared) < min(_SHARED, len(shorter.actors)):
        return
    # A larger event has belligerents of its own: only where nearly all are the same is one more worth a word.
    if longer.account.event.id == shorter.account.event.id or 2 * len(missing) <= len(shared):
        yield _finding(testimony, longer, shorter, missing)


def _finding(testimony: Testimony, longer: Belligerents, shorter: Belligerents, missing: list[Actor]) -> Finding:
    claims = [linked for linked in longer.claims if _is_of(linked, missing)]
    clients = [
        linked for linked in testimony.of_document(shorter.account.document, "client_of") if _is_of(linked, missing)
    ]
    names = listed(other.name for other in shorter.actors.values())
    is_one = "is a belligerent" if len(missing) == 1 else "are belligerents"
    return Finding(
        "belligerents-against-belligerents",
        Severity.NOTE,
        f"{listed(actor.name for actor in missing)} {is_one} of {longer.account.event.label} in "
        f"{longer.account.name} only: {shorter.account.name} lists {names} for {shorter.account.event.label}"
        f"{_called(clients)}.",
        claims=ids((*claims, *shorter.claims, *clients)),
        event=shorter.account.event.id,
    )


def _is_of(linked: LinkedClaim, actors: list[Actor]) -> bool:
    return not set(actors).isdisjoint(linked.targets)


def _called(clients: list[LinkedClaim]) -> str:
    said = dict.fromkeys(
        f"calls {listed(actor.name for actor in linked.targets)} a client state of {linked.sponsor.name}"
        for linked in clients
        if linked.sponsor
    )
    return f", and {listed(said)}" if said else ""
