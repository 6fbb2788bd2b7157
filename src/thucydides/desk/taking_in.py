"""What becomes of a document on its way into the ledger?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from thucydides.archive import Refusal
from thucydides.desk.answers import Taken
from thucydides.desk.spooling import spooled
from thucydides.extracting import hear
from thucydides.ledger import Forgotten, Ledger
from thucydides.reading import read
from thucydides.vocabulary import CannotRead, Claim, Document, Finding, Registry

# What is heard in a longer text is not held in memory.
_LONG = 2_000_000


def take_in(found: Document | Refusal, *, ledger: Ledger, registry: Registry) -> Taken:
    """Read, extract and keep one document in one transaction; a refusal leaves the ledger as it was."""
    if isinstance(found, Refusal):
        return Taken(found.name, refused=found.reason)
    try:
        text = read(found)
    except CannotRead as problem:
        return Taken(found.name, found.id, refused=str(problem))
    counted: Counter[type] = Counter()
    heard = _counted(hear(text, document_name=found.name, gazetteer=registry), counted)
    held = spooled(heard) if len(text.content) > _LONG else nullcontext(tuple(heard))
    try:
        with held as claims:
            new = ledger.keep(found, text, claims)
    except Forgotten as problem:
        return Taken(found.name, found.id, refused=str(problem))
    return Taken(found.name, found.id, counted[Claim], counted[Finding], new=new)


def _counted(heard: Iterable[Claim | Finding], counted: Counter[type]) -> Iterator[Claim | Finding]:
    for each in heard:
        counted[type(each)] += 1
        yield each
