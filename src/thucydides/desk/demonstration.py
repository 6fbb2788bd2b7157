"""Which documents does the demonstration read?"""

from pathlib import Path

import thucydides
from thucydides.desk.answers import NotFound


def demo_documents() -> tuple[Path, ...]:
    """The two short documents that come with the program: in the wheel, or in a checkout under `tests/witnesses`."""
    package = Path(thucydides.__file__).parent
    for folder in (package / "witnesses", package.parents[1] / "tests" / "witnesses"):
        if documents := sorted(folder.glob("*.txt")):
            return tuple(documents)
    raise NotFound(
        "the demonstration's documents are missing from this installation; read documents of your own instead"
    )
