"""Which addresses hold the sources of an event, or two texts, against each other?"""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from thucydides.desk import Desk
from thucydides.web.answering import page as shown
from thucydides.web.collation import collated
from thucydides.web.comparepage import compare_view

Letters = Annotated[str, Query(max_length=20)]
Reference = Annotated[str, Query(max_length=400)]


def compare_routes(desk: Desk) -> APIRouter:
    """Sources by slots, and two texts word for word."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/events/{reference:path}/compare")
    def compare(
        reference: str, base: Letters = "", column: Annotated[list[str] | None, Query(max_length=40)] = None
    ) -> HTMLResponse:
        record, pairs = desk.record_with_pairs(reference)
        return shown("compare.html", view=compare_view(record, pairs, base=base, others=column or ()))

    @routes.get("/texts/compare")
    def texts(one: Reference, other: Reference) -> HTMLResponse:
        first, second = desk.page(one), desk.page(other)
        made = collated(first.text.content, second.text.content)
        return shown("collation.html", one=first.entry, other=second.entry, collation=made)

    return routes
