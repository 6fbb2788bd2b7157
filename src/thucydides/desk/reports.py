"""Which claims of a ledger can be estimated from, and as what does each count?

Scope is guarded: a figure that covers another time than its event's, or one phase of it, moves no estimate of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thucydides.vocabulary import (
    CATEGORIES,
    CONCEPTS,
    Answer,
    Basis,
    Count,
    Decision,
    HistoricalDate,
    LinkedClaim,
    Qualifier,
    Report,
    ReportKind,
    Stance,
    Standpoint,
    standing,
)

STANDPOINT = "standpoint:"
"""A correction that begins so says from where a claim is to be taken to speak: `standpoint:roll`."""
_OWN = {Basis.ARCHIVAL: Standpoint.ARCHIVAL, Basis.ROLL: Standpoint.ROLL}
_OTHERS = {Stance.ENEMY: Standpoint.ADVERSARY, Stance.ALLY: Standpoint.ALLY, Stance.THIRD: Standpoint.NEUTRAL}
_KINDS = {
    Qualifier.EXACT: ReportKind.EXACT,
    Qualifier.ABOUT: ReportKind.EXACT,
    Qualifier.NONE: ReportKind.EXACT,
    Qualifier.RANGE: ReportKind.RANGE,
    Qualifier.AT_LEAST: ReportKind.LOWER,
    Qualifier.OVER: ReportKind.LOWER,
    Qualifier.AT_MOST: ReportKind.UPPER,
    Qualifier.UNDER: ReportKind.UPPER,
    Qualifier.VAGUE: ReportKind.WORD,
}
_BY_PARTS = {parts: name for name, parts in CATEGORIES.items()}
_DATES = ("start_date", "date", "end_date")
CONCEPT_OF: Mapping[str, str] = {
    "dead_or_missing": "dead+missing",
    "killed_wounded": "killed+wounded",
    "killed_missing_captured": "killed+missing+captured",
    "killed_wounded_missing": "killed+wounded+missing",
    "missing_captured": "missing+captured",
    "total": "casualties",
}
"""The concept's code in the claims table, where it is not the category's own name."""


@dataclass(frozen=True, slots=True)
class Told:
    """The reports of a ledger, the claims they come from, and why the other figures of losses are none.

    `accounts`: under which name the lineages know who says each report.
    """

    reports: tuple[Report, ...]
    claims: Mapping[str, LinkedClaim]
    left_out: Mapping[str, str]


def reports_of(claims: Iterable[LinkedClaim], dated: Iterable[LinkedClaim], decisions: Iterable[Decision]) -> Told:
    """Every claim on losses of people as a report, or the reason why not. `dated`: the claims on dates."""
    held = {linked.claim.id: linked for linked in claims}
    decided = standing(decisions)
    years = _years(dated)
    parents = {linked.event.id: linked.event.part_of for linked in held.values()}
    reports, left_out = [], {}
    for identity in sorted(held):
        linked = held[identity]
        reason = _refused(linked, decided.get(identity))
        if reason:
            left_out[identity] = reason
        else:
            reports.append(_report(linked, years, parents, _corrected(decided.get(identity)), held))
    return Told(tuple(reports), held, left_out)


def account_of(linked: LinkedClaim) -> str:
    """Who says it: the claimant where the document quotes one, else the work behind it."""
    return linked.claimant or linked.source.id


def standpoint_of(linked: LinkedClaim, known: Mapping[str, LinkedClaim]) -> Standpoint:
    """From where a claim speaks about its target. What repeats another claim speaks from where that one does."""
    seen = {linked.claim.id}
    while linked.claim.relation == "repeats" and linked.claim.relates_to in known:
        if linked.claim.relates_to in seen:
            break
        seen.add(linked.claim.relates_to)
        linked = known[linked.claim.relates_to]
    if linked.stance is Stance.OWN:
        return _OWN.get(linked.claim.attribution.basis, Standpoint.SELF)
    return _OTHERS[linked.stance]


def _refused(linked: LinkedClaim, decision: Decision | None) -> str:
    """Why a claim on losses cannot be estimated from; empty if it can."""
    claim, count = linked.claim, linked.claim.value
    reasons = {
        "a reviewer rejected it": decision is not None and decision.answer is Answer.REJECT,
        "a reviewer put another in its place": _replaced(decision, claim.id),
        "it gives no number of people": not isinstance(count, Count) or count.qualifier is Qualifier.UNKNOWN,
        "it does not say whose losses": not linked.targets or claim.target.everyone,
        "it counts civilians": claim.counted.population == "civilian",
        "it covers another time than the event": claim.period is not None,
        "it covers one phase of the event": bool(claim.phase),
        "it is a part of another figure": claim.relation == "part_of_total",
        f"nothing in the model counts {claim.counted.concept or 'this'}": _category(linked) is None,
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _replaced(decision: Decision | None, claim: str) -> bool:
    """Does another claim stand in its place, by a person's word?"""
    if decision is None or decision.answer is not Answer.CORRECT:
        return False
    stands, _, other = decision.correction.partition(":")
    return stands == "claim" and other.partition(" ")[0] != claim


def _category(linked: LinkedClaim) -> str | None:
    """The category with the same parts as the concept; None where there is none."""
    counted = linked.claim.counted
    if counted.fate or counted.measure not in ("", "person"):
        return None
    if counted.concept == "sick":
        return "sick"
    vectors = [CONCEPTS[code].parts for code in counted.concept.split("+") if code in CONCEPTS]
    if not vectors or not all(vectors):
        return None
    return _BY_PARTS.get((*(min(1, sum(parts)) for parts in zip(*vectors, strict=True)), 0))


def _report(
    linked: LinkedClaim, years: Mapping[str, int], parents: Mapping[str, str], corrected: Standpoint | None,
    known: Mapping[str, LinkedClaim],
) -> Report:  # fmt: skip
    claim, count = linked.claim, linked.claim.value
    assert isinstance(count, Count)
    kind = _KINDS[count.qualifier]
    return Report(
        id=claim.id,
        event=linked.event.id,
        party=" + ".join(sorted({actor.id for actor in linked.targets})),
        category=_category(linked) or "",
        kind=kind,
        relation=corrected or standpoint_of(linked, known),
        source=account_of(linked),
        value=count.low if kind is ReportKind.EXACT else None,
        lo=count.low if kind in (ReportKind.RANGE, ReportKind.LOWER) else None,
        hi=count.high if kind in (ReportKind.RANGE, ReportKind.UPPER) else None,
        word=" ".join(count.as_written.split()) if kind is ReportKind.WORD else "",
        cites=claim.relates_to if claim.relation == "repeats" else "",
        year=years.get(linked.event.id),
        part_of=parents[linked.event.id],
    )


def _corrected(decision: Decision | None) -> Standpoint | None:
    """The standpoint that a reviewer gave; None if none did."""
    if decision is None or decision.answer is not Answer.CORRECT or not decision.correction.startswith(STANDPOINT):
        return None
    name = decision.correction.removeprefix(STANDPOINT).strip()
    return Standpoint(name) if name in tuple(Standpoint) else None


def _years(dated: Iterable[LinkedClaim]) -> dict[str, int]:
    """The year of each event: the earliest that most claims on its dates allow."""
    found: dict[str, list[int]] = defaultdict(list)
    for linked in dated:
        value = linked.claim.value
        if linked.claim.attribute in _DATES and isinstance(value, HistoricalDate) and value.earliest:
            found[linked.event.id].append(value.earliest.year)
    return {event: sorted(years)[len(years) // 2] for event, years in found.items()}
