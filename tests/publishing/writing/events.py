"""Own events, read as a page of the wiki has them, for the tests of what is written about them."""

from thucydides import authorities
from thucydides.desk.reading_back import main_claims
from thucydides.extracting import extract
from thucydides.publishing import Account, Behind, Entry
from thucydides.reading import read
from thucydides.vocabulary import Claim, Document

COUNTRIES = authorities.load()


def account_of(claims: tuple[Claim, ...], work: str = "") -> Account:
    """What a page claims of its main event."""
    entries = tuple(
        Entry(
            claim,
            tuple(COUNTRIES.actor_named(name) for name in claim.target.names),
            claim.attribution.claimant,
            claim.side,
            (Behind(claim.id, claim.quote, "page.txt", work),),
        )
        for claim in claims
    )
    return Account(claims[0].event.label, entries)


def account_in(document: Document, work: str = "") -> Account:
    """What a document claims of its main event."""
    heard = extract(read(document), document_name=document.name, gazetteer=COUNTRIES).claims
    return account_of(main_claims(heard), work)


def box(words: str) -> Document:
    """A page of a wiki."""
    return Document("Battle of the Fords.wikitext", words.encode(), media_type="text/x-wiki")
