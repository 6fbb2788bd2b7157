"""Which event, actor and source is meant, and why.

Duty: make links beside the claims, never edit one. In: claims, a registry of actors. Out: events, links, sources.

>>> from thucydides import authorities, linking
>>> linking.link([], document_names={}, registry=authorities.load()).events
()
"""

from thucydides.linking.features import FEATURES
from thucydides.linking.joining import joined
from thucydides.linking.lineages import (
    Dependence,
    PageCopy,
    Statement,
    copies_among,
    kept_runs,
    lineages,
    page_copies,
    statements_of,
)
from thucydides.linking.linking import Linking, link

__all__ = [
    "FEATURES",
    "Dependence",
    "Linking",
    "PageCopy",
    "Statement",
    "copies_among",
    "joined",
    "kept_runs",
    "lineages",
    "link",
    "page_copies",
    "statements_of",
]
