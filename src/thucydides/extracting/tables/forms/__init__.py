"""How does a cell, or do several, give the value of a claim?

One function a form, in `READERS`. Each yields what the cells say: the value, the words that are its quote, the cells
that prove it, and the rule for whatever no cell says by itself. A cell that should hold a value and cannot be read is
a `Puzzle`.
"""

from collections.abc import Mapping

from thucydides.extracting.tables.forms.answers import Answer, FormReader, Puzzle, Reading
from thucydides.extracting.tables.forms.contract import in_contract
from thucydides.extracting.tables.forms.dates import dated, within
from thucydides.extracting.tables.forms.figures import bounded, counted, lasting, located, ranged
from thucydides.extracting.tables.forms.words import coded, numbered, said, worded
from thucydides.vocabulary import Name, Party, Qualifier, Wording

__all__ = ["READERS", "Answer", "FormReader", "Puzzle", "Reading"]

READERS: Mapping[str, FormReader] = {
    "said": said,
    "count": counted,
    "at_least": bounded(Qualifier.AT_LEAST),
    "at_most": bounded(Qualifier.AT_MOST),
    "about": bounded(Qualifier.ABOUT),
    "range": ranged,
    "date": dated,
    "within": within,
    "name": worded(Name),
    "words": worded(Wording),
    "party": worded(Party),
    "code": coded,
    "number": numbered,
    "coordinates": located,
    "days": lasting,
    "contract": in_contract,
}
