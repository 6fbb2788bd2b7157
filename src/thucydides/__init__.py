"""What do documents about a war say, who says it, and in which words?

In a notebook: `thucydides.open("war.db").events().to_pandas()`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thucydides.notebook import Notebook

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: "str | Path") -> "Notebook":
    """A ledger for analysis: events, claims and datasets as tables. Raises LedgerProblem where there is none."""
    from thucydides.notebook import Notebook

    return Notebook(path)
