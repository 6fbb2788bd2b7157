"""The append-only store under all that is kept; the only room with SQL.

Duty: keep documents, texts, claims, links, findings and decisions, each document whole or not at all. In: any noun.
Out: the same noun.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "war.db") as ledger:
...     ledger.documents()
()
"""

from thucydides.ledger.documents import KeptDocument
from thucydides.ledger.forgetting import Forgotten
from thucydides.ledger.ledger import Ledger
from thucydides.ledger.log import Log
from thucydides.ledger.merging import Merged
from thucydides.ledger.recipes import Outcome
from thucydides.ledger.schema import SCHEMA_VERSION
from thucydides.ledger.understood import Understood

__all__ = ["SCHEMA_VERSION", "Forgotten", "KeptDocument", "Ledger", "Log", "Merged", "Outcome", "Understood"]
