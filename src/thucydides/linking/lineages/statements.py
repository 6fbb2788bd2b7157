"""What does a claim say that a copy would have to repeat: which figure, of whom, counting what?"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thucydides.linking.citing import citation_of
from thucydides.vocabulary import (
    CATEGORIES,
    COMPONENTS,
    CONCEPTS,
    Basis,
    Count,
    LinkedClaim,
    LinkRole,
    Report,
    ReportKind,
    Stance,
    Standpoint,
)

SPREAD = 0.4
"""How far independent accounts of one loss lie apart: the standard deviation of their logarithms."""
_OWN = {Basis.ARCHIVAL: Standpoint.ARCHIVAL, Basis.ROLL: Standpoint.ROLL}
_OTHERS = {Stance.ENEMY: Standpoint.ADVERSARY, Stance.ALLY: Standpoint.ALLY, Stance.THIRD: Standpoint.NEUTRAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A figure with all that tracing needs to know of it. `parts`: the components that it counts, or its concept.

    `low`, `high`: what is said, equal for a plain figure, None on an open side. `listed`: ids of the sources that its
    document names among its own. `relation`: from where it speaks about the party. `year`: of the source.
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
    relation: Standpoint = Standpoint.NEUTRAL
    year: str = ""
    unit: float = 0

    @property
    def primary(self) -> bool:
        """Is it said by one of the sides, or from their records?"""
        return self.relation is not Standpoint.NEUTRAL

    @property
    def figure(self) -> float:
        """The number that is written: of a range its upper end."""
        return self.high if self.high is not None else self.low or 0

    def tells(self) -> bool:
        """Is there a number that could be repeated?"""
        return self.figure > 0

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
        source=_account(linked),
        source_name=_named(linked),
        document=claim.document,
        cites=claim.relates_to if claim.relation == "repeats" else "",
        listed=listed.get(claim.document, frozenset()),
        relation=_standpoint(linked),
        year=linked.source.year,
    )


def statement_of(report: Report) -> Statement:
    """A report as a statement; one without a usable number says nothing that could be repeated."""
    low, high = (report.value, report.value) if report.kind is ReportKind.EXACT else (report.lo, report.hi)
    usable = all(math.isfinite(bound) and bound > 0 for bound in report.figures)
    return Statement(
        id=report.id,
        event=report.event,
        party=report.party,
        parts=frozenset(name for name, held in zip(COMPONENTS, CATEGORIES[report.category], strict=True) if held),
        low=low if usable else None,
        high=high if usable else None,
        source=report.source,
        cites=report.cites,
        relation=report.relation,
        year="" if report.year is None else f"{report.year:04}",
        unit=report.unit or 0,
    )


def _account(linked: LinkedClaim) -> str:
    """Whose word it is: the source's, or that of the claimant whom a document quotes without naming a work.

    What a side says remains its own word also in a work that gives what both sides say.
    """
    return f"{linked.source.id} {linked.claimant}" if is_quoted(linked) else linked.source.id


def is_quoted(linked: LinkedClaim) -> bool:
    """Is it the claimant's word rather than that of the work or document it stands in?"""
    nowhere_printed = linked.source.id.startswith("document:") or linked.stance is not Stance.THIRD
    return bool(linked.claimant) and nowhere_printed


def _named(linked: LinkedClaim) -> str:
    work = linked.source.author or linked.source.title
    return f"{linked.claimant} in {work}" if is_quoted(linked) else work


def _standpoint(linked: LinkedClaim) -> Standpoint:
    """From where a claim speaks about its target; a third party is a secondary work."""
    basis = linked.claim.attribution.basis
    if linked.stance is Stance.OWN:
        return _OWN.get(basis, Standpoint.SELF)
    return _OTHERS[linked.stance]


def _listed(claims: Iterable[LinkedClaim]) -> dict[str, frozenset[str]]:
    """The works that each document names: those it lists, and those it cites for a figure."""
    named: dict[str, set[str]] = {}
    for linked in claims:
        if linked.claim.attribute == "source":
            named.setdefault(linked.claim.document, set()).add(_cited(linked))
        elif linked.claim.attribution.cites:
            named.setdefault(linked.claim.document, set()).add(linked.source.id)
    return {document: frozenset(works) for document, works in named.items()}


def _cited(linked: LinkedClaim) -> str:
    """The work that an entry of a list names, as it was linked."""
    meant = (link.object for link in linked.links if link.role is LinkRole.VALUE)
    return next(meant, citation_of(str(linked.claim.value)).id)


def parts_of(attribute: str, concept: str, fate: str = "", population: str = "") -> frozenset[str]:
    """The components of a loss of people; else the concept itself, which only the same concept can repeat."""
    vectors = [CONCEPTS[part].parts for part in concept.split("+") if part in CONCEPTS]
    if attribute != "loss" or not vectors or not all(vectors) or population == "civilian":
        return frozenset({":".join((attribute, concept, fate, population))})
    return frozenset(
        name for name, counted in zip(COMPONENTS, map(sum, zip(*vectors, strict=True)), strict=False) if counted
    )
