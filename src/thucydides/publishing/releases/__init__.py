"""In which files is a dataset published?

Each format is a member of the family; together they make one package that can be rebuilt byte for byte.
"""

from thucydides.publishing.releases.comparing import Change, Published, changes, published
from thucydides.publishing.releases.formats import FORMATS, NeedsMore, ReleaseFormat
from thucydides.publishing.releases.packing import package, zipped

__all__ = [
    "FORMATS",
    "Change",
    "NeedsMore",
    "Published",
    "ReleaseFormat",
    "changes",
    "package",
    "published",
    "zipped",
]
