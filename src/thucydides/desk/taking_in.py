"""What becomes of a document on its way into the ledger?"""

from thucydides.archive import Refusal
from thucydides.desk.answers import Taken
from thucydides.extracting import extract
from thucydides.ledger import Forgotten, Ledger
from thucydides.reading import read
from thucydides.vocabulary import CannotRead, Document, Registry


def take_in(found: Document | Refusal, *, ledger: Ledger, registry: Registry) -> Taken:
    """Read, extract and keep one document in one transaction; a refusal leaves the ledger as it was."""
    if isinstance(found, Refusal):
        return Taken(found.name, refused=found.reason)
    try:
        text = read(found)
    except CannotRead as problem:
        return Taken(found.name, found.id, refused=str(problem))
    heard = extract(text, document_name=found.name, gazetteer=registry)
    try:
        new = ledger.keep(found, text, heard.claims, heard.findings)
    except Forgotten as problem:
        return Taken(found.name, found.id, refused=str(problem))
    return Taken(found.name, found.id, len(heard.claims), len(heard.findings), new=new)
