"""Is a file known by its bytes before its name?"""

import bz2
import lzma

import pytest

from thucydides.archive import media_type


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("record.txt", b"A battle was fought.", "text/plain"),
        ("record", b"A battle was fought.", "text/plain"),
        ("page.wikitext", b"Words alone.", "text/x-wiki"),
        ("page.txt", b"{{Infobox military conflict\n| casualties1 = 300", "text/x-wiki"),
        ("page.txt", b"The [[ford]] at [[Oldford]] {{circa|1702}} was held.", "text/x-wiki"),
        ("page.txt", b"A set {one} and a list [[1, 2], [3]].", "text/plain"),
        ("page.txt", b"\n<!DOCTYPE html><html><p>Words", "text/html"),
        ("page.txt", "\ufeff<html><p>Words".encode("utf-16-le"), "text/html"),
        ("page.HTM", b"words without a tag", "text/html"),
        ("page", b"<p>One.<p>Two.", "text/html"),
        ("sum.txt", b"losses < 300 and > 200", "text/plain"),
        ("scan.txt", b"%PDF-1.4 ...", "application/pdf"),
        ("claims.csv", b"event,value\n", "text/csv"),
        ("gold.json", b"{}", "application/json"),
        ("empty", b"", "text/plain"),
    ],
)
def test_the_media_type_of(name: str, content: bytes, kind: str) -> None:
    assert media_type(name, content) == kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (bz2.compress(b"The siege began."), "application/x-bzip2"),
        (bz2.compress(b"The siege began.", 1), "application/x-bzip2"),
        (lzma.compress(b"The siege began."), "application/x-xz"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "application/x-7z-compressed"),
        (b"BZh is no word, but no packing either.", "text/plain"),
    ],
)
def test_packed_files_are_known(content: bytes, kind: str) -> None:
    assert media_type("words.txt", content) == kind
