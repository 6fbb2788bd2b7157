"""Reading: one format a reader, from bytes to plain text with passages and a map back.

Duty: say which words a document has and what each passage is on its page. In: Document. Out: Text, or CannotRead.

>>> from thucydides.reading import read
>>> from thucydides.vocabulary import Document
>>> read(Document("note.txt", b"The garrison of the fort surrendered on May 3.\\r\\n")).content
'The garrison of the fort surrendered on May 3.\\n'
"""

from thucydides.reading.readers import READERS, Reader, read
from thucydides.reading.tables import read_table
from thucydides.reading.wikitext import glance

__all__ = ["READERS", "Reader", "glance", "read", "read_table"]
