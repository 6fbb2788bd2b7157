"""Which reader takes a document?"""

from typing import Protocol

from thucydides.reading.html_pages import Html
from thucydides.reading.pdf import Pdf
from thucydides.reading.plain_text import PlainText
from thucydides.reading.transcriptions import Transcription
from thucydides.reading.wikitext import Wikitext
from thucydides.vocabulary import CannotRead, Document, Text


class Reader(Protocol):
    """One format. A reader never guesses: what it cannot read, it refuses with a sentence."""

    def reads(self, document: Document) -> bool:
        """Is the document of this reader's format?"""
        ...

    def read(self, document: Document) -> Text:
        """The words of the document. Raises CannotRead."""
        ...


READERS: tuple[Reader, ...] = (Html(), Wikitext(), Transcription(), Pdf(), PlainText())

WHAT_TO_DO = {
    "application/zip": "unpack it, or save the words as plain text or HTML",
    "application/gzip": "unpack it",
    "application/x-bzip2": "unpack it",
    "application/x-xz": "unpack it",
    "application/x-7z-compressed": "unpack it; of a dump: 7z x -so DUMP.7z | thucydides read -",
    "application/msword": "save it as plain text or HTML",
    "application/rtf": "save it as plain text or HTML",
    "application/json": "a file of data is imported, not read",
    "text/csv": "a table of data is imported, not read",
    "text/tab-separated-values": "a table of data is imported, not read",
}


def read(document: Document) -> Text:
    """The document's words with their passages. Raises CannotRead: where, what was expected and seen, what to do."""
    for reader in READERS:
        if reader.reads(document):
            return reader.read(document)
    advice = WHAT_TO_DO.get(document.media_type, "give its words as plain text, HTML or PDF")
    raise CannotRead(
        f"{document.name}: plain text, HTML or PDF was expected, but this is {document.media_type}; {advice}."
    )
