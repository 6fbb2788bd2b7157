"""Is the printed magnitude the logarithm of the printed dead?"""

import math
from collections.abc import Iterator, Sequence

from thucydides.checking.figures import DEATHS, Figure, figures, one_each
from thucydides.checking.testimony import EVERY_ACTOR, Account, Testimony, ids
from thucydides.checking.wording import figure
from thucydides.vocabulary import Finding, LinkedClaim, Magnitude, Severity

_MOST_DECIMALS = 6


def magnitude(deaths: float) -> float:
    """Richardson's scale: the base-10 logarithm of the dead (Richardson, Statistics of Deadly Quarrels, 1960)."""
    return math.log10(deaths)


def printed(deaths: float, *, decimals: int) -> tuple[str, str]:
    """The magnitude cut and rounded to so many decimals: either is printed."""
    scale = 10**decimals
    cut = math.floor(magnitude(deaths) * scale) / scale
    return f"{cut:.{decimals}f}", f"{magnitude(deaths):.{decimals}f}"


def printed_magnitude(account: Account) -> LinkedClaim | None:
    """The magnitude that the document gives, if it gives one."""
    held = {str(linked.claim.value): linked for linked in account.own("magnitude")}
    return next(iter(held.values())) if len(held) == 1 else None


def decimals_of(linked: LinkedClaim) -> int:
    """How many decimals are printed; more than a few say nothing more."""
    return min(len(str(linked.claim.value).partition(".")[2]), _MOST_DECIMALS)


def total_deaths(account: Account) -> Figure | None:
    """The dead of all sides, where one figure is given."""
    deaths = [one for one in figures(account.own("loss")) if one.parts == DEATHS and one.bounded]
    totals = [one for one in one_each(deaths) if one.actors == EVERY_ACTOR]
    return totals[0] if len(totals) == 1 and totals[0].amount >= 1 else None


def magnitude_against_deaths(testimony: Testimony) -> Iterator[Finding]:
    """A magnitude that none of the document's totals of the dead gives, cut or rounded."""
    for account in testimony.accounts:
        stated, deaths = printed_magnitude(account), total_deaths(account)
        if stated is None or deaths is None or not isinstance(stated.claim.value, Magnitude):
            continue
        right = _admitted(deaths, decimals=decimals_of(stated))
        if _number(stated.claim.value.figure) not in map(float, right):
            yield _misfit(account, stated, deaths, right)


def _admitted(deaths: Figure, *, decimals: int) -> Sequence[str]:
    """Every magnitude that the words admit at their bounds and in the middle."""
    amounts = filter(None, (deaths.count.low, deaths.amount, deaths.count.high))
    return [reading for amount in amounts for reading in printed(amount, decimals=decimals)]


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return math.nan


def _misfit(account: Account, stated: LinkedClaim, deaths: Figure, right: Sequence[str]) -> Finding:
    readings = tuple(dict.fromkeys(right))
    return Finding(
        "magnitude-against-deaths",
        Severity.CONTRADICTION,
        f"{account.name} prints magnitude {stated.claim.value} for {account.event.label}, but {figure(deaths.amount)} "
        f"dead are {magnitude(deaths.amount):.3f} on Richardson's scale.",
        claims=ids((stated, deaths.claim)),
        suggestions=tuple(f"{reading} as magnitude" for reading in readings),
        event=account.event.id,
    )
