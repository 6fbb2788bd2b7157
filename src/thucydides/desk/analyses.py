"""What do researchers compute from a whole ledger: how severe are its wars, and how far do its accounts agree?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log10

import numpy as np
from numpy.typing import NDArray

from thucydides.analysing import Agreement, Measure, Metric, Onsets, Severity, agreement, onsets, severity
from thucydides.desk.estimating import Estimates
from thucydides.desk.reports import CONCEPT_OF
from thucydides.ledger import Ledger
from thucydides.vocabulary import (
    CATEGORIES,
    Code,
    Count,
    Estimate,
    HistoricalDate,
    LinkedClaim,
    Qualifier,
    Said,
    ThucydidesError,
    Witness,
)

DEATHS = ("battle_deaths", "killed", "dead")
"""Concepts whose figures are added up to the size of a war; of each account the first that it gives."""
PROPAGATED = 100
"""Draws of the sizes over which the exponent is fitted anew."""
CATEGORY_OF = {concept: category for category, concept in CONCEPT_OF.items()}
_CERTAIN = (Qualifier.EXACT, Qualifier.ABOUT)


class NothingToAnalyse(ThucydidesError):
    """The ledger holds nothing of what was asked for."""


@dataclass(frozen=True, slots=True)
class SeverityOf:
    """The severity of the wars of one data set, or of what is estimated, with the events and when they began.

    `sizes`: the dead by event. `unknown`: figures that are not known. `onsets`: None where no years are known.
    """

    of: str
    severity: Severity
    sizes: Mapping[str, float]
    unknown: int
    onsets: Onsets | None


@dataclass(frozen=True, slots=True)
class AgreementOn:
    """How far accounts agree on one kind of thing: each witness once, and every source as if it stood alone."""

    of: str
    witnesses: Agreement | None
    sources: Agreement


def severity_of(kind: str, ledger: Ledger, *, measure: Measure, replicates: int) -> SeverityOf:
    """The distribution of the dead of a data set's wars, each the sum of its parties. Raises NothingToAnalyse."""
    claims = [linked for linked in ledger.linked.claims(attribute="loss") if _is_of(linked, kind)]
    sizes, unknown = _sizes(claims)
    if not sizes:
        raise NothingToAnalyse(
            f"the ledger holds no figures of the kind {kind!r}; `thucydides import {kind} FILE` brings them in"
        )
    began = [linked for linked in ledger.linked.claims(attribute="start_date") if _is_of(linked, kind)]
    years = _first_years(began)
    return SeverityOf(
        of=kind,
        severity=severity(np.array(list(sizes.values())), measure=measure, replicates=replicates),
        sizes=sizes,
        unknown=unknown,
        onsets=onsets(years) if years else None,
    )


def severity_of_estimates(
    known: Estimates, ledger: Ledger, *, concept: str, measure: Measure, replicates: int
) -> SeverityOf:
    """The distribution of estimated losses, what is uncertain in them included. Raises NothingToAnalyse.

    An event that lies in another of which something is estimated is not counted beside it.
    """
    parents = {event.id: event.part_of for event in ledger.events.all()}
    labels = {event.id: event.label for event in ledger.events.all()}
    parties = _estimated_parties(known, CATEGORY_OF.get(concept, concept))
    if not parties:
        named = ", ".join(CONCEPT_OF.get(category, category) for category in CATEGORIES)
        raise NothingToAnalyse(f"nothing is estimated of {concept!r}; what can be: {named}")
    events = [event for event in sorted(parties) if not _above(event, parents) & parties.keys()]
    draws = np.stack([_losses(known, event, parties[event]) for event in events], axis=1)
    sizes = np.median(draws, axis=0)
    years = _first_years(
        linked for linked in ledger.linked.claims(attribute="start_date") if linked.event.id in set(events)
    )
    return SeverityOf(
        of=f"estimates of {concept}",
        severity=severity(sizes, measure=measure, replicates=replicates, draws=draws[:PROPAGATED]),
        sizes={labels[event]: float(size) for event, size in zip(events, sizes, strict=True)},
        unknown=0,
        onsets=onsets(years) if years else None,
    )


def _estimated_parties(known: Estimates, category: str) -> dict[str, list[Estimate]]:
    """The estimates of a kind that some report bears on, by event: those of parties by themselves."""
    found: dict[str, list[Estimate]] = defaultdict(list)
    for each in known.result.estimates:
        if each.category == category and each.accounts and " + " not in each.party:
            found[each.event].append(each)
    return found


def _above(event: str, parents: Mapping[str, str]) -> set[str]:
    seen: set[str] = set()
    while (event := parents.get(event, "")) and event not in seen:
        seen.add(event)
    return seen


def _losses(known: Estimates, event: str, held: Iterable[Estimate]) -> NDArray[np.float64]:
    lost: NDArray[np.float64] = np.sum([known.result.draws(event, each.party)[each.category] for each in held], axis=0)
    return lost


def _is_of(linked: LinkedClaim, kind: str) -> bool:
    return linked.claim.reader.partition("/")[0] == kind


def _sizes(claims: Iterable[LinkedClaim]) -> tuple[dict[str, float], int]:
    """The dead of each war as its document names it; and how many figures are not known."""
    sizes: dict[str, float] = defaultdict(float)
    unknown = 0
    for linked in claims:
        if linked.claim.counted.concept not in DEATHS or not isinstance(linked.claim.value, Count):
            continue
        sizes[linked.claim.event.label] += linked.claim.value.low or 0
        unknown += linked.claim.value.low is None
    return dict(sizes), unknown


def _first_years(claims: Iterable[LinkedClaim]) -> list[int]:
    years: dict[str, int] = {}
    for linked in claims:
        date = linked.claim.value
        if isinstance(date, HistoricalDate) and date.earliest:
            label = linked.claim.event.label
            years[label] = min(years.get(label, date.earliest.year), date.earliest.year)
    return list(years.values())


def agreements(claims: Iterable[LinkedClaim], witnesses: Mapping[str, Witness]) -> Iterator[AgreementOn]:
    """Agreement on losses, strengths, days and outcomes. `witnesses`: of each claim whose word it is."""
    slots: dict[str, dict[tuple[str, ...], list[LinkedClaim]]] = defaultdict(lambda: defaultdict(list))
    for linked in claims:
        if (thing := _thing(linked)) is not None:
            slots[thing][_slot(linked)].append(linked)
    for thing in sorted(slots):
        read, metric = THINGS[thing]
        each = [_values(group, read, lambda linked: linked.source.id) for group in slots[thing].values()]
        once = [_values(group, read, lambda linked: witnesses[linked.claim.id].id) for group in slots[thing].values()]
        if (by_source := agreement(each, metric)) is not None:
            yield AgreementOn(thing, agreement(once, metric), by_source)


def _thing(linked: LinkedClaim) -> str | None:
    for thing, (read, _) in THINGS.items():
        if linked.claim.attribute in _ATTRIBUTES[thing] and read(linked) is not None:
            return thing
    return None


def _slot(linked: LinkedClaim) -> tuple[str, ...]:
    claim = linked.claim
    counted = (claim.counted.concept, claim.counted.fate, claim.counted.population)
    return (linked.event.id, claim.attribute, *counted, *sorted(actor.id for actor in linked.targets))


def _values(
    claims: Iterable[LinkedClaim], read: Callable[[LinkedClaim], float | str | None], by: Callable[[LinkedClaim], str]
) -> list[float | str]:
    """What each coder says; the first figure of one that gives several."""
    said: dict[str, float | str] = {}
    for linked in claims:
        value = read(linked)
        if value is not None:
            said.setdefault(by(linked), value)
    return list(said.values())


def _logarithm(linked: LinkedClaim) -> float | None:
    value = linked.claim.value
    if not isinstance(value, Count) or value.qualifier not in _CERTAIN or not value.low:
        return None
    return log10(value.low)


def _day(linked: LinkedClaim) -> float | None:
    date = linked.claim.value
    if not isinstance(date, HistoricalDate) or date.earliest is None or date.earliest != date.latest:
        return None
    return date.earliest.ordinal


def _code(linked: LinkedClaim) -> str | None:
    value = linked.claim.value
    if isinstance(value, Said):
        return linked.claim.attribute
    return "+".join(value.codes) if isinstance(value, Code) else None


THINGS: Mapping[str, tuple[Callable[[LinkedClaim], float | str | None], Metric]] = {
    "losses": (_logarithm, Metric.INTERVAL),
    "strengths": (_logarithm, Metric.INTERVAL),
    "days": (_day, Metric.INTERVAL),
    "outcomes": (_code, Metric.NOMINAL),
}
"""What agreement is measured on, how a claim is read for it, and how far apart two readings are."""
_ATTRIBUTES = {
    "losses": ("loss",),
    "strengths": ("strength",),
    "days": ("start_date", "end_date"),
    "outcomes": ("outcome",),
}
COMPARED = frozenset(attribute for attributes in _ATTRIBUTES.values() for attribute in attributes)
"""The attributes on which agreement is measured."""
