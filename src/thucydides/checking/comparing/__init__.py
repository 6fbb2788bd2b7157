"""How any two claims on one slot stand to each other, each time with a sentence.

Duty: type the relation of pairs; judge nobody right. In: linked claims of one event, lineages. Out: comparisons.

>>> list(comparisons(()))
[]
"""

from thucydides.checking.comparing.comparing import comparisons
from thucydides.checking.comparing.echoes import Echoes

__all__ = ["Echoes", "comparisons"]
