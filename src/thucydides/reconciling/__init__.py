"""From rival figures to an interval, by a stated model.

Duty: estimate losses with their uncertainty. In: reports, lineages. Out: estimates, findings, draws.

>>> from thucydides.reconciling import reconcile
>>> reconcile([], []).estimates
()
"""

from thucydides.reconciling.constants import Constants, constants_from, snapshot
from thucydides.reconciling.drawing import DRAWS
from thucydides.reconciling.fitting import Population
from thucydides.reconciling.holding_out import HoldOut, hold_out
from thucydides.reconciling.reconciling import Reconciliation, reconcile

__all__ = [
    "DRAWS",
    "Constants",
    "HoldOut",
    "Population",
    "Reconciliation",
    "constants_from",
    "hold_out",
    "reconcile",
    "snapshot",
]
