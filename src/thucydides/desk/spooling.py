"""Where are the claims of a long document until all are heard?

Not in memory, and not yet in the ledger: nobody who decides waits while a long document is heard.
"""

import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

from thucydides.vocabulary import Claim, Finding


@contextmanager
def spooled(heard: Iterable[Claim | Finding]) -> Iterator[Iterator[Claim | Finding]]:
    """Put all that is heard into a file of this program's own, and give it back in its order; then the file is gone."""
    with TemporaryFile() as held:
        for each in heard:
            pickle.dump(each, held, protocol=pickle.HIGHEST_PROTOCOL)
        held.seek(0)
        yield _read(held)


def _read(held: IO[bytes]) -> Iterator[Claim | Finding]:
    while True:
        try:
            yield pickle.load(held)
        except EOFError:
            return
