"""How is a finding put so that a historian can follow it?"""

from collections.abc import Iterable, Sequence

from thucydides.vocabulary import CONCEPTS, Count, LinkedClaim, Qualifier

_RESERVES = {
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.OVER: "more than ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.UNDER: "fewer than ",
}


def figure(amount: float) -> str:
    """Digits with separators: 28,000."""
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def counted(count: Count) -> str:
    """The figure with its reserve: more than 300."""
    if count.qualifier is Qualifier.RANGE and count.low is not None and count.high is not None:
        return f"{figure(count.low)} to {figure(count.high)}"
    bound = count.low if count.low is not None else count.high
    return count.as_written if bound is None else _RESERVES.get(count.qualifier, "") + figure(bound)


def whom(linked: LinkedClaim) -> str:
    """The names of those it is about."""
    if linked.claim.target.everyone:
        return "all sides"
    names = [actor.name for actor in linked.targets] or list(linked.claim.target.names)
    return listed(names) or "the event"


def what(linked: LinkedClaim) -> str:
    """What is counted, in words."""
    parts = filter(None, linked.claim.counted.concept.split("+"))
    named = [CONCEPTS[part].label for part in parts]
    return " or ".join(filter(None, (", ".join(named[:-1]), *named[-1:])))


def listed(words: Iterable[str]) -> str:
    """A, B and C."""
    several: Sequence[str] = list(words)
    return " and ".join(filter(None, (", ".join(several[:-1]), *several[-1:])))


def quoted(claims: Iterable[LinkedClaim], *, most: int = 4) -> str:
    """The words of the claims, each once."""
    quotes = list(dict.fromkeys(f"“{_shortened(linked.claim.quote)}”" for linked in claims))
    left = len(quotes) - most
    return ", ".join(quotes[:most]) + (f" and {left} more" if left > 0 else "")


def _shortened(quote: str, *, longest: int = 120) -> str:
    words = " ".join(quote[: 2 * longest].split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
