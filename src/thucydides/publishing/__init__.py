"""Claims leave the ledger in the field's formats.

Duty: write what is kept, losing nothing. In: linked claims. Out: rows and files (`claims-csv`, `jsonl`).

>>> from thucydides.publishing import COLUMNS
>>> COLUMNS[:3]
('claim_id', 'document', 'document_id')
"""

from thucydides.publishing.charts import interval_chart, tail_chart
from thucydides.publishing.claims_table import COLUMNS, claim_object, claim_row
from thucydides.publishing.confidence import confidence
from thucydides.publishing.exporters import EXPORTERS, Exporter, exporter_named
from thucydides.publishing.passing_on import PassingOn, Withheld, reason_against
from thucydides.publishing.releases import (
    FORMATS,
    Change,
    NeedsMore,
    Published,
    ReleaseFormat,
    changes,
    package,
    published,
    zipped,
)
from thucydides.publishing.writing import (
    BOX_CARRIES,
    RECORD_CARRIES,
    Account,
    Behind,
    Entry,
    EventPage,
    Told,
    claims_html,
    infobox_html,
    infobox_wikitext,
    page_html,
    record_html,
    record_text,
    site_files,
    told_in,
    told_in_box,
)

__all__ = [
    "BOX_CARRIES",
    "COLUMNS",
    "EXPORTERS",
    "FORMATS",
    "RECORD_CARRIES",
    "Account",
    "Behind",
    "Change",
    "Entry",
    "EventPage",
    "Exporter",
    "NeedsMore",
    "PassingOn",
    "Published",
    "ReleaseFormat",
    "Told",
    "Withheld",
    "changes",
    "claim_object",
    "claim_row",
    "claims_html",
    "confidence",
    "exporter_named",
    "infobox_html",
    "infobox_wikitext",
    "interval_chart",
    "package",
    "page_html",
    "published",
    "reason_against",
    "record_html",
    "record_text",
    "site_files",
    "tail_chart",
    "told_in",
    "told_in_box",
    "zipped",
]
