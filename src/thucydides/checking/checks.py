"""Which comparisons are made, and in which order do their findings stand?"""

from collections.abc import Callable, Iterable, Iterator

from thucydides.checking.belligerents import belligerents_against_belligerents
from thucydides.checking.ceasefires import end_against_ceasefire
from thucydides.checking.durations import duration_against_dates
from thucydides.checking.extents import child_outside_parent, date_order, dates_across_documents
from thucydides.checking.footnotes import footnote_against_value
from thucydides.checking.magnitudes import magnitude_against_deaths
from thucydides.checking.outcomes import outcome_against_outcome, winner_against_winner
from thucydides.checking.rivals import own_against_enemy
from thucydides.checking.strengths import losses_above_strength
from thucydides.checking.testimony import Testimony
from thucydides.checking.totals import concepts_against_total, parts_against_total
from thucydides.checking.transpositions import figure_on_both_sides
from thucydides.vocabulary import Finding, LinkedClaim

Check = Callable[[Testimony], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    date_order,
    duration_against_dates,
    end_against_ceasefire,
    child_outside_parent,
    dates_across_documents,
    parts_against_total,
    concepts_against_total,
    magnitude_against_deaths,
    footnote_against_value,
    losses_above_strength,
    own_against_enemy,
    figure_on_both_sides,
    outcome_against_outcome,
    winner_against_winner,
    belligerents_against_belligerents,
)


def check(linked: Iterable[LinkedClaim]) -> tuple[Finding, ...]:
    """Every finding of every check; the order of the claims does not matter."""
    testimony = Testimony.of(linked)
    found = {finding.id: finding for compare in CHECKS for finding in compare(testimony)}
    return tuple(sorted(found.values(), key=_order))


def _order(finding: Finding) -> tuple[str, str, tuple[str, ...], str]:
    return finding.event, finding.rule, finding.claims, finding.message
