"""What would follow if the dissenting figure were right?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thucydides.checking.figures import DEATHS, Figure, bounds, figures
from thucydides.checking.magnitudes import decimals_of, printed, printed_magnitude
from thucydides.checking.testimony import EVERY_ACTOR, Account, Testimony, ids
from thucydides.checking.wording import counted, figure, what, whom
from thucydides.vocabulary import Finding, LinkedClaim, Severity


@dataclass(frozen=True, slots=True)
class Dissent:
    """A figure that disputes another of the same document."""

    account: Account
    says: Figure
    disputed: Figure


def footnote_against_value(testimony: Testimony) -> Iterator[Finding]:
    """A figure that the document itself reports against its own, and what would follow from it."""
    for account in testimony.accounts:
        held = figures(account.of("loss", "strength"))
        by_id = {one.claim.claim.id: one for one in held}
        for says in held:
            disputed = _disputed(says, by_id) if says.claim.claim.relation == "disputes" else None
            if disputed is not None and not bounds(says).meets(bounds(disputed)):
                yield _finding(Dissent(account, says, disputed))


def _disputed(says: Figure, by_id: Mapping[str, Figure]) -> Figure | None:
    """The claim it names, or the only one on the same slot."""
    claim = says.claim.claim
    if named := by_id.get(claim.relates_to):
        return named
    same = [one for one in by_id.values() if not one.claim.claim.relation and _one_slot(one, says)]
    return same[0] if len(same) == 1 else None


def _one_slot(one: Figure, other: Figure) -> bool:
    alike = one.claim.claim.counted.concept == other.claim.claim.counted.concept or one.parts == other.parts != ()
    return alike and one.actors == other.actors and one.claim.claim.attribute == other.claim.claim.attribute


def _finding(dissent: Dissent) -> Finding:
    says, disputed, account = dissent.says, dissent.disputed, dissent.account
    consequence, involved = _consequence(dissent)
    same = says.parts == disputed.parts or what(says.claim) == what(disputed.claim)
    return Finding(
        "footnote-against-value",
        Severity.CONTRADICTION if same else Severity.DOUBT,
        f"{_speaker(says.claim)} gives {counted(says.count)} for {whom(says.claim)} ({what(says.claim)}), "
        f"{account.name} itself {counted(disputed.count)} ({what(disputed.claim)}): a difference of "
        f"{figure(abs(disputed.amount - says.amount))}.{consequence and f' {consequence}.'}",
        claims=ids((says.claim, disputed.claim, *involved)),
        suggestions=(consequence,) if consequence else (),
        event=account.event.id,
    )


def _speaker(linked: LinkedClaim) -> str:
    return linked.claimant or linked.claim.attribution.claimant or "A note"


def _consequence(dissent: Dissent) -> tuple[str, tuple[LinkedClaim, ...]]:
    """Total and magnitude as they would be; empty where the document gives no total that holds the disputed figure."""
    total = _total(dissent)
    if total is None:
        return "", ()
    new = total.amount - dissent.disputed.amount + dissent.says.amount
    words = (
        f"With {figure(dissent.says.amount)} instead of {figure(dissent.disputed.amount)} the total would be "
        f"{figure(new)} instead of {figure(total.amount)}"
    )
    scale = printed_magnitude(dissent.account)
    if scale is None or total.parts != DEATHS or new < 1:
        return words, (total.claim,)
    magnitude = printed(new, decimals=decimals_of(scale))[1]
    if magnitude == str(scale.claim.value):
        return f"{words}; the magnitude stays {magnitude}", (total.claim, scale)
    return f"{words} and the magnitude {magnitude} instead of {scale.claim.value}", (total.claim, scale)


def _total(dissent: Dissent) -> Figure | None:
    disputed = dissent.disputed
    if disputed.actors == EVERY_ACTOR:
        return None
    totals = [
        one
        for one in figures(dissent.account.own(disputed.claim.claim.attribute))
        if one.actors == EVERY_ACTOR
        and one.claim.claim.counted == disputed.claim.claim.counted
        and one.amount >= disputed.amount
    ]
    return totals[0] if len({one.amount for one in totals}) == 1 else None
