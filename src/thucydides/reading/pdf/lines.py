"""Which lines are printed on the pages of a PDF, and where?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import Lock

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfTextPage
from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex

from thucydides.vocabulary import CannotRead, Document

PAGE_BREAK = "\f"
MOST_CHARACTERS = 1_000_000
"""Of one page. A few kilobytes can unpack to any number of them."""
_ONE_AT_A_TIME = Lock()  # pdfium may not be asked by two threads at once
DIVIDED = "\ufffe"
"""What pdfium gives for the hyphen of a line that goes on in the next, without a line break."""
_LINE = re.compile(rf"[^\r\n{DIVIDED}]+{DIVIDED}?")
_GAP = re.compile(r"(?<=\S) +(?=\S)")
_SIGNS = "*†‡§"
_SIGN = re.compile(rf"(?<=\S)[\d{_SIGNS}]")
_WIDE = 2.0  # ems of white between two cells of a table
_RAISED = 0.82  # a mark of a note is at most so large, in parts of the letter before it


@dataclass(frozen=True, slots=True)
class Part:
    """Characters of a line that stand together: `start` to `end` of the document's characters. `mark`: of a note."""

    start: int
    end: int
    mark: bool = False


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line. Places in points from the lower left corner of the page; `size`: the height of its letters.

    `parts` are its words; between two of them that are no marks stands the wide white between cells.
    """

    page: int
    words: str
    parts: tuple[Part, ...]
    left: float
    right: float
    bottom: float
    top: float
    size: float

    @property
    def is_row(self) -> bool:
        """Has it cells?"""
        return sum(not part.mark for part in self.parts) > 1 and "\t" in self.words


@dataclass(frozen=True, slots=True)
class Printed:
    """The characters of a document in the order of the file, a form feed between pages, and its lines.

    `heights`: of the pages, in points. `wordless`: pages on which no words are found, and why that may be.
    """

    characters: str
    lines: tuple[PrintedLine, ...]
    heights: tuple[float, ...]
    wordless: Mapping[int, str]


def printed(document: Document) -> Printed:
    """All lines of a document. Raises CannotRead for what is no PDF, is locked, or shows only pictures."""
    with _ONE_AT_A_TIME:
        try:
            pages = pypdfium2.PdfDocument(document.content)
        except PdfiumError as problem:
            raise CannotRead(_sentence(document, str(problem))) from problem
        try:
            found = _of_pages(pages)
        finally:
            pages.close()
    if not found.lines:
        raise CannotRead(
            f"{document.name}: words were expected, but its {len(found.heights)} pages show only pictures; have them "
            "recognised (OCR) and give the text."
        )
    return found


def _sentence(document: Document, problem: str) -> str:
    if "password" in problem.lower():
        return f"{document.name}: the PDF is locked by a password; save it without one."
    return f"{document.name}: a PDF was expected, but it is damaged ({problem}); save it again."


def _of_pages(pages: PdfDocument) -> Printed:
    characters: list[str] = []
    lines: list[PrintedLine] = []
    heights: list[float] = []
    wordless: dict[int, str] = {}
    begin = 0
    for number in range(len(pages)):
        try:
            height, words, found = _page(pages, number, begin)
        except PdfiumError as problem:
            height, words, found = 0.0, "", []
            wordless[number] = f"it cannot be read ({problem})"
        if not found:
            wordless.setdefault(number, "where it is a picture, have it recognised (OCR) and give the text")
        heights.append(height)
        lines += found
        characters.append(words)
        begin += len(words) + len(PAGE_BREAK)
    return Printed(PAGE_BREAK.join(characters), tuple(lines), tuple(heights), wordless)


def _page(pages: PdfDocument, number: int, begin: int) -> tuple[float, str, list[PrintedLine]]:
    page = pages[number]
    text = page.get_textpage()
    if text.count_chars() > MOST_CHARACTERS:
        raise PdfiumError(f"it holds {text.count_chars():,} characters; a page may have {MOST_CHARACTERS:,}")
    words = text.get_text_range()
    sheet = _Sheet(text, words)
    found = [line for hit in _LINE.finditer(words) if (line := _line(sheet, hit, number, begin))]
    height = page.get_height()
    text.close()
    page.close()
    return height, words, found


class _Sheet:
    """A page that can be asked where a character stands and how large it is."""

    def __init__(self, text: PdfTextPage, words: str) -> None:
        self._text = text
        self._words = words
        # Characters beyond the basic plane are two for pdfium; then every place has to be asked for.
        self._plain = len(words) == text.count_chars() and (not words or max(words) <= "\uffff")

    def box(self, place: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the character at a place."""
        left, bottom, right, top = self._text.get_charbox(self._index(place), loose=True)
        return left, bottom, right, top

    def size(self, place: int) -> float:
        """How high the letters at a place may reach, in points; the page's own sizes are before it is scaled."""
        _, bottom, _, top = self.box(place)
        return top - bottom

    def _index(self, place: int) -> int:
        if self._plain:
            return place
        units = len(self._words[:place].encode("utf-16-le", "surrogatepass")) // 2
        return max(0, int(FPDFText_GetCharIndexFromTextIndex(self._text.raw, units)))


def _line(sheet: _Sheet, hit: re.Match[str], page: int, begin: int) -> PrintedLine | None:
    raw = hit.group()
    stripped = raw.strip()
    if not stripped:
        return None
    start = hit.start() + len(raw) - len(raw.lstrip())
    end = start + len(stripped)
    first, last = sheet.box(start), sheet.box(end - 1)
    size = first[3] - first[1]
    parts = tuple(_parts(sheet, stripped, start, size))
    words = "".join(_shown(parts, stripped, start))
    return PrintedLine(
        page, words, tuple(Part(part.start + begin, part.end + begin, part.mark) for part in parts),
        left=first[0], right=last[2], bottom=min(first[1], last[1]), top=max(first[3], last[3]), size=size,
    )  # fmt: skip


def _shown(parts: tuple[Part, ...], words: str, start: int) -> Iterator[str]:
    for place, part in enumerate(parts):
        said = words[part.start - start : part.end - start]
        if place and not part.mark and not parts[place - 1].mark and part.start > parts[place - 1].end:
            yield "\t"
        yield f"[{said}]" if part.mark else said


def _parts(sheet: _Sheet, words: str, start: int, size: float) -> Iterator[Part]:
    """The runs of a line between marks of notes and wide gaps."""
    cuts = sorted((*_marks(sheet, words, start), *_gaps(sheet, words, start, size)), key=lambda cut: cut.start)
    place = start
    for cut in cuts:
        if cut.start < place:
            continue
        if cut.start > place:
            yield Part(place, cut.start)
        if cut.mark:
            yield cut
        place = cut.end
    if place < start + len(words):
        yield Part(place, start + len(words))


def _gaps(sheet: _Sheet, words: str, start: int, size: float) -> Iterator[Part]:
    for hit in _GAP.finditer(words):
        before, after = sheet.box(start + hit.start() - 1), sheet.box(start + hit.end())
        if after[0] - before[2] > _WIDE * size:
            yield Part(start + hit.start(), start + hit.end())


def _marks(sheet: _Sheet, words: str, start: int) -> Iterator[Part]:
    """Small raised figures: without a sign of their own, 1,029 with the note 3 would read 1,0293."""
    place = 0
    for hit in _SIGN.finditer(words):
        if hit.start() < place:
            continue
        least = _RAISED * sheet.size(start + hit.start() - 1)
        end = hit.start()
        while (
            end < len(words) and (words[end].isdecimal() or words[end] in _SIGNS) and sheet.size(start + end) <= least
        ):
            end += 1
        if end > hit.start():
            yield Part(start + hit.start(), start + end, mark=True)
        place = end
