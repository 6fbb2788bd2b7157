"""At which addresses does a person say what a document says?"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from thucydides.desk import Desk, Marked, NotFound
from thucydides.web.answering import onward
from thucydides.web.guarding import Gate, reader_of

_FIELDS = ("attribute", "value", "concept", "target", "claimant", "event", "instead")


def marking_routes(desk: Desk, gate: Gate) -> APIRouter:
    """A claim of one's own, and a better reading of one that is there."""
    routes = APIRouter(default_response_class=HTMLResponse)
    Fields = Annotated[Mapping[str, str], Depends(gate.form)]  # noqa: N806 (a type)

    @routes.post("/marks")
    def mark(request: Request, fields: Fields) -> Response:
        start = fields.get("start", "").strip()
        marked = Marked(
            words=fields.get("words", "").strip("\n\t "),
            start=int(start) if start.isdecimal() and len(start) < 10 else -1,
            **{name: fields.get(name, "").strip()[:400] for name in _FIELDS},
        )
        document = fields.get("document", "")
        taken = desk.mark(
            document, marked, who=desk.reader(reader_of(request)), why=fields.get("why", "").strip()[:2_000]
        )
        address = f"/documents/{quote(taken.document)}"
        with suppress(NotFound):  # in a large ledger it is linked a little later
            address += f"?claim={desk.claim(taken.claim).claim.id}#t-{taken.claim}"
        return onward(address)

    return routes
