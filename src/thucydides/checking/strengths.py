"""Did anybody lose more than they had?"""

import math
from collections.abc import Iterator, Sequence

from thucydides.checking.figures import Figure, bounds, figures
from thucydides.checking.testimony import Account, Testimony, groups, ids
from thucydides.checking.wording import counted, listed, what, whom
from thucydides.vocabulary import CONCEPTS, Finding, Severity

_DETACHMENT = 2.0
"""Where more than so many times a strength was lost, the strength in prose was that of a part."""


def losses_above_strength(testimony: Testimony) -> Iterator[Finding]:
    """A loss that exceeds every strength that the same document gives for the same actors and the same thing."""
    for account in testimony.accounts:
        strengths = groups(figures(account.of("strength")), _slot)
        for slot, losses in groups(figures(account.of("loss")), _slot).items():
            if slot[1] and slot in strengths:
                yield from _above(account, losses, strengths[slot])


def _slot(one: Figure) -> tuple[frozenset[str], str]:
    """Whom and what: people are people, material is of one type."""
    concept = one.claim.claim.counted.concept
    if one.claim.claim.attribute == "loss" and one.parts:
        return one.actors, "person"
    if concept == "personnel":
        return one.actors, "person"
    material = concept in CONCEPTS and CONCEPTS[concept].measure not in ("person", "formation")
    return one.actors, concept if material else ""


def _above(account: Account, losses: Sequence[Figure], strengths: Sequence[Figure]) -> Iterator[Finding]:
    most = max(strengths, key=lambda one: bounds(one).high)
    limit = max(bounds(most).high, sum(one.amount for one in strengths if not one.claim.claim.side))
    above = [loss for loss in losses if limit < bounds(loss).low <= _believable(most)]
    if above:
        said = listed(f"{counted(loss.count)} ({what(loss.claim)}{_by(loss)})" for loss in above)
        yield Finding(
            "losses-above-strength",
            Severity.DOUBT,
            f"{account.name} gives {whom(most.claim)} a strength of {counted(most.count)} in {account.event.label}, "
            f"but losses of {said}: they cannot be of the same forces at the same time.",
            claims=ids((most.claim, *(loss.claim for loss in above))),
            event=account.event.id,
        )


def _believable(strength: Figure) -> float:
    """Up to where a loss speaks against a strength: beyond it, prose had counted a detachment and not the force."""
    return math.inf if strength.claim.claim.side else _DETACHMENT * bounds(strength).high


def _by(one: Figure) -> str:
    claimant = one.claim.claimant or one.claim.claim.attribution.claimant
    return f", {claimant}" if claimant else ""
