"""Which words were transcribed?

The document is a form: `Source:` and `Page:` lines, an empty line, the words. The text is the words alone.
"""

from thucydides.reading.decoding import decoded
from thucydides.reading.plain_text import plain
from thucydides.vocabulary import CannotRead, Document, Text


class Transcription:
    """Reads a transcription back from its form."""

    name = "transcription/1"

    def reads(self, document: Document) -> bool:
        """By the media type that the archive gives to its form."""
        return document.media_type == "text/x-transcription"

    def read(self, document: Document) -> Text:
        """The words below the empty line. Raises CannotRead where there are none."""
        found = decoded(document)
        heading, empty_line, words = found.partition("\n\n")
        if not words.strip():
            raise CannotRead(f"{document.name}: words were expected below the source, but there are none; add them.")
        return plain(found, document=document.id, reader=self.name, skip=len(heading) + len(empty_line))
