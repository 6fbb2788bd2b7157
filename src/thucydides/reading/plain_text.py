"""What does a plain text say, and what is each line of it?

The text is the decoded document, its byte-order mark dropped and CR LF turned to LF; nothing else is changed.
"""

from collections.abc import Iterator

from thucydides.reading.decoding import decoded
from thucydides.reading.layouts import PLAIN, passages
from thucydides.vocabulary import Document, Segment, Text

# Formats of data that are text on disk; their words stand in columns and are imported, not read.
TABLES = frozenset({"text/csv", "text/tab-separated-values"})
ELSEWHERE = frozenset({"text/html", "text/x-transcription"})


class PlainText:
    """Reads plain text, first of all flattened copies of pages."""

    name = "text/1"

    def reads(self, document: Document) -> bool:
        """Every kind of text that is neither a table of data nor another reader's."""
        return document.media_type.startswith("text/") and document.media_type not in TABLES | ELSEWHERE

    def read(self, document: Document) -> Text:
        """The text as it stands. Raises CannotRead for what is empty, binary or not decodable."""
        return plain(decoded(document), document=document.id, reader=self.name)


def plain(found: str, *, document: str, reader: str, skip: int = 0) -> Text:
    """The text of decoded characters from `skip` on, with its passages."""
    content = found[skip:].replace("\r\n", "\n")
    segments = tuple(_segments(found, skip)) if skip or len(content) < len(found) else ()
    return Text(document, content, passages(content, PLAIN), segments=segments, reader=reader)


def _segments(found: str, skip: int) -> Iterator[Segment]:
    """The runs between the carriage returns that were taken out."""
    raw, start = skip, 0
    while raw < len(found):
        cut = found.find("\r\n", raw)
        length = (len(found) if cut < 0 else cut) - raw
        if length:
            yield Segment(start, raw, length)
        if cut < 0:
            return
        start, raw = start + length, cut + 1
