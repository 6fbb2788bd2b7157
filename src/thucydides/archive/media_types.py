"""What kind of file is it?

The bytes are asked first, then the name: a saved page is often called .txt, and a picture sometimes too.
"""

import re
from pathlib import PurePosixPath

PLAIN = "text/plain"

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    *((b"BZh%d1AY&SY" % level, "application/x-bzip2") for level in range(1, 10)),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"SQLite format 3", "application/vnd.sqlite3"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"\x7fELF", "application/octet-stream"),
)

EXTENSIONS: dict[str, str] = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "text/html",
    ".wikitext": "text/x-wiki",
    ".wiki": "text/x-wiki",
    ".mediawiki": "text/x-wiki",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
    ".jsonl": "application/json",
    ".pdf": "application/pdf",
    ".docx": "application/zip",
    ".odt": "application/zip",
}

_SNIFFED = 1024
_WIKI_SNIFFED = 4096
_BLANK = b"\xef\xbb\xbf \t\r\n\f"
_PAGE = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--.{0,400}?-->\s{0,99})?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKUP = re.compile(rb"<(?:p|div|table|h[1-6]|ul|ol|meta|title|font|center)(?:\s[^<>]{0,200})?>", re.I)
# A page in wikitext begins with a template, or has templates and links on its first screen.
_TEMPLATE_FIRST = re.compile(rb"(?:<!--.{0,400}?-->\s{0,99})?\{\{\s{0,9}[^\s{}|][^{}|\n]{0,80}[|}\r\n]", re.S)
_TEMPLATE = re.compile(rb"\{\{\s{0,9}[^\s{}|][^{}|\n]{0,80}[|}\r\n]")
_LINK = re.compile(rb"\[\[[^\[\]\n]{1,200}\]\]")


def media_type(name: str, content: bytes) -> str:
    """The media type of a file by its first bytes, its name, or the tags in it; else plain text."""
    opening = content[:_SNIFFED].lstrip(_BLANK)
    for signature, kind in SIGNATURES:
        if content.startswith(signature):
            return kind
    if _PAGE.match(_letters(opening)):
        return "text/html"
    named = EXTENSIONS.get(PurePosixPath(name).suffix.lower())
    if named:
        return named
    if _is_wikitext(content):
        return "text/x-wiki"
    return "text/html" if len(_MARKUP.findall(_letters(opening))) > 1 else PLAIN


def _is_wikitext(content: bytes) -> bool:
    opening = content[:_WIKI_SNIFFED].lstrip(_BLANK)
    if _TEMPLATE_FIRST.match(opening):
        return True
    return bool(_TEMPLATE.search(opening)) and len(_LINK.findall(opening)) > 1


def _letters(opening: bytes) -> bytes:
    """The bytes without the marks and zeros that UTF-16 puts between them."""
    return opening.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
