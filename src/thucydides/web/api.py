"""How does a program ask the desk what the pages ask?

Lists come in parts (`limit`, `offset`, header `Link`); every answer has an ETag that holds as long as nothing is kept,
decided or understood anew; what cannot be had is said as `application/problem+json`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

from thucydides.desk import Desk, Pass, Record, Ruling, claim_object, log_line
from thucydides.vocabulary import Estimate, EventEntry, Finding, LinkedClaim, ThucydidesError
from thucydides.web import apimodels as models
from thucydides.web.attesting import slots_told
from thucydides.web.guarding import Gate
from thucydides.web.statuses import status_of

ADDRESS = "/api/v1"
PROBLEM = "application/problem+json"
MOST = 1_000
FARTHEST = 1_000_000_000
_MAY_FAIL: dict[int | str, dict[str, Any]] = {
    status: {"description": why, "content": {PROBLEM: {"schema": models.Problem.model_json_schema()}}}
    for status, why in (
        (300, "The name may mean several things"),
        (400, "Not a request to this program"),
        (404, "Not in this ledger"),
        (422, "Not understood"),
    )
}
_MAY_BE_REFUSED = _MAY_FAIL | {403: dict(_MAY_FAIL[404], description="Not from a page of ours")}
_UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "Nothing has changed"}}
_READ = _MAY_FAIL | _UNCHANGED

Limit = Annotated[int, Query(ge=1, le=MOST)]
Offset = Annotated[int, Query(ge=0, le=FARTHEST)]
Name = Annotated[str, Query(max_length=400)]
Reference = Annotated[str, Path(max_length=400)]


def create_api(desk: Desk, gate: Gate) -> FastAPI:
    """The addresses under `/api/v1`, of the same desk as the pages."""
    api = FastAPI(
        title="Thucydides", version="1", openapi_url="/openapi.json", docs_url=None, redoc_url=None,
        description="What reference works claim about wars: claims, their words, what contradicts what.",
        servers=[{"url": ADDRESS}],
    )  # fmt: skip
    _add_door(api, gate)
    _add_events(api, desk)
    _add_documents(api, desk)
    _add_lists(api, desk)
    _add_decisions(api, desk, gate)
    _add_problems(api)
    return api


def _add_door(api: FastAPI, gate: Gate) -> None:
    @api.get("/", response_model=models.Door)
    def door(request: Request) -> Response:
        """Who is here, and the token that a change needs."""
        return _written({"name": "Thucydides", "token": gate.token, "openapi": f"{ADDRESS}/openapi.json"})


def _add_events(api: FastAPI, desk: Desk) -> None:
    @api.get("/events", response_model=models.Events, responses=_READ)
    def events(request: Request, limit: Limit = 100, offset: Offset = 0) -> Response:
        """The events, each tree in order of time."""
        return _part(request, desk, desk.index(first=offset, most=limit + 1), _event, limit, offset)

    @api.get("/search", response_model=models.Events, responses=_READ)
    def search(request: Request, q: Name, limit: Limit = 50, offset: Offset = 0) -> Response:
        """The events in whose names the words stand, in any script."""
        return _part(request, desk, desk.search(q, most=offset + limit + 1)[offset:], _event, limit, offset)

    @api.get("/events/{reference}", response_model=models.Record, responses=_READ)
    def record(request: Request, reference: Reference) -> Response:
        """All that is said of one event, by its id or a name."""
        if unchanged := _current(request, desk):
            return unchanged
        found = desk.record(reference)
        return _written(_record(found, desk.statuses([entry.id for entry in found.documents])), desk)

    @api.get("/estimates", response_model=models.Estimates, responses=_READ)
    def estimates(request: Request, event: Name = "", limit: Limit = 100, offset: Offset = 0) -> Response:
        """What is estimated of losses, of one event or all."""
        known = desk.estimates()
        found = known.of(desk.record(event).event.id) if event else known.result.estimates
        return _part(request, desk, found[offset:], _estimate, limit, offset)

    @api.get("/comparisons", response_model=models.Comparisons, responses=_READ)
    def comparisons(request: Request, event: Name = "", limit: Limit = 100, offset: Offset = 0) -> Response:
        """Each pair of claims on one slot, of one event or all."""
        pairs = islice(desk.compare(event), offset, None)
        return _part(
            request, desk, pairs,
            lambda pair: {
                "event": pair[0].id, "a": pair[1].a, "b": pair[1].b, "relation": pair[1].relation.value,
                "why": pair[1].why,
            },
            limit, offset,
        )  # fmt: skip


def _add_documents(api: FastAPI, desk: Desk) -> None:
    @api.get("/documents", response_model=models.Documents, responses=_READ)
    def documents(request: Request, limit: Limit = 100, offset: Offset = 0) -> Response:
        """Every document that was read, by name."""
        return _part(request, desk, desk.documents_from(offset, limit + 1), asdict, limit, offset)

    @api.get("/documents/{reference}", response_model=models.Document, responses=_READ)
    def document(request: Request, reference: Reference) -> Response:
        """One document, by its id, the beginning of it, or its name."""
        return _current(request, desk) or _written(asdict(desk.page(reference).entry), desk)

    @api.get(
        "/documents/{reference}/text",
        response_class=PlainTextResponse,
        responses=_READ,
    )
    def text(request: Request, reference: Reference) -> Response:
        """Exactly the text that spans refer to; offsets count Unicode code points."""
        words = desk.text(reference).encode("utf-8", "surrogatepass").decode("utf-8", "replace")
        return _current(request, desk) or PlainTextResponse(words, headers=_tag(desk))


def _add_lists(api: FastAPI, desk: Desk) -> None:
    @api.get("/claims", response_model=models.Claims, responses=_READ)
    def claims(
        request: Request,
        event: Name = "",
        attribute: Name = "",
        document: Name = "",
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Response:
        """The claims on an event, of an attribute, of a document; all where nothing is asked."""
        found = desk.claims_from(offset, limit + 1, event=event, attribute=attribute, document=document)
        statuses = desk.statuses({linked.claim.document for linked in found})
        return _part(
            request, desk, found,
            lambda one: _claim(one, statuses), limit, offset,
        )  # fmt: skip

    @api.get("/findings", response_model=models.Findings, responses=_READ)
    def findings(request: Request, limit: Limit = 100, offset: Offset = 0) -> Response:
        """What does not fit and what was not understood."""
        return _part(request, desk, desk.findings_from(offset, limit + 1), _finding, limit, offset)


def _add_decisions(api: FastAPI, desk: Desk, gate: Gate) -> None:
    @api.get("/agenda", response_model=models.Agenda, responses=_READ)
    def agenda(
        request: Request,
        reader: Annotated[str, Query(max_length=80)] = "",
        which: Annotated[Pass, Query(alias="pass")] = Pass.FIRST,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Response:
        """What a reader is still asked, ordered by influence and doubt."""
        asked = desk.agenda.open_to(desk.reader(reader), which, first=offset, most=limit + 1)
        return _part(request, desk, asked, lambda one: asdict(one) | {"weight": one.weight}, limit, offset)

    @api.get("/decisions", response_model=models.Decisions, responses=_READ)
    def decisions(request: Request, limit: Limit = 100, offset: Offset = 0) -> Response:
        """The review log, in order of time."""
        return _part(request, desk, desk.review.log()[offset:], lambda one: json.loads(log_line(one)), limit, offset)

    @api.post(
        "/decisions",
        response_model=models.Decision,
        status_code=201,
        responses=_MAY_BE_REFUSED,
        dependencies=[Depends(gate.header)],
    )
    def decide(ruling: models.Ruling) -> Response:
        """Take a decision on a claim or a pair of claims. It stands beside them and edits nothing."""
        taken = desk.review.decide(Ruling(**ruling.model_dump()))
        return _written(json.loads(log_line(taken)), desk, status=201)


def _add_problems(api: FastAPI) -> None:
    @api.exception_handler(ThucydidesError)
    def explained(_request: Request, problem: ThucydidesError) -> Response:
        return problem_answer(status_of(problem), str(problem))

    @api.exception_handler(HTTPException)
    def nothing(_request: Request, problem: HTTPException) -> Response:
        return problem_answer(problem.status_code, str(problem.detail), headers=problem.headers)

    @api.exception_handler(RequestValidationError)
    def unfit(_request: Request, problem: RequestValidationError) -> Response:
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in problem.errors())
        return problem_answer(422, told)

    @api.exception_handler(Exception)
    def unexplained(_request: Request, _problem: Exception) -> Response:
        return problem_answer(500, "The program failed at this. Nothing in the ledger was changed.")


def problem_answer(status: int, detail: str, *, headers: Mapping[str, str] | None = None) -> Response:
    """What cannot be had, with the reason."""
    said = {"type": "about:blank", "title": _TITLES.get(status, "Not possible"), "status": status, "detail": detail}
    return Response(json.dumps(said), status_code=status, media_type=PROBLEM, headers=dict(headers or {}))


_TITLES = {
    300: "Which one is meant?", 403: "Not from here", 404: "Not found", 405: "Not done here", 413: "Too large",
    422: "Not understood", 500: "The program failed",
}  # fmt: skip


def _part(request: Request, desk: Desk, found: Iterable[Any], shown: Any, limit: int, offset: int) -> Response:
    """One part of a list; `found` begins at the offset, and one more than the limit tells that there is more."""
    if unchanged := _current(request, desk):
        return unchanged
    items = list(islice(found, limit + 1))
    body = {"items": [shown(one) for one in items[:limit]], "limit": limit, "offset": offset}
    link = ", ".join(_links(request, limit, offset, more=len(items) > limit))
    return _written(body, desk, headers={"Link": link} if link else {})


def _links(request: Request, limit: int, offset: int, *, more: bool) -> Iterator[str]:
    if offset:
        yield f'<{request.url.include_query_params(limit=limit, offset=max(0, offset - limit))}>; rel="prev"'
    if more:
        yield f'<{request.url.include_query_params(limit=limit, offset=offset + limit)}>; rel="next"'


def _current(request: Request, desk: Desk) -> Response | None:
    """Not modified, if the one who asks has it already."""
    known = request.headers.get("if-none-match", "")
    tag = _tag(desk)
    return Response(status_code=304, headers=tag) if tag["ETag"] in {one.strip() for one in known.split(",")} else None


def _tag(desk: Desk) -> dict[str, str]:
    return {"ETag": f'W/"{desk.state()}"', "Cache-Control": "private, no-cache"}


def _written(body: Any, desk: Desk | None = None, *, status: int = 200, headers: Mapping[str, str] = {}) -> Response:
    """As JSON in ASCII: halves of characters, which old pages hold, have no other form."""
    return Response(
        json.dumps(body), status_code=status, media_type="application/json",
        headers={**(_tag(desk) if desk else {}), **headers},
    )  # fmt: skip


def _event(entry: EventEntry) -> dict[str, Any]:
    event = entry.event
    return {
        "id": event.id, "label": event.label, "kind": event.kind.value, "part_of": event.part_of,
        "aliases": list(event.aliases), "identifiers": list(event.identifiers), "began": entry.began,
        "ended": entry.ended, "parties": list(entry.parties), "claims": entry.claims, "documents": entry.documents,
        "findings": entry.findings, "depth": entry.depth,
    }  # fmt: skip


def _record(record: Record, statuses: Mapping[str, str]) -> dict[str, Any]:
    return {
        "event": {"id": record.event.id, "label": record.event.label, "kind": record.event.kind.value},
        "ancestors": [event.id for event in record.ancestors],
        "children": [event.id for event in record.children],
        "slots": slots_told(record),
        "claims": [_claim(one, statuses) for one in record.claims],
        "findings": [_finding(one) for one in record.findings],
    }


def _claim(linked: LinkedClaim, statuses: Mapping[str, str]) -> dict[str, Any]:
    return {"id": linked.claim.id, **claim_object(linked, status=statuses.get(linked.claim.id, "proposed"))}


def _finding(finding: Finding) -> dict[str, Any]:
    return {"id": finding.id, **asdict(finding), "severity": finding.severity.value}


def _estimate(one: Estimate) -> dict[str, Any]:
    return {
        "event": one.event, "party": one.party, "category": one.category, "median": one.median, "low": one.low,
        "high": one.high, "status": one.status.value, "accounts": list(one.accounts), "lineages": one.lineages,
        "prior_share": one.prior_share, "anchor": one.anchor, "reasons": list(one.reasons),
    }  # fmt: skip
