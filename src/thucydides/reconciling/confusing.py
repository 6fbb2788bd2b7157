"""Does a figure fit another category better than the one it names?"""

from collections.abc import Iterable, Iterator

import numpy as np

from thucydides.reconciling.drawing import CONFUSABLE, Drawn
from thucydides.vocabulary import Finding, Severity

TELLING = 3.0
"""From which Bayes factor on a reader should look."""


def confusions(held: Iterable[Drawn]) -> tuple[Finding, ...]:
    """Findings for the figures that fit another category better, the others of the event being what they are."""
    found = [finding for part in held for finding in _of(part)]
    return tuple(sorted(found, key=lambda finding: (finding.event, finding.claims)))


def _of(part: Drawn) -> Iterator[Finding]:
    for group, factors in zip(part.batch.groups, part.factors, strict=True):
        for said, logs in zip(group.observations, factors, strict=True):
            if said.category not in CONFUSABLE or not np.isfinite(logs[CONFUSABLE.index(said.category)]):
                continue
            better = int(np.argmax(logs))
            odds = float(np.exp(min(logs[better] - logs[CONFUSABLE.index(said.category)], 50.0)))
            if odds >= TELLING and len(group.observations) > 1:
                figure, name = f"{np.exp(said.log):,.0f}", CONFUSABLE[better].replace("_", " ")
                yield Finding(
                    "fits-another-category",
                    Severity.DOUBT,
                    f"{group.event}, {said.party}: {said.source}'s {figure} fits {name} {odds:,.0f} to 1 "
                    f"better than {said.category.replace('_', ' ')}",
                    claims=said.reports,
                    suggestions=(f"{figure} counts {name}",),
                    event=group.event,
                )
