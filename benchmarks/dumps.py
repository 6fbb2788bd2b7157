"""How long does it take to pass through a dump, against only unpacking and parsing it, and how much memory?"""

import bz2
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape

from benchmarks.articles import article
from benchmarks.timing import in_turn
from thucydides.archive import Dump, collect
from thucydides.desk import Desk, dumps
from thucydides.vocabulary import Document

MEGABYTES = (0, 20, 200)
ROUNDS = 3
ONE_IN = 100
"""Of the articles one in so many is about armed conflict."""
_OPENING = (
    '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n<siteinfo>'
    "<sitename>Made</sitename><base>https://wiki.example/pages/Main_Page</base></siteinfo>\n"
)


def passing_dumps() -> list[str]:
    """each page met and looked at, none read, against unpacking and parsing the same bytes for nothing, in turn"""
    with tempfile.TemporaryDirectory() as folder:
        plain, packed = Path(folder) / "dump.xml", Path(folder) / "dump.xml.bz2"
        _write(plain, MEGABYTES[1])
        packed.write_bytes(bz2.compress(plain.read_bytes()))
        return [line for path in (plain, packed) for line in _passed(path)]


def _passed(path: Path) -> Iterator[str]:
    met, about = _looked_at(path)
    ours, peer = in_turn(lambda: _looked_at(path), lambda: _parsed(path), rounds=ROUNDS)
    yield (
        f"{path.suffix}: {met:,} revisions, {about} about armed conflict, in {ours:.2f} s "
        f"({MEGABYTES[1] / ours:.0f} MB of XML a second), {ours / peer:.2f} times unpacking and parsing alone"
    )


def _looked_at(path: Path) -> tuple[int, int]:
    (dump,) = collect([path])
    assert isinstance(dump, Dump)
    found = list(map(_is_wanted, dump.pages()))
    return len(found), sum(found)


def _is_wanted(found: object) -> bool:
    return isinstance(found, Document) and dumps.concerns_conflict(found)


def _parsed(path: Path) -> None:
    parser = expat.ParserCreate()
    with bz2.open(path) if path.suffix == ".bz2" else path.open("rb") as stream:
        while chunk := stream.read(1 << 16):
            parser.Parse(chunk)
    parser.Parse(b"", True)


def memory_of_dumps() -> list[str]:
    """the peak of a process that reads so much XML as one dump, one page in a hundred about a conflict (a minute)"""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dump.xml.bz2"
        return list(map(_measured, (path,) * len(MEGABYTES), MEGABYTES))


def _measured(path: Path, size: int) -> str:
    with bz2.open(path, "wb", 1) as stream:
        for words in _pages(size):
            stream.write(words.encode())
    command = [sys.executable, "-m", "benchmarks.dumps", str(path)]
    peak, read = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return f"{size} MB of XML, {path.stat().st_size / 1e6:.0f} MB packed, {read} pages read: {peak} MB at the peak"


def _write(path: Path, size: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(_pages(size))


def _pages(size: int) -> Iterator[str]:
    """The XML of a dump of so many megabytes: articles, redirects and pages of talk."""
    made = [article(length, seed).source for seed, length in enumerate(range(4_000, 44_000, 4_000))]
    towns = [escape(words.replace("military conflict", "settlement").replace("Battles", "Towns")) for words in made]
    battles = [escape(words) for words in made]
    yield _OPENING
    length = number = 0
    while length < size * 1_000_000:
        number += 1
        about = number % ONE_IN == 0
        words = (battles if about else towns)[number % 10 if not about else number // ONE_IN % 10]
        page = _page(f"{'Siege' if about else 'Town'} {number}", number, words)
        page += _page(f"Talk:{number}", number, "''Talked'' of [[it]]. " * 60, space=1)
        page += _page(f"Other {number}", number, f"#REDIRECT [[Town {number}]]")
        length += len(page)
        yield page
    yield "</mediawiki>\n"


def _page(title: str, number: int, words: str, space: int = 0) -> str:
    return (
        f"<page><title>{title}</title><ns>{space}</ns><id>{number}</id><revision><id>{number}</id>"
        f"<timestamp>2019-05-04T10:00:00Z</timestamp><contributor><username>A</username><id>1</id></contributor>"
        f"<model>wikitext</model><format>text/x-wiki</format>"
        f'<text bytes="{len(words)}" xml:space="preserve">{words}\nPage {number}.</text></revision></page>\n'
    )


def _read(path: Path) -> None:
    """Read a dump, and print the peak in MB and how many pages were read."""
    with tempfile.TemporaryDirectory() as folder, Desk.at(Path(folder) / "ledger.db") as desk:
        read = sum(bool(taken.document) for taken in desk.read([path]))
    print(f"{_peak():.0f} {read}")


def _peak() -> float:
    """In MB, of this process alone: under Linux `getrusage` begins with the peak of the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(held.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    _read(Path(sys.argv[1]))
