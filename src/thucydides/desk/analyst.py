"""What do researchers compute from all claims and estimates of a ledger?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from thucydides.analysing import Measure
from thucydides.desk.analyses import COMPARED, AgreementOn, SeverityOf, agreements, severity_of, severity_of_estimates
from thucydides.desk.comparing_releases import Disputed, ThresholdStudy, rules_compared, threshold_study
from thucydides.desk.estimating import Estimates
from thucydides.desk.exchanging import ExchangeIn, exchange_in
from thucydides.desk.looking_up import event_meant
from thucydides.desk.saving import written_whole
from thucydides.desk.tracing import traced_together
from thucydides.ledger import Ledger
from thucydides.publishing import interval_chart, tail_chart


@dataclass(frozen=True, slots=True)
class Analyst:
    """The analyses of one ledger, understood as it stands. `estimates`: as the desk has them."""

    ledger: Ledger
    estimates: Callable[[], Estimates]

    def severity(self, kind: str, *, measure: str = "continuous", replicates: int = 1_000) -> SeverityOf:
        """How the wars of an imported data set are distributed by their dead. Raises ThucydidesError."""
        return severity_of(kind, self.ledger, measure=Measure(measure), replicates=replicates)

    def estimated_severity(self, concept: str, *, measure: str = "continuous", replicates: int = 1_000) -> SeverityOf:
        """How events are distributed by what is estimated of their losses. Raises ThucydidesError."""
        return severity_of_estimates(
            self.estimates(), self.ledger, concept=concept, measure=Measure(measure), replicates=replicates
        )

    def draw_severity(self, found: SeverityOf, path: Path) -> None:
        """Draw the sizes and their tail into an SVG file. Raises ThucydidesError where it cannot be written."""
        tail = found.severity.tail
        above = tail.n_tail / found.severity.events
        drawn = tail_chart(
            found.severity.sizes,
            lambda size: above * float(tail.beyond(size)),
            xmin=tail.xmin,
            title=f"{found.of}: alpha {tail.alpha:.2f} from {tail.xmin:,.0f} on",
            across="dead",
        )
        written_whole(path, drawn.encode())

    def exchange(self, reference: str) -> ExchangeIn:
        """Who lost more in an event, and how large was it? Raises ThucydidesError."""
        known = self.estimates()
        event = event_meant(reference, self.ledger)
        return exchange_in(event, tuple(self.ledger.linked.claims(event=event.id)), known)

    def agreements(self) -> tuple[AgreementOn, ...]:
        """How far accounts agree on losses, strengths, days and outcomes."""
        claims = tuple(linked for linked in self.ledger.linked.claims() if linked.claim.attribute in COMPARED)
        return tuple(agreements(claims, traced_together(self.ledger).dependence.witnesses(claims)))

    def rules_compared(self, one: str, other: str) -> tuple[Disputed, ...]:
        """The events that belong more surely by one rule set than by the other. Raises ThucydidesError."""
        return tuple(rules_compared(one, other, self.ledger, self.estimates()))

    def threshold_study(self, rules: str, thresholds: Sequence[float], *, category: str = "killed") -> ThresholdStudy:
        """How many events reach each threshold of deaths, with intervals. Raises ThucydidesError."""
        return threshold_study(rules, thresholds, self.ledger, self.estimates(), category=category)

    def draw_thresholds(self, study: ThresholdStudy, path: Path) -> None:
        """Draw a threshold study into an SVG file. Raises ThucydidesError where it cannot be written."""
        intervals = [(r.threshold, (r.expected, r.low, r.high, r.lowest, r.highest)) for r in study.reaching]
        drawn = interval_chart(intervals, title=study.rules.label, across="deaths at least", up="expected number")
        written_whole(path, drawn.encode())
