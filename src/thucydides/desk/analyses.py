"""What do researchers compute from a whole ledger: how severe are its wars, and how far do its accounts agree?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log10

import numpy as np

from thucydides.analysing import Agreement, Measure, Metric, Onsets, Severity, agreement, onsets, severity
from thucydides.ledger import Ledger
from thucydides.vocabulary import (
    Code,
    Count,
    HistoricalDate,
    LinkedClaim,
    Qualifier,
    Said,
    ThucydidesError,
)

DEATHS = ("battle_deaths", "killed", "dead")
"""Concepts whose figures are added up to the size of a war; of each account the first that it gives."""
_CERTAIN = (Qualifier.EXACT, Qualifier.ABOUT)


class NothingToAnalyse(ThucydidesError):
    """The ledger holds nothing of what was asked for."""


@dataclass(frozen=True, slots=True)
class SeverityOf:
    """The severity of the wars of one data set, with the wars behind it and when they began."""

    of: str
    severity: Severity
    sizes: Mapping[str, float]
    unknown: int
    onsets: Onsets | None


@dataclass(frozen=True, slots=True)
class AgreementOn:
    """How far accounts agree on one kind of thing: each lineage once, and every source as if it stood alone."""

    of: str
    lineages: Agreement | None
    sources: Agreement


def severity_of(kind: str, ledger: Ledger, *, measure: Measure, replicates: int) -> SeverityOf:
    """The distribution of the dead of a data set's wars, each the sum of its parties. Raises NothingToAnalyse."""
    claims = [linked for linked in ledger.linked_claims(attribute="loss") if _is_of(linked, kind)]
    sizes, unknown = _sizes(claims)
    if not sizes:
        raise NothingToAnalyse(
            f"the ledger holds no figures of the kind {kind!r}; `thucydides import {kind} FILE` brings them in"
        )
    began = [linked for linked in ledger.linked_claims(attribute="start_date") if _is_of(linked, kind)]
    years = _first_years(began)
    return SeverityOf(
        of=kind,
        severity=severity(np.array(list(sizes.values())), measure=measure, replicates=replicates),
        sizes=sizes,
        unknown=unknown,
        onsets=onsets(years) if years else None,
    )


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


def agreements(claims: Iterable[LinkedClaim], lineage_of: Mapping[str, str]) -> Iterator[AgreementOn]:
    """Agreement on losses, strengths, days and outcomes. `lineage_of`: of each claim the lineage it belongs to."""
    slots: dict[str, dict[tuple[str, ...], list[LinkedClaim]]] = defaultdict(lambda: defaultdict(list))
    for linked in claims:
        if (thing := _thing(linked)) is not None:
            slots[thing][_slot(linked)].append(linked)
    for thing in sorted(slots):
        read, metric = THINGS[thing]
        each = [_values(group, read, lambda linked: linked.source.id) for group in slots[thing].values()]
        once = [
            _values(group, read, lambda linked: lineage_of.get(linked.claim.id, linked.source.id))
            for group in slots[thing].values()
        ]
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
