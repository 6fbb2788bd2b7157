"""An event is written as pages like those it was read from: a reference record and an info-box.

Duty: say again what claims say, in words from which the readers hear the same. In: an `Account` of one event. Out:
text, HTML and wikitext.

>>> from thucydides.publishing.writing import Account, infobox_wikitext
>>> infobox_wikitext(Account("Battle of the Fords", ())).splitlines()[0]
'{{Infobox military conflict'
"""

from thucydides.publishing.writing.accounts import Account, Behind, Entry, Told
from thucydides.publishing.writing.boxes import BOX_CARRIES, box_of, told_in_box
from thucydides.publishing.writing.html import claims_html, infobox_html, page_html, record_html
from thucydides.publishing.writing.plain_text import record_text
from thucydides.publishing.writing.records import RECORD_CARRIES, record_of, told_in
from thucydides.publishing.writing.site import EventPage, site_files
from thucydides.publishing.writing.wikitext import infobox_wikitext

__all__ = [
    "BOX_CARRIES",
    "RECORD_CARRIES",
    "Account",
    "Behind",
    "Entry",
    "EventPage",
    "Told",
    "box_of",
    "claims_html",
    "infobox_html",
    "infobox_wikitext",
    "page_html",
    "record_html",
    "record_of",
    "record_text",
    "site_files",
    "told_in",
    "told_in_box",
]
