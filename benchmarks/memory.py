"""How much memory does much prose take, heard and kept, as one document?"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.prose import prose
from thucydides.authorities import load
from thucydides.extracting import hear
from thucydides.ledger import Ledger
from thucydides.reading import read
from thucydides.vocabulary import Document

MEGABYTES = (1, 4, 16)


def memory() -> list[str]:
    """the peak of a process that reads, hears and keeps so much prose as one document (a few minutes)

    `python -m benchmarks.memory 100` gives the megabytes of a hundred (a quarter of an hour).
    """
    idle = _peak_of(0)
    return [
        f"{size} MB: {peak:.0f} MB at the peak, {idle:.0f} MB without any: {(peak - idle) / size:.1f} times the text"
        for size, peak in ((size, _peak_of(size)) for size in MEGABYTES)
    ]


def _peak_of(size: int) -> float:
    command = [sys.executable, "-m", "benchmarks.memory", str(size)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _keep(size: int) -> None:
    """Read, hear and keep so many megabytes, and print the peak."""
    document = Document("prose.txt", prose(size * 1_000_000).encode() or b"-")
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        text = read(document)
        ledger.keep(document, text, hear(text, document_name=document.name, gazetteer=load()))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    _keep(int(sys.argv[1]))
