"""How does a ledger reach a notebook?

Duty: tables for analysis, with claims and estimates one step from every row. In: a ledger's path. Out: rows, and data
frames of them.

>>> from thucydides.notebook import Notebook
>>> [name for name in ("events", "claims", "rows") if hasattr(Notebook, name)]
['events', 'claims', 'rows']
"""

from thucydides.notebook.notebook import EventRow, Notebook
from thucydides.notebook.tables import Table

__all__ = ["EventRow", "Notebook", "Table"]
