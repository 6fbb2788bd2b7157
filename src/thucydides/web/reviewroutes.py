"""At which addresses does a person answer?"""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse

from thucydides.desk import Desk, NotFound, Pass, Ruling, WrongDecision, log_line
from thucydides.vocabulary import Answer
from thucydides.web.answering import onward, page
from thucydides.web.guarding import Gate, reader_of, remember_reader
from thucydides.web.reviewpage import entries, review_view

MOST_WORDS = 4_000
LINES = 200


def review_routes(desk: Desk, gate: Gate) -> APIRouter:
    """The agenda, the answers, the log."""
    routes = APIRouter(default_response_class=HTMLResponse)
    Fields = Annotated[Mapping[str, str], Depends(gate.form)]  # noqa: N806 (a type)

    @routes.get("/review")
    def review(
        request: Request,
        which: Annotated[Pass, Query(alias="pass")] = Pass.FIRST,
        at: Annotated[int, Query(ge=0, le=100_000_000)] = 0,
        claim: Annotated[str, Query(max_length=80)] = "",
    ) -> HTMLResponse:
        reader = desk.reader(reader_of(request))
        view = review_view(desk, reader=reader, which=which, place=at, claim=claim)
        return page("review.html", view=view, token=gate.token)

    @routes.post("/review/decide")
    def decide(request: Request, fields: Fields) -> Response:
        ruling = Ruling(
            _field(fields, "claim"), _answer(fields), _field(fields, "why"), desk.reader(reader_of(request)),
            correction=_field(fields, "correction") if fields.get("answer") == Answer.CORRECT else "",
        )  # fmt: skip
        taken = desk.review.decide(ruling)
        if fields.get("then") == "document":
            return onward(f"/documents/{taken.document}?claim={taken.claim}#c-{taken.claim}")
        return onward(_back(fields))

    @routes.post("/review/undo")
    def undo(request: Request, fields: Fields) -> Response:
        reader = desk.reader(reader_of(request))
        taken_back = desk.review.undo(_field(fields, "decision") or _last(desk, reader), why="undone", who=reader)
        return onward(f"/review?claim={taken_back.claim}&{_pass(fields)}")

    @routes.post("/review/reader")
    def name(fields: Fields) -> Response:
        response = onward(_back(fields))
        remember_reader(response, _field(fields, "reader"))
        return response

    @routes.get("/review/log")
    def log(first: Annotated[int, Query(ge=0, le=100_000_000)] = 0) -> HTMLResponse:
        decisions = desk.review.log()[::-1]
        shown = decisions[first : first + LINES]
        return page(
            "log.html", entries=tuple(entries(desk, shown)), held=len(decisions), first=first, lines=LINES,
            token=gate.token,
        )  # fmt: skip

    @routes.get("/review/log.jsonl")
    def written_log() -> PlainTextResponse:
        words = "".join(f"{log_line(decision)}\n" for decision in desk.review.log())
        return PlainTextResponse(words, headers={"Content-Disposition": 'attachment; filename="review-log.jsonl"'})

    return routes


def _field(fields: Mapping[str, str], name: str) -> str:
    words = fields.get(name, "").strip()
    if len(words) > MOST_WORDS:
        raise WrongDecision(f"{name} has {len(words):,} characters; more than {MOST_WORDS:,} are not kept in the log")
    return words


def _answer(fields: Mapping[str, str]) -> Answer:
    try:
        return Answer(fields.get("answer", ""))
    except ValueError:
        raise WrongDecision(f"an answer is one of {', '.join(Answer)}, not {fields.get('answer', '')[:40]!r}") from None


def _last(desk: Desk, reader: str) -> str:
    """The reader's last decision that stands."""
    review = desk.review
    mine = next((one for one in reversed(review.by(reader)) if not one.undoes and review.stands(one)), None)
    if mine is None:
        raise NotFound("There is nothing of yours to take back.")
    return mine.id


def _pass(fields: Mapping[str, str]) -> str:
    return urlencode({"pass": fields.get("pass", "") if fields.get("pass", "") in tuple(Pass) else Pass.FIRST.value})


def _back(fields: Mapping[str, str]) -> str:
    at = fields.get("at", "0")
    return f"/review?{_pass(fields)}&at={at if at.isdecimal() and len(at) < 9 else 0}"
