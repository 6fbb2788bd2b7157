"""What does a table of data claim?"""

from thucydides.extracting.tables.claiming import claims_in, fitting
from thucydides.extracting.tables.layouts import Layout, layout_at, layouts_of, shipped_layouts

__all__ = ["Layout", "claims_in", "fitting", "layout_at", "layouts_of", "shipped_layouts"]
