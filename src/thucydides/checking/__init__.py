"""Compares what is stated, within a record and across sources; shows what does not fit and never fixes it.

Duty: draw findings from linked claims. In: linked claims, in any order. Out: findings, always in the same order.

>>> check(())
()
"""

from thucydides.checking.checks import CHECKS, Check, check
from thucydides.checking.comparing import Echoes, comparisons

__all__ = ["CHECKS", "Check", "Echoes", "check", "comparisons"]
