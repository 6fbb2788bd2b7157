"""What does a page in wikitext say, and what is each line of it?

No template is fetched: those of the table are read as the page shows them, any other is shown by its name and reported.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from thucydides.reading.decoding import decoded
from thucydides.reading.pages.writing import Block, Place, written
from thucydides.reading.wikitext.blocks import Page, page_of
from thucydides.reading.wikitext.parts import Region
from thucydides.reading.wikitext.scanner import scanned
from thucydides.vocabulary import CannotRead, Document, Passage, Segment, Text, Unread, page_title

MEDIA_TYPE = "text/x-wiki"


class Wikitext:
    """Reads the source of an encyclopedia page."""

    name = "wikitext/1"

    def reads(self, document: Document) -> bool:
        """By the media type."""
        return document.media_type == MEDIA_TYPE

    def read(self, document: Document) -> Text:
        """The words of the page as they read. Raises CannotRead for a page that cannot be decoded or has no words."""
        source = replace(scanned(decoded(document)), title=_title(document.name))
        page = page_of(source, [Region(0, len(source.words))])
        if not page.blocks:
            raise CannotRead(f"{document.name}: words were expected, but its mark-up shows none; save the whole page.")
        content, segments, places = written(page.blocks)
        found = tuple(_passages(content, page.blocks, places))
        return Text(
            document.id, content, found, segments=segments, reader=self.name, unread=_unread(page, segments, content)
        )


def _title(name: str) -> str:
    """What a page is called, by the name of its revision, of its file or its address."""
    return page_title(name) or PurePosixPath(name.partition("?")[0]).stem.rpartition(":")[2].replace("_", " ")


def _passages(content: str, blocks: Sequence[Block], places: Sequence[Place]) -> Iterator[Passage]:
    for block, place in zip(blocks, places, strict=True):
        words = content[place.start : place.end]
        start = place.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if block.kind is not None and start < end:
            yield Passage(
                block.kind, start, end, level=block.level, label=block.label, side=block.side, mark=block.mark,
                row=block.row, flag=block.flag,
            )  # fmt: skip


def _unread(page: Page, segments: Sequence[Segment], content: str) -> tuple[Unread, ...]:
    """What was not read, at the words that stand for it, else at those that follow it in the source."""
    by_raw = sorted(segments, key=lambda segment: segment.raw)
    raws = [segment.raw for segment in by_raw]
    found: list[Unread] = []
    for part, raw in page.unread:
        place = min(bisect_left(raws, raw), len(raws) - 1)
        start = by_raw[place].start if raws else 0
        end = start + (by_raw[place].length if part.shown else 1) if raws else min(1, len(content))
        found.append(Unread(start, end, part.why))
    return tuple(found)
