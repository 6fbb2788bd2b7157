"""What does a claim say that a copy would have to repeat: which figure, of whom, counting what?"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thucydides.linking.sources import citation_of
from thucydides.vocabulary import CONCEPTS, Basis, Count, LinkedClaim, Stance

SPREAD = 0.4
"""How far independent accounts of one loss lie apart: the standard deviation of their logarithms."""
COMPONENTS = frozenset({"killed", "wounded", "missing", "captured"})
_IN_ORDER = ("killed", "wounded", "missing", "captured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A figure with all that tracing needs to know of it. `parts`: the components that it counts, or its concept.

    `low`, `high`: what is said, equal for a plain figure, None on an open side. `listed`: ids of the sources that its
    document names among its own. `primary`: said by a side itself, or from its records. `year`: of the source.
    """

    id: str
    event: str
    party: str
    parts: frozenset[str]
    low: float | None
    high: float | None
    source: str
    source_name: str = ""
    document: str = ""
    cites: str = ""
    listed: frozenset[str] = frozenset()
    primary: bool = False
    year: str = ""
    unit: float = 0

    @property
    def figure(self) -> float:
        """The number that is written: of a range its upper end."""
        return self.high if self.high is not None else self.low or 0

    @property
    def precision(self) -> float:
        """The visible rounding: the unit of the last digit that is not zero."""
        return self.unit or unit_of(self.figure)

    @property
    def digits(self) -> int:
        """How many digits are significant."""
        return len(str(round(self.figure / self.precision)))

    @property
    def chance(self) -> float:
        """How likely an independent account is to give this very figure."""
        return self.chance_of_one ** (2 if self.is_range else 1)

    @property
    def chance_of_one(self) -> float:
        """How likely a single number is to have these very digits."""
        return min(1.0, self.precision / (max(1, self.figure) * 2 * SPREAD * math.sqrt(math.pi)))

    @property
    def is_range(self) -> bool:
        """Are there two different ends?"""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def name(self) -> str:
        """The source as a sentence names it."""
        return self.source_name or self.source

    def says_the_same(self, other: "Statement") -> bool:
        """The same figure, bounds apart."""
        return (self.figure, self.is_range and self.low) == (other.figure, other.is_range and other.low)

    def __str__(self) -> str:
        if self.is_range:
            return f"{self.low:,.0f} to {self.high:,.0f}"
        return f"{self.figure:,.0f}"


def unit_of(figure: float) -> float:
    """The unit of the last digit that is not zero: 10,000 for 20,000, and 1 for 8,440.5 or 0."""
    whole, unit = int(figure), 1
    if whole != figure or not whole:
        return 1
    while whole % (unit * 10) == 0:
        unit *= 10
    return unit


def statements_of(claims: Iterable[LinkedClaim]) -> tuple[Statement, ...]:
    """The figures among linked claims, of losses and strengths; the order of the claims stays."""
    held = tuple(claims)
    listed = _listed(held)
    return tuple(statement for linked in held if (statement := _statement(linked, listed)) is not None)


def _statement(linked: LinkedClaim, listed: Mapping[str, frozenset[str]]) -> Statement | None:
    claim, count = linked.claim, linked.claim.value
    if not isinstance(count, Count) or claim.attribute not in ("loss", "strength"):
        return None
    if not (count.low or count.high):
        return None
    return Statement(
        id=claim.id,
        event=linked.event.id,
        party="all" if claim.target.everyone else " + ".join(sorted(actor.id for actor in linked.targets)),
        parts=parts_of(claim.attribute, claim.counted.concept, claim.counted.fate, claim.counted.population),
        low=count.low,
        high=count.high,
        source=linked.source.id,
        source_name=linked.source.author or linked.source.title,
        document=claim.document,
        cites=claim.relates_to if claim.relation == "repeats" else "",
        listed=listed.get(claim.document, frozenset()),
        primary=linked.stance is not Stance.THIRD or claim.attribution.basis in (Basis.ARCHIVAL, Basis.ROLL),
        year=linked.source.year,
    )


def _listed(claims: Iterable[LinkedClaim]) -> dict[str, frozenset[str]]:
    """The works that each document names: those it lists, and those it cites for a figure."""
    named: dict[str, set[str]] = {}
    for linked in claims:
        if linked.claim.attribute == "source":
            named.setdefault(linked.claim.document, set()).add(citation_of(str(linked.claim.value)).id)
        elif linked.claim.attribution.cites:
            named.setdefault(linked.claim.document, set()).add(linked.source.id)
    return {document: frozenset(works) for document, works in named.items()}


def parts_of(attribute: str, concept: str, fate: str = "", population: str = "") -> frozenset[str]:
    """The components of a loss of people; else the concept itself, which only the same concept can repeat."""
    vectors = [CONCEPTS[part].parts for part in concept.split("+") if part in CONCEPTS]
    if attribute != "loss" or not vectors or not all(vectors) or population == "civilian":
        return frozenset({":".join((attribute, concept, fate, population))})
    return frozenset(
        name for name, counted in zip(_IN_ORDER, map(sum, zip(*vectors, strict=True)), strict=True) if counted
    )
