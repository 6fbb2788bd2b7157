"""Which accounts go back to one, so that three pages with one figure count as one witness.

Duty: trace copies among figures, each with its reason. In: statements (of linked claims or reports). Out: lineages.

>>> lineages(())
()
"""

from thucydides.linking.lineages.pages import PageCopy, page_copies
from thucydides.linking.lineages.statements import Statement, statements_of
from thucydides.linking.lineages.tracing import lineages

__all__ = ["PageCopy", "Statement", "lineages", "page_copies", "statements_of"]
