"""How is one cell made of claims and estimates?

Every pick says in its rule what it did. Where there is nothing to pick it says which kind of nothing it is: no account
speaks, an account says that it is not known, or it is said in words that carry no number.
"""

from collections.abc import Callable, Mapping

from thucydides.coding.picks import accounts, figures, identities, sayings, times
from thucydides.coding.picks.about import About
from thucydides.vocabulary import Cell, ThucydidesError, Variable

__all__ = ["PICKS", "About", "UnknownPick"]


class UnknownPick(ThucydidesError):
    """A unit of analysis asks for a pick that nobody knows."""


PICKS: Mapping[str, Callable[[About, Variable], Cell]] = {
    "event id": identities.identity,
    "event name": identities.label,
    "event kind": identities.kind,
    "identifier": identities.identifier,
    "actor": identities.actor,
    "side": identities.side,
    "year": identities.year,
    "date": times.date,
    "most said": sayings.most_said,
    "all said": sayings.listed,
    "fared": sayings.fared,
    "took part": sayings.took_part,
    "estimate": figures.estimate,
    "stated": figures.stated,
    "days": times.days,
    "magnitude": figures.magnitude,
    "place": identities.where,
    "counted": figures.counted,
    "account": accounts.account,
    "fixed": accounts.fixed,
}
"""Every way to make a cell, by its name in the TOML."""
