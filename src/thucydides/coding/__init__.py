"""Which events belong into a dataset, and what stands in its rows?

Duty: inclusion rules and units of analysis, both tables that a researcher can read and write. In: dossiers. Out: rows.

>>> from thucydides.coding import rule_set
>>> rule_set("cow").conditions[0].says
'at least 1,000 battle deaths in the whole war'
"""

from thucydides.coding.judging import belonging
from thucydides.coding.rows import rows_of
from thucydides.coding.tables import rule_set, rule_sets, unit_named, units

__all__ = ["belonging", "rows_of", "rule_set", "rule_sets", "unit_named", "units"]
