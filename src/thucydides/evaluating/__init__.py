"""How much of what a careful person found was found?

Duty: hold a claims table against a gold table by the matching rule. In: rows of both. Out: an Evaluation.

>>> from thucydides.evaluating import token_f1
>>> round(token_f1("Clodfelter, 668-9", "Clodfelter"), 2)
0.5
"""

from thucydides.evaluating.agreement import agrees, forbidden, token_f1
from thucydides.evaluating.gold import Gold, read_gold
from thucydides.evaluating.scores import Evaluation, LevelScore, evaluate

__all__ = ["Evaluation", "Gold", "LevelScore", "agrees", "evaluate", "forbidden", "read_gold", "token_f1"]
