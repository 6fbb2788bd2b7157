"""From rival figures to an interval, by a stated model.

Duty: estimate losses with their uncertainty. In: reports, lineages. Out: estimates, findings, draws.

>>> from thucydides.reconciling import reconcile
>>> reconcile([], []).estimates
()
"""

from thucydides.reconciling.constants import Constants, constants_from, snapshot
from thucydides.reconciling.fitting import Population
from thucydides.reconciling.reconciling import Reconciliation, reconcile

__all__ = ["Constants", "Population", "Reconciliation", "constants_from", "reconcile", "snapshot"]
