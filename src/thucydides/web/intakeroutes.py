"""At which addresses are documents brought in?"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData, UploadFile

from thucydides.desk import Desk, NotFound, Pages, kinds
from thucydides.vocabulary import CannotRead
from thucydides.web.answering import onward, page
from thucydides.web.guarding import Gate
from thucydides.web.intake import Intakes, Sent

SECONDS = 2
"""Between two looks at how far it is."""


def intake_routes(desk: Desk, gate: Gate) -> APIRouter:
    """Files, tables of data, transcriptions."""
    routes = APIRouter(default_response_class=HTMLResponse)
    intakes = Intakes(desk)
    Fields = Annotated[Mapping[str, str], Depends(gate.form)]  # noqa: N806 (a type)
    Files = Annotated[FormData, Depends(gate.files)]  # noqa: N806 (a type)
    known = sorted({entry.kind: entry.title for entry in kinds()}.items())

    @routes.get("/read")
    def bring_in() -> HTMLResponse:
        return page("read.html", kinds=known, intakes=intakes.all(), token=gate.token)

    @routes.post("/read")
    def read(request: Request, fields: Files) -> Response:
        kind = str(fields.get("kind", ""))
        if kind and kind not in dict(known):
            raise NotFound(f"no kind of data set is called {kind[:60]!r}")
        files = [
            Sent(_plain_name(one.filename or ""), one.file.read())
            for one in fields.getlist("files")
            if isinstance(one, UploadFile) and one.filename
        ]
        if not files:
            raise CannotRead("No file was chosen.")
        pages = Pages.ALL if fields.get("pages") == "all" else Pages.ABOUT_CONFLICT
        return onward(f"/read/{intakes.add(kind, files, pages).number}")

    @routes.get("/read/{number}")
    def progress(number: int) -> HTMLResponse:
        intake = intakes.numbered(number)
        if intake is None:
            raise NotFound("Nothing of this number was sent since the program began.")
        answer = page("intake.html", intake=intake)
        if not intake.done:
            answer.headers["Refresh"] = str(SECONDS)
        return answer

    @routes.post("/transcriptions")
    def transcribe(request: Request, fields: Fields) -> Response:
        taken = desk.note(fields.get("words", ""), source=fields.get("source", ""), page=fields.get("page", ""))
        if taken.refused:
            raise CannotRead(taken.refused)
        return onward(f"/documents/{quote(taken.document)}")

    return routes


def _plain_name(name: str) -> str:
    """The last part of a path, as either system writes it: a folder of another machine means nothing here."""
    return PurePosixPath(name.replace("\\", "/").replace("\0", "")).name[:200] or "unnamed"
