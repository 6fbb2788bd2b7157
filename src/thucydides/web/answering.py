"""How does a page become an answer?"""

from fastapi.responses import HTMLResponse, RedirectResponse

from thucydides.web.rendering import rendered

FOUND_ELSEWHERE = 303


def page(template: str, **values: object) -> HTMLResponse:
    """A page from its template."""
    return HTMLResponse(rendered(template, **values))


def onward(address: str) -> RedirectResponse:
    """After a change: look at the outcome there."""
    return RedirectResponse(address, status_code=FOUND_ELSEWHERE)
