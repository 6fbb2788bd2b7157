"""Which bytes are a PDF that prints these words at these places?

The smallest writer that pdfium reads: Helvetica, one content stream a page. Places in points from the lower left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

A4 = (595, 842)
LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"


@dataclass(frozen=True, slots=True)
class Print:
    """Words at a place; `size` of their letters."""

    x: float
    y: float
    words: str
    size: float = 11


def pdf(pages: Sequence[Iterable[Print]], *, trailer: bytes = b"") -> bytes:
    """The file."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        stream = "".join(map(_printed, page)).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (*A4, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _file(objects, trailer)


def _printed(one: Print) -> str:
    words = one.words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {one.size} Tf {one.x} {one.y} Td ({words}) Tj ET\n"


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, held in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R /ID [<01><01>] %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer, len(content),
    )  # fmt: skip
    return content + head + table + end


# Widths of Helvetica from its font metrics, in thousandths of its size; 556 where none is given.
_WIDTHS = {
    278: " !,./:;[\\]IftI", 222: "ijl", 333: "()-r`", 191: "'", 355: '"', 389: "*", 500: "Jcksvxyz", 584: "+<=>",
    611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm",
    889: "%", 944: "W", 1015: "@",
}  # fmt: skip
_WIDTH = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


def width(words: str, size: float = 11) -> float:
    """How wide the words are printed."""
    return sum(_WIDTH.get(letter, 556) for letter in words) * size / 1000


def set_in_lines(words: str, *, left: float = 72, top: float = 770, room: float = 400, step: float = 13) -> list[Print]:
    """A paragraph broken into lines no wider than there is room for, ragged."""
    lines: list[str] = [""]
    for word in words.split(" "):
        if lines[-1] and width(f"{lines[-1]} {word}") > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [Print(left, top - step * place, line) for place, line in enumerate(lines)]
