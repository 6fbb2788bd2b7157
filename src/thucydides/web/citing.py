"""How is one value cited, so that whoever reads the citation can find its words again?"""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, PlainTextResponse

from thucydides.desk import Desk, DocumentEntry
from thucydides.vocabulary import Event, LinkedClaim
from thucydides.web.accounts import claim_address
from thucydides.web.answering import page as shown
from thucydides.web.rendering import made_visible
from thucydides.web.wording import clipped, label, reading, sentence


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim with all that finds it again. `text`: the whole as lines to be copied."""

    linked: LinkedClaim
    sentence: str
    shown: str
    slot: str
    words: str
    text: str


def citation_of(linked: LinkedClaim) -> Citation:
    """The citation of one claim."""
    claim = linked.claim
    said = sentence(linked)
    return Citation(
        linked, said, reading(claim.value), label(claim.attribute), claim_address(linked), _text(linked, said)
    )


def _text(linked: LinkedClaim, said: str) -> str:
    claim, span = linked.claim, linked.claim.span
    work = ", ".join(
        filter(None, (linked.source.author, linked.source.title or linked.document_name, linked.source.year))
    )
    lines = (
        f"{linked.event.label}: {said}",
        f"Quotation: “{claim.quote}”",
        f"Source: {work}",
        f"Document: {linked.document_name}, SHA-256 {claim.document}",
        f"Text: SHA-256 {span.text}, characters {span.start} to {span.end}",
        f"Claim: {claim.id}, read by {claim.reader}; event {linked.event.id}",
        f"Address in its ledger: /claims/{claim.id}",
    )
    return "\n".join(" ".join(str(made_visible(line)).split()) for line in lines)


def record_citation(event: Event, claims: int, documents: Sequence[DocumentEntry]) -> str:
    """The citation of a whole record: the event, and each document by its hash."""
    lines = (
        f"{event.label} ({event.id}), a record of {claims} claim{'s' if claims != 1 else ''} "
        f"in {len(documents)} document{'s' if len(documents) != 1 else ''}, made with Thucydides.",
        *(f"Document: {clipped(entry.name)}, SHA-256 {entry.id}" for entry in documents),
        f"Address in its ledger: /events/{event.id}",
    )
    return "\n".join(" ".join(str(made_visible(line)).split()) for line in lines)


def citing_routes(desk: Desk) -> APIRouter:
    """An address for each value: as a page, and as text."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/claims/{identity}.txt")
    def as_text(identity: str) -> PlainTextResponse:
        return PlainTextResponse(citation_of(desk.claim(identity)).text + "\n")

    @routes.get("/claims/{identity}")
    def cite(identity: str) -> HTMLResponse:
        return shown("claim.html", citation=citation_of(desk.claim(identity)))

    return routes
