"""Which characters are these bytes?

A byte-order mark decides; then UTF-8, in which other writing hardly ever passes; then what a page declares; then the
Western code pages of Windows, the old Macintosh and DOS, whichever leaves fewer capitals and signs in the middle of
words, or the one Cyrillic or East Asian code page that gives plausible words. Nothing is replaced: a document that no
reading makes plausible is refused. Of a file that was cut off in the
middle of a character, only that character is lost.
"""

import re
import unicodedata
from collections.abc import Mapping

from thucydides.reading.code_pages import WIDER, undeclared
from thucydides.vocabulary import CannotRead, Document

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
WIDTH = {"utf-32-le": 4, "utf-32-be": 4, "utf-16-le": 2, "utf-16-be": 2}
CODE_PAGES = ("cp1252", "mac_roman", "cp437")
# What pages call themselves without meaning it: servers of their time put these on everything.
EMPTY_DECLARATIONS = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "utf-8", "utf8"})
DECLARABLE = re.compile(
    r"(?:iso-?(?:8859|2022)|windows-|cp\d|koi8|shift_?jis|sjis|euc-|gb|big5|mac)[\w-]{0,20}\Z", re.I
)
MOST_CONTROLS = 0.01
MOST_FOREIGN = 0.3
MOST_ZEROS = 0.05
STRAY = 0.01
SAMPLE = 200_000

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CUT = re.compile(rb"[\xc2-\xdf]\Z|[\xe0-\xef][\x80-\xbf]?\Z|[\xf0-\xf4][\x80-\xbf]{0,2}\Z")
_UNDECODED = re.compile(r"[\udc80-\udcff]")


def decoded(document: Document, declared: str = "") -> str:
    """The characters of a document. Raises CannotRead for one that is empty, binary or in an unknown encoding."""
    if not document.content:
        raise CannotRead(
            f"{document.name}: words were expected, but the file is empty (0 bytes); look for a whole copy."
        )
    found = _marked(document) or _unmarked(document, declared)
    if not found.strip("\ufeff \t\r\n\f\v\0"):
        raise CannotRead(f"{document.name}: words were expected, but there are only blanks; find a whole copy.")
    controls = len(_CONTROLS.findall(found))
    if "\0" in found or controls > MOST_CONTROLS * len(found):
        raise _binary(document)
    return found


def _binary(document: Document) -> CannotRead:
    return CannotRead(
        f"{document.name}: text was expected, but the bytes are binary ({document.content.count(0):,} zero bytes of "
        f"{len(document.content):,}); save its words as plain text or HTML."
    )


def _marked(document: Document) -> str:
    for mark, encoding in MARKS:
        if document.content.startswith(mark):
            return _strictly(document, document.content.removeprefix(mark), encoding)
    return ""


def _strictly(document: Document, content: bytes, encoding: str) -> str:
    """The characters in the encoding that the byte-order mark names, less a broken one at the end."""
    try:
        return _uncut(content, encoding).decode(encoding)
    except UnicodeDecodeError as problem:
        if encoding == "utf-8":
            return _western(document, content)
        raise CannotRead(
            f"{document.name}: its byte-order mark says {encoding.upper()}, but byte {problem.start:,} does not fit; "
            "save it anew as UTF-8."
        ) from None


def _uncut(content: bytes, encoding: str) -> bytes:
    """The content without the character that was cut off at its end."""
    width = WIDTH.get(encoding, 0)
    if width:
        whole = content[: len(content) - len(content) % width]
        lead = whole[-1:] if encoding == "utf-16-le" else whole[-2:-1]
        return whole[:-2] if width == 2 and lead and 0xD8 <= lead[0] <= 0xDB else whole
    cut = _CUT.search(content[-4:])
    return content[: len(content) - len(cut[0])] if cut else content


def _unmarked(document: Document, declared: str) -> str:
    content = document.content
    if b"\0" in content:
        return ("" if _is_stained(content) else _wide(content)) or _refuse(document)
    foreign = _declared(content, declared)
    if foreign and b"\x1b" in content:
        return foreign
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _cut_utf8(content) or foreign or _western(document, content)


def _is_stained(content: bytes) -> bool:
    """Is it UTF-8 with a few zero bytes? In wide characters they are many, and other bytes fit no UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return content.count(0) < MOST_ZEROS * len(content)


def _refuse(document: Document) -> str:
    raise _binary(document)


def _cut_utf8(content: bytes) -> str:
    """UTF-8 that was cut off: it has other whole characters, or more than one byte of the last."""
    whole = _uncut(content, "utf-8")
    lost = len(content) - len(whole)
    if not lost or (lost == 1 and whole.isascii()):
        return ""
    try:
        return whole.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _declared(content: bytes, declared: str) -> str:
    if declared.lower() in EMPTY_DECLARATIONS or not DECLARABLE.match(declared):
        return ""
    try:
        return content.decode(WIDER.get(declared.lower(), declared))
    except (LookupError, UnicodeDecodeError):
        return ""


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: one of both orders gives nothing but assigned characters, spaces among them."""
    candidates = [found for order in ("utf-16-le", "utf-16-be") if (found := _if_plausible(content, order))]
    return max(candidates, key=lambda found: sum(map(found[:SAMPLE].count, " \n\r.,")), default="")


def _if_plausible(content: bytes, encoding: str) -> str:
    try:
        found = _uncut(content, encoding).decode(encoding)
    except UnicodeDecodeError:
        return ""
    strange = any(unicodedata.category(char) in {"Cn", "Co", "Cs"} for char in set(found[:SAMPLE]))
    return "" if strange or _CONTROLS.search(found) or not re.search(r"[ \n\u3000]", found) else found


def _western(document: Document, content: bytes) -> str:
    """Each byte that is no UTF-8 as the character of the code page that suits its neighbours."""
    open_places = content.decode("utf-8", "surrogateescape")
    sample = open_places[:SAMPLE] if _UNDECODED.search(open_places, 0, SAMPLE) else open_places
    readings = {page: sample.translate(_letters_of(page)) for page in CODE_PAGES}
    places = [found.start() for found in _UNDECODED.finditer(sample)]
    odd = {page: sum(_odd(found, place) for place in places) for page, found in readings.items()}
    best = min(CODE_PAGES, key=lambda page: odd[page])
    letters = sum(map(str.isalpha, readings[best]))
    if len(places) > MOST_FOREIGN * letters or (2 * odd[best] > len(places) > STRAY * letters):
        if words := undeclared(content):
            return words
        raise CannotRead(
            f"{document.name}: UTF-8 was expected, but {len(places):,} bytes are in another encoding that the document "
            "does not name; save it as UTF-8."
        )
    return open_places.translate(_letters_of(best))


def _letters_of(page: str) -> Mapping[int, str]:
    """What each undecoded byte is in a code page; the few that Windows left open are as in Latin-1."""
    return {0xDC00 + byte: bytes([byte]).decode(page, "ignore") or chr(byte) for byte in range(0x80, 0x100)}


def _odd(found: str, place: int) -> bool:
    """Does a capital or a sign stand between two small letters, or a control character anywhere?"""
    char = found[place]
    if "\x80" <= char <= "\x9f":
        return True
    inside = found[place - 1 : place].islower() and found[place + 1 : place + 2].islower()
    after_small = found[place - 1 : place].islower() and char.isupper()
    return after_small or (inside and not char.islower() and char not in "’‘–—-'")
