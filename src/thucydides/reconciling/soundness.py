"""Which reports cannot be true as they stand, alone or beside others of the same source?"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thucydides.vocabulary import CATEGORIES, WORDS, Finding, Report, ReportKind, Severity

MOST = 1e9
"""More people than any war has touched; a figure above it is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The reports that can be used, and what was found about any of them."""

    usable: tuple[Report, ...]
    findings: tuple[Finding, ...]


def sift(reports: Iterable[Report]) -> Sifted:
    """Set aside what cannot be used, and name what contradicts itself. Nothing is corrected."""
    held = sorted(reports, key=lambda report: report.id)
    findings = [finding for report in held if (finding := _impossible(report))]
    aside = {name for finding in findings for name in finding.claims}
    usable = tuple(report for report in held if report.id not in aside)
    return Sifted(usable, (*findings, *_remarks(usable), *_contradictions(usable)))


def _impossible(report: Report) -> Finding | None:
    """A figure that no event can have. It is set aside."""
    for figure in report.figures:
        if not math.isfinite(figure) or figure > MOST:
            return _found("absurd-figure", report, f"{report} is more than any war has touched; it is left out")
        if figure < 0:
            return _found("negative-figure", report, f"{report} is less than nobody; it is left out")
    if report.kind is ReportKind.RANGE and (report.lo or 0) > (report.hi or 0):
        return _found("backward-range", report, f"{report} runs backwards; it is left out")
    return None


def _remarks(reports: Iterable[Report]) -> Iterator[Finding]:
    for report in reports:
        if report.kind is ReportKind.WORD and report.word.casefold() not in WORDS:
            yield _found(
                "word-without-number", report, f"{report} carries no number, and moves no estimate", Severity.NOTE
            )
        elif report.kind is ReportKind.EXACT and report.value == 0:
            yield _found("zero-figure", report, f"{report} is read as fewer than one", Severity.NOTE)


def _contradictions(reports: Sequence[Report]) -> Iterator[Finding]:
    """One source, one party: a part that is larger than the whole."""
    accounts: dict[tuple[str, str, str], list[Report]] = defaultdict(list)
    for report in reports:
        accounts[report.event, report.party, report.source].append(report)
    for said in accounts.values():
        for part in said:
            for whole in said:
                if _within(part, whole) and _least(part) > _most(whole):
                    yield Finding(
                        "part-over-whole",
                        Severity.CONTRADICTION,
                        f"{part} is more than {whole}, which counts the same people and others",
                        claims=(part.id, whole.id),
                        event=part.event,
                    )


def _within(part: Report, whole: Report) -> bool:
    inside, all_ = CATEGORIES[part.category], CATEGORIES[whole.category]
    return inside != all_ and all(one <= other for one, other in zip(inside, all_, strict=True))


def _least(report: Report) -> float:
    said = {ReportKind.EXACT: report.value, ReportKind.RANGE: report.lo, ReportKind.LOWER: report.lo}.get(report.kind)
    return -math.inf if said is None else said


def _most(report: Report) -> float:
    said = {ReportKind.EXACT: report.value, ReportKind.RANGE: report.hi, ReportKind.UPPER: report.hi}.get(report.kind)
    return math.inf if said is None else said


def _found(rule: str, report: Report, message: str, severity: Severity = Severity.CONTRADICTION) -> Finding:
    return Finding(
        rule, severity, f"{report.event}, {report.party}: {message}", claims=(report.id,), event=report.event
    )
