"""Which address shows which page?"""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from thucydides.desk import Ambiguous, Desk
from thucydides.vocabulary import ThucydidesError
from thucydides.web.answering import page as _page
from thucydides.web.api import ADDRESS, create_api, problem_answer
from thucydides.web.apipage import calls_of
from thucydides.web.citing import citing_routes
from thucydides.web.comparing import compare_routes
from thucydides.web.documentpage import document_view
from thucydides.web.exploring import explore_routes
from thucydides.web.guarding import GUARDS, HOSTS, Forged, Gate, TooLarge
from thucydides.web.indexpage import index_view
from thucydides.web.intakeroutes import intake_routes
from thucydides.web.marking import marking_of
from thucydides.web.markingroutes import marking_routes
from thucydides.web.recordpage import record_view
from thucydides.web.rendering import rendered
from thucydides.web.reviewroutes import review_routes
from thucydides.web.statuses import status_of
from thucydides.web.verdicts import verdicts_of

LONGEST_INDEX = 500
"""More events than this are not shown on one page: then the index is explored."""
MOST_DOCUMENTS = 100
"""Of one page of the list."""
_TITLES = {
    300: "Which one is meant?",
    403: "Not from here",
    404: "Not in this ledger",
    405: "That cannot be done here",
    413: "Too large",
    422: "Not understood",
}


def create_app(desk: Desk, *, borders: Path | None = None) -> FastAPI:
    """The pages of one ledger. They answer only to the names of this machine.

    `borders`: a GeoJSON file of the user's, to be drawn on the map.
    """
    app = FastAPI(title="Thucydides", openapi_url=None, docs_url=None, redoc_url=None)
    app.mount("/style", StaticFiles(directory=Path(__file__).parent / "static"))
    app.include_router(explore_routes(desk, borders))
    app.include_router(compare_routes(desk))
    app.include_router(citing_routes(desk))
    gate = Gate()
    api = create_api(desk, gate)
    app.mount(ADDRESS, api)
    _add_pages(app, desk, gate)
    _add_page_of(app, api)
    app.include_router(review_routes(desk, gate))
    app.include_router(marking_routes(desk, gate))
    app.include_router(intake_routes(desk, gate))
    _add_refusals(app)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS), www_redirect=False)
    app.middleware("http")(_guarded_by(gate))
    return app


def _add_pages(app: FastAPI, desk: Desk, gate: Gate) -> None:
    @app.get("/")
    def index() -> Response:
        entries = desk.index(most=LONGEST_INDEX + 1)
        if len(entries) > LONGEST_INDEX:
            return RedirectResponse("/explore", status_code=303)
        return _page("index.html", view=index_view(entries))

    @app.get("/events")
    def find(name: Annotated[str, Query(max_length=400)] = "") -> Response:
        if not name.strip():
            return RedirectResponse("/", status_code=303)
        return RedirectResponse(f"/events/{desk.record(name.strip()).event.id}", status_code=303)

    @app.get("/events/{reference:path}")
    def record(reference: str) -> HTMLResponse:
        found = desk.record(reference)
        verdicts = verdicts_of(desk.decided([entry.id for entry in found.documents]))
        return _page("record.html", view=record_view(found, desk.explained(found.event.id), verdicts=verdicts))

    @app.get("/documents")
    def documents(page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> HTMLResponse:
        held = desk.documents_from((page - 1) * MOST_DOCUMENTS, MOST_DOCUMENTS + 1)
        more = len(held) > MOST_DOCUMENTS
        return _page("documents.html", entries=held[:MOST_DOCUMENTS], page=page, more=more)

    @app.get("/documents/{reference:path}")
    def document(
        reference: str,
        claim: Annotated[str, Query(max_length=80)] = "",
        take: Annotated[str, Query(pattern=r"^(\d{1,9}-\d{1,9})?$")] = "",
    ) -> HTMLResponse:
        found = desk.page(reference)
        verdicts = verdicts_of(desk.decided([found.entry.id]))
        view = document_view(found, claim, verdicts=verdicts)
        return _page("document.html", view=view, marking=marking_of(found, claim, take), token=gate.token)


def _add_page_of(app: FastAPI, api: FastAPI) -> None:
    @app.get("/api")
    def for_programs() -> HTMLResponse:
        return _page("api.html", calls=calls_of(api.openapi(), ADDRESS), address=ADDRESS)


def _add_refusals(app: FastAPI) -> None:
    @app.exception_handler(Ambiguous)
    def ambiguous(_request: Request, problem: Ambiguous) -> HTMLResponse:
        return _refusal(300, str(problem), problem.candidates)

    @app.exception_handler(ThucydidesError)
    def explained(_request: Request, problem: ThucydidesError) -> HTMLResponse:
        return _refusal(status_of(problem), str(problem))

    @app.exception_handler(HTTPException)
    def no_page(request: Request, problem: HTTPException) -> Response:
        return _refused(request, problem.status_code, "There is no page at this address.")

    @app.exception_handler(RequestValidationError)
    def unfit(_request: Request, _problem: RequestValidationError) -> HTMLResponse:
        return _refusal(
            422, "What was asked for is longer than any name in a ledger, or no number where one is needed."
        )

    @app.exception_handler(Exception)
    def unexplained(_request: Request, _problem: Exception) -> HTMLResponse:
        return _refusal(500, "The program failed at this page. Nothing in the ledger was changed.")


def _refusal(status: int, sentence: str, candidates: tuple[str, ...] = ()) -> HTMLResponse:
    title = _TITLES.get(status, "This page could not be made")
    page = rendered("refusal.html", title=title, sentence=sentence, candidates=[c.partition("  ") for c in candidates])
    return HTMLResponse(page, status_code=status, headers=GUARDS)


def _refused(request: Request, status: int, sentence: str) -> Response:
    if request.url.path.startswith(ADDRESS):
        return problem_answer(status, sentence, headers=GUARDS)
    return _refusal(status, sentence)


def _guarded_by(gate: Gate) -> Callable[[Request, Callable[[Request], Awaitable[Response]]], Awaitable[Response]]:
    async def guarded(request: Request, follow: Callable[[Request], Awaitable[Response]]) -> Response:
        try:
            gate.let_in(request)
        except (Forged, TooLarge) as problem:
            return _refused(request, status_of(problem), str(problem))
        response = await follow(request)
        for name, value in GUARDS.items():
            response.headers[name] = value
        gate.hand_out(request, response)
        return response

    return guarded
