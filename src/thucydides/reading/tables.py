"""Which words and rows does a table of data have?

The text is the decoded file: its byte-order mark dropped, CR LF and bare CR turned to LF, and nothing else. Each row is
a passage; its cells are offsets that the grammar of delimited text finds again.
"""

import re
from collections.abc import Iterator

from thucydides.reading.decoding import decoded
from thucydides.vocabulary import (
    CannotRead,
    Document,
    Passage,
    PassageKind,
    Segment,
    Text,
    Unread,
    delimiter_of,
    rows_of,
)

READER = "table/1"
LONGEST_CELL = 100_000
"""A cell of more characters than this is more likely a quotation mark that was never closed."""

_CR_LF = re.compile("\r\n")


def read_table(document: Document) -> Text:
    """The rows of a table of data. Raises CannotRead for what is empty, binary, a page, or not decodable."""
    if not document.media_type.startswith("text/") or document.media_type == "text/html":
        raise CannotRead(
            f"{document.name}: a table of data as delimited text (.csv, .tsv, .txt) was expected, but this is "
            f"{document.media_type}; save the table as CSV."
        )
    found = decoded(document).removeprefix("\ufeff")
    content = found.replace("\r\n", "\n").replace("\r", "\n")
    rows = tuple(rows_of(content, delimiter_of(content)))
    return Text(
        document=document.id,
        content=content,
        passages=tuple(Passage(PassageKind.ROW, row.start, row.end, row=place) for place, row in enumerate(rows)),
        segments=tuple(_segments(found)) if len(content) < len(found) else (),
        reader=READER,
        unread=tuple(
            Unread(start, end, f"a cell of {end - start:,} characters; a quotation mark may be missing at its end")
            for row in rows
            for start, end in row.places
            if end - start > LONGEST_CELL
        ),
    )


def _segments(found: str) -> Iterator[Segment]:
    """The runs between the carriage returns that were taken out."""
    raw, start = 0, 0
    for cut in _CR_LF.finditer(found):
        if cut.start() > raw:
            yield Segment(start, raw, cut.start() - raw)
        start, raw = start + cut.start() - raw, cut.start() + 1
    if raw < len(found):
        yield Segment(start, raw, len(found) - raw)
