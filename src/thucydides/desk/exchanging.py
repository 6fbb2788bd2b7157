"""Who lost more in an event, against which forces, and how large was it?

Losses come from the joint draws of the estimates. Strengths are not estimated: each account's figure is taken to be as
likely as any other's, each lineage once.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from thucydides.analysing import Ratio, magnitude, ratio
from thucydides.desk.analyses import NothingToAnalyse
from thucydides.desk.dossiers import parties_of
from thucydides.desk.estimating import Estimates
from thucydides.reconciling import DRAWS
from thucydides.vocabulary import Count, Estimate, Event, LinkedClaim

Floats = NDArray[np.float64]
Parties = tuple[str, ...]

COMPARED = ("total", "killed")
"""The kinds of loss that sides are held against each other in."""
PEOPLE = "personnel"
"""The kind of strength that sides are held against each other in: people of any branch."""
_UNPLACED = 0


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its number, its parties by name, its losses by kind, its strength, and its losses over its strength."""

    number: int
    parties: tuple[str, ...]
    losses: Mapping[str, Ratio]
    strength: Ratio | None
    casualty_rate: Ratio | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One side against another. `losses`: by kind, those of the first for each one of the second."""

    first: int
    second: int
    losses: Mapping[str, Ratio]
    force: Ratio | None


@dataclass(frozen=True, slots=True)
class ExchangeIn:
    """All sides of an event against each other. `magnitude`: the logarithm of the killed of all of them."""

    event: Event
    sides: tuple[Side, ...]
    exchanges: tuple[Exchange, ...]
    magnitude: Ratio | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What is drawn of one side: its losses by kind, and its strength where that is known."""

    number: int
    parties: Parties
    losses: Mapping[str, Floats]
    strength: Floats | None


def exchange_in(event: Event, claims: Sequence[LinkedClaim], known: Estimates) -> ExchangeIn:
    """Ratios between the sides of an event. Raises NothingToAnalyse where there are no two sides with estimates."""
    estimated = {(each.party, each.category): each for each in known.of(event.id) if each.accounts}
    lineage_of = {claim: lineage.id for lineage in known.lineages for claim in lineage.claims}
    names = {actor.id: actor.name for linked in claims for actor in linked.targets}
    placed = _sides(claims, {party for party, _ in estimated})
    said = _said(claims, lineage_of)
    losses = {number: _losses(parties, event.id, known, estimated) for number, parties in placed.items()}
    drawn = [
        _Drawn(number, placed[number], held, _strength(placed[number], DRAWS, said))
        for number, held in losses.items()
        if held
    ]
    if len(drawn) < 2:
        raise NothingToAnalyse(
            f"{event.label} has no two sides whose losses are estimated; `thucydides show` lists who is said to have "
            "fought on which side"
        )
    killed = [side.losses["killed"] for side in drawn if "killed" in side.losses]
    return ExchangeIn(
        event=event,
        sides=tuple(_side(side, names) for side in drawn),
        exchanges=tuple(_exchange(one, other) for one, other in combinations(drawn, 2)),
        magnitude=magnitude(np.sum(killed, axis=0)) if len(killed) == len(drawn) else None,
        warnings=tuple(_warnings(placed, estimated, names)),
    )


def _sides(claims: Iterable[LinkedClaim], estimated: set[str]) -> dict[int, Parties]:
    """The parties of each side; two parties that nobody places are two sides."""
    placed: dict[int, list[str]] = defaultdict(list)
    for party, number in parties_of(claims).items():
        placed[number].append(party)
    unplaced = [party for party in placed.pop(_UNPLACED, []) if party in estimated]
    if not placed and len(unplaced) == 2:
        return {number: (party,) for number, party in enumerate(sorted(unplaced), 1)}
    return {number: tuple(sorted(placed[number])) for number in sorted(placed)}


def _losses(
    parties: Parties, event: str, known: Estimates, estimated: Mapping[tuple[str, str], Estimate]
) -> dict[str, Floats]:
    """Draws of what the parties of a side lost together, by kind; only of what some report bears on."""
    losses = {}
    for kind in COMPARED:
        held = [known.result.draws(event, party)[kind] for party in parties if (party, kind) in estimated]
        if held:
            losses[kind] = np.sum(held, axis=0)
    return losses


def _strength(parties: Parties, size: int, said: Mapping[frozenset[str], Mapping[str, float]]) -> Floats | None:
    """The strength of all parties of a side: as said of all of them together, else the sum of what is said of each."""
    whole = frozenset(parties)
    parts = [whole] if said.get(whole) else [frozenset([party]) for party in parties]
    if not all(said.get(part) for part in parts):
        return None
    drawn: Floats = np.sum([_any_of(said[part], size, "+".join(sorted(part))) for part in parts], axis=0)
    return drawn


def _said(claims: Iterable[LinkedClaim], lineage_of: Mapping[str, str]) -> Mapping[frozenset[str], dict[str, float]]:
    """The strengths by whom they are said of, and by lineage."""
    said: dict[frozenset[str], dict[str, float]] = defaultdict(dict)
    for linked in claims:
        if figure := _people(linked):
            account = lineage_of.get(linked.claim.id, linked.source.id)
            said[frozenset(actor.id for actor in linked.targets)].setdefault(account, figure)
    return said


def _people(linked: LinkedClaim) -> float | None:
    """The people of a strength, of the whole event; of a range its middle."""
    claim, count = linked.claim, linked.claim.value
    if claim.attribute != "strength" or claim.counted.concept != PEOPLE or claim.phase or claim.period:
        return None
    if claim.relation == "part_of_total" or not isinstance(count, Count) or not count.low or not count.high:
        return None
    return float(np.sqrt(count.low * count.high))


def _any_of(said: Mapping[str, float], size: int, name: str) -> Floats:
    """One of the figures in each draw, each as often as the others, in an order of its own."""
    figures = np.array([said[account] for account in sorted(said)])
    order = np.random.default_rng(zlib.crc32(name.encode("utf-8", "surrogatepass"))).permutation(size)
    return figures[order % len(figures)]


def _side(side: _Drawn, names: Mapping[str, str]) -> Side:
    strength, total = side.strength, side.losses.get("total")
    return Side(
        number=side.number,
        parties=tuple(names.get(party, party) for party in side.parties),
        losses={kind: ratio(draws, np.ones_like(draws)) for kind, draws in side.losses.items()},
        strength=None if strength is None else ratio(strength, np.ones_like(strength)),
        casualty_rate=None if strength is None or total is None else ratio(total, strength),
    )


def _exchange(one: _Drawn, other: _Drawn) -> Exchange:
    kinds = [kind for kind in COMPARED if kind in one.losses and kind in other.losses]
    return Exchange(
        first=one.number,
        second=other.number,
        losses={kind: ratio(one.losses[kind], other.losses[kind]) for kind in kinds},
        force=None if one.strength is None or other.strength is None else ratio(one.strength, other.strength),
    )


def _warnings(
    placed: Mapping[int, Parties], estimated: Mapping[tuple[str, str], Estimate], names: Mapping[str, str]
) -> Iterator[str]:
    for number, parties in placed.items():
        silent = [
            names.get(party, party) for party in parties if not any((party, kind) in estimated for kind in COMPARED)
        ]
        if silent:
            yield f"nothing is said of the losses of {', '.join(silent)} (side {number}); the ratios leave them out"
        for party in parties:
            for kind in COMPARED:
                estimate = estimated.get((party, kind))
                if estimate is not None and estimate.status == "insufficient":
                    yield f"{names.get(party, party)}, {kind}: the estimate is insufficient"
