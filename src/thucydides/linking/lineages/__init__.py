"""Which accounts go back to one, so that three pages with one figure count as one witness.

Duty: trace copies among figures, each with its reason, and whose word every claim is. In: reports, or statements of
linked claims. Out: lineages, and the witness of each claim.

>>> lineages(())
()
"""

from thucydides.linking.lineages.pages import PageCopy, copies_among, kept_runs, page_copies
from thucydides.linking.lineages.statements import Statement, statement_of, statements_of, unit_of
from thucydides.linking.lineages.tracing import lineages
from thucydides.linking.lineages.witnessing import Dependence

__all__ = [
    "Dependence",
    "PageCopy",
    "Statement",
    "copies_among",
    "kept_runs",
    "lineages",
    "page_copies",
    "statement_of",
    "statements_of",
    "unit_of",
]
