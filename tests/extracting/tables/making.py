"""How is a small table of our own made and imported?"""

from thucydides.extracting import Extraction, layouts_of, tabulate
from thucydides.reading import read_table
from thucydides.vocabulary import Claim, Count, Document


def table(content: str | bytes, name: str = "table.csv") -> Document:
    return Document(name, content.encode() if isinstance(content, str) else content, media_type="text/csv")


def imported(kind: str, content: str | bytes, name: str = "table.csv") -> Extraction:
    text = read_table(table(content, name))
    extraction = tabulate(text, layouts_of(kind), document_name=name)
    for claim in extraction.claims:
        claim.verify(text)
    return extraction


def rows(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def said(claims: tuple[Claim, ...], attribute: str, event: str = "") -> list[str]:
    """Each claim of an attribute as `target | value`, in the order of the table."""
    return [
        " | ".join(filter(None, (str(claim.target), shown(claim))))
        for claim in claims
        if claim.attribute == attribute and event in ("", claim.event.label)
    ]


def shown(claim: Claim) -> str:
    if isinstance(claim.value, Count):
        return f"{claim.value.qualifier} {claim.value}"
    return str(claim.value)
